package pl.zmobridge.order;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pl.zmobridge.order.ShopRate.Kind;

class ShopRateTest {

    @ParameterizedTest(name = "„{0}” is {1} {2}")
    @DisplayName("V1 a rate is read from its name; exempt, not subject and zero are told apart")
    @CsvSource({
        "23%, PERCENT, 23",
        "23, PERCENT, 23",
        "' 8 % ', PERCENT, 8",
        "'5,00%', PERCENT, 5",
        "VAT 23%, PERCENT, 23",
        "Stawka VAT: 8%, PERCENT, 8",
        "2.1%, PERCENT, 2.1",
        "0%, PERCENT, 0",
        "zw., EXEMPT, 0",
        "ZW, EXEMPT, 0",
        "zwolniony, EXEMPT, 0",
        "VAT zw., EXEMPT, 0",
        "np., NOT_SUBJECT, 0",
        "N.P., NOT_SUBJECT, 0",
        "nie podlega, NOT_SUBJECT, 0",
        "0% WDT, UNKNOWN, 0",
        "19% DE, UNKNOWN, 0",
        "Podstawowa, UNKNOWN, 0",
        "'', UNKNOWN, 0",
    })
    void byName(String name, Kind kind, String percent) {
        assertThat(ShopRate.read(name).kind()).isEqualTo(kind);
        assertThat(ShopRate.read(name).percent()).isEqualByComparingTo(percent);
    }

    @ParameterizedTest(name = "„{0}” of value {1} is {2} {3}")
    @DisplayName("V1 a name without a rate leaves it to the value, but never to a value of 0")
    @CsvSource({
        "Podstawowa, 23, PERCENT, 23",
        "'', 8.00, PERCENT, 8",
        "Podstawowa, 0, UNKNOWN, 0",
        "Podstawowa, '', UNKNOWN, 0",
        "19% DE, 19, UNKNOWN, 0",
        "zw., 0, EXEMPT, 0",
        "23%, 8, PERCENT, 23",
    })
    void byValue(String name, String value, Kind kind, String percent) {
        assertThat(ShopRate.read(name, value).kind()).isEqualTo(kind);
        assertThat(ShopRate.read(name, value).percent()).isEqualByComparingTo(percent);
    }

    @ParameterizedTest(name = "„{0}” is Polish: {1}")
    @DisplayName("V3 Poland has 23, 8, 5 and 0 percent, exempt and not subject")
    @CsvSource({
        "23%, true",
        "8%, true",
        "5%, true",
        "0%, true",
        "zw., true",
        "np., true",
        "19%, false",
        "2.1%, false",
        "21%, false",
        "19% DE, false"
    })
    void polish(String name, boolean polish) {
        assertThat(ShopRate.read(name).isPolish()).isEqualTo(polish);
    }
}
