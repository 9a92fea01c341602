package pl.zmobridge.symfonia;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Stream;
import pl.zmobridge.order.CurrencyRate;

/** A ZMO with its positions and sums, as the ERP holds it now. */
public record StoredZmo(JsonNode order) {
    static Optional<StoredZmo> read(JsonNode order) {
        return order.isObject() ? Optional.of(new StoredZmo(order)) : Optional.empty();
    }

    /** PLN for one unit of the currency that it is in; empty when the ERP does not say, or has another currency than this one (W1). */
    public Optional<BigDecimal> rate(String currency) {
        String its = Wire.text(order, "Currency").strip();
        return its.isEmpty() || its.equalsIgnoreCase(currency)
                ? Wire.decimal(order, "CurrencyRate").filter(CurrencyRate::isEntered)
                : Optional.empty();
    }

    /** Whether its header has what this {@code OrderEdit} says: description, note and payment form. */
    public boolean holds(String edit) {
        JsonNode wanted = Wire.read(edit);
        return Stream.of("Description", "Note", "PaymentFormId")
                .allMatch(name -> Wire.text(order, name).equals(Wire.text(wanted, name)));
    }
}
