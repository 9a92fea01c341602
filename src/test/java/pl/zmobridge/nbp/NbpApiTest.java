package pl.zmobridge.nbp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pl.zmobridge.failure.Cause;
import pl.zmobridge.order.CurrencyRate;
import pl.zmobridge.wire.Answer;
import pl.zmobridge.wire.Request;

@DisplayName("The National Bank of Poland")
class NbpApiTest {
    private static final LocalDate DAY = LocalDate.of(2026, 10, 1);
    private static final String ANSWER =
            "{\"table\":\"A\",\"currency\":\"euro\",\"code\":\"EUR\",\"rates\":[{\"no\":\"191/A/NBP/2026\",\"effectiveDate\":\"2026-10-01\",\"mid\":4.25678901}]}";

    private static Optional<CurrencyRate> read(int status, String body) {
        return NbpApi.rate("EUR", DAY).read(new Answer(status, Map.of(), body));
    }

    @Test
    @DisplayName("W2 is asked for one currency in table A of one day")
    void asked() {
        Request<?> request = NbpApi.rate("EUR", DAY);
        assertThat(request.path()).isEqualTo("exchangerates/rates/a/eur/2026-10-01/");
        assertThat(request.query()).isEqualTo("format=json");
        assertThat(NbpApi.isAsked(request)).isTrue();
    }

    @Test
    @DisplayName("W2 says the exact rate, its day and its table")
    void exact() {
        assertThat(read(200, ANSWER))
                .contains(new CurrencyRate("EUR", new BigDecimal("4.25678901"), DAY, "NBP 191/A/NBP/2026"));
    }

    @ParameterizedTest
    @DisplayName("W2 has no table of some days")
    @CsvSource({"404, 404 NotFound - Not Found - Brak danych", "400, 400 BadRequest - Błędny zakres dat"})
    void noTable(int status, String text) {
        assertThat(read(status, text)).isEmpty();
        assertThatThrownBy(() -> read(status, "<html><title>" + text + "</title></html>"))
                .isInstanceOf(NbpAway.class);
    }

    @ParameterizedTest(name = "{1} instead of {0}")
    @DisplayName("W1 W2 may not answer for another day or currency, or with something that is no rate")
    @CsvSource({
        "EUR, USD",
        "2026-10-01, 2026-09-30",
        "4.25678901, 0",
        "4.25678901, -4.2",
        "4.25678901, null",
        "4.25678901, '\"4,25\"'",
        "mid, bid"
    })
    void other(String part, String instead) {
        assertThatThrownBy(() -> read(
                        200,
                        ANSWER.replace("\"" + part + "\"", "\"" + instead + "\"")
                                .replace(part, instead)))
                .isInstanceOfSatisfying(
                        NbpAway.class,
                        away -> assertThat(away.failure().cause()).isEqualTo(Cause.NBP_AWAY));
    }

    @ParameterizedTest
    @DisplayName("W2 is away when it says nothing")
    @CsvSource({"200, ''", "200, <html>", "500, Error", "429, Too many", "302, ''", "204, ''"})
    void away(int status, String body) {
        assertThatThrownBy(() -> read(status, body)).isInstanceOf(NbpAway.class);
    }
}
