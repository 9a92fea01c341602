package pl.zmobridge.sim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumSet;
import java.util.Set;

/** Turns a row of the shop's database into what the shop answers, quirks included. */
final class ShopRenderer {
    private static final Set<String> DATES = Set.of("status_date", "confirm_date", "delivery_date");
    private static final Set<String> FLAGS = Set.of(
            "confirm",
            "registered",
            "is_cash_on_delivery",
            "is_paid",
            "is_overpayment",
            "is_underpayment",
            "vat_eu",
            "active",
            "default",
            "visible",
            "unit_fp",
            "is_digital");
    private static final Set<String> TEXTS = Set.of("code", "phone", "postcode", "pesel", "ean", "name");

    private static final Set<String> SPARED =
            Set.of("shipping_cost", "discount_client", "discount_group", "discount_levels", "discount_code", "code_id");

    private volatile boolean sparing;
    private volatile Set<ShopQuirk> quirks = EnumSet.noneOf(ShopQuirk.class);

    /** Orders lose what is nothing: a delivery cost or discount of 0, the currency where it is the default; dates become zeros. */
    void spare(boolean wanted) {
        sparing = wanted;
    }

    void quirks(Set<ShopQuirk> wanted) {
        quirks = wanted;
    }

    boolean has(ShopQuirk quirk) {
        return quirks.contains(quirk);
    }

    ObjectNode row(ObjectNode stored) {
        ObjectNode row = Json.object();
        stored.properties().forEach(field -> row.set(field.getKey(), value(field.getKey(), field.getValue(), row)));
        if (sparing && stored.has("status_date")) {
            spare(row);
        }
        if (has(ShopQuirk.UNKNOWN_FIELDS)) {
            row.put("sim_new_field", "1").putObject("sim_new_map").put("a", 1);
        }
        return row;
    }

    private static void spare(ObjectNode order) {
        SPARED.stream()
                .filter(name -> ShopSums.decimal(order, name).signum() == 0)
                .forEach(order::remove);
        if (order.path("currency_id").asText().equals("1")) {
            order.putNull("currency_id");
        }
    }

    private JsonNode value(String name, JsonNode value, ObjectNode row) {
        if (value.isObject()) {
            return value.isEmpty() ? Json.array() : row((ObjectNode) value);
        }
        if (value.isNull()) {
            return missing(name);
        }
        if (has(ShopQuirk.MIXED_BOOLEANS) && FLAGS.contains(name)) {
            return flag(truth(value), Math.floorMod(row.toString().hashCode(), 4));
        }
        if (has(ShopQuirk.NUMBERS_AS_NUMBERS) && value.isTextual() && !TEXTS.contains(name)) {
            return Json.number(value.asText())
                    .filter(number -> plain(value.asText()))
                    .<JsonNode>map(Json.MAPPER.getNodeFactory()::numberNode)
                    .orElse(value);
        }
        return value.deepCopy();
    }

    private JsonNode missing(String name) {
        if (DATES.contains(name) && (has(ShopQuirk.ZERO_DATES) || sparing)) {
            return Json.MAPPER.getNodeFactory().textNode("0000-00-00 00:00:00");
        }
        if (DATES.contains(name) && has(ShopQuirk.BLANK_DATES)) {
            return Json.MAPPER.getNodeFactory().textNode("");
        }
        if (name.endsWith("_address") && has(ShopQuirk.MISSING_ADDRESS_AS_ARRAY)) {
            return Json.array();
        }
        return Json.MAPPER.nullNode();
    }

    /** A text that PHP would also write as a number: no leading zero, plus or blank. */
    private static boolean plain(String text) {
        return text.matches("-?(0|[1-9]\\d*)(\\.\\d+)?");
    }

    private static boolean truth(JsonNode value) {
        return value.isBoolean() ? value.booleanValue() : !Set.of("", "0").contains(value.asText());
    }

    private static JsonNode flag(boolean truth, int form) {
        var nodes = Json.MAPPER.getNodeFactory();
        return switch (form) {
            case 0 -> nodes.textNode(truth ? "1" : "0");
            case 1 -> nodes.numberNode(truth ? 1 : 0);
            case 2 -> nodes.booleanNode(truth);
            default -> nodes.textNode(truth ? "1" : "");
        };
    }
}
