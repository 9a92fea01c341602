package pl.zmobridge.docs;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The rule book, docs/rules.md")
class RuleBookTest {
    private static final Path BOOK = Path.of("docs/rules.md");
    private final List<String> ids = new Markdown(RepositoryFiles.text(BOOK))
            .headings().stream()
                    .map(heading -> heading.split(" ")[0])
                    .filter(word -> word.matches("[A-Z][0-9]{1,2}"))
                    .toList();

    @Test
    @DisplayName("has every id that is cited anywhere")
    void hasEveryCitedId() {
        Map<String, List<String>> unknown = new TreeMap<>();
        int cited = 0;
        for (Path file : RepositoryFiles.endingIn(Citations.ENDINGS)) {
            if (file.endsWith("CitationsTest.java")) {
                continue; // holds ids that are none
            }
            for (String id : Citations.of(file, RepositoryFiles.text(file))) {
                cited++;
                if (!ids.contains(id)) {
                    unknown.computeIfAbsent(id, any -> new ArrayList<>()).add(file.toString());
                }
            }
        }

        assertThat(unknown).isEmpty();
        assertThat(cited).describedAs("citations found").isGreaterThan(200);
    }

    @Test
    @DisplayName("has each id once, without gaps")
    void hasEachIdOnce() {
        assertThat(ids).doesNotHaveDuplicates();
        Map<Character, List<Integer>> numbers = ids.stream()
                .collect(groupingBy(
                        id -> id.charAt(0), TreeMap::new, mapping(id -> Integer.valueOf(id.substring(1)), toList())));

        assertThat(numbers.keySet())
                .containsExactlyInAnyOrder('N', 'P', 'L', 'H', 'M', 'Z', 'S', 'V', 'W', 'D', 'K', 'E', 'I');
        assertThat(numbers).allSatisfy((letter, of) -> {
            int first = of.get(0);
            for (int i = 0; i < of.size(); i++) {
                assertThat(of.get(i)).describedAs("%s%d", letter, first + i).isEqualTo(first + i);
            }
        });
    }
}
