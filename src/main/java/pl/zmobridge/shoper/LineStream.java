package pl.zmobridge.shoper;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import pl.zmobridge.order.UnreadableValue;
import pl.zmobridge.wire.Request;

/**
 * The lines of a stream of orders, in as few requests as they fill: every page of lines is full, whatever orders it ends in.
 * Lines come sorted by order, so an order is whole as soon as a line of a later one comes, and later orders can join the question
 * while its pages go on without moving a row that was read. Where an order happens to end with its page, all orders up to there
 * leave the question and pages count from 1 again: the question stays short, and memory does not grow with the stream.
 *
 * <p>That the shop sorts lines by order is not relied upon, nor that nobody edits orders meanwhile. An answer that does not go on
 * where the one before it ended is thrown away, and the orders that are not whole yet are asked for in a group of their own,
 * sorted by line; that costs a few requests more. Used by one thread.
 */
final class LineStream {
    /** Beyond that many orders those that are whole leave the question, though lines of one order may have to be read twice. */
    private static final int LONG_QUESTION = 200;

    private static final int LONGEST_QUESTION = 300;

    /** For each so many orders beyond, one line more may be read twice. */
    private static final int WORTH_A_LINE = 25;

    private static final int UNKNOWN = -1;

    private final OrderReader reader = new OrderReader();

    private final NavigableMap<Long, Asked> asked = new TreeMap<>();
    private final Map<Long, FetchedOrder> whole = new HashMap<>();
    private int pages;
    private int rows;
    private int left;
    private int total = UNKNOWN;
    private long lastOrder;
    private long wholeUpTo;
    private int promised;
    private long promisedUpTo;
    private Optional<LinesOfPage> group = Optional.empty();
    private boolean unsorted;

    /** An order in the question and its lines so far. */
    private record Asked(JsonNode row, List<JsonNode> lines) {
        Asked(JsonNode row) {
            this(row, new ArrayList<>());
        }
    }

    /** @param orders rows of {@code GET /orders}, each after all that were added before */
    void add(List<JsonNode> orders) {
        if (orders.isEmpty()) {
            return;
        }
        orders.forEach(row -> asked.put(reader.orderId(row), new Asked(row)));
        left += orders.size(); // an order has a line at least
        total = UNKNOWN;
        shorten();
    }

    /** Whether the next page of lines might not be full unless more orders are added. */
    boolean wantsOrders() {
        return group.isEmpty() && left < ShoperApi.PAGE_SIZE;
    }

    /** Whether there are orders that are not whole yet. */
    boolean isOpen() {
        return !asked.isEmpty();
    }

    /** The lines to ask for next. */
    Request<ListPage> request() {
        if (unsorted && group.isEmpty()) {
            beginGroup();
        }
        return group.map(LinesOfPage::request)
                .orElseGet(() -> ShoperApi.linesByOrder(List.copyOf(asked.keySet()), pages + 1));
    }

    /** Takes the answer to {@link #request()}. */
    void accept(ListPage page) {
        if (group.isPresent()) {
            acceptOfGroup(group.get(), page);
            return;
        }
        if (goesOn(page)) {
            take(page);
        } else {
            unsorted |= pages == 0;
            beginGroup();
        }
    }

    boolean isWhole(long orderId) {
        return whole.containsKey(orderId);
    }

    /** Gives a whole order away. */
    FetchedOrder remove(long orderId) {
        return whole.remove(orderId);
    }

    /** Whether the page follows the one before it: sorted by order, no line twice, no page short, no line come or gone meanwhile. */
    private boolean goesOn(ListPage page) {
        int size = page.rows().size();
        boolean complete = page.isLast() ? rows + size == page.count() : rows == pages * size;
        boolean unchanged = total == UNKNOWN || total == page.count();
        return complete && unchanged && isSorted(page.rows()) && isAsPromised(page);
    }

    /** Whether the orders that were in the question before it grew still have as many lines as the shop said: none has moved. */
    private boolean isAsPromised(ListPage page) {
        long theirs = page.rows().stream()
                .filter(line -> reader.orderId(line) <= promisedUpTo)
                .count();
        boolean allOfThem = page.isLast() || theirs < page.rows().size();
        return pages == 0 || (allOfThem ? theirs == promised : theirs <= promised);
    }

    private boolean isSorted(List<JsonNode> page) {
        try {
            Set<Long> lines = new HashSet<>();
            Optional.ofNullable(asked.get(lastOrder))
                    .ifPresent(order -> order.lines().forEach(line -> lines.add(lineId(line))));
            long previous = lastOrder;
            for (JsonNode line : page) {
                long order = reader.orderId(line);
                if (order < previous || !lines.add(lineId(line))) {
                    return false;
                }
                previous = order;
            }
            return true;
        } catch (UnreadableValue e) {
            return false;
        }
    }

    private void take(ListPage page) {
        total = page.count();
        if (pages > 0 && !page.rows().isEmpty() && reader.orderId(page.rows().get(0)) > lastOrder) {
            // the orders up to here fill their pages exactly
            finish(lastOrder);
            asked.headMap(lastOrder, true).clear();
            total -= rows;
            rows = 0;
            pages = 0;
        }
        for (JsonNode line : page.rows()) {
            lastOrder = reader.orderId(line);
            asked.get(lastOrder).lines().add(line);
        }
        rows += page.rows().size();
        pages++;
        left = total - rows;
        promised = left;
        promisedUpTo = asked.lastKey();
        if (page.isLast()) {
            finish(asked.lastKey());
            asked.clear();
            restart();
        } else {
            finish(lastOrder - 1);
        }
    }

    /** Orders up to there have all their lines. */
    private void finish(long upTo) {
        if (upTo > wholeUpTo) {
            asked.subMap(wholeUpTo, false, upTo, true).forEach((id, order) -> whole.put(id, fetched(order)));
            wholeUpTo = upTo;
        }
    }

    private static FetchedOrder fetched(Asked order) {
        return new FetchedOrder(
                order.row(),
                order.lines().stream()
                        .sorted(Comparator.comparingLong(LineStream::lineId))
                        .toList());
    }

    /** Orders that are whole leave a long question; as many pages of the order that is not are left behind as it fills. */
    private void shorten() {
        Asked order = asked.get(lastOrder);
        if (order == null) {
            return;
        }
        int pageSize = rows / pages;
        int filled = order.lines().size() / pageSize;
        int twice = order.lines().size() % pageSize;
        int spare = asked.size() - LONG_QUESTION;
        if (spare < 0 || twice > spare / WORTH_A_LINE && asked.size() <= LONGEST_QUESTION) {
            return;
        }
        asked.headMap(lastOrder, false).clear();
        order.lines().subList(filled * pageSize, order.lines().size()).clear();
        pages = filled;
        rows = filled * pageSize;
        left += twice;
        promised += twice;
    }

    private void restart() {
        asked.headMap(lastOrder, false).clear();
        asked.values().forEach(order -> order.lines().clear());
        pages = 0;
        rows = 0;
        left = asked.size();
        total = UNKNOWN;
        lastOrder = 0;
    }

    private void beginGroup() {
        restart();
        group = Optional.of(new LinesOfPage(asked.values().stream()
                .limit(ShoperApi.PAGE_SIZE)
                .map(Asked::row)
                .toList()));
    }

    private void acceptOfGroup(LinesOfPage orders, ListPage page) {
        orders.accept(page);
        if (!orders.isMore()) {
            for (FetchedOrder order : orders.orders()) {
                long id = reader.orderId(order.row());
                whole.put(id, order);
                wholeUpTo = id;
                asked.remove(id);
            }
            group = Optional.empty();
            restart();
        }
    }

    private static long lineId(JsonNode line) {
        return Fields.id(line, "id");
    }
}
