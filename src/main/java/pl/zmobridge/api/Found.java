package pl.zmobridge.api;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pl.zmobridge.camel.SqlParameters;
import pl.zmobridge.shoper.FetchedOrder;
import pl.zmobridge.words.Language;

/**
 * What the statements of one view have found so far: the variable {@code found}. It belongs to one exchange.
 */
public final class Found implements SqlParameters {
    static final String TABLE = "orders-csv";
    private static final String READ_ORDER = "direct:read-order";

    private final Deque<String> waiting;
    private final Map<String, List<Map<String, Object>>> rows = new HashMap<>();
    private final History.Plan plan;
    private Optional<FetchedOrder> read = Optional.empty();
    private Optional<OrderCsv> table = Optional.empty();

    Found(List<String> statements, History.Plan plan) {
        this.waiting = new ArrayDeque<>(statements);
        this.plan = plan;
    }

    /** Whether a statement has not been run yet. */
    public boolean isIncomplete() {
        return !waiting.isEmpty();
    }

    /** The statement to run now, or the route that reads an order. */
    String statement() {
        return waiting.element();
    }

    /** The same as an address. */
    public String uri() {
        return statement().startsWith("direct:") ? statement() : "sql:classpath:sql/" + statement() + ".sql";
    }

    /** After the statements also the shop is asked, by {@code direct:read-order}. */
    void readsInShop() {
        waiting.add(READ_ORDER);
    }

    /** Keeps what it found; the next one is to be run now. */
    void keep(List<Map<String, Object>> found) {
        rows.put(waiting.remove(), found);
    }

    /** Keeps what the shop says. */
    void keep(FetchedOrder order) {
        waiting.remove();
        read = Optional.of(order);
    }

    /** Adds a piece to the table. */
    void keep(List<Map<String, Object>> piece, Language language, boolean forPeople) {
        OrderCsv csv = table.orElseGet(() -> new OrderCsv(language, forPeople, total()));
        table = Optional.of(csv);
        csv.add(piece);
        waiting.remove();
    }

    /** The next piece of the table is to be found now. */
    void wantsNextPiece() {
        waiting.add(TABLE);
    }

    boolean isNextPieceWanted() {
        return table.isPresent() && isIncomplete();
    }

    OrderCsv table() {
        return table.orElseThrow();
    }

    /** What the shop says now; empty when it was not asked. */
    Optional<FetchedOrder> read() {
        return read;
    }

    /** What a statement found; nothing when it was not run. */
    List<Map<String, Object>> rows(String statement) {
        return rows.getOrDefault(statement, List.of());
    }

    /** The only row that a statement found; empty when it found none. */
    Map<String, Object> row(String statement) {
        return rows(statement).stream().findFirst().orElse(Map.of());
    }

    /** How many rows there are in all, of which a page is shown. */
    long total() {
        Map<String, Object> counted = row(rows.containsKey("orders-count") ? "orders-count" : "dead-letters-count");
        return ((Number) counted.get("total")).longValue();
    }

    /** The zone of the shop's days; null while there is no order. */
    String zone() {
        return (String) row("history-zone").get("zone");
    }

    History.Plan plan() {
        return plan;
    }

    @Override
    public Object parameter(String name) {
        return switch (name) {
            case "since" -> plan.since();
            case "afterShop" -> table.map(OrderCsv::lastShop).orElse("");
            case "afterOrder" -> table.map(OrderCsv::lastOrder).orElse(0L);
            default -> NONE;
        };
    }
}
