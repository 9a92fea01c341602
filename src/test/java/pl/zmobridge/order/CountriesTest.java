package pl.zmobridge.order;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountriesTest {

    @ParameterizedTest(name = "„{0}” „{1}” is {2}")
    @DisplayName("K4 a country is its ISO code, from the shop's code or from its Polish or English name")
    @CsvSource({
        "PL, Polska, PL",
        "pl, '', PL",
        "'', Polska, PL",
        "'', polska, PL",
        "'', Poland, PL",
        "'', Niemcy, DE",
        "'', Germany, DE",
        "'', Czechy, CZ",
        "'', Czech Republic, CZ",
        "'', Wielka Brytania, GB",
        "DE, Polska, DE",
        "'', DE, DE",
        "XX, Atlantyda, ''",
        "'', '', ''",
    })
    void code(String code, String name, String expected) {
        assertThat(Countries.code(code, name)).isEqualTo(expected);
    }
}
