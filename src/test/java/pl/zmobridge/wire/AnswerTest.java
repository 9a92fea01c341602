package pl.zmobridge.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("An answer")
class AnswerTest {

    @Test
    @DisplayName("is read without its byte order mark")
    void isReadWithoutItsByteOrderMark() {
        assertThat(answer("\uFEFF{\"a\":1.10}").json().orElseThrow().path("a").decimalValue())
                .isEqualByComparingTo("1.10");
    }

    @Test
    @DisplayName("that is no JSON says nothing, and an empty one has nothing in it")
    void thatIsNoJsonSaysNothing() {
        assertThat(answer("<html>").json()).isEmpty();
        assertThat(answer(" ").json().orElseThrow().isMissingNode()).isTrue();
        assertThat(new Answer(204, Map.of(), null).json().orElseThrow().isMissingNode())
                .isTrue();
    }

    @ParameterizedTest
    @DisplayName("I6 is quoted without markup, secrets and personal data")
    @ValueSource(
            strings = {
                "<p>Authorization: Bearer TAJNE</p>",
                "Session TAJNE has ended",
                "0123456789abcdefTAJNE",
                "klient.TAJNE@example.com",
                "<script>var TAJNE = 1</script>",
                "<style>TAJNE{}</style>",
                "<b class=\"TAJNE\">"
            })
    void isQuotedWithoutSecrets(String body) {
        assertThat(answer("przed " + body + " po").excerpt())
                .startsWith("przed")
                .endsWith("po")
                .doesNotContain("TAJNE");
    }

    @Test
    @DisplayName("is quoted in short")
    void isQuotedInShort() {
        assertThat(answer("ala ma kota ".repeat(100_000)).excerpt()).hasSizeLessThan(210);
    }

    private static Answer answer(String text) {
        return new Answer(200, Map.of(), text);
    }
}
