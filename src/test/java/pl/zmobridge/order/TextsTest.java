package pl.zmobridge.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextsTest {

    @Test
    @DisplayName("clean text has no control characters, half characters or white space at its ends")
    void clean() {
        assertThat(Texts.clean("\u00a0 Łódź\r\n\tBałuty\u0000\u001b \ud83d ")).isEqualTo("Łódź Bałuty");
    }

    @Test
    @DisplayName("letters typed as letter and accent become one letter")
    void composed() {
        assertThat(Texts.clean("Z\u0307o\u0301łw")).isEqualTo("Żółw");
    }

    @Test
    @DisplayName("emoji and markup are text like any other")
    void emojiAndMarkup() {
        assertThat(Texts.clean("<b>👩‍🦰 & 5 m² 🎁</b>")).isEqualTo("<b>👩‍🦰 & 5 m² 🎁</b>");
    }

    @Test
    @DisplayName("an exact name keeps its white space and its accents")
    void exact() {
        assertThat(Texts.exact(" Odbiór  osobisty\u0007 e\u0301 ")).isEqualTo(" Odbiór  osobisty e\u0301 ");
    }

    @Property
    @Label("plain text comes out as the long way makes it: a character that only the long way knows changes nothing")
    void plain(@ForAll("mixed") String text) {
        assertThat(Texts.exact(text)).isEqualTo(Texts.exact(text + "\u0001"));
        assertThat(Texts.clean(text)).isEqualTo(Texts.clean(text + "\u3000"));
        assertThat(Texts.collapse(text)).isEqualTo(Texts.collapse(text + "\u3000"));
    }

    @Provide
    Arbitrary<String> mixed() {
        return Arbitraries.strings()
                .withChars(' ', 'a', 'Ż', 'ß', '~', '/', '\u00a0', '\u00ad', '\u007f', '\u0085', '\t', '\u02ff')
                .ofMaxLength(8);
    }

    @Test
    @DisplayName("notes keep their lines")
    void lines() {
        assertThat(Texts.cleanLines(" \r\nProszę o fakturę \r\n\r\n\tdziękuję\n "))
                .isEqualTo("Proszę o fakturę\n\ndziękuję");
    }

    @ParameterizedTest(name = "„{0}” becomes „{1}”")
    @DisplayName(
            "case 37 a basic text has only what windows-1250 has, simplified where that must be, and no doubled spaces")
    @CsvSource({
        "Zostaw u sąsiada 🙂 proszę, Zostaw u sąsiada proszę",
        "🎁 Prezent, Prezent",
        "👩‍🦰👍🏽, ''",
        "Kocham ❤️ was, Kocham was",
        "☺ ★ 1️⃣, 1",
        "„Żółw” – łódź… é ü ß € 5 °C × 2, „Żółw” – łódź… é ü ß € 5 °C × 2",
        "A ≠ B, A B",
        "Søren Ñandú Çelik İpek Ægir, Soren Nandú Çelik Ipek AEgir",
        "5 m² ½ ㎡ 10 µm 3 ‑ 4 − 5 № 6 → ≥ 7, 5 m2 1/2 m2 10 µm 3 - 4 - 5 No 6 -> >= 7",
        "Олена Іваненко, Olena Ivanenko",
        "Щур’я Юлія Ґонта Ёлкин, Shchur’ia Iuliia Gonta Elkyn",
        "Київ й 서울 ნინო, Kyiv i ?? ????",
        "𝐀ｂ, Ab",
        "dwie  spacje, dwie  spacje",
    })
    void basic(String text, String expected) {
        assertThat(Texts.basic(text)).isEqualTo(expected);
    }

    @Property
    @Label("case 37 a basic text can be stored in windows-1250, and is its own basic text")
    void storable(@ForAll("anyText") String text) {
        String basic = Texts.basic(text);
        assertThat(Charset.forName("windows-1250").newEncoder().canEncode(basic))
                .isTrue();
        assertThat(Texts.basic(basic)).isEqualTo(basic);
    }

    @Property
    @Label("cleaning clean text changes nothing")
    void cleanOnce(@ForAll("anyText") String text) {
        String clean = Texts.clean(text);
        assertThat(Texts.clean(clean)).isEqualTo(clean);
        assertThat(clean.codePoints()).noneMatch(c -> Character.isISOControl(c) || isHalf(c));
    }

    @Property
    @Label("a cut text is the beginning of the text, at most as long as allowed and never half a character")
    void cut(@ForAll("anyText") String text, @ForAll @IntRange(max = 12) int limit) {
        String whole = Texts.exact(text);
        String cut = Texts.cut(whole, limit);
        assertThat(whole).startsWith(cut);
        assertThat(cut.codePointCount(0, cut.length()))
                .isEqualTo(Math.min(limit, whole.codePointCount(0, whole.length())));
        assertThat(cut.codePoints()).noneMatch(TextsTest::isHalf);
    }

    @Provide
    Arbitrary<String> anyText() {
        return Arbitraries.oneOf(
                Arbitraries.strings().all().ofMaxLength(10),
                Arbitraries.strings()
                        .withChars(" \u00a0\t\n\u0000aéź\u0301\ud83c\udf81")
                        .ofMaxLength(15));
    }

    private static boolean isHalf(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }
}
