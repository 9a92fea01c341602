package pl.zmobridge.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("What caused a dead letter")
class CausesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Pozycja 2: nie znaleziono towaru o kodzie SPD-1201 | Pozycja …: nie znaleziono towaru o kodzie SPD-1201",
                "Zamówienie 1201: pozycja 7 (produkt 13) | Zamówienie …: pozycja … (produkt 13)",
                "ZMO SH/1201 istnieje, ale SH/12011 nie | ZMO … istnieje, ale SH/12011 nie",
                "Brak towaru 11201 i 1201A | Brak towaru 11201 i 1201A",
                "Od 2026-10-02T09:41:07.120Z czekano 312 ms | Od … czekano …",
                "Sesja 1a2b3c4d-0000-0000-0000-1a2b3c4d5e6f wygasła | Sesja … wygasła"
            })
    @DisplayName("What differs from order to order is left out, product codes are not")
    void normalised(String words, String expected) {
        assertThat(Causes.normalised(Map.of("error", words, "number", "SH/1201", "shop_order_id", 1201L)))
                .isEqualTo(expected);
    }
}
