package pl.zmobridge.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
