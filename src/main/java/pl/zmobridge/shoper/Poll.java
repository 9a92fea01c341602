package pl.zmobridge.shoper;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One poll of the shop, from its cursor onward: where it stands and what it has done. Holds a few pages of orders at most,
 * however many there are. Used by one thread, counted by any.
 */
public final class Poll {
    private final ShoperQueries queries = new ShoperQueries();
    private final PageGuard guard = new PageGuard();
    private final OrderReader reader = new OrderReader();

    private final Instant started = Instant.now();
    private final AtomicInteger requests = new AtomicInteger();
    private final ImportFilter filter;
    private final long watchUpTo;
    /** Fewer pages of orders that are too old are not worth a leap's three requests. */
    private static final int WORTH_A_LEAP = 6;

    private final LineStream lines = new LineStream();
    private Optional<Leap> leap = Optional.empty();
    private int pagesLeft;
    private final Deque<Arrived> arrived = new ArrayDeque<>();
    private long fetchedUpTo;
    private long cursor;
    private long gathered;
    private boolean more = true;
    private List<JsonNode> rows = List.of();
    private List<FetchedOrder> ready = List.of();
    private List<Long> waiting = List.of();
    private int received;
    private int watched;
    private long watchedAfter;
    private boolean moreWatched = true;

    /** An order that the register does not hold yet, in the order of the ids. */
    private record Arrived(long id, ImportFilter.Verdict verdict) {}

    /** @param cursor every order up to here is in the register */
    public Poll(long cursor, ImportFilter filter) {
        this.cursor = cursor;
        this.gathered = cursor;
        this.fetchedUpTo = cursor;
        this.watchUpTo = cursor;
        this.filter = filter;
    }

    /** Whether there are orders or lines to fetch, or orders to store. */
    public boolean isMore() {
        return more || !arrived.isEmpty();
    }

    /** Whether a page of orders is to be fetched next; lines are, when there are enough orders to fill a page of lines. */
    public boolean isOrdersNext() {
        return more && lines.wantsOrders();
    }

    public boolean isLinesNext() {
        return !isOrdersNext() && lines.isOpen();
    }

    /** The query of {@code GET /orders}. */
    public String query() {
        return queries.ordersAfter(fetchedUpTo);
    }

    /** The query of {@code GET /order-products}. */
    public String linesQuery() {
        return lines.query();
    }

    /**
     * Takes a page of orders.
     *
     * @throws PageRefused when it holds others than were asked for
     */
    public void accept(JsonNode answer) {
        ListPage page = ListPage.of(answer);
        guard.checkAfter(page, fetchedUpTo);
        rows = page.rows();
        more = !page.isLast() && !rows.isEmpty();
        pagesLeft = page.pages();
    }

    public List<JsonNode> rows() {
        return rows;
    }

    /** Sorts the page's orders into those to import, those that wait for a status, and those placed too early. */
    public void sort(Dictionaries dictionaries) {
        List<JsonNode> wanted = new ArrayList<>();
        for (JsonNode row : rows) {
            fetchedUpTo = reader.orderId(row);
            ImportFilter.Verdict verdict = filter.verdict(row, dictionaries);
            arrived.add(new Arrived(fetchedUpTo, verdict));
            if (verdict == ImportFilter.Verdict.IMPORT) {
                wanted.add(row);
            }
        }
        lines.add(wanted);
        boolean old = arrived.stream().allMatch(order -> order.verdict() == ImportFilter.Verdict.IGNORE);
        if (old && leap.isEmpty() && pagesLeft >= WORTH_A_LEAP) {
            leap = Optional.of(new Leap(rows, filter.since(), dictionaries.zone()));
        }
        rows = List.of();
    }

    /** Whether the orders placed too early go on for many pages, so that they may be passed over; tried once a poll. */
    public boolean isLeapNext() {
        return leap.filter(Leap::isMore).isPresent();
    }

    /** The query of {@code GET /orders}. */
    public String leapQuery() {
        return leap.orElseThrow().query();
    }

    public void acceptLeap(JsonNode answer) {
        Leap asking = leap.orElseThrow();
        asking.accept(answer);
        asking.target().ifPresent(target -> {
            arrived.add(new Arrived(target, ImportFilter.Verdict.IGNORE));
            fetchedUpTo = target;
        });
    }

    /** The shop does not answer the leap's questions: it is read page by page. */
    public void giveUpLeap() {
        leap.ifPresent(Leap::giveUp);
    }

    /** The last order passed over; 0 when none was. */
    public long passedOver() {
        return leap.flatMap(Leap::target).orElse(0L);
    }

    /**
     * Takes a page of lines.
     *
     * @throws PageRefused when it holds lines that were not asked for
     */
    public void acceptLines(JsonNode answer) {
        lines.accept(answer);
    }

    /** Makes ready for the register what can go there now: a page of orders that are whole, or the last ones. */
    public void gather() {
        ready = new ArrayList<>();
        waiting = new ArrayList<>();
        boolean fetching = more || lines.isOpen();
        if (fetching && arrived.stream().takeWhile(this::isSettled).count() < ShoperQueries.PAGE_SIZE) {
            return;
        }
        while (!arrived.isEmpty() && isSettled(arrived.peekFirst())) {
            Arrived order = arrived.removeFirst();
            gathered = order.id();
            switch (order.verdict()) {
                case IMPORT -> ready.add(lines.remove(order.id()));
                case WAIT -> waiting.add(order.id());
                case IGNORE -> {}
            }
        }
    }

    private boolean isSettled(Arrived order) {
        return order.verdict() != ImportFilter.Verdict.IMPORT || lines.isWhole(order.id());
    }

    /** The orders to import that were gathered, with their lines. */
    public List<FetchedOrder> ready() {
        return ready;
    }

    /** The orders gathered that wait for a status to import. */
    public List<Long> waiting() {
        return waiting;
    }

    /** Whether anything was gathered; a quiet poll writes nothing. */
    public boolean isGathered() {
        return gathered > cursor;
    }

    /** What was gathered is in the register: the cursor may stand on its last order (I4). */
    public void stored() {
        received += ready.size();
        cursor = gathered;
        ready = List.of();
        waiting = List.of();
    }

    public long cursor() {
        return cursor;
    }

    /** Orders that this poll fetched anew need no second look: only those up to where it began are watched. */
    public long watchUpTo() {
        return watchUpTo;
    }

    public long watchedAfter() {
        return watchedAfter;
    }

    public boolean isMoreWatched() {
        return moreWatched;
    }

    /** A page of watched orders has been compared. */
    public void watchedPage(List<Watched> page) {
        watched += page.size();
        moreWatched = page.size() == ShoperQueries.PAGE_SIZE;
        if (!page.isEmpty()) {
            watchedAfter = page.get(page.size() - 1).orderId();
        }
    }

    public ImportFilter filter() {
        return filter;
    }

    /** An order that waited for its status has come in. */
    public void admitted(int orders) {
        received += orders;
    }

    public void countRequest() {
        requests.incrementAndGet();
    }

    public Summary summary() {
        return new Summary(
                received,
                watched,
                requests.get(),
                Duration.between(started, Instant.now()).toMillis());
    }

    /**
     * @param received new orders in the register
     * @param watched orders whose status was compared
     * @param requests sent to the shop
     */
    public record Summary(int received, int watched, int requests, long millis) {}
}
