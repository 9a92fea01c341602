package pl.zmobridge.shoper;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import pl.zmobridge.order.ShopChanges;
import pl.zmobridge.order.ShopOrder;
import pl.zmobridge.order.ShopTime;
import pl.zmobridge.order.UnreadableValue;

/**
 * S7: what the register knows an order by, to tell it from another one that got its id.
 *
 * @param zone the shop's, when the order was read
 * @param buyer the buyer's name
 */
record KnownOrder(Instant placedAt, ZoneId zone, BigDecimal total, String buyer) {

    /** From a row of {@code sql/watched-page.sql} or {@code sql/cursor-find.sql}; empty when it is not known by anything. */
    static Optional<KnownOrder> of(Map<String, Object> row) {
        Object placed = row.get("placed_seconds");
        Object total = row.get("total");
        if (placed == null || total == null) {
            return Optional.empty();
        }
        return Optional.of(new KnownOrder(
                Instant.ofEpochSecond(((Number) placed).longValue()),
                ZoneId.of(row.get("zone").toString()),
                (BigDecimal) total,
                row.get("buyer").toString()));
    }

    /** Whether the row says another date or sum: what it says is not taken for this order's without a closer look. */
    boolean isDoubtful(JsonNode row) {
        return isPlacedAnotherTime(row) || isOfAnotherSum(row);
    }

    /** An order's date does not change. One that cannot be read says nothing. */
    boolean isPlacedAnotherTime(JsonNode row) {
        try {
            return !ShopTime.read(Fields.text(row, "date"), zone).toInstant().equals(placedAt);
        } catch (UnreadableValue e) {
            return false;
        }
    }

    /** A sentence in Polish that names this order and the other one that has its id now. */
    String against(ShopOrder other) {
        return ShopChanges.anotherOrder(buyer, placedAt.atZone(zone), total, other);
    }

    private boolean isOfAnotherSum(JsonNode row) {
        try {
            return Fields.amount(row, "sum").compareTo(total) != 0;
        } catch (UnreadableValue e) {
            return false;
        }
    }
}
