package pl.zmobridge.words;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** English sentences about one subject and what they are in Polish; each line of the file is {@code ENGLISH => POLISH}. */
public final class Phrasebook {
    private static final String BECOMES = " => ";
    private static final String ADDS = "{fault}";

    /** Where in a file of routes or rules something is wrong, and what. */
    private static final Pattern PLACED = Pattern.compile(
            "(line \\d+|(?:the bridge's own )?(?!\\S+\\.properties:)[^\\s,:]+)(?:, line (\\d+))?: (.+)",
            Pattern.DOTALL);

    private static final Pattern NEXT_LINE = Pattern.compile("; (?=line \\d+: )");

    /** Those first that add something to another sentence, then the most telling ones. */
    private final List<Pair> pairs;

    private record Pair(boolean adds, Template english, Template polish) {}

    private Phrasebook(String lines) {
        pairs = lines.lines()
                .filter(line -> !line.startsWith("#") && line.contains(BECOMES))
                .map(line -> line.split(BECOMES, 2))
                .map(line -> new Pair(line[0].startsWith(ADDS), new Template(line[0]), new Template(line[1])))
                .sorted(Comparator.comparing((Pair pair) -> !pair.adds())
                        .thenComparing(pair -> -pair.english().literal()))
                .toList();
    }

    /** What is wrong with the configuration, and what a check finds. */
    public static Phrasebook ofCheck() {
        return OfCheck.BOOK;
    }

    /** Read once, by whoever needs it first. */
    private static final class OfCheck {
        private static final Phrasebook BOOK = read();
    }

    private static Phrasebook read() {
        try (InputStream in = Phrasebook.class.getResourceAsStream("/words/check.txt")) {
            return new Phrasebook(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Problems of the configuration in a language. */
    public static List<String> problems(Language language, List<String> english) {
        return language == Language.EN || english.isEmpty()
                ? english
                : english.stream().map(ofCheck()::polishProblem).toList();
    }

    /** A problem of the configuration, which begins with a key or the name of a file. */
    public String polishProblem(String english) {
        Matcher placed = PLACED.matcher(english);
        if (placed.matches()) {
            String line = placed.group(2) == null ? "" : ", wiersz " + placed.group(2);
            return polish(placed.group(1)) + line + ": " + polish(placed.group(3));
        }
        String[] parts = english.split(" ", 2);
        if (parts.length < 2) {
            return english;
        }
        return parts[0] + " " + (parts[0].endsWith(":") ? polishProblem(parts[1]) : polish(parts[1]));
    }

    /** The same of several, with semicolons between them. */
    public String polishProblems(String english) {
        return Stream.of(NEXT_LINE.split(english)).map(this::polishProblem).collect(Collectors.joining("; "));
    }

    /** A sentence in Polish, with what it quotes; as it is when it is not in the book. */
    public String polish(String english) {
        return find(english).orElse(english);
    }

    /** A sentence in Polish, if it is in the book. */
    Optional<String> find(String english) {
        for (Pair pair : pairs) {
            Optional<Map<String, String>> arguments = pair.english().read(english);
            if (arguments.isPresent()) {
                return Optional.of(pair.polish().text(arguments.get(), (prefix, value) -> polish(value)));
            }
        }
        return Optional.empty();
    }
}
