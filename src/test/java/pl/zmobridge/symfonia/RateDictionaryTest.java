package pl.zmobridge.symfonia;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pl.zmobridge.order.CurrencyRate;
import pl.zmobridge.sim.MovableClock;

@DisplayName("Symfonia's rates of currencies")
class RateDictionaryTest {
    private static final LocalDate DAY = LocalDate.of(2026, 10, 2);

    @ParameterizedTest(name = "{0}")
    @DisplayName("W2 are those of the day and currency; 1 is none, equal ones are one, and different ones remain")
    @CsvSource(
            delimiter = '|',
            value = {
                "[] | ",
                "null | ",
                "[{'Rate':4.3100,'Date':'2026-10-02T00:00:00'}] | 4.31 of 2026-10-02",
                "{'rate':'4.31'} | 4.31 of 2026-10-02",
                "[{'Rate':4.31,'Date':'2026-10-01','CurrencyId':2}] | 4.31 of 2026-10-01",
                "[{'Rate':1}] | ",
                "[{'Rate':0}] | ",
                "[{'Rate':4.31,'CurrencyId':3}] | ",
                "[{'Rate':4.31},{'Rate':4.310}] | 4.31 of 2026-10-02",
                "[{'Rate':4.31},{'Rate':4.20}] | 4.31 of 2026-10-02, 4.2 of 2026-10-02"
            })
    void rates(String answer, String expected) {
        assertThat(String.join(
                        ", ",
                        RateDictionary.rates(Wire.read(answer.replace('\'', '"')), 2, "EUR", DAY).found().stream()
                                .map(rate -> rate.rate() + " of " + rate.date())
                                .toList()))
                .isEqualTo(expected == null ? "" : expected);
    }

    @Test
    @DisplayName("I7 are not guessed when the answer has no field of that name")
    void noRate() {
        assertThatThrownBy(() -> RateDictionary.rates(Wire.read("[{\"Kurs\":4.31}]"), 2, "EUR", DAY))
                .isInstanceOf(ErpUnavailable.class);
    }

    @Test
    @DisplayName("W2 are remembered for ten minutes, and the list of currencies is asked for first")
    void remembered() {
        MovableClock clock = new MovableClock(Instant.parse("2026-10-02T10:00:00Z"));
        RateDictionary rates = new RateDictionary(clock);
        assertThat(rates.question("EUR", DAY).orElseThrow().path()).isEqualTo("Currencies");

        rates.accept(RateDictionary.currencies(Wire.read("[{\"Id\":2,\"Code\":\"EUR\"}]")));
        assertThat(rates.question("EUR", DAY).orElseThrow().query()).isEqualTo("currencyId=2&date=2026-10-02");
        assertThat(rates.question("USD", DAY)).isEmpty();

        CurrencyRate rate = new CurrencyRate("EUR", new BigDecimal("4.31"), DAY, "Symfonia");
        rates.accept(rate, DAY);
        assertThat(rates.rate("EUR", DAY)).contains(rate);
        assertThat(rates.rate("EUR", DAY.plusDays(1))).isEmpty();
        clock.advance(Duration.ofMinutes(11));
        assertThat(rates.rate("EUR", DAY)).isEmpty();
    }
}
