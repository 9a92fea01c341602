package pl.zmobridge.docs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MarkdownTest {
    @Test
    void headingsBecomeTheAnchorsThatGitHubMakes() {
        Markdown page = new Markdown(
                """
                # L5: the `sum`, of all lines
                ## Jako usługa (Windows)
                ## Twice
                ## Twice
                <a id="own"></a>
                ```
                # no heading
                ```
                """);

        assertThat(page.anchors())
                .containsExactlyInAnyOrder("l5-the-sum-of-all-lines", "jako-usługa-windows", "twice", "twice-1", "own");
    }

    @Test
    void linksAreFoundInEveryFormButNotInCode() {
        Markdown page = new Markdown(
                """
                [a](a.md#x), ![b](<b.png>), [c](c.md "title") and `[no](no.md)`
                [d]: d.md
                <img src="e.svg" alt="">
                ```
                [no](no.md)
                ```
                <!-- [no](no.md) -->
                """);

        assertThat(page.links()).containsExactlyInAnyOrder("a.md#x", "b.png", "c.md", "d.md", "e.svg");
    }
}
