package pl.zmobridge.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import pl.zmobridge.order.OrderCard.Party;

@DisplayName("Words of other systems, in the log")
class PersonalDataTest {

    @Test
    @DisplayName("lose what looks like an e-mail address, a NIP or a PESEL, of whomever it is")
    void losePatterns() {
        assertThat(PersonalData.removed(
                        "Kontrahent (jan.kowalski@example.com), NIP 5260250274 lub 526-025-02-74, PESEL 44051401359",
                        List.of()))
                .isEqualTo("Kontrahent (…), NIP … lub …, PESEL …");
    }

    @Test
    @DisplayName("lose what the order's card knows of its parties, whole words in any case")
    void loseTheParties() {
        Party party = new Party(
                "Żak Anna",
                "Anna",
                "Żak",
                "",
                "",
                "",
                "Długa",
                "7",
                "",
                "Łódź",
                "90-001",
                "",
                "Polska",
                "PL",
                "600 700 800",
                "");

        assertThat(PersonalData.removed(
                        "Kontrahent ŻAK ANNA (Anna, ul. Długa 7, 90-001 Łódź, tel. 600 700 800) jest zablokowany; Annał nie.",
                        List.of(party)))
                .isEqualTo("Kontrahent … (…, ul. … 7, … Łódź, tel. …) jest zablokowany; Annał nie.");
    }

    @Test
    @DisplayName("keep numbers of orders, amounts, days and codes")
    void keepTheRest() {
        String words = "Zamówienie SH/1201 z 2026-11-22: towar BUT-0042, wymagane 5, suma 1234.56 PLN, HTTP 500";
        assertThat(PersonalData.removed(words, List.of())).isEqualTo(words);
    }
}
