package pl.zmobridge.words;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A sentence with gaps: <code>{code}</code> is an argument, <code>{step:step}</code> the text of the key {@code step.} with the
 * argument behind it, <code>{*:change}</code> all arguments by their names; what stands in <code>[ ]</code> is left out when one of
 * its arguments is missing.
 */
final class Template {
    private static final Pattern PART = Pattern.compile("\\{(\\*|\\w+)(?::(\\w+))?}|\\[([^\\]]*)]");
    private static final String ALL = "*";

    private final List<Part> parts;
    private final Pattern made;
    private final int literal;

    private sealed interface Part {}

    private record Text(String text) implements Part {}

    private record Gap(String name, String prefix) implements Part {}

    private record Extra(Template template) implements Part {}

    Template(String source) {
        this.parts = parts(source);
        this.made = Pattern.compile(pattern(), Pattern.DOTALL);
        this.literal = source.replaceAll("\\{[^}]*}", "").length();
    }

    private static List<Part> parts(String source) {
        List<Part> parts = new ArrayList<>();
        Matcher part = PART.matcher(source);
        int from = 0;
        while (part.find()) {
            parts.add(new Text(source.substring(from, part.start())));
            parts.add(
                    part.group(3) == null
                            ? new Gap(
                                    part.group(1),
                                    Optional.ofNullable(part.group(2)).orElse(""))
                            : new Extra(new Template(part.group(3))));
            from = part.end();
        }
        parts.add(new Text(source.substring(from)));
        return parts;
    }

    /** How much of it is not a gap. */
    int literal() {
        return literal;
    }

    /** Whether every argument that it cannot do without is there. */
    boolean isFilledBy(Map<String, String> arguments) {
        return parts.stream()
                .allMatch(part -> !(part instanceof Gap gap) || gap.name().equals(ALL) || has(arguments, gap.name()));
    }

    /** @param nested the text for a prefix and a value */
    String text(Map<String, String> arguments, BinaryOperator<String> nested) {
        StringBuilder text = new StringBuilder();
        for (Part part : parts) {
            if (part instanceof Text plain) {
                text.append(plain.text());
            } else if (part instanceof Gap gap) {
                text.append(value(gap, arguments, nested));
            } else if (part instanceof Extra extra && extra.template().isFilledBy(arguments)) {
                text.append(extra.template().text(arguments, nested));
            }
        }
        return text.toString();
    }

    private static String value(Gap gap, Map<String, String> arguments, BinaryOperator<String> nested) {
        if (gap.name().equals(ALL)) {
            return arguments.entrySet().stream()
                    .map(each -> nested.apply(gap.prefix(), each.getKey())
                            + (each.getValue().isEmpty() ? "" : ": " + each.getValue()))
                    .collect(Collectors.joining("; "));
        }
        String value = arguments.getOrDefault(gap.name(), "");
        return gap.prefix().isEmpty() ? value : nested.apply(gap.prefix(), value);
    }

    /** The arguments of a text that this template has made. */
    Optional<Map<String, String>> read(String text) {
        Matcher matcher = made.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Map<String, String> arguments = new LinkedHashMap<>();
        int group = 1;
        for (String name : names()) {
            String value = matcher.group(group++);
            if (value != null) {
                arguments.put(name, value);
            }
        }
        return Optional.of(arguments);
    }

    private List<String> names() {
        List<String> names = new ArrayList<>();
        for (Part part : parts) {
            if (part instanceof Gap gap) {
                names.add(gap.name());
            } else if (part instanceof Extra extra) {
                names.addAll(extra.template().names());
            }
        }
        return names;
    }

    private String pattern() {
        return parts.stream()
                .map(part -> {
                    if (part instanceof Text plain) {
                        return Pattern.quote(plain.text());
                    }
                    return part instanceof Extra extra
                            ? "(?:" + extra.template().pattern() + ")?"
                            : "(.+?)";
                })
                .collect(Collectors.joining());
    }

    private static boolean has(Map<String, String> arguments, String name) {
        return !arguments.getOrDefault(name, "").isEmpty();
    }
}
