package pl.zmobridge.shoper;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import pl.zmobridge.wire.Request;

/**
 * The orders that were placed after a cursor, with their lines. One answer at a time is asked for, be it a page of orders or of
 * their lines, whichever fills its page; what is whole goes into the register, page by page. Holds a few pages of orders at
 * most, however many there are. Used by one thread.
 */
public final class NewOrders implements Pages {
    /** Fewer pages of orders that are too old are not worth the three questions that it takes to skip them. */
    private static final int WORTH_SKIPPING = 6;

    private final OrderReader reader = new OrderReader();
    private final ImportFilter filter;
    private final LineStream lines = new LineStream();
    private Optional<SkipOldOrders> skip = Optional.empty();
    private Asked asked = Asked.ORDERS;
    private int pagesLeft;
    private final Deque<Arrived> arrived = new ArrayDeque<>();
    private long fetchedUpTo;
    private long cursor;
    private long gathered;
    private boolean more = true;
    private List<JsonNode> rows = List.of();
    private List<FetchedOrder> ready = List.of();
    private List<Long> waiting = List.of();

    /** What the last request was about. */
    private enum Asked {
        ORDERS,
        LINES,
        OLD_ORDERS
    }

    /** An order that the register does not hold yet, in the order of the ids. */
    private record Arrived(long id, ImportFilter.Verdict verdict) {}

    NewOrders(long cursor, ImportFilter filter) {
        this.cursor = cursor;
        this.gathered = cursor;
        this.fetchedUpTo = cursor;
        this.filter = filter;
    }

    /** Whether there are orders or lines to ask for. */
    @Override
    public boolean isMore() {
        return more || !arrived.isEmpty();
    }

    @Override
    public Request<ListPage> request() {
        if (skip.filter(SkipOldOrders::isMore).isPresent()) {
            asked = Asked.OLD_ORDERS;
            return skip.orElseThrow().request();
        }
        boolean wantsOrders = more && lines.wantsOrders(); // lines are asked for when they fill their page
        asked = wantsOrders ? Asked.ORDERS : Asked.LINES;
        return wantsOrders ? ShoperApi.ordersAfter(fetchedUpTo) : lines.request();
    }

    @Override
    public void accept(ListPage page) {
        switch (asked) {
            case ORDERS -> acceptOrders(page);
            case LINES -> lines.accept(page);
            case OLD_ORDERS -> acceptOldOrders(page);
        }
    }

    private void acceptOrders(ListPage page) {
        rows = page.rows();
        more = !page.isLast() && !rows.isEmpty();
        pagesLeft = page.pages();
    }

    private void acceptOldOrders(ListPage page) {
        SkipOldOrders asking = skip.orElseThrow();
        asking.accept(page);
        asking.target().ifPresent(target -> {
            arrived.add(new Arrived(target, ImportFilter.Verdict.IGNORE));
            fetchedUpTo = target;
        });
    }

    /** The rows of orders that have just come and are not sorted yet. */
    public List<JsonNode> rows() {
        return rows;
    }

    /** Sorts what has just come into orders to import, those that wait for a status, and those placed too early. */
    public void sort(Dictionaries dictionaries) {
        if (rows.isEmpty()) {
            return;
        }
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
        if (old && skip.isEmpty() && pagesLeft >= WORTH_SKIPPING) {
            skip = Optional.of(new SkipOldOrders(rows, filter.since(), dictionaries.zone()));
        }
        rows = List.of();
    }

    /** Whether the answer that is waited for is one about old orders that may be skipped. */
    public boolean isSkipAsked() {
        return asked == Asked.OLD_ORDERS;
    }

    /** The shop does not answer questions about old orders: it is read page by page. */
    public void giveUpSkipping() {
        skip.ifPresent(SkipOldOrders::giveUp);
    }

    /** Whether the answer that has just come shows that old orders may be skipped. */
    public boolean isSkipped() {
        return asked == Asked.OLD_ORDERS && skippedUpTo() > 0;
    }

    /** The last of the old orders that were skipped; 0 when none was. */
    public long skippedUpTo() {
        return skip.flatMap(SkipOldOrders::target).orElse(0L);
    }

    /** Makes ready for the register what can go there now: a page of orders that are whole, or the last ones. */
    public void gather() {
        ready = new ArrayList<>();
        waiting = new ArrayList<>();
        boolean fetching = more || lines.isOpen();
        if (fetching && arrived.stream().takeWhile(this::isSettled).count() < ShoperApi.PAGE_SIZE) {
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
    void stored() {
        cursor = gathered;
        ready = List.of();
        waiting = List.of();
    }

    /** Every order up to here is in the register, or is none to import. */
    public long cursor() {
        return cursor;
    }
}
