package pl.zmobridge.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pl.zmobridge.failure.Cause;
import pl.zmobridge.failure.Failure;
import pl.zmobridge.words.Language;
import pl.zmobridge.words.Phrase;

@DisplayName("What caused a dead letter")
class CausesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Zamówienie 1201: pozycja „Kubek” (produkt 13) | Zamówienie …: pozycja „Kubek” (produkt 13)",
                "ZMO SH/1201 istnieje, ale SH/12011 nie | ZMO … istnieje, ale SH/12011 nie",
                "Brak towaru 11201 i 1201A | Brak towaru 11201 i 1201A",
                "Od 2026-10-02T09:41:07.120Z czekano 312 ms | Od … czekano …",
                "Sesja 1a2b3c4d-0000-0000-0000-1a2b3c4d5e6f wygasła | Sesja … wygasła"
            })
    @DisplayName("Of words, what differs from order to order is left out, product codes are not")
    void normalised(String words, String expected) {
        assertThat(Causes.same(row(Failure.of(Cause.ERP_REFUSED).quoting(words))))
                .isEqualTo("ERP_REFUSED\n" + expected);
    }

    @Test
    @DisplayName("The number of the ERP's line does not matter")
    void lines() {
        Failure second = Failure.of(Cause.ERP_REFUSED).with("line", 2).quoting("Pozycja 2: nieprawidłowa wartość.");
        Failure fifth = Failure.of(Cause.ERP_REFUSED).with("line", 5).quoting("Pozycja 5: nieprawidłowa wartość.");

        assertThat(Causes.same(row(second))).isEqualTo(Causes.same(row(fifth)));
    }

    @Test
    @DisplayName("One product is one cause, whatever else the words say; another product is another one")
    void arguments() {
        Failure one = Failure.of(Cause.NO_STOCK).with("code", "A-1").quoting("Brak stanu towaru A-1, wymagane 5");
        Failure more = Failure.of(Cause.NO_STOCK).with("code", "A-1").quoting("Brak stanu towaru A-1, wymagane 7");
        Failure other = Failure.of(Cause.NO_STOCK).with("code", "A-2").quoting("Brak stanu towaru A-2, wymagane 5");

        assertThat(Causes.same(row(one))).isEqualTo(Causes.same(row(more))).isNotEqualTo(Causes.same(row(other)));
    }

    @Test
    @DisplayName("What the version before wrote over a row is told by its text, not by what the row was before")
    void leftOver() {
        Map<String, Object> row =
                row(Failure.of(Cause.NO_STOCK).with("code", "A-1").quoting("Brak stanu towaru A-1"));
        row.put("error", "Okres sprawozdawczy jest zamknięty.");

        assertThat(Told.failure(row)).isEqualTo(Failure.of(Cause.OTHER).quoting("Okres sprawozdawczy jest zamknięty."));
    }

    private static Map<String, Object> row(Failure failure) {
        Map<String, Object> row = new HashMap<>();
        row.put("step", "IMPORT");
        row.put("number", "SH/1201");
        row.put("shop_order_id", 1201L);
        row.put("system", failure.system().name());
        row.put("cause", failure.cause().name());
        row.put("arguments", Phrase.json(failure.arguments()));
        row.put("words", failure.words());
        row.put("error", failure.text(Language.PL));
        return row;
    }
}
