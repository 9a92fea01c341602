package pl.zmobridge.shoper;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SightingsTest {
    private static final Duration HOUR = Duration.ofHours(1);

    private Instant now = Instant.parse("2026-03-02T12:00:00Z");
    private final Sightings sightings = new Sightings(() -> now);

    @Test
    void aStatusThatWasReadAMomentAgoServesOneRealisation() {
        sightings.seen(7);
        now = now.plusSeconds(14);

        assertThat(sightings.isOld(7)).isFalse();
        assertThat(sightings.isOld(7)).isTrue();
    }

    @Test
    void aStatusThatWasReadBeforeTheClockWasSetBackIsReadAgain() {
        sightings.seen(7);
        now = now.minus(HOUR);

        assertThat(sightings.isOld(7)).isTrue();
    }

    @Test
    void linesThatWereReadBeforeTheClockWasSetBackAreReadAgain() {
        Instant received = now.minus(HOUR.multipliedBy(3));
        sightings.read(7);
        assertThat(sightings.isOutdated(7, received)).isFalse();

        now = now.minus(HOUR);

        assertThat(sightings.isOutdated(7, received)).isTrue();
    }
}
