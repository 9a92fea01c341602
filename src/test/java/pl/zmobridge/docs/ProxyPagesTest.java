package pl.zmobridge.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Without a password the bridge refuses what a proxy passes on, so nobody is told of the one without the other. */
@DisplayName("A page that speaks of a proxy before the bridge")
class ProxyPagesTest {
    /** They speak of what stands before another system. */
    private static final Set<String> OTHER_PROXIES =
            Set.of("docs/scaling.md", "docs/reliability.md", "docs/wire-shoper.md", "docs/wire-symfonia.md");

    static Stream<Path> pages() {
        return Stream.of(".md", ".yaml", ".conf", "Caddyfile", "Dockerfile", ".service", ".properties")
                .flatMap(ending -> RepositoryFiles.endingIn(ending).stream())
                .filter(page -> !page.startsWith("src") && !OTHER_PROXIES.contains(page.toString()))
                .filter(page -> RepositoryFiles.text(page).matches("(?is).*\\b(reverse |http )?proxy\\b.*"));
    }

    @ParameterizedTest(name = "{0} says that a password is needed")
    @MethodSource("pages")
    void saysThatAPasswordIsNeeded(Path page) {
        assertThat(RepositoryFiles.text(page)).contains("ops.password");
    }
}
