package pl.zmobridge.symfonia;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * A ZMO as the ERP tells of it.
 *
 * @param order what the ERP says it holds (S3); an element of a list has no positions
 */
public record Zmo(int id, String number, JsonNode order) {

    /** Reads an {@code Order}; empty for the answer that there is none. */
    public static Optional<Zmo> read(JsonNode order) {
        return order.isObject()
                ? Optional.of(new Zmo(Wire.id(order, "Id"), Wire.text(order, "DocumentNumber"), order))
                : Optional.empty();
    }

    /** Finds the one that is marked with the order number among {@code OrderListElement[]}; a cancelled one only when none lives. */
    public static Optional<Zmo> marked(JsonNode list, String number) {
        Optional<Zmo> cancelled = Optional.empty();
        for (JsonNode order : list) {
            if (Marker.marks(Wire.text(order, "Description"), number)) {
                if (!Wire.isSet(order, "Canceled")) {
                    return read(order);
                }
                cancelled = cancelled.or(() -> read(order));
            }
        }
        return cancelled;
    }

    /** Whether nobody has issued it yet. */
    public boolean isInBuffer() {
        return Wire.isSet(order, "Buffer");
    }

    /** Whether its description says that it is the order's. */
    public boolean isMarked(String orderNumber) {
        return Marker.marks(Wire.text(order, "Description"), orderNumber);
    }
}
