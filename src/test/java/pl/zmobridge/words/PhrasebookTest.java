package pl.zmobridge.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("What check finds")
class PhrasebookTest {
    private static final Path SOURCES = Path.of("src/main/java/pl/zmobridge");
    private static final Pattern FINDING = Pattern.compile("\\b(?:findings\\.)?(?:good|note|bad|problem)\\(");
    private static final Pattern FAULT = Pattern.compile("[(,]\\s*(?=\"(?:is|must|names|may|has|there is|sets) )");

    private final Phrasebook book = Phrasebook.ofCheck();

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "the ERP has no department „X 1”; Symfonia nie ma: dział „X 1”",
                "the ERP has no department „department”; Symfonia nie ma: dział „department”",
                "take one of SKLEP, CENTRALA; wybierz jedno z: SKLEP, CENTRALA",
                "activate it in the ERP, or take one of A, B; uczyń go czynnym w Symfonii albo wybierz jedno z: A, B",
                "http://a answers; http://a odpowiada",
                "no table yet, up to date; nie ma jeszcze tabel, aktualna",
                "config, routes and 3 more can be read by the group www; config, routes i jeszcze 3: może czytać grupa www",
                "nobody has ever said this; nobody has ever said this"
            })
    @DisplayName("is said in Polish with what it quotes")
    void said(String english, String polish) {
        assertThat(book.polish(english)).isEqualTo(polish);
    }

    @Test
    @DisplayName("or what is wrong with the configuration keeps its key and its example")
    void problems() {
        assertThat(book.polishProblem("shoper.url is missing; for example: shoper.url=https://sklep.example.pl"))
                .isEqualTo("shoper.url brakuje; na przykład: shoper.url=https://sklep.example.pl");
        assertThat(book.polishProblem(
                        "config/shops/buty.properties: order.edited must be one of update, ask, not \"x\""))
                .isEqualTo("config/shops/buty.properties: order.edited musi być jednym z: update, ask, a nie „x”");
    }

    @Test
    @DisplayName("is in the book, sentence for sentence")
    void everySentence() throws IOException {
        Set<String> missing = new TreeSet<>();
        int seen = 0;
        for (String sentence : sentences()) {
            seen++;
            if (book.find(sentence).isEmpty()) {
                missing.add(sentence);
            }
        }
        assertThat(missing).isEmpty();
        assertThat(seen).isGreaterThan(150);
    }

    private static List<String> sentences() throws IOException {
        List<String> sentences = new ArrayList<>();
        for (String room : List.of("check", "documents", "settings")) {
            try (Stream<Path> files = Files.list(SOURCES.resolve(room))) {
                for (Path file : files.sorted().toList()) {
                    String source = Files.readString(file).replaceAll("(?m)^\\s*(\\*|/\\*\\*|//).*$", "");
                    Matcher begins = (room.equals("settings") ? FAULT : FINDING).matcher(source);
                    while (begins.find()) {
                        List<String> arguments = arguments(source, begins.end());
                        (room.equals("check")
                                        ? arguments.stream().skip(1)
                                        : arguments.stream().limit(1))
                                .map(PhrasebookTest::sentence)
                                .filter(each -> each.matches("(?s).*[a-z]{2,}.* .*"))
                                .forEach(sentences::add);
                    }
                }
            }
        }
        return sentences;
    }

    /** The arguments that begin there, up to the bracket that closes them. */
    private static List<String> arguments(String source, int from) {
        List<String> arguments = new ArrayList<>();
        StringBuilder argument = new StringBuilder();
        int depth = 0;
        boolean quoted = false;
        for (int i = from; i < source.length(); i++) {
            char each = source.charAt(i);
            if (each == '"' && source.charAt(i - 1) != '\\') {
                quoted = !quoted;
            }
            if (!quoted && depth == 0 && (each == ',' || each == ')')) {
                arguments.add(argument.toString().strip());
                argument.setLength(0);
                if (each == ')') {
                    return arguments;
                }
                continue;
            }
            if (!quoted) {
                depth += each == '(' || each == '{' ? 1 : each == ')' || each == '}' ? -1 : 0;
            }
            argument.append(each);
        }
        return arguments;
    }

    /** What a concatenation says, with 7 for what is not known; blank when it is no plain concatenation. */
    private static String sentence(String expression) {
        if (!expression.contains("\"")
                || expression.replaceAll("\"(\\\\.|[^\"])*\"", "").matches("(?s).*[?].*")) {
            return "";
        }
        StringBuilder said = new StringBuilder();
        Matcher part = Pattern.compile("\"((?:\\\\.|[^\"\\\\])*)\"|([^\"]+)").matcher(expression);
        while (part.find()) {
            if (part.group(1) != null) {
                said.append(part.group(1).replace("\\\"", "\""));
            } else if (!part.group(2).replaceAll("[+\\s]", "").isEmpty()) {
                said.append('7');
            }
        }
        return said.toString();
    }
}
