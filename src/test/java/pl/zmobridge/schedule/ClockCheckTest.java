package pl.zmobridge.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ClockCheckTest {
    private static final Instant NOW = Instant.parse("2026-11-22T04:00:00Z");

    @Test
    void aSlowAnswerIsNoDifferenceOfTheClocks() {
        assertThat(ClockCheck.difference(NOW, NOW.plusSeconds(4), NOW.plusSeconds(5)))
                .isZero();
        assertThat(ClockCheck.difference(NOW, NOW.minusSeconds(3), NOW)).isEqualTo(Duration.ofSeconds(3));
        assertThat(ClockCheck.difference(NOW, NOW.plusSeconds(3), NOW.plusSeconds(1)))
                .isEqualTo(Duration.ofSeconds(-2));
    }
}
