package pl.zmobridge.settings;

import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.quartz.CronExpression;
import pl.zmobridge.order.Template;
import pl.zmobridge.symfonia.Concurrency;
import pl.zmobridge.words.Spelling;

/**
 * What a value is, and how its text is read.
 *
 * @param emptyCounts whether an empty text is a value, and not a value that is missing
 */
record Kind<T>(Parser<T> parser, boolean emptyCounts) {
    private static final Pattern DURATION = Pattern.compile("(\\d{1,9})\\s*(ms|s|m|h)");
    private static final Pattern SIZE = Pattern.compile("(\\d{1,6})\\s*([kKmMgG])[bB]");
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    /** Reads a text without spaces around it. */
    interface Parser<T> {
        /** @throws BadValue that says what is wrong, to be read after the name of the key */
        T parse(String text);
    }

    /** A text that a key cannot have. */
    static final class BadValue extends RuntimeException {
        BadValue(String fault) {
            super(fault, null, false, false);
        }
    }

    static Kind<String> text() {
        return new Kind<>(text -> text, false);
    }

    /** An empty one is a value. */
    static Kind<String> textUpTo(int most) {
        return new Kind<>(
                text -> {
                    require(text.length() <= most, "may have at most " + most + " characters, not " + text.length());
                    return text;
                },
                true);
    }

    static Kind<String> matching(String regex, String fault) {
        return new Kind<>(
                text -> {
                    require(text.matches(regex), fault + ", not \"" + text + "\"");
                    return text;
                },
                false);
    }

    /** A web address, read without a slash at its end; {@code httpsOnly} still allows http to this machine. */
    static Kind<String> url(boolean httpsOnly) {
        return new Kind<>(
                text -> {
                    String url = text.replaceAll("/+$", "");
                    requireUrl(url, httpsOnly);
                    return url;
                },
                false);
    }

    static Kind<Integer> number(int least, int most) {
        return checked("must be a whole number from " + least + " to " + most, text -> {
            int value = Integer.parseInt(text);
            if (value < least || value > most) {
                throw new IllegalArgumentException();
            }
            return value;
        });
    }

    /** A number of calls at once, or {@code auto}. */
    static Kind<Concurrency> concurrency(int most) {
        Kind<Integer> number = number(1, most);
        return new Kind<>(
                text -> {
                    if (text.equalsIgnoreCase("auto")) {
                        return Concurrency.AUTO;
                    }
                    try {
                        return Concurrency.of(number.parser().parse(text));
                    } catch (BadValue e) {
                        throw new BadValue(e.getMessage().replaceFirst(", not ", ", or auto, not "));
                    }
                },
                false);
    }

    /** A number of the ERP's list of sale prices, which has a gap. */
    static Kind<Integer> salePriceType() {
        Kind<Integer> number = number(0, 31);
        return new Kind<>(
                text -> {
                    int type = number.parser().parse(text);
                    require(type <= 4 || type >= 16, "must be 0 to 4 or 16 to 31, not " + type);
                    return type;
                },
                false);
    }

    /** Bytes. */
    static Kind<Long> size() {
        return checked("must be a size such as 500KB, 10MB or 1GB", text -> {
            Matcher matcher = SIZE.matcher(text);
            if (!matcher.matches() || Long.parseLong(matcher.group(1)) < 1) {
                throw new IllegalArgumentException();
            }
            long amount = Long.parseLong(matcher.group(1));
            return switch (matcher.group(2).toUpperCase(Locale.ROOT)) {
                case "K" -> amount << 10;
                case "M" -> amount << 20;
                default -> amount << 30;
            };
        });
    }

    /** A path of this machine; a backslash that the file of keys has swallowed is noticed where it can be. */
    static Kind<String> filePath() {
        return new Kind<>(
                text -> {
                    require(
                            !text.matches("[A-Za-z]:[^/\\\\].*"),
                            "has lost its backslashes, which mean something else in this file; write forward slashes, not \""
                                    + text + "\"");
                    try {
                        Path.of(text);
                    } catch (InvalidPathException e) {
                        throw new BadValue("is no path of a file: \"" + text + "\"");
                    }
                    return text;
                },
                false);
    }

    static Kind<Boolean> flag() {
        return choice(Boolean::valueOf, "true", "false");
    }

    /** One of these words in any case. */
    static Kind<String> oneOf(String... words) {
        return choice(word -> word, words);
    }

    /** One of these words in any case, each of which is the name of a constant. */
    static <E extends Enum<E>> Kind<E> oneOf(Class<E> type, String... words) {
        return choice(word -> Enum.valueOf(type, word.toUpperCase(Locale.ROOT)), words);
    }

    /** One of these words in any case, as the list spells it, and what it means. */
    static <T> Kind<T> choice(Function<String, T> meaning, String... words) {
        return checked(
                "must be one of " + String.join(", ", words),
                text -> meaning.apply(List.of(words).stream()
                        .filter(text::equalsIgnoreCase)
                        .findFirst()
                        .orElseThrow(IllegalArgumentException::new)));
    }

    /** At least a millisecond. */
    static Kind<Duration> duration() {
        return duration("must be a time such as 60s, 15m or 1h", 1);
    }

    /** None, written {@code 0s}, or at least a millisecond. */
    static Kind<Duration> durationOrNone() {
        return duration("must be a time such as 20s or 5m, or 0s for none", 0);
    }

    private static Kind<Duration> duration(String fault, long least) {
        return checked(fault, text -> {
            Matcher matcher = DURATION.matcher(text);
            if (!matcher.matches() || Long.parseLong(matcher.group(1)) < least) {
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

    static Kind<Set<Long>> statusIds() {
        return numbers("must be status ids separated by commas");
    }

    /** Numbers of origins, 0 for the shop itself. */
    static Kind<Set<Long>> origins() {
        return numbers("must be numbers of origins separated by commas");
    }

    private static Kind<Set<Long>> numbers(String fault) {
        return checked(fault, text -> {
            Set<Long> ids = new LinkedHashSet<>();
            for (String id : text.split(",")) {
                if (!id.isBlank()) {
                    ids.add(Long.parseUnsignedLong(id.strip()));
                }
            }
            return Set.copyOf(ids);
        });
    }

    /** Texts separated by commas, without spaces around them. */
    static Kind<List<String>> texts() {
        return new Kind<>(
                text -> Stream.of(text.split(","))
                        .map(String::strip)
                        .filter(each -> !each.isEmpty())
                        .toList(),
                false);
    }

    static Kind<Long> statusId() {
        return checked("must be one status id", Long::parseUnsignedLong);
    }

    static Kind<LocalDate> day() {
        return new Kind<>(
                text -> {
                    try {
                        return LocalDate.parse(text);
                    } catch (DateTimeException e) {
                        throw new BadValue("is no day of the form yyyy-MM-dd: \"" + text + "\"");
                    }
                },
                false);
    }

    static Kind<String> quartz() {
        return new Kind<>(
                text -> {
                    try {
                        CronExpression.validateExpression(text);
                        return text;
                    } catch (ParseException e) {
                        throw new BadValue("is no Quartz expression: \"" + text + "\"");
                    }
                },
                false);
    }

    /** A text of a ZMO with placeholders; an empty one is a value. */
    static Kind<Template> template() {
        return new Kind<>(
                text -> {
                    try {
                        return new Template(text);
                    } catch (Template.Unknown e) {
                        String meant = Spelling.closest(e.name(), Template.names().stream())
                                .map(name -> "did you mean {" + name + "}?")
                                .orElse("there are {" + String.join("}, {", Template.names()) + "}");
                        throw new BadValue("has no placeholder " + e.written() + "; " + meant);
                    }
                },
                true);
    }

    private static <T> Kind<T> checked(String fault, Function<String, T> parser) {
        return new Kind<>(
                text -> {
                    try {
                        return parser.apply(text);
                    } catch (IllegalArgumentException e) {
                        throw new BadValue(fault + ", not \"" + text + "\"");
                    }
                },
                false);
    }

    private static void requireUrl(String url, boolean httpsOnly) {
        URI uri;
        try {
            uri = URI.create(url);
        } catch (IllegalArgumentException e) {
            throw new BadValue("is no web address: \"" + url + "\"");
        }
        boolean http = "http".equalsIgnoreCase(uri.getScheme());
        require(
                (http || "https".equalsIgnoreCase(uri.getScheme())) && uri.getHost() != null,
                "is no web address: \"" + url + "\"");
        require(
                uri.getUserInfo() == null && uri.getQuery() == null && uri.getFragment() == null,
                "must be a plain address without user, query or fragment");
        require(
                !http || !httpsOnly || LOOPBACK.contains(uri.getHost()),
                "must be https: the token would travel in the open");
    }

    private static void require(boolean right, String fault) {
        if (!right) {
            throw new BadValue(fault);
        }
    }
}
