package pl.zmobridge.order;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text of a ZMO with placeholders: {@code punkt: {pickup-point} | tel. {phone}}. A part between two separators (a line's end, a bar, a
 * semicolon, a comma) whose placeholders are all empty is left out, with a separator.
 *
 * @param text as the operator wrote it
 */
public record Template(String text) {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)}");
    private static final Pattern FIELD = Pattern.compile("field:([0-9]{1,18})");
    private static final Pattern SEPARATOR = Pattern.compile("\\s*[|;,]\\s*|[ \\t]*\\R[ \\t]*");
    private static final String STRONGEST_LAST = ",;|";
    private static final Map<String, Function<OrderCard, String>> VALUES = values();

    /** A placeholder that there is none of. */
    public static final class Unknown extends IllegalArgumentException {
        private final String written;

        Unknown(String written) {
            super("there is no placeholder " + written);
            this.written = written;
        }

        /** As it stands in the text. */
        public String written() {
            return written;
        }

        /** Without the braces. */
        public String name() {
            return written.replaceAll("[{}]", "");
        }
    }

    /** @throws Unknown when it has a placeholder that there is none of, or a brace of none */
    public Template {
        Matcher placeholders = PLACEHOLDER.matcher(text);
        while (placeholders.find()) {
            String name = placeholders.group(1);
            if (!VALUES.containsKey(name) && !FIELD.matcher(name).matches()) {
                throw new Unknown(placeholders.group());
            }
        }
        String rest = PLACEHOLDER.matcher(text).replaceAll("");
        if (rest.contains("{") || rest.contains("}")) {
            throw new Unknown(rest.substring(Math.max(rest.indexOf('{'), rest.indexOf('}')))
                    .strip());
        }
    }

    /** The names of all placeholders; {@code field:<id>} stands for one of each additional field. */
    public static List<String> names() {
        List<String> names = new ArrayList<>(VALUES.keySet());
        names.add("field:<id>");
        return names;
    }

    private static Map<String, Function<OrderCard, String>> values() {
        Map<String, Function<OrderCard, String>> values = new LinkedHashMap<>();
        values.put("order", OrderCard::confirmedNumber);
        values.put("number", OrderCard::number);
        values.put("delivery", OrderCard::deliveryForm);
        values.put("payment", OrderCard::paymentForm);
        values.put("pickup-point", card -> card.shipment().pickupPoint());
        values.put("tracking", card -> card.shipment().tracking());
        values.put(
                "email",
                card -> card.shipment().email().isEmpty()
                        ? card.recipient().email()
                        : card.shipment().email());
        values.put("phone", card -> card.recipient().phone());
        values.put("notes", OrderCard::notes);
        return values;
    }

    /** The text of an order. */
    public String fill(OrderCard card) {
        StringBuilder filled = new StringBuilder();
        Optional<String> pending = Optional.empty(); // the separator before the next part that is not left out
        Matcher separators = SEPARATOR.matcher(text);
        int begin = 0;
        boolean more = true;
        while (more) {
            more = separators.find();
            int end = more ? separators.start() : text.length();
            Optional<String> part = part(text.substring(begin, end), card);
            if (part.isPresent()) {
                filled.append(filled.isEmpty() ? "" : pending.orElse("")).append(part.get());
                pending = Optional.empty();
            }
            if (more) {
                pending = Optional.of(stronger(pending, separators.group()));
                begin = separators.end();
            }
        }
        return filled.toString().strip();
    }

    /** Empty when it has placeholders, and they are all empty. */
    private static Optional<String> part(String text, OrderCard card) {
        List<String> values = new ArrayList<>();
        String filled = PLACEHOLDER.matcher(text).replaceAll(found -> {
            values.add(value(found.group(1), card));
            return Matcher.quoteReplacement(values.get(values.size() - 1));
        });
        boolean nothing = !values.isEmpty() && values.stream().allMatch(String::isBlank);
        return nothing ? Optional.empty() : Optional.of(filled);
    }

    private static String value(String name, OrderCard card) {
        Matcher field = FIELD.matcher(name);
        return field.matches()
                ? card.shipment().fields().getOrDefault(Long.valueOf(field.group(1)), "")
                : VALUES.get(name).apply(card);
    }

    private static String stronger(Optional<String> one, String other) {
        Comparator<String> strength = Comparator.comparingInt(Template::strength);
        return one.filter(each -> strength.compare(each, other) >= 0).orElse(other);
    }

    private static int strength(String separator) {
        int sign = STRONGEST_LAST.indexOf(separator.strip());
        return separator.isBlank() ? STRONGEST_LAST.length() : sign;
    }
}
