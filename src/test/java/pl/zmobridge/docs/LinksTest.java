package pl.zmobridge.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Follows every link of every Markdown page that stays in the repository. */
@DisplayName("Links in Markdown files")
class LinksTest {
    @Test
    @DisplayName("lead to files and headings that exist")
    void noLinkDangles() {
        List<String> dangling = new ArrayList<>();
        for (Path page : RepositoryFiles.endingIn(".md")) {
            for (String link : new Markdown(RepositoryFiles.text(page)).links()) {
                problem(page, link).ifPresent(problem -> dangling.add(page + ": " + link + ": " + problem));
            }
        }

        assertThat(dangling).isEmpty();
    }

    @Test
    @DisplayName("of pages that a release holds lead to what it holds")
    void noLinkLeadsOutOfTheRelease() {
        String assembly = RepositoryFiles.text(Path.of("src/assembly/release.xml"));
        List<String> packed = Pattern.compile("(?s)<directory>\\.</directory>(.*?)</fileSet>")
                .matcher(assembly)
                .results()
                .flatMap(set -> Pattern.compile("<include>([^<]+)</include>")
                        .matcher(set.group(1))
                        .results())
                .map(include -> include.group(1))
                .toList();
        assertThat(packed).contains("docs/**", "README*.md");
        List<String> leaving = new ArrayList<>();
        for (Path page : RepositoryFiles.endingIn(".md")) {
            if (isPacked(page, packed)) {
                new Markdown(RepositoryFiles.text(page))
                        .links().stream()
                                .map(link -> link.split("#", 2)[0])
                                .filter(link -> !link.isEmpty() && !link.matches("[a-z][a-z0-9+.-]*:.*"))
                                .filter(link ->
                                        !isPacked(page.resolveSibling(link).normalize(), packed))
                                .forEach(link -> leaving.add(page + ": " + link));
            }
        }

        assertThat(leaving).isEmpty();
    }

    private static boolean isPacked(Path file, List<String> includes) {
        return includes.stream()
                .anyMatch(include -> include.equals(file + "/**")
                        || FileSystems.getDefault()
                                .getPathMatcher("glob:" + include)
                                .matches(file));
    }

    @Test
    @DisplayName("Rows of tables have as many cells as the table's head")
    void tablesAreWhole() {
        List<String> broken = new ArrayList<>();
        for (Path page : RepositoryFiles.endingIn(".md")) {
            int columns = 0;
            for (String line : RepositoryFiles.text(page).split("\n")) {
                int cells = line.startsWith("|") ? line.split("(?<!\\\\)\\|", -1).length : 0;
                if (cells != 0 && columns != 0 && cells != columns) {
                    broken.add(page + ": " + line);
                }
                columns = cells == 0 ? 0 : columns == 0 ? cells : columns;
            }
        }

        assertThat(broken).isEmpty();
    }

    private static Optional<String> problem(Path page, String link) {
        if (link.matches("[a-z][a-z0-9+.-]*:.*")) {
            return Optional.empty();
        }
        String[] parts = URLDecoder.decode(link.replace("+", "%2B"), StandardCharsets.UTF_8)
                .split("#", 2);
        Path target = parts[0].isEmpty() ? page : page.resolveSibling(parts[0]).normalize();
        if (target.startsWith("..") || target.isAbsolute()) {
            return Optional.of("outside of the repository");
        }
        if (!Files.exists(target)) {
            return Optional.of("no such file");
        }
        if (parts.length == 2
                && !new Markdown(RepositoryFiles.text(target)).anchors().contains(parts[1])) {
            return Optional.of("no such heading");
        }
        return Optional.empty();
    }
}
