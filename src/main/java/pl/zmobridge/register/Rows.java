package pl.zmobridge.register;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import pl.zmobridge.failure.FailedAttempt;
import pl.zmobridge.order.CardOutcome;
import pl.zmobridge.order.OrderCard;
import pl.zmobridge.order.ReceivedOrder;
import pl.zmobridge.order.Texts;
import pl.zmobridge.words.Language;
import pl.zmobridge.words.Phrase;
import pl.zmobridge.words.Words;

/** What the statements in {@code sql/} are told: parameters by name, texts cut to their columns. */
public final class Rows {
    private static final int STATUS = 255;
    private static final int BUYER = 255;
    private static final int CODE = 255;
    private static final int NAME = 1000;
    private static final int SHORT = 40;
    private static final int EVENT = 1000;
    private static final int REASON = 255;

    /**
     * Whether there are any rows. Routes ask here rather than the list itself: Camel remembers the last thousand objects that it
     * was asked about by name, with all they hold.
     */
    public boolean hasAny(List<?> rows) {
        return !rows.isEmpty();
    }

    /** The orders' ids, in the shop. */
    public List<Long> ids(List<ReceivedOrder> orders) {
        return orders.stream().map(ReceivedOrder::id).toList();
    }

    /**
     * Those that the register does not hold.
     *
     * @param known rows of {@code orders-known}
     */
    public List<ReceivedOrder> unknown(List<ReceivedOrder> orders, List<Map<String, Object>> known) {
        Set<Long> ids = known.stream()
                .map(row -> ((Number) row.get("shop_order_id")).longValue())
                .collect(Collectors.toSet());
        return orders.stream().filter(order -> !ids.contains(order.id())).toList();
    }

    /** Parameters of {@code line-insert}, one map a line. */
    public List<Map<String, Object>> linesOfAll(List<ReceivedOrder> orders) {
        return orders.stream().flatMap(order -> lines(order).stream()).toList();
    }

    /** Parameters of {@code event-insert}, one map an event. */
    public List<Map<String, Object>> eventsOfAll(List<ReceivedOrder> orders) {
        return orders.stream().flatMap(order -> events(order).stream()).toList();
    }

    /** Parameters of the statements on {@code waiting}. */
    public static List<Map<String, Object>> orderIds(List<Long> ids) {
        return ids.stream().map(id -> Map.<String, Object>of("orderId", id)).toList();
    }

    /**
     * Parameters of {@code order-insert} and {@code order-refresh}.
     *
     * @param realiseNow whether its status means "realise now" (Z3)
     */
    public Map<String, Object> order(ReceivedOrder order, boolean realiseNow) {
        Map<String, Object> row = new HashMap<>();
        row.put("orderId", order.id());
        row.put("importNo", 1);
        row.put("number", order.number());
        row.put("confirmedNumber", Long.toString(order.id()));
        row.put("placedAt", order.placedAt().map(Rows::utc).orElse(null));
        row.put("zone", order.zone().getId());
        row.put("statusId", order.statusId().orElse(null));
        row.put("status", Texts.cut(order.status(), STATUS));
        row.put("realiseNow", realiseNow);
        row.put("buyerKey", order.buyerKey());
        row.put("raw", order.raw());
        row.put("digest", order.digest().orElse(null));
        row.put("state", order.closed().isPresent() ? "CLOSED" : "RECEIVED");
        row.put(
                "reason",
                order.closed().map(reason -> Texts.cut(reason, REASON)).orElse(null));
        row.put("endedInShop", order.over().isPresent());
        if (order.outcome() instanceof CardOutcome.Built built) {
            OrderCard card = built.card();
            row.put("dueStep", order.closed().isPresent() ? null : "IMPORT");
            row.put("document", card.document().name());
            row.put(
                    "documentOfNew", // D1: somebody else makes it
                    card.decision().noDocument().isPresent()
                            ? null
                            : card.document().name());
            row.put("buyer", Texts.cut(card.contractor().name(), BUYER));
            row.put("total", card.total());
            row.put("currency", card.currency());
            row.put(
                    "card",
                    CardStore.write(new CardStore.Stored(
                            card, order.userId().orElse(null), order.login().orElse(null), order.nips())));
        } else {
            for (String unknown : List.of("dueStep", "document", "documentOfNew", "total", "currency", "card")) {
                row.put(unknown, null);
            }
            row.put("buyer", "");
        }
        return row;
    }

    /** Parameters of {@code line-insert}, one map a line; none for an order without a card. */
    public List<Map<String, Object>> lines(ReceivedOrder order) {
        List<Map<String, Object>> rows = new ArrayList<>();
        if (order.outcome() instanceof CardOutcome.Built built) {
            for (OrderCard.Line line : built.card().lines()) {
                Map<String, Object> row = line(line);
                row.put("orderId", order.id());
                row.put("lineNo", rows.size() + 1);
                rows.add(row);
            }
        }
        return rows;
    }

    static Map<String, Object> line(OrderCard.Line line) {
        Map<String, Object> row = new HashMap<>();
        row.put("code", Texts.cut(line.code(), CODE));
        row.put("name", Texts.cut(line.name(), NAME));
        row.put("quantity", line.quantity());
        row.put("unit", Texts.cut(line.unit(), SHORT));
        row.put("value", line.value());
        row.put("tax", Texts.cut(line.tax(), SHORT));
        row.put("delivery", line.delivery());
        return row;
    }

    /** What the timeline of a new order begins with: that it came, and what was odd about it. */
    private static List<Map<String, Object>> events(ReceivedOrder order) {
        List<Map<String, Object>> rows = new ArrayList<>();
        rows.add(event(order.id(), Phrase.of("RECEIVED")));
        order.closed().ifPresent(reason -> rows.add(event(order.id(), "CLOSED", reason)));
        if (order.outcome() instanceof CardOutcome.Built built) {
            built.card().warnings().forEach(warning -> rows.add(event(order.id(), "WARNING", warning)));
        }
        return rows;
    }

    /** Parameters of {@code event-insert} for something that has no words but these. */
    public static Map<String, Object> event(long orderId, String kind, String text) {
        Map<String, Object> row = new HashMap<>();
        row.put("orderId", orderId);
        row.put("kind", kind);
        row.put("text", Texts.cut(text, EVENT));
        row.put("code", null);
        row.put("arguments", null);
        return row;
    }

    /** Parameters of {@code event-insert}; the version before reads the Polish text, others read code and arguments. */
    public static Map<String, Object> event(long orderId, Phrase phrase) {
        return event(orderId, phrase, Words.in(Language.PL).text("event", phrase));
    }

    /** The same for an attempt that failed. */
    public static Map<String, Object> event(long orderId, FailedAttempt attempt) {
        return event(orderId, attempt.phrase(), attempt.text(Language.PL));
    }

    private static Map<String, Object> event(long orderId, Phrase phrase, String text) {
        Map<String, Object> row = event(orderId, phrase.code(), text);
        row.put("code", phrase.code());
        row.put("arguments", phrase.json());
        return row;
    }

    /** Parameters of {@code order-status} and {@code event-insert} for a status that changed in the shop. */
    public static Map<String, Object> status(long orderId, long statusId, String status, boolean realiseNow) {
        Map<String, Object> row = event(orderId, Phrase.of("STATUS").with("status", status));
        row.putAll(statusName(statusId, status));
        row.put("realiseNow", realiseNow);
        return row;
    }

    /** Parameters of {@code order-status-name}. */
    public static Map<String, Object> statusName(long statusId, String status) {
        return Map.of("statusId", statusId, "status", Texts.cut(status, STATUS));
    }

    static LocalDateTime utc(ZonedDateTime time) {
        return time.withZoneSameInstant(ZoneOffset.UTC).toLocalDateTime();
    }
}
