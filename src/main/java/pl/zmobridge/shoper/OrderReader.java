package pl.zmobridge.shoper;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Optional;
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

    /** Its id; empty when there is none above 0. */
    public Optional<Long> statusIn(JsonNode row) {
        try {
            return Optional.of(statusId(row));
        } catch (UnreadableValue e) {
            return Optional.empty();
        }
    }

    /**
     * Where the order was placed: 0 in the shop itself, 3 on Allegro and so on; empty when the row does not say.
     *
     * @throws UnreadableValue when that is no number
     */
    public Optional<Long> origin(JsonNode row) {
        return Fields.scalar(row, "origin").map(text -> Fields.wholeNumber(text)
                .orElseThrow(
                        () -> new UnreadableValue("Pole „origin” ma wartość „" + text + "”, która nie jest numerem.")));
    }

    /**
     * When the order was placed, in the shop's zone (N3).
     *
     * @throws UnreadableValue when that is no date and time
     */
    public ZonedDateTime date(JsonNode row, Dictionaries dictionaries) {
        return ShopTime.read(Fields.text(row, "date"), dictionaries.zone());
    }

    /** The same; empty when it cannot be read. */
    Optional<Instant> placed(JsonNode row, Dictionaries dictionaries) {
        try {
            return Optional.of(date(row, dictionaries).toInstant());
        } catch (UnreadableValue e) {
            return Optional.empty();
        }
    }
}
