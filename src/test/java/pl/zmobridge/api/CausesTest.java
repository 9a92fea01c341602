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
        assertThat(SameCause.same(row(Failure.of(Cause.ERP_REFUSED).quoting(words))))
                .isEqualTo("ERP_REFUSED\n" + expected);
    }

    @Test
    @DisplayName("The number of the ERP's line does not matter")
    void lines() {
        Failure second = Failure.of(Cause.ERP_REFUSED).with("line", 2).quoting("Pozycja 2: nieprawidłowa wartość.");
        Failure fifth = Failure.of(Cause.ERP_REFUSED).with("line", 5).quoting("Pozycja 5: nieprawidłowa wartość.");

        assertThat(SameCause.same(row(second))).isEqualTo(SameCause.same(row(fifth)));
    }

    @Test
    @DisplayName("One product is one cause, whatever else the words say; another product is another one")
    void arguments() {
        Failure one = Failure.of(Cause.NO_STOCK).with("code", "A-1").quoting("Brak stanu towaru A-1, wymagane 5");
        Failure more = Failure.of(Cause.NO_STOCK).with("code", "A-1").quoting("Brak stanu towaru A-1, wymagane 7");
        Failure other = Failure.of(Cause.NO_STOCK).with("code", "A-2").quoting("Brak stanu towaru A-2, wymagane 5");

        assertThat(SameCause.same(row(one)))
                .isEqualTo(SameCause.same(row(more)))
                .isNotEqualTo(SameCause.same(row(other)));
    }

    @Test
    @DisplayName("What the version before wrote over a row is told by its text, not by what the row was before")
    void leftOver() {
        Map<String, Object> row =
                row(Failure.of(Cause.NO_STOCK).with("code", "A-1").quoting("Brak stanu towaru A-1"));
        row.put("error", "Okres sprawozdawczy jest zamknięty.");

        assertThat(Told.failure(row)).isEqualTo(Failure.of(Cause.OTHER).quoting("Okres sprawozdawczy jest zamknięty."));
    }

    @Test
    @DisplayName(
            "A product that the ERP names in words of its own is found among the order's lines, with how much is wanted")
    void productInWords() {
        Map<String, Object> three =
                row(Failure.of(Cause.NO_STOCK).quoting("Stan magazynu: BUT-0042, wymagane 3, dostępne 0"));
        Map<String, Object> two =
                row(Failure.of(Cause.NO_STOCK).quoting("Stan magazynu: BUT-0042, wymagane 2, dostępne 0"));
        three.put("lines", "[{\"code\":\"BUT-0042\",\"quantity\":1.0000},{\"code\":\"BUT-0042\",\"quantity\":2.0000}]");
        two.put("lines", "[{\"code\":\"BUT-0042\",\"quantity\":2.0000},{\"code\":\"BUT-004\",\"quantity\":9}]");

        assertThat(SameCause.same(three)).isEqualTo("NO_STOCK\nBUT-0042").isEqualTo(SameCause.same(two));
        assertThat(SameCause.quantity(three, "BUT-0042"))
                .hasValueSatisfying(wanted -> assertThat(wanted).isEqualByComparingTo("3"));
    }

    @Test
    @DisplayName("Words that name two products of the order, or none, stay words")
    void noProductInWords() {
        Map<String, Object> both = row(Failure.of(Cause.NO_STOCK).quoting("Stan magazynu: A-1 i A-2"));
        both.put("lines", "[{\"code\":\"A-1\",\"quantity\":1},{\"code\":\"A-2\",\"quantity\":1}]");

        assertThat(SameCause.same(both)).isEqualTo("NO_STOCK\nStan magazynu: A-1 i A-2");
    }

    @Test
    @DisplayName(
            "A dead ERP is one cause, whether it refuses connections, is silent, or leaves a write unanswered; an odd answer is another one")
    void oneOutage() {
        Failure refused =
                Failure.of(Cause.ERP_AWAY).with("how", "NO_CONNECTION").quoting("Connection refused");
        Failure silent = Failure.of(Cause.ERP_AWAY).with("how", "NO_ANSWER").quoting("Read timed out");
        Failure write =
                Failure.of(Cause.WRITE_UNANSWERED).with("how", "NO_ANSWER").quoting("Read timed out");
        Failure odd = Failure.of(Cause.ERP_AWAY).with("how", "NOT_NAMED").with("status", 200);

        assertThat(SameCause.same(row(refused)))
                .isEqualTo(SameCause.same(row(silent)))
                .isEqualTo(SameCause.same(row(write)))
                .isNotEqualTo(SameCause.same(row(odd)));
    }

    @Test
    @DisplayName("Import and sale of one cause are one; a review, another ERP and another shop that is away are others")
    void oneKey() {
        SameCause sameCause = new SameCause(shop -> shop.equals("far") ? "http://far:9000" : "http://near:9000");
        Failure stock = Failure.of(Cause.NO_STOCK).with("code", "A-1").quoting("Brak stanu towaru A-1");
        Failure away = Failure.of(Cause.SHOP_AWAY).with("how", "NO_ANSWER");

        assertThat(sameCause.key(at("main", "IMPORT", stock)))
                .isEqualTo(sameCause.key(at("main", "REALISE", stock)))
                .isEqualTo(sameCause.key(at("books", "IMPORT", stock)))
                .isNotEqualTo(sameCause.key(at("main", "REVIEW", stock)))
                .isNotEqualTo(sameCause.key(at("far", "IMPORT", stock)));
        assertThat(sameCause.key(at("main", "IMPORT", away)))
                .isEqualTo(sameCause.key(at("main", "FEEDBACK", away)))
                .isNotEqualTo(sameCause.key(at("books", "IMPORT", away)));
    }

    private static Map<String, Object> at(String shop, String step, Failure failure) {
        Map<String, Object> row = row(failure);
        row.put("shop", shop);
        row.put("step", step);
        return row;
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
