package pl.zmobridge.shoper;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import pl.zmobridge.order.ShopOrder.Field;
import pl.zmobridge.order.UnreadableValue;

/** The additional fields of the shop's order form that a buyer ticked or filled in. */
final class AdditionalFields {
    private static final String TICK_BOX = "2";

    private AdditionalFields() {}

    /** Fields left empty are left out, and so is what cannot be read: it decides nothing by itself. */
    static List<Field> filledIn(JsonNode row, Dictionaries dictionaries) {
        List<Field> fields = new ArrayList<>();
        for (JsonNode field : row.path("additional_fields")) {
            String id = text(field, "field_id");
            String value = text(field, "value");
            boolean tick = text(field, "type").equals(TICK_BOX);
            boolean ticked = value.matches("1|true");
            if (Fields.wholeNumber(id).isPresent() && (tick ? ticked : !value.isEmpty())) {
                long number = Fields.wholeNumber(id).getAsLong();
                fields.add(new Field(number, name(field, dictionaries.field(number)), tick, value));
            }
        }
        return fields;
    }

    private static String name(JsonNode field, String known) {
        return known.isEmpty() ? text(field, "name") : known;
    }

    private static String text(JsonNode field, String name) {
        try {
            return field.path(name).isBoolean()
                    ? field.path(name).asText()
                    : Fields.text(field, name).strip();
        } catch (UnreadableValue e) {
            return "";
        }
    }
}
