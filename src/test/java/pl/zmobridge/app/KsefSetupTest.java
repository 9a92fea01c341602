package pl.zmobridge.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("KSeF is asked")
class KsefSetupTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-27T05:00:01Z"));

    @Test
    @DisplayName("by one bridge a turn: half a turn is left alone, and of a schedule that never comes again a while")
    void quiet() {
        assertThat(KsefSetup.quiet("0 0/15 * * * ?", CLOCK)).isEqualTo(Duration.ofSeconds(450));
        assertThat(KsefSetup.quiet("0/4 * * * * ?", CLOCK)).isEqualTo(Duration.ofSeconds(2));
        assertThat(KsefSetup.quiet("0 0 0 1 1 ? 2099", CLOCK)).isPositive();
    }
}
