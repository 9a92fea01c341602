package pl.zmobridge.shoper;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
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
public final class NewOrders {
    /** Fewer pages of orders that are too old are not worth the three questions that it takes to skip them. */
    private static final int WORTH_SKIPPING = 6;

    private final OrderReader reader = new OrderReader();
    private final Admission admission;
    private final long anchor;
    private final LineStream lines = new LineStream();
    private LinesAlong along = LinesAlong.none();
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
    private List<Waiting> waiting = List.of();
    private Optional<JsonNode> anchorRow = Optional.empty();
    private boolean anchorAsked;
    private boolean newestWanted;
    private Optional<Long> newest = Optional.empty();

    /** What the last request was about. */
    private enum Asked {
        ORDERS,
        LINES,
        OLD_ORDERS,
        NEWEST
    }

    /**
     * An order that the register does not hold yet, in the order of the ids.
     *
     * @param waiting what the register is to wait for: the order itself, and the ids below it that did not come (S8)
     * @param whole with its lines, when they came along
     */
    private record Arrived(
            long id, ImportFilter.Verdict verdict, List<Waiting> waiting, Optional<FetchedOrder> whole) {}

    /**
     * @param anchor the shop's newest order when it was last looked at, which is the cursor's unless that was deleted: the first
     *     question asks for it too, and its answer tells whether the shop was restored (S7)
     */
    NewOrders(long cursor, long anchor, Admission admission) {
        this.cursor = cursor;
        this.anchor = anchor;
        this.gathered = cursor;
        this.fetchedUpTo = cursor;
        this.admission = admission;
    }

    /** Whether there are orders or lines to ask for, or whether the shop was restored. */
    public boolean isMore() {
        return more || !arrived.isEmpty() || newestWanted;
    }

    /** Whether nothing was answered yet. */
    boolean isAtFirst() {
        return !anchorAsked;
    }

    Request<ListPage> request() {
        if (skip.filter(SkipOldOrders::isMore).isPresent()) {
            asked = Asked.OLD_ORDERS;
            return skip.orElseThrow().request();
        }
        if (newestWanted) {
            asked = Asked.NEWEST;
            return ShoperApi.newestOrder();
        }
        boolean wantsOrders = more && lines.wantsOrders(); // lines are asked for when they fill their page
        asked = wantsOrders ? Asked.ORDERS : Asked.LINES;
        return wantsOrders
                ? ShoperApi.ordersAfter(anchorAsked ? fetchedUpTo : Math.max(0, anchor - 1))
                : lines.request();
    }

    /** Takes a page of orders, and lines of some of them. */
    void accept(ListPage orders, LinesAlong lines) {
        along = lines;
        acceptOrders(orders);
    }

    /** Takes the answer to {@link #request()}. */
    void accept(ListPage page) {
        switch (asked) {
            case ORDERS -> accept(page, LinesAlong.none());
            case LINES -> lines.accept(page);
            case OLD_ORDERS -> acceptOldOrders(page);
            case NEWEST -> acceptNewest(page);
        }
    }

    private void acceptOrders(ListPage page) {
        rows = page.rows();
        more = !page.isLast() && !rows.isEmpty();
        pagesLeft = page.pages();
        if (!anchorAsked) {
            anchorAsked = true;
            anchorRow =
                    rows.stream().filter(row -> reader.orderId(row) == anchor).findFirst();
            rows = rows.stream().filter(row -> reader.orderId(row) > cursor).toList();
            newestWanted = anchor > 0 && anchorRow.isEmpty() && rows.isEmpty() && !more;
        }
    }

    private void acceptNewest(ListPage page) {
        newestWanted = false;
        long id = page.rows().isEmpty() ? 0L : reader.orderId(page.rows().get(0));
        newest = Optional.of(Math.min(id, cursor)); // no poll may begin after what it has not read
        more = id > cursor; // it has come since the question before
    }

    /** The row of the order that the first question asked for besides; empty when the shop does not have it any more. */
    Optional<JsonNode> anchorRow() {
        return anchorRow;
    }

    /** The shop's newest order; empty unless the anchor is gone and nothing is new, so that it was asked for (S7). */
    Optional<Long> newest() {
        return newest;
    }

    private void acceptOldOrders(ListPage page) {
        SkipOldOrders asking = skip.orElseThrow();
        asking.accept(page);
        asking.target().ifPresent(target -> {
            arrived.add(new Arrived(target, ImportFilter.Verdict.IGNORE, List.of(), Optional.empty()));
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
            long id = reader.orderId(row);
            ImportFilter.Verdict verdict = admission.verdict(row, dictionaries, Optional.empty());
            Optional<FetchedOrder> whole = along.of(row);
            arrived.add(new Arrived(id, verdict, waiting(id, verdict, row, dictionaries), whole));
            fetchedUpTo = id;
            if (verdict == ImportFilter.Verdict.IMPORT && whole.isEmpty()) {
                wanted.add(row);
            }
        }
        lines.add(wanted);
        boolean old = arrived.stream().allMatch(order -> order.verdict() == ImportFilter.Verdict.IGNORE);
        if (old && skip.isEmpty() && pagesLeft >= WORTH_SKIPPING) {
            skip = Optional.of(new SkipOldOrders(rows, admission.filter().since(), dictionaries.zone()));
        }
        rows = List.of();
    }

    private List<Waiting> waiting(long id, ImportFilter.Verdict verdict, JsonNode row, Dictionaries dictionaries) {
        List<Waiting> all = new ArrayList<>();
        Optional<Instant> placed = reader.placed(row, dictionaries);
        Instant now = admission.clock().instant();
        boolean old = placed.filter(at -> admission.filter().isTooOld(at) && LateIds.isLongAgo(at, now))
                .isPresent();
        // S8: an order that is not wanted can be above one that is; nobody waits for what was before the first order
        if (fetchedUpTo > 0 && !old) {
            all.addAll(LateIds.between(fetchedUpTo, id, placed, now));
        }
        switch (verdict) {
            case WAIT -> all.add(Waiting.seen(id, Waiting.Why.STATUS, row));
            case SETTLE -> all.add(Waiting.seen(id, Waiting.Why.SETTLE, row)); // S1
            default -> {}
        }
        return all;
    }

    /** Whether the answer that is waited for is one that a poll can do without: about old orders, or about the newest one. */
    public boolean isSkipAsked() {
        return asked == Asked.OLD_ORDERS || asked == Asked.NEWEST;
    }

    /** The shop does not answer such questions: old orders are read page by page. */
    public void giveUpSkipping() {
        skip.ifPresent(SkipOldOrders::giveUp);
        newestWanted = false;
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
            waiting.addAll(order.waiting());
            if (order.verdict() == ImportFilter.Verdict.IMPORT) {
                ready.add(order.whole().orElseGet(() -> lines.remove(order.id())));
            }
        }
    }

    private boolean isSettled(Arrived order) {
        return order.verdict() != ImportFilter.Verdict.IMPORT || order.whole().isPresent() || lines.isWhole(order.id());
    }

    /** The orders to import that were gathered, with their lines. */
    public List<FetchedOrder> ready() {
        return ready;
    }

    /** What the register is to wait for of those gathered: orders that do not come in yet, and ids that were passed over. */
    public List<Waiting> waiting() {
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
