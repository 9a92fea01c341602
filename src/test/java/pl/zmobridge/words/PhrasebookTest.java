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
    private static final Pattern ROUTE = Pattern.compile("\\b(?:problem|new RouteProblem|RouteProblem\\.ofAll)\\(");
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
                "the shop has 1 złożone, 5 anulowane (not completed), 6 zwrot (not completed), 7 inne; sklep ma: 1 złożone, 5 anulowane (niezrealizowane), 6 zwrot (niezrealizowane), 7 inne",
                "take one of 1 złożone, 5 anulowane (not completed); wybierz jedno z: 1 złożone, 5 anulowane (niezrealizowane)",
                "3 zapłacone, 5 anulowane (not completed); 3 zapłacone, 5 anulowane (niezrealizowane)",
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "config/documents.yaml, line 12: the rule has no id | config/documents.yaml, wiersz 12: reguła nie ma id",
                "config/documents.yaml: is no UTF-8 text; save it as UTF-8 | config/documents.yaml: nie jest tekstem UTF-8; zapisz jako UTF-8",
                "routes/mine.camel.yaml, line 7: there is no bean atempt | routes/mine.camel.yaml, wiersz 7: nie ma beanu atempt",
                "routes/mine.camel.yaml, line 3: is no YAML: column 5: mapping values are not allowed here"
                        + " | routes/mine.camel.yaml, wiersz 3: nie jest poprawnym YAML, kolumna 5: mapping values are not allowed here",
                "routes/mine.camel.yaml, line 2: the id poll is taken already in routes/poll-orders.camel.yaml, line 9; choose another one"
                        + " | routes/mine.camel.yaml, wiersz 2: id poll jest już zajęte w routes/poll-orders.camel.yaml, wiersz 9; wybierz inne",
                "routes: no route begins with direct:work, which the bridge needs | trasy: żadna trasa nie zaczyna się od direct:work, a most jej potrzebuje",
                "the bridge's own engine/api.camel.yaml: no route begins with direct:x | własne trasy mostu, engine/api.camel.yaml: żadna trasa nie zaczyna się od direct:x"
            })
    @DisplayName("or is wrong with a file of routes or rules is said in Polish with its place")
    void placed(String english, String polish) {
        assertThat(book.polishProblem(english)).isEqualTo(polish);
    }

    @Test
    @DisplayName("or with rules that somebody sets, each with its line")
    void severalRules() {
        assertThat(book.polishProblems(
                        "line 3: the rule has no id; line 7: then has no kind: it must say INVOICE or RECEIPT"))
                .isEqualTo("wiersz 3: reguła nie ma id; wiersz 7: then nie ma kind: musi mówić INVOICE or RECEIPT");
        assertThat(book.polishProblems("shoper.url is missing; for example: shoper.url=https://sklep.example.pl"))
                .isEqualTo("shoper.url brakuje; na przykład: shoper.url=https://sklep.example.pl");
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
        for (String room : List.of("check", "documents", "reload", "settings")) {
            try (Stream<Path> files = Files.list(SOURCES.resolve(room))) {
                for (Path file : files.sorted().toList()) {
                    String source = Files.readString(file).replaceAll("(?m)^\\s*(\\*|/\\*\\*|//).*$", "");
                    Matcher begins = begins(room).matcher(source);
                    while (begins.find()) {
                        List<String> arguments = arguments(source, begins.end());
                        told(room, arguments)
                                .map(PhrasebookTest::sentence)
                                .filter(each -> each.matches("(?s).*[a-z]{2,}.* .*"))
                                .forEach(sentences::add);
                    }
                }
            }
        }
        return sentences;
    }

    private static Pattern begins(String room) {
        return switch (room) {
            case "settings" -> FAULT;
            case "reload" -> ROUTE;
            default -> FINDING;
        };
    }

    private static Stream<String> told(String room, List<String> arguments) {
        return switch (room) {
            case "check" -> arguments.stream().skip(1);
            case "reload" -> arguments.stream().skip(arguments.size() - 1);
            default -> arguments.stream().limit(1);
        };
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
