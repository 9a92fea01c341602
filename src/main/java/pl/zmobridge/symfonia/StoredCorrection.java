package pl.zmobridge.symfonia;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A correction as the ERP tells of it: {@code SaleCorrection}. */
public record StoredCorrection(JsonNode correction) {
    static Optional<StoredCorrection> read(JsonNode correction) {
        return correction.isObject() ? Optional.of(new StoredCorrection(correction)) : Optional.empty();
    }

    /** @throws ErpUnavailable when the ERP does not say */
    public int id() {
        return Wire.id(correction, "Id");
    }

    public String number() {
        return Wire.text(correction, "DocumentNumber");
    }

    /** Whether it is the one that was sent with this marker. */
    public boolean isMarked(String marker) {
        return Wire.text(correction, "Note").contains(Corrections.mark(marker));
    }

    /**
     * In what it differs from what was sent; empty when in nothing. A field that the ERP leaves out says nothing, but something must be
     * there by which the amounts are known.
     *
     * @param body of {@link Corrections#body}
     * @param difference what the document was to change by
     * @param after what it was to come to
     */
    public List<String> differences(String body, BigDecimal difference, BigDecimal after) {
        List<String> differences = new ArrayList<>();
        // nothing says whether its value is that of the change or of what is left
        Wire.decimal(correction, "GrossValue")
                .filter(gross -> gross.compareTo(difference) != 0 && gross.compareTo(after) != 0)
                .ifPresent(gross -> differences.add(
                        "wartość korekty: " + difference.toPlainString() + " → " + gross.toPlainString()));
        Wire.unreadable(correction, "GrossValue")
                .ifPresent(gross -> differences.add("wartość korekty: " + difference.toPlainString() + " → " + gross));
        JsonNode positions = Wire.field(correction, "Positions");
        if (!positions.isArray() || positions.isEmpty()) {
            differences.add("pozycje korekty: nie wiadomo");
            return differences;
        }
        Map<Integer, JsonNode> stored = new HashMap<>();
        positions.forEach(each -> Wire.decimal(each, "No").ifPresent(no -> stored.put(no.intValue(), each)));
        Wire.field(Wire.read(body), "Positions").forEach(sent -> compare(differences, sent, stored));
        if (number().isEmpty() || Wire.isSet(correction, "Buffer")) {
            differences.add("korekta została w buforze");
        }
        return differences;
    }

    private static void compare(List<String> differences, JsonNode sent, Map<Integer, JsonNode> stored) {
        int no = sent.path("No").asInt();
        JsonNode position = stored.get(no);
        if (position == null) {
            differences.add("pozycja " + no + " korekty: nie wiadomo");
            return;
        }
        JsonNode after = Wire.field(position, "AfterCorrection");
        compare(differences, no, "ilość", sent.path("Quantity"), Wire.decimal(after, "Quantity"));
        compare(differences, no, "wartość", sent.path("Value"), Wire.decimal(after, "GrossValue"));
    }

    private static void compare(
            List<String> differences, int no, String what, JsonNode sent, Optional<BigDecimal> stored) {
        if (stored.filter(value -> value.compareTo(sent.decimalValue()) == 0).isEmpty()) {
            differences.add("pozycja " + no + " korekty, " + what + ": "
                    + sent.decimalValue().toPlainString() + " → "
                    + stored.map(BigDecimal::toPlainString).orElse("–"));
        }
    }
}
