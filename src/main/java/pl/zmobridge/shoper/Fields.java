package pl.zmobridge.shoper;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import pl.zmobridge.order.Amounts;
import pl.zmobridge.order.UnreadableValue;

/** Single values of a row, whatever type PHP gave them. Never a guess: what cannot be read is an {@link UnreadableValue}. */
final class Fields {
    private static final Pattern WHOLE = Pattern.compile("[0-9]{1,18}");

    private Fields() {}

    /** The value as text, letter for letter; empty when missing, null, blank or an empty map. */
    static Optional<String> scalar(JsonNode row, String field) {
        JsonNode value = row.path(field);
        if (value.isMissingNode() || value.isNull() || (value.isContainerNode() && value.isEmpty())) {
            return Optional.empty();
        }
        if (!value.isTextual() && !value.isNumber()) {
            throw new UnreadableValue("Pole „" + field + "” nie jest tekstem ani liczbą.");
        }
        String text = value.isFloatingPointNumber() ? value.decimalValue().toPlainString() : value.asText();
        return Optional.of(text).filter(t -> !t.isBlank());
    }

    /** Free text; blank and missing are the empty string. */
    static String text(JsonNode row, String field) {
        return scalar(row, field).orElse("");
    }

    /** An amount that has to be there. */
    static BigDecimal amount(JsonNode row, String field) {
        return Amounts.read(field, text(row, field).strip());
    }

    /** A percentage from 0 to 100; unset means that none is granted. */
    static BigDecimal percent(JsonNode row, String field) {
        Optional<String> text = scalar(row, field);
        if (text.isEmpty()) {
            return BigDecimal.ZERO;
        }
        BigDecimal value = Amounts.read(field, text.get().strip());
        if (!isPercentage(value)) {
            throw new UnreadableValue("Pole „" + field + "” ma wartość „" + text.get()
                    + "”, a rabat procentowy powinien być liczbą od 0 do 100.");
        }
        return value;
    }

    /**
     * A discount on the whole order: documented as a percentage, but how the shop writes a code of a fixed amount is not known. A number that is
     * no percentage is empty here, and {@link #discountNotInPercent} there.
     */
    static Optional<BigDecimal> percentOfOrder(JsonNode row, String field) {
        return discountOfOrder(row, field).filter(Fields::isPercentage);
    }

    /** What that field holds instead of a percentage. */
    static Optional<BigDecimal> discountNotInPercent(JsonNode row, String field) {
        return discountOfOrder(row, field).filter(value -> !isPercentage(value));
    }

    private static Optional<BigDecimal> discountOfOrder(JsonNode row, String field) {
        return scalar(row, field).map(text -> Amounts.read(field, text.strip()));
    }

    private static boolean isPercentage(BigDecimal value) {
        return value.signum() >= 0 && value.compareTo(BigDecimal.valueOf(100)) <= 0;
    }

    /** An id that has to be there: a whole number above 0. */
    static long id(JsonNode row, String field) {
        return optionalId(row, field)
                .orElseThrow(() -> new UnreadableValue("Pole „" + field + "” jest puste, a powinno zawierać numer."));
    }

    /** An id that may be absent: missing, null, blank or 0. */
    static Optional<Long> optionalId(JsonNode row, String field) {
        Optional<String> text = scalar(row, field);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        long id = wholeNumber(text.get())
                .orElseThrow(() -> new UnreadableValue(
                        "Pole „" + field + "” ma wartość „" + text.get() + "”, która nie jest numerem."));
        return id == 0 ? Optional.empty() : Optional.of(id);
    }

    /** A yes or no as PHP writes it: {@code 1}, {@code "1"}, {@code true}; unset is no. */
    static boolean flag(JsonNode row, String field) {
        if (row.path(field).isBoolean()) {
            return row.path(field).asBoolean();
        }
        String text = text(row, field).strip().toLowerCase(Locale.ROOT);
        return switch (text) {
            case "1", "true" -> true;
            case "", "0", "false" -> false;
            default ->
                throw new UnreadableValue("Pole „" + field + "” ma wartość „" + text + "”, a powinno mieć 0 lub 1.");
        };
    }

    /** Ids in a list; missing, null and empty are none. */
    static List<Long> ids(JsonNode row, String field) {
        List<Long> ids = new ArrayList<>();
        JsonNode list = row.path(field);
        if (list.isValueNode() && !list.isNull() && !list.asText().isBlank()) {
            throw new UnreadableValue("Pole „" + field + "” nie jest listą numerów.");
        }
        for (JsonNode each : list) {
            String text = each.isObject() ? each.path("order_id").asText() : each.asText();
            ids.add(wholeNumber(text)
                    .orElseThrow(() ->
                            new UnreadableValue("Pole „" + field + "” zawiera „" + text + "”, co nie jest numerem.")));
        }
        return ids;
    }

    /**
     * A product code (L7): text, letter for letter. A JSON number has lost its leading zeros, and nobody knows how many.
     *
     * @throws UnreadableValue for a number
     */
    static String code(JsonNode row, String field) {
        if (row.path(field).isNumber()) {
            throw new UnreadableValue(
                    "Kod produktu „" + row.path(field).asText()
                            + "” przyszedł ze sklepu jako liczba, więc zera na początku mogły zginąć (0101 i 101 to różne"
                            + " kody). Popraw kod w sklepie tak, by nie był samą liczbą, albo popraw program, który dodał pozycję.");
        }
        return text(row, field);
    }

    /** Digits only, at most eighteen of them; anything else is empty. */
    static OptionalLong wholeNumber(String text) {
        String digits = text.strip();
        return WHOLE.matcher(digits).matches() ? OptionalLong.of(Long.parseLong(digits)) : OptionalLong.empty();
    }
}
