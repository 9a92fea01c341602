package pl.zmobridge.sim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import pl.zmobridge.sim.OrderBuilder.Discounts;

/** The shop's database. Not safe for threads: the owner locks. */
final class ShopStore {
    static final DateTimeFormatter TIMESTAMP = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private final Clock clock;
    private final ShopDictionaries dictionaries = new ShopDictionaries();
    private final NavigableMap<Long, ObjectNode> orders = new TreeMap<>();
    private final NavigableMap<Long, List<ObjectNode>> lines = new TreeMap<>();
    private final List<StatusChange> statusChanges = new ArrayList<>();
    private long lastOrder = 1200;
    private long lastLine = 87;
    private boolean countQuantities;

    ShopStore(Clock clock) {
        this.clock = clock;
    }

    ShopDictionaries dictionaries() {
        return dictionaries;
    }

    /** Gives ids that grow; keeps an order id that is wanted and free. */
    long add(SimOrder order, long wantedId) {
        long id = wantedId > 0 ? wantedId : lastOrder + 1;
        if (orders.containsKey(id)) {
            throw new IllegalArgumentException("order " + id + " exists");
        }
        lastOrder = Math.max(lastOrder, id);
        ObjectNode header = order.header().deepCopy();
        header.put("order_id", String.valueOf(id));
        if (header.path("date").isNull()) {
            header.put("date", now());
        }
        for (String address : List.of("delivery_address", "billing_address")) {
            if (header.path(address).has("order_id")) {
                ((ObjectNode) header.get(address)).put("order_id", String.valueOf(id));
            }
        }
        List<ObjectNode> stored = new ArrayList<>();
        for (ObjectNode line : order.lines()) {
            stored.add(line.deepCopy().put("id", String.valueOf(++lastLine)).put("order_id", String.valueOf(id)));
        }
        orders.put(id, header);
        lines.put(id, stored);
        countProducts(header, stored);
        stored.forEach(dictionaries::take);
        return id;
    }

    boolean remove(long id) {
        lines.remove(id);
        return orders.remove(id) != null;
    }

    Optional<ObjectNode> order(long id) {
        return Optional.ofNullable(orders.get(id));
    }

    List<ObjectNode> linesOf(long id) {
        return lines.getOrDefault(id, List.of());
    }

    Collection<ObjectNode> orders() {
        return orders.values();
    }

    ObjectNode found(long id) {
        return order(id).orElseThrow(() -> new IllegalArgumentException("no order " + id));
    }

    void countQuantities(boolean wanted) {
        countQuantities = wanted;
        orders.forEach((id, header) -> countProducts(header, linesOf(id)));
    }

    private void countProducts(ObjectNode header, List<ObjectNode> ofOrder) {
        BigDecimal quantities = ofOrder.stream()
                .map(line -> ShopSums.decimal(line, "quantity"))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        header.put("total_products", countQuantities ? quantities.intValue() : ofOrder.size());
    }

    /** Somebody edits the order: lines without an id get one, and the sum moves by what the edit is worth unless it sets one. */
    void change(long id, BiConsumer<ObjectNode, List<ObjectNode>> how) {
        ObjectNode header = found(id);
        List<ObjectNode> ofOrder = lines.get(id);
        BigDecimal before = ShopSums.total(header, ofOrder, Discounts.OFF_PRICE);
        JsonNode sum = header.get("sum");
        how.accept(header, ofOrder);
        ofOrder.stream()
                .filter(line -> line.get("id").asText().isEmpty())
                .forEach(line -> line.put("id", String.valueOf(++lastLine)).put("order_id", String.valueOf(id)));
        BigDecimal moved = ShopSums.total(header, ofOrder, Discounts.OFF_PRICE).subtract(before);
        if (header.get("sum").equals(sum) && moved.signum() != 0) {
            BigDecimal now = ShopSums.decimal(header, "sum").add(moved);
            boolean covered = ShopSums.decimal(header, "paid").compareTo(now) >= 0;
            header.put("sum", now.toPlainString()).put("is_paid", covered).put("is_underpayment", !covered);
        }
        countProducts(header, ofOrder);
    }

    /** Orders, lines and the next ids, not dictionaries and the history of statuses. */
    SimSnapshot snapshot() {
        Map<Long, ObjectNode> headers = new TreeMap<>();
        Map<Long, List<ObjectNode>> rows = new TreeMap<>();
        orders.forEach((id, header) -> headers.put(id, header.deepCopy()));
        lines.forEach((id, ofOrder) -> rows.put(id, copies(ofOrder)));
        long order = lastOrder;
        long line = lastLine;
        return new SimSnapshot(() -> {
            orders.clear();
            lines.clear();
            headers.forEach((id, header) -> orders.put(id, header.deepCopy()));
            rows.forEach((id, ofOrder) -> lines.put(id, copies(ofOrder)));
            lastOrder = order;
            lastLine = line;
        });
    }

    private static List<ObjectNode> copies(List<ObjectNode> rows) {
        return new ArrayList<>(rows.stream().map(ObjectNode::deepCopy).toList());
    }

    void editLines(long id, Consumer<List<ObjectNode>> edit) {
        edit.accept(lines.get(id));
    }

    void setStatus(ObjectNode order, long statusId, String by) {
        order.put("status_id", String.valueOf(statusId)).put("status_date", now());
        statusChanges.add(new StatusChange(order.get("order_id").asLong(), statusId, by));
    }

    List<StatusChange> statusChanges() {
        return List.copyOf(statusChanges);
    }

    /** Rows that can match, in the order of their ids. */
    Collection<ObjectNode> candidates(String resource, ShopFilter filter) {
        return switch (resource) {
            case "orders" ->
                filter.oneOf("order_id")
                        .<Collection<ObjectNode>>map(ids -> ids(ids).stream()
                                .map(orders::get)
                                .filter(Objects::nonNull)
                                .toList())
                        .orElseGet(() -> above(orders, filter).values());
            case "order-products" ->
                filter.oneOf("order_id")
                        .map(ids -> ids(ids).stream()
                                .flatMap(id -> linesOf(id).stream())
                                .toList())
                        .orElseGet(() -> above(lines, filter).values().stream()
                                .flatMap(List::stream)
                                .toList());
            default -> dictionaries.list(resource).values();
        };
    }

    private static <T> NavigableMap<Long, T> above(NavigableMap<Long, T> rows, ShopFilter filter) {
        return filter.above("order_id")
                .flatMap(Json::number)
                .map(bound -> rows.tailMap(bound.longValue(), true))
                .orElse(rows);
    }

    private static List<Long> ids(List<String> texts) {
        return texts.stream()
                .flatMap(text -> Json.number(text).stream())
                .map(Number::longValue)
                .distinct()
                .sorted()
                .toList();
    }

    private String now() {
        return TIMESTAMP.format(clock.instant().atZone(ZoneId.of(dictionaries.timeZone())));
    }
}
