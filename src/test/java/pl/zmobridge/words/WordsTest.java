package pl.zmobridge.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Sentences")
class WordsTest {
    private static final Words PL = Words.in(Language.PL);
    private static final Words EN = Words.in(Language.EN);

    @Test
    @DisplayName("take their arguments as they are, and leave out what has none")
    void arguments() {
        Phrase some = Phrase.of("NO_STOCK").with("words", "Brak {code} [x]");

        assertThat(EN.text("cause", some)).isEqualTo("There is too little stock: “Brak {code} [x]”");
        assertThat(EN.text("cause", some.with("code", "A-1")))
                .isEqualTo("There is too little stock of A-1: “Brak {code} [x]”");
    }

    @Test
    @DisplayName("list what changed by its name")
    void lists() {
        Map<String, String> changes = new LinkedHashMap<>();
        changes.put("TOTAL", "1.00 → 2.00");
        changes.put("NOTES", "");

        assertThat(PL.text("event", new Phrase("CHANGED", changes)))
                .isEqualTo("Zmiany w sklepie: suma: 1.00 → 2.00; uwagi");
        assertThat(EN.text("event", new Phrase("CHANGED", changes)))
                .isEqualTo("Changed in the shop: total: 1.00 → 2.00; notes");
    }

    @Test
    @DisplayName("of the rules are told in English with what they quote")
    void retold() {
        assertThat(PL.retold(
                        "said",
                        "Zamówienie 1211: pozycja „Kubek, 2 szt.” (produkt 13) nie ma kodu; uzupełnij Kod w sklepie i w tym"
                                + " zamówieniu, a potem ponów import, albo dopuść w konfiguracji pozycje jednorazowe.",
                        Language.EN))
                .isEqualTo(
                        "Order 1211: line “Kubek, 2 szt.” (product 13) has no code; enter the code in the shop and in"
                                + " this order, then try again, or allow one-off lines in the configuration.");
        assertThat(PL.retold("reason", "Klient się rozmyślił", Language.EN)).isEqualTo("Klient się rozmyślił");
        assertThat(PL.retold("reason", "Status w sklepie: anulowane", Language.PL))
                .isEqualTo("Status w sklepie: anulowane");
    }

    @Test
    @DisplayName("survive the register as code and arguments")
    void json() {
        Phrase phrase = Phrase.of("ISSUED").with("number", "SH/1 \"x\"");

        assertThat(new Phrase("ISSUED", Phrase.arguments(phrase.json()))).isEqualTo(phrase);
        assertThat(Phrase.arguments("")).isEmpty();
        assertThat(Phrase.arguments("[1]")).isEmpty();
    }
}
