package pl.zmobridge.sim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/**
 * The {@code filters} parameter: {@code {"field":value}} or {@code {"field":{"op":value}}}. A field that rows do not have and
 * an operator that does not exist are ignored without a word.
 */
final class ShopFilter {
    private final List<Condition> conditions;

    private ShopFilter(List<Condition> conditions) {
        this.conditions = conditions;
    }

    static ShopFilter none() {
        return new ShopFilter(List.of());
    }

    /** Empty when the text is no JSON map. */
    static Optional<ShopFilter> parse(String text) {
        if (text.isBlank()) {
            return Optional.of(none());
        }
        Optional<JsonNode> json = Json.parse(text);
        if (json.isEmpty() || !json.get().isContainerNode()) {
            return Optional.empty();
        }
        List<Condition> conditions = new ArrayList<>();
        for (Map.Entry<String, JsonNode> field : json.get().properties()) {
            if (!field.getValue().isObject()) {
                conditions.add(new Condition(field.getKey(), "=", values(field.getValue())));
                continue;
            }
            field.getValue()
                    .properties()
                    .forEach(op -> conditions.add(new Condition(
                            field.getKey(), op.getKey().toUpperCase(Locale.ROOT), values(op.getValue()))));
        }
        return Optional.of(new ShopFilter(conditions));
    }

    boolean has(String field) {
        return conditions.stream().anyMatch(each -> each.field.equals(field));
    }

    /** Whether what the field is compared with are times in the shop's notation. */
    boolean hasTimes(String field) {
        return conditions.stream()
                .filter(each -> each.field.equals(field))
                .flatMap(each -> each.values.stream())
                .allMatch(value -> value.matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d"));
    }

    ShopFilter without(String field) {
        return new ShopFilter(
                conditions.stream().filter(each -> !each.field.equals(field)).toList());
    }

    boolean matches(ObjectNode row) {
        return conditions.stream().allMatch(condition -> condition.matches(row));
    }

    /** The values the field must be one of, when the filter says so. */
    Optional<List<String>> oneOf(String field) {
        return conditions.stream()
                .filter(each -> each.field.equals(field) && (each.op.equals("IN") || each.op.equals("=")))
                .map(Condition::values)
                .findFirst();
    }

    /** The value the field must be above, when the filter says so. */
    Optional<String> above(String field) {
        return conditions.stream()
                .filter(each -> each.field.equals(field) && each.op.equals(">") && each.values.size() == 1)
                .map(each -> each.values.get(0))
                .findFirst();
    }

    /** As the shop's database compares: numbers as numbers, everything else as text without letter case. */
    static int compare(String left, String right) {
        Optional<BigDecimal> one = Json.number(left);
        Optional<BigDecimal> other = Json.number(right);
        return one.isPresent() && other.isPresent()
                ? one.get().compareTo(other.get())
                : left.compareToIgnoreCase(right);
    }

    private static List<String> values(JsonNode value) {
        return value.isArray()
                ? StreamSupport.stream(value.spliterator(), false)
                        .map(JsonNode::asText)
                        .toList()
                : List.of(value.asText());
    }

    private record Condition(String field, String op, List<String> values) {

        boolean matches(ObjectNode row) {
            if (!row.has(field)) {
                return true;
            }
            if (row.get(field).isNull() || row.get(field).isContainerNode()) {
                return false;
            }
            String actual = row.get(field).asText();
            return switch (op) {
                case "=", "IN" -> values.stream().anyMatch(value -> compare(actual, value) == 0);
                case "!=" -> values.stream().noneMatch(value -> compare(actual, value) == 0);
                case ">" -> compare(actual, only()) > 0;
                case ">=" -> compare(actual, only()) >= 0;
                case "<" -> compare(actual, only()) < 0;
                case "<=" -> compare(actual, only()) <= 0;
                case "LIKE" -> like().matcher(actual).matches();
                default -> true;
            };
        }

        private String only() {
            return values.isEmpty() ? "" : values.get(0);
        }

        private Pattern like() {
            StringBuilder regex = new StringBuilder();
            for (char each : only().toCharArray()) {
                regex.append(
                        switch (each) {
                            case '%' -> ".*";
                            case '_' -> ".";
                            default -> Pattern.quote(String.valueOf(each));
                        });
            }
            return Pattern.compile(regex.toString(), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);
        }
    }
}
