package pl.zmobridge.settings;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads single values and collects a line for each that cannot be used: the key, what is wrong, an example. */
final class SettingsValues {
    private static final Pattern DURATION = Pattern.compile("(\\d{1,9})\\s*(ms|s|m|h)");
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private final Properties properties;
    private final List<String> problems = new ArrayList<>();

    SettingsValues(Properties properties) {
        this.properties = properties;
    }

    Set<String> keys() {
        return properties.stringPropertyNames();
    }

    Properties copy() {
        Properties copy = new Properties();
        copy.putAll(properties);
        return copy;
    }

    List<String> problems() {
        return problems;
    }

    String url(String key, String example, boolean httpsOnly) {
        String text = required(key, example);
        if (text.isEmpty()) {
            return text;
        }
        String url = text.replaceAll("/+$", "");
        String fault = urlFault(url, httpsOnly);
        if (!fault.isEmpty()) {
            problem(key, fault, example);
        }
        return url;
    }

    private static String urlFault(String url, boolean httpsOnly) {
        try {
            URI uri = URI.create(url);
            boolean http = "http".equalsIgnoreCase(uri.getScheme());
            if (!http && !"https".equalsIgnoreCase(uri.getScheme()) || uri.getHost() == null) {
                return "is no web address: \"" + url + "\"";
            }
            if (uri.getUserInfo() != null || uri.getQuery() != null || uri.getFragment() != null) {
                return "must be a plain address without user, query or fragment";
            }
            boolean open = http && httpsOnly && !LOOPBACK.contains(uri.getHost());
            return open ? "must be https: the token would travel in the open" : "";
        } catch (IllegalArgumentException e) {
            return "is no web address: \"" + url + "\"";
        }
    }

    Duration duration(String key, Duration fallback) {
        return parsed(key, fallback, "must be a time such as 60s, 15m or 1h", "60s", text -> {
            Matcher matcher = DURATION.matcher(text);
            if (!matcher.matches() || Long.parseLong(matcher.group(1)) == 0) {
                throw new IllegalArgumentException();
            }
            long amount = Long.parseLong(matcher.group(1));
            return switch (matcher.group(2)) {
                case "ms" -> Duration.ofMillis(amount);
                case "s" -> Duration.ofSeconds(amount);
                case "m" -> Duration.ofMinutes(amount);
                default -> Duration.ofHours(amount);
            };
        });
    }

    int number(String key, int fallback, int least, int most) {
        String range = "must be a whole number from " + least + " to " + most;
        return parsed(key, fallback, range, Integer.toString(fallback), text -> {
            int value = Integer.parseInt(text);
            if (value < least || value > most) {
                throw new IllegalArgumentException();
            }
            return value;
        });
    }

    boolean flag(String key, boolean fallback) {
        return choice(key, Boolean.toString(fallback), List.of("true", "false")).equals("true");
    }

    String choice(String key, String fallback, List<String> allowed) {
        return parsed(key, fallback, "must be one of " + String.join(", ", allowed), fallback, text -> allowed.stream()
                .filter(text::equalsIgnoreCase)
                .findFirst()
                .orElseThrow(IllegalArgumentException::new));
    }

    Set<Long> ids(String key) {
        return parsed(key, Set.of(), "must be status ids separated by commas", "3,6", text -> {
            Set<Long> ids = new LinkedHashSet<>();
            for (String id : text.split(",")) {
                if (!id.isBlank()) {
                    ids.add(Long.parseUnsignedLong(id.strip()));
                }
            }
            return Set.copyOf(ids);
        });
    }

    private <T> T parsed(String key, T fallback, String fault, String example, Function<String, T> parser) {
        Optional<String> text = text(key);
        if (text.isEmpty()) {
            return fallback;
        }
        try {
            return parser.apply(text.get());
        } catch (IllegalArgumentException e) {
            problem(key, fault + ", not \"" + text.get() + "\"", example);
            return fallback;
        }
    }

    String required(String key, String example) {
        return text(key).orElseGet(() -> {
            problem(key, "is missing", example);
            return "";
        });
    }

    Optional<String> text(String key) {
        return raw(key).filter(text -> !text.isEmpty());
    }

    Optional<String> raw(String key) {
        return Optional.ofNullable(properties.getProperty(key)).map(String::strip);
    }

    void problem(String key, String fault, String example) {
        String shown = example.isEmpty() || example.startsWith(key) ? example : key + "=" + example;
        problems.add(key + " " + fault + (shown.isEmpty() ? "" : "; for example: " + shown));
    }
}
