package pl.zmobridge.symfonia;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.OptionalInt;

/**
 * A contractor as the ERP knows it.
 *
 * @param defaultForm the contractor's own payment form (M2); empty when it has none
 */
public record Contractor(int id, String code, String nip, OptionalInt defaultForm) {

    static Contractor read(JsonNode json) {
        JsonNode form = Wire.field(json, "PaymentForm");
        int formId = form.isObject() ? Wire.field(form, "Id").asInt(0) : 0;
        return new Contractor(
                Wire.id(json, "Id"),
                Wire.text(json, "Code"),
                Wire.text(json, "NIP"),
                formId == 0 ? OptionalInt.empty() : OptionalInt.of(formId));
    }

    /**
     * Reads the answer to {@code POST Contractors/Create}. A contractor created a moment ago is not "known in the ERP" to M2.
     */
    public static Contractor created(JsonNode json) {
        Contractor contractor = read(json);
        return new Contractor(contractor.id(), contractor.code(), contractor.nip(), OptionalInt.empty());
    }
}
