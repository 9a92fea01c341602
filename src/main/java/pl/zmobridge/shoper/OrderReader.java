package pl.zmobridge.shoper;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.ZonedDateTime;
import pl.zmobridge.order.ShopTime;
import pl.zmobridge.order.UnreadableValue;

/** Reads what must be known of an order's row before the order is read in parts. Stateless. */
public final class OrderReader {
    /** @throws UnreadableValue when there is no id above 0 */
    public long orderId(JsonNode row) {
        return Fields.id(row, "order_id");
    }

    /** @throws UnreadableValue when there is no id above 0 */
    public long statusId(JsonNode row) {
        return Fields.id(row, "status_id");
    }

    /**
     * When the order was placed, in the shop's zone (N3).
     *
     * @throws UnreadableValue when that is no date and time
     */
    public ZonedDateTime date(JsonNode row, Dictionaries dictionaries) {
        return ShopTime.read(Fields.text(row, "date"), dictionaries.zone());
    }
}
