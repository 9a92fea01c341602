package pl.zmobridge.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The console's files")
class ConsoleSourcesTest {
    private static final Path DIRECTORY = Path.of("src/main/resources/console");

    /** Ways to make markup or code of data, and resources from elsewhere; the SVG name space is only a name. */
    private static final Pattern FORBIDDEN =
            Pattern.compile("innerHTML|outerHTML|insertAdjacentHTML|document\\.write|\\beval\\b|new Function|"
                    + "createContextualFragment|DOMParser|srcdoc|setTimeout\\(['\"]|javascript:|style=|"
                    + " on\\w+=\"|https?://(?!www\\.w3\\.org/2000/svg)|@import|url\\(");

    private static final Pattern ENTRY = Pattern.compile("(?:^|, |\\s)'?([\\w.-]+)'?: '((?:[^'])*)'");

    @Test
    @DisplayName("Data never becomes markup or code, and nothing is fetched from elsewhere")
    void noMarkupOfData() throws IOException {
        for (String name : ConsoleFiles.NAMES) {
            assertThat(FORBIDDEN.matcher(read(name)).results().map(r -> r.group()))
                    .describedAs(name)
                    .isEmpty();
        }
    }

    @Test
    @DisplayName("All are served, and no others")
    void allAreServed() throws IOException {
        try (Stream<Path> files = Files.list(DIRECTORY)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(ConsoleFiles.NAMES);
        }
    }

    @Test
    @DisplayName("Both languages have the same texts, but for the plural forms that only one of them has")
    void sameTexts() throws IOException {
        assertThat(keys("pl.js")).hasSizeGreaterThan(150).isEqualTo(keys("en.js"));
    }

    @Test
    @DisplayName("Every text that a page names is there")
    void namedTexts() throws IOException {
        Set<String> known = keys("pl.js");
        for (String name : ConsoleFiles.NAMES) {
            Matcher named = Pattern.compile("\\b(?:t|plural)\\('([\\w.]+)'").matcher(read(name));
            while (named.find()) {
                assertThat(known).describedAs(name).contains(named.group(1));
            }
        }
    }

    @Test
    @DisplayName("No file needs itself, not even by way of others")
    void noCycles() throws IOException {
        Map<String, Set<String>> needs = new TreeMap<>();
        for (String name : ConsoleFiles.NAMES) {
            needs.put(
                    name,
                    Pattern.compile("from '\\./([\\w.]+)'")
                            .matcher(read(name))
                            .results()
                            .map(found -> found.group(1))
                            .collect(Collectors.toCollection(TreeSet::new)));
        }
        assertThat(needs.get("app.js")).contains("letters.js", "live.js");
        while (needs.values().stream().anyMatch(Set::isEmpty)) {
            Set<String> free = needs.entrySet().stream()
                    .filter(each -> each.getValue().isEmpty())
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toSet());
            needs.keySet().removeAll(free);
            needs.values().forEach(needed -> needed.removeAll(free));
        }
        assertThat(needs).describedAs("files that need one another").isEmpty();
    }

    @Test
    @DisplayName("What went wrong is judged by the bridge, never by words in the console")
    void noWordsAreRead() throws IOException {
        for (String name : ConsoleFiles.NAMES) {
            if (!name.equals("pl.js")) {
                assertThat(read(name)).describedAs(name).doesNotContainPattern("[ąćęłńśźż]");
            }
        }
    }

    private static Set<String> keys(String name) throws IOException {
        return ENTRY.matcher(read(name))
                .results()
                .map(entry -> entry.group(1).replaceFirst("\\.(one|few|many|other)$", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String read(String name) throws IOException {
        return Files.readString(DIRECTORY.resolve(name));
    }
}
