package pl.zmobridge.symfonia;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pl.zmobridge.failure.Cause;
import pl.zmobridge.failure.FailedSystem;
import pl.zmobridge.failure.Failure;

@DisplayName("The ERP's own words")
class ErpWordsTest {

    @ParameterizedTest(name = "{1} {2}: {0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Brak wystarczającej ilości towaru BUT-0042 w magazynie MAG: wymagane 5, dostępne 1. | NO_STOCK             | BUT-0042
                    Niewystarczająca ilość. Brak stanu towaru A.1/2, wymagane 3                         | NO_STOCK             | A.1/2
                    Stan magazynu jest za mały                                                          | NO_STOCK             | ''
                    Pozycja 2: nie znaleziono towaru o kodzie SPD-1.                                    | UNKNOWN_PRODUCT_CODE | SPD-1
                    Nie znaleziono towaru o kodzie A.B-1                                                | UNKNOWN_PRODUCT_CODE | A.B-1
                    Nieznany towar XYZ, popraw                                                          | UNKNOWN_PRODUCT_CODE | XYZ
                    Pozycja 1: towar SPD-7 jest nieaktywny.                                             | PRODUCT_INACTIVE     | SPD-7
                    Pozycja 3: podaj kod towaru albo nazwę towaru jednorazowego.                        | PRODUCT_WITHOUT_CODE | ''
                    Nie znaleziono wydziału o kodzie SKLEP.                                             | UNKNOWN_SETTING      | ''
                    Nie znaleziono formy płatności o Id 4.                                              | UNKNOWN_SETTING      | ''
                    Forma płatności Przelew jest nieaktywna.                                            | UNKNOWN_SETTING      | ''
                    Okres sprawozdawczy jest zamknięty.                                                 | PERIOD_CLOSED        | ''
                    Kontrahent o kodzie SH-7 już istnieje.                                              | CONTRACTOR_EXISTS    | ''
                    Brak uprawnień do wystawiania dokumentów                                            | ERP_RIGHT_MISSING    | ''
                    Zamówienie SH/1 zostało już zrealizowane.                                           | ERP_REFUSED          | ''
                    """)
    @DisplayName("tell the cause and the product that it is about")
    void wordsHaveACause(String words, Cause cause, String code) {
        Failure failure = new ErpRefused(400, words).failure();

        assertThat(failure.cause()).isEqualTo(cause);
        assertThat(failure.system()).isEqualTo(FailedSystem.ERP);
        assertThat(failure.arguments().getOrDefault("code", "")).isEqualTo(code);
        assertThat(failure.words()).isEqualTo(words);
    }
}
