package pl.zmobridge.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
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
    @DisplayName("I11 keeps a number that nobody could write out as its text")
    @ValueSource(strings = {"1e999999999", "-1E+999999999", "1e-999999999", "1e301", "0.1e-301"})
    void keepsAnEndlessNumberAsText(String number) {
        JsonNode read = answer("{\"sum\":" + number + ",\"next\":1.10}").json().orElseThrow();

        assertThat(read.path("sum").isTextual()).isTrue();
        assertThat(read.path("sum").asText()).hasSizeLessThan(20);
        assertThat(read.path("next").decimalValue()).isEqualByComparingTo("1.10");
    }

    @ParameterizedTest
    @DisplayName("has every number that a program can have counted")
    @ValueSource(
            strings = {
                "1.7976931348623157e299",
                "1.4210854715202004E-14",
                "123456789012345678901234567890",
                "0",
                "-0.00"
            })
    void hasEveryOrdinaryNumber(String number) {
        assertThat(answer("[" + number + "]").json().orElseThrow().path(0).decimalValue())
                .isEqualByComparingTo(number);
    }

    @Test
    @DisplayName("I11 says nothing when it would take more memory to read than it is long")
    void saysNothingWhenItWouldTakeTooMuchMemory() {
        assertThat(answer("[" + "9".repeat(1_000_000) + "]").json()).isEmpty();
        assertThat(answer("[1." + "9".repeat(1_000_000) + "]").json()).isEmpty();
        assertThat(answer("[".repeat(5_000) + "]".repeat(5_000)).json()).isEmpty();
        assertThat(answer("[" + "{},".repeat(1_000_000) + "{}]").json()).isEmpty();
    }

    @Test
    @DisplayName("I7 a number that comes as text is read within the same limits")
    void readsNumbersThatComeAsText() {
        assertThat(Json.number(" 12.50 ")).contains(new BigDecimal("12.50"));
        assertThat(Json.number("1e2")).contains(new BigDecimal("1e2"));
        assertThat(Json.number("1e999999999")).isEmpty();
        assertThat(Json.number("1e-999999999")).isEmpty();
        assertThat(Json.number("9".repeat(1_000_000))).isEmpty();
        assertThat(Json.number("12,50")).isEmpty();
        assertThat(Json.number("")).isEmpty();
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
