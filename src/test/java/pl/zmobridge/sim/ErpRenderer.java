package pl.zmobridge.sim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Set;

/** Turns what the ERP keeps into what this installation answers: its way of dates, of letter case, and extra fields. */
final class ErpRenderer {
    private static final Set<String> DATES = Set.of("IssueDate", "SaleDate", "MaturityDate");

    private final ErpSwitches switches;
    private volatile ErpDates dates = ErpDates.SECONDS;
    private volatile boolean camelCase;

    ErpRenderer(ErpSwitches switches) {
        this.switches = switches;
    }

    void dates(ErpDates form) {
        dates = form;
    }

    void camelCase(boolean wanted) {
        camelCase = wanted;
    }

    JsonNode shown(JsonNode stored) {
        if (stored.isArray()) {
            ArrayNode items = Json.array();
            stored.forEach(each -> items.add(shown(each)));
            return items;
        }
        if (!stored.isObject()) {
            return stored;
        }
        ObjectNode shown = Json.object();
        stored.properties().forEach(field -> shown.set(name(field.getKey()), value(field.getKey(), field.getValue())));
        if (stored.has("Id")) {
            shown.put(
                    name("Guid"),
                    "00000000-0000-0000-0000-%012d".formatted(stored.get("Id").asLong()));
            shown.putObject(name("VersionExtension")).put(name("Revision"), 3);
        }
        return shown;
    }

    private JsonNode value(String name, JsonNode value) {
        if (switches.isNull(name)) {
            return Json.MAPPER.nullNode();
        }
        if (DATES.contains(name) && value.isTextual()) {
            return Json.MAPPER.getNodeFactory().textNode(dates.write(LocalDate.parse(value.asText())));
        }
        return shown(value);
    }

    private String name(String name) {
        return camelCase ? Character.toLowerCase(name.charAt(0)) + name.substring(1) : name;
    }
}
