package pl.zmobridge.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The pictures of the documentation")
class PicturesTest {

    @Test
    @DisplayName("are all made by the console's browser test, and shown somewhere")
    void madeAndShown() throws IOException {
        Set<String> there = paths(".png");
        String pages = "";
        for (String page : paths(".md")) {
            pages += Files.readString(Path.of(page));
        }
        pages += Files.readString(Path.of("README.md")) + Files.readString(Path.of("README.pl.md"));

        assertThat(there).isEqualTo(new TreeSet<>(Pictures.MADE.keySet()));
        for (String picture : there) {
            assertThat(pages).containsAnyOf("(" + picture, "(" + picture.replaceFirst("^docs/", ""));
        }
        String test = Files.readString(Path.of("src/test/java/pl/zmobridge/console/ConsoleBrowserTest.java"));
        assertThat(test).contains("Pictures.takeFrom(PICTURES)");
    }

    private static Set<String> paths(String end) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("docs"))) {
            return files.map(path -> path.toString().replace('\\', '/'))
                    .filter(path -> path.endsWith(end))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
