package pl.zmobridge.symfonia;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.OptionalInt;

/**
 * A contractor as the ERP knows it.
 *
 * @param nip as the ERP has it; empty for none
 * @param active whether the ERP sells to it (K2); an answer that does not say counts as yes
 * @param defaultForm the contractor's own payment form (M2); empty when it has none
 * @param card all that the ERP says of it
 */
public record Contractor(
        int id, String code, String name, String nip, boolean active, OptionalInt defaultForm, JsonNode card) {

    static Contractor read(JsonNode json) {
        JsonNode form = Wire.field(json, "PaymentForm");
        int formId = form.isObject() ? Wire.field(form, "Id").asInt(0) : 0;
        return new Contractor(
                Wire.id(json, "Id"),
                Wire.text(json, "Code"),
                Wire.text(json, "Name"),
                Wire.text(json, "NIP"),
                Wire.field(json, "Active").asBoolean(true),
                formId == 0 ? OptionalInt.empty() : OptionalInt.of(formId),
                json);
    }

    /**
     * Reads the answer to {@code POST Contractors/Create}. A contractor created a moment ago is not "known in the ERP" to M2.
     */
    public static Contractor created(JsonNode json) {
        Contractor contractor = read(json);
        return new Contractor(
                contractor.id(),
                contractor.code(),
                contractor.name(),
                contractor.nip(),
                contractor.active(),
                OptionalInt.empty(),
                contractor.card());
    }

    /** The same as the ERP shows it to whoever asks. */
    public Contractor asShown() {
        return read(card);
    }

    @Override
    public String toString() {
        return "Contractor[" + id + " " + code + "]"; // I6
    }
}
