package pl.zmobridge.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pl.zmobridge.order.Settling.Look;

@DisplayName("S1 an order that is still being built waits")
class SettlingTest {
    private static final Settling SETTLING = new Settling(Duration.ofSeconds(20));
    private static final ZonedDateTime PLACED = ZonedDateTime.parse("2026-10-02T10:00:00+02:00[Europe/Warsaw]");
    private static final Look HALF = new Look("112.00", "2");

    @ParameterizedTest(name = "after {0} s: {1}")
    @DisplayName("case 6 it is imported once it is older than 20 s, the shop's clock being ahead or not")
    @CsvSource({"-300, false", "0, false", "19, false", "20, true", "3600, true"})
    void age(int seconds, boolean settled) {
        Instant now = PLACED.toInstant().plusSeconds(seconds);
        assertThat(SETTLING.isSettled(PLACED, now, HALF, Optional.empty())).isEqualTo(settled);
    }

    @Test
    @DisplayName("case 6 a young one is imported when it has not changed since the last look")
    void unchanged() {
        Instant now = PLACED.toInstant().plusSeconds(5);
        Look grown = new Look("122.00", "2");
        Look more = new Look("112.00", "3");
        assertThat(SETTLING.isSettled(PLACED, now, HALF, Look.read("112 / 2.0")))
                .isTrue();
        assertThat(SETTLING.isSettled(PLACED, now, HALF, Look.read(HALF.text())))
                .isTrue();
        assertThat(SETTLING.isSettled(PLACED, now, grown, Optional.of(HALF))).isFalse();
        assertThat(SETTLING.isSettled(PLACED, now, more, Optional.of(HALF))).isFalse();
    }

    @Test
    @DisplayName("0s turns the rule off")
    void off() {
        assertThat(new Settling(Duration.ZERO)
                        .isSettled(PLACED.plusYears(1), PLACED.toInstant(), HALF, Optional.empty()))
                .isTrue();
    }

    @Test
    @DisplayName("in the hour that winter time repeats the second time counts, so that no order seems an hour old")
    void repeatedHour() {
        ZonedDateTime placed = ShopTime.read("2026-10-25 02:30:00", ZoneId.of("Europe/Warsaw"));
        Instant secondTime = Instant.parse("2026-10-25T01:30:05Z");
        assertThat(SETTLING.isSettled(placed, secondTime, HALF, Optional.empty()))
                .isFalse();
        assertThat(SETTLING.isSettled(placed, secondTime.plusSeconds(15), HALF, Optional.empty()))
                .isTrue();
    }
}
