package pl.zmobridge.symfonia;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.stream.Stream;

/** A ZMO with its positions and sums, as the ERP holds it now. */
public record StoredZmo(JsonNode order) {
    static Optional<StoredZmo> read(JsonNode order) {
        return order.isObject() ? Optional.of(new StoredZmo(order)) : Optional.empty();
    }

    /** Whether its header has what this {@code OrderEdit} says: description, note and payment form. */
    public boolean holds(String edit) {
        JsonNode wanted = Wire.read(edit);
        return Stream.of("Description", "Note", "PaymentFormId")
                .allMatch(name -> Wire.text(order, name).equals(Wire.text(wanted, name)));
    }
}
