package pl.zmobridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pl.zmobridge.words.Language;
import pl.zmobridge.words.Words;

@DisplayName("What commands say")
class CliWordsTest {
    private static final Path SOURCES = Path.of("src/main/java/pl/zmobridge");
    private static final Pattern KINDS = Pattern.compile("(cli|label|column|client|away)\\..*");
    private static final Pattern CODES = Pattern.compile("\"#?([A-Z][A-Z_]+)\"");

    @Test
    @DisplayName("is there in both languages, with the same arguments")
    void bothLanguages() {
        assertThat(keys(Language.PL)).isEqualTo(keys(Language.EN)).hasSizeGreaterThan(100);
        for (String key : keys(Language.EN)) {
            assertThat(gaps(Language.PL, key)).describedAs(key).isEqualTo(gaps(Language.EN, key));
        }
    }

    @Test
    @DisplayName("is worded for every code that a command names, and no sentence is left over")
    void everyCode() throws IOException {
        String sources = text(SOURCES.resolve("cli")) + text(SOURCES.resolve("api/client"));
        Set<String> worded = keys(Language.EN).stream()
                .map(key -> key.replaceFirst("^\\w+\\.", ""))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> named = new TreeSet<>();
        Matcher code = CODES.matcher(sources);
        while (code.find()) {
            named.add(code.group(1));
        }
        Matcher speaking = Pattern.compile("(?:tell|text|counted|warn|line|said)\\(\\s*\"([A-Z_]+)\"")
                .matcher(sources);
        while (speaking.find()) {
            String said = speaking.group(1);
            assertThat(worded).containsAnyOf(said, said + "_ONE");
        }
        assertThat(worded.stream()
                        .filter(each -> !each.matches("shop|ERP|database|PERSON|STOCK|SYSTEM"))
                        .map(each -> each.replaceFirst("_(ONE|FEW|MANY)$", "")))
                .allMatch(named::contains);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0 wstrzymanych wpisów, 0 dead letters",
        "1, 1 wstrzymany wpis, 1 dead letter",
        "2, 2 wstrzymane wpisy, 2 dead letters",
        "5, 5 wstrzymanych wpisów, 5 dead letters",
        "12, 12 wstrzymanych wpisów, 12 dead letters",
        "21, 21 wstrzymanych wpisów, 21 dead letters",
        "103, 103 wstrzymane wpisy, 103 dead letters",
        "113, 113 wstrzymanych wpisów, 113 dead letters"
    })
    @DisplayName("counts as the language does")
    void counts(long count, String polish, String english) {
        assertThat(new Speech(Language.PL).counted("LETTERS", count)).isEqualTo(polish);
        assertThat(new Speech(Language.EN).counted("LETTERS", count)).isEqualTo(english);
    }

    private static Set<String> keys(Language language) {
        return Words.in(language).keys().stream()
                .filter(key -> KINDS.matcher(key).matches())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> gaps(Language language, String key) {
        String[] parts = key.split("\\.", 2);
        Set<String> gaps = new TreeSet<>();
        Matcher gap = Pattern.compile("\\{(\\w+)").matcher(source(language, parts[0] + "." + parts[1]));
        while (gap.find()) {
            gaps.add(gap.group(1));
        }
        return gaps;
    }

    private static String source(Language language, String key) {
        try {
            return Files.readAllLines(Path.of("src/main/resources/words/" + language.tag() + ".properties")).stream()
                    .filter(line -> line.startsWith(key + "="))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String text(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            StringBuilder text = new StringBuilder();
            for (Path file : files.toList()) {
                text.append(Files.readString(file));
            }
            return text.toString();
        }
    }
}
