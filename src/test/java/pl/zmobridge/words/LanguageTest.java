package pl.zmobridge.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The language of an answer")
class LanguageTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pl | PL",
                "pl-PL,pl;q=0.9,en;q=0.8 | PL",
                "en-GB | EN",
                "en;q=0.3,pl;q=0.7 | PL",
                "de-DE,de;q=0.9 | EN",
                "de,pl;q=0.5 | PL",
                "* | ",
                "'' | ",
                "q=x;;, | ",
                "no language at all | "
            })
    @DisplayName("is the one asked for that the bridge speaks")
    void accepted(String header, Language expected) {
        assertThat(Language.asked(header).orElse(null)).isEqualTo(expected);
    }

    @Test
    @DisplayName("is Polish for a Polish locale only")
    void locales() {
        assertThat(Language.of(Locale.forLanguageTag("pl-PL"))).isEqualTo(Language.PL);
        assertThat(Language.of(Locale.forLanguageTag("tr-TR"))).isEqualTo(Language.EN);
        assertThat(Language.EN.tag()).isEqualTo("en");
    }
}
