package pl.zmobridge.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CauseClassTest {

    @ParameterizedTest(name = "{1}: {0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Brak połączenia: Connect to http://127.0.0.1:9000 failed: Connection refused | OUTAGE
                    Połączenie przerwane: 127.0.0.1:9000 failed to respond                      | OUTAGE
                    HTTP 502: Bad Gateway                                                        | OUTAGE
                    The ERP does not know the application (HTTP 401)                             | ACCESS
                    Sklep odpowiedział 403 na orders: brak. Nadaj integracji w panelu dostęp     | ACCESS
                    Brak wystarczającej ilości towaru BUT-0042 w magazynie MAG: wymagane 5       | STOCK
                    Zamówienie 1211: pozycja „Kubek” (produkt 13) nie ma kodu; uzupełnij Kod     | PRODUCT_CODE
                    Pozycja 2: nie znaleziono towaru o kodzie SPD-1.                             | PRODUCT_CODE
                    Nie znaleziono wydziału o kodzie SKLEP.                                      | SETTINGS
                    Nie znaleziono formy płatności o Id 4.                                       | SETTINGS
                    Okres sprawozdawczy jest zamknięty.                                          | PERIOD
                    Zamówienie 1231: suma 1234.56 PLN nie wynika z pozycji i dostawy             | CARD
                    ZMO SH/1 nie ma już w ERP, więc nie wiadomo, czy zamówienie zrealizowano.    | UNCLEAR
                    Zamówienie SH/1 zostało już zrealizowane.                                    | OTHER
                    """)
    void wordsHaveAClass(String error, CauseClass expected) {
        assertThat(CauseClass.of(error)).isEqualTo(expected);
    }
}
