package pl.zmobridge.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import pl.zmobridge.words.Language;
import pl.zmobridge.words.Words;

@DisplayName("Every cause of a failure")
class CauseWordsTest {
    private static final Pattern POLISH = Pattern.compile("[ąćęłńóśźżĄĆĘŁŃÓŚŹŻ]");

    @ParameterizedTest
    @EnumSource(Cause.class)
    @DisplayName("has a sentence and a hint in both languages")
    void sentencesAndHints(Cause cause) {
        for (Language language : Language.values()) {
            assertThat(Words.in(language).keys()).contains("cause." + cause, "hint." + cause);
            assertThat(Failure.of(cause).with("area", "orders").hint(language))
                    .isNotBlank()
                    .doesNotContain("{");
        }
    }

    @ParameterizedTest
    @EnumSource(Cause.class)
    @DisplayName("quotes the other system word for word in both languages")
    void quotes(Cause cause) {
        Failure failure = Failure.of(cause).quoting("Ünüsual words: {code} [x]");
        for (String argument : cause.sameWhen()) {
            failure = failure.with(argument, "A-1");
        }
        boolean quoting = cause != Cause.NO_CARD
                && cause != Cause.ZMO_GONE
                && cause != Cause.ZMO_IN_BUFFER
                && cause != Cause.ERP_KEY_UNKNOWN
                && cause != Cause.KSEF_MISSING
                && cause != Cause.NO_PAYMENT_FORM
                && cause != Cause.PAYMENT_FORM_UNKNOWN
                && cause != Cause.PAYMENT_UNMATCHED;
        for (Language language : Language.values()) {
            if (quoting) {
                assertThat(failure.text(language)).contains("Ünüsual words: {code} [x]");
            }
            assertThat(failure.text(language)).isNotBlank();
        }
    }

    @Test
    @DisplayName("that is a hook's reason stays as it was written, whatever sentence of the bridge it looks like")
    void hooksReason() {
        String reason = "Zamówienie na 320.88 PLN: zadzwoń do klienta";

        for (Language language : Language.values()) {
            assertThat(Failure.of(Cause.HELD_BY_HOOK).quoting(reason).text(language))
                    .isEqualTo(reason);
        }
    }

    @Test
    @DisplayName("is told in English without a Polish letter, and so is everything else")
    void englishIsEnglish() {
        Words english = Words.in(Language.EN);
        for (String key : english.keys()) {
            String kind = key.substring(0, key.indexOf('.'));
            assertThat(english.name(kind, key.substring(kind.length() + 1)))
                    .describedAs(key)
                    .doesNotContainPattern(POLISH);
        }
    }

    @Test
    @DisplayName("and everything else has a text in both languages, with the same gaps or fewer in English")
    void bothLanguagesHaveTheSameTexts() {
        Set<String> polish = new TreeSet<>(Words.in(Language.PL).keys());
        assertThat(polish)
                .hasSizeGreaterThan(150)
                .isEqualTo(new TreeSet<>(Words.in(Language.EN).keys()));
    }
}
