package pl.zmobridge.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OwnClockTest {
    private static final long HOUR = 3_600_000;

    private long millis = 1_700_000_000_000L;
    private long nanos = 42;
    private final OwnClock clock = new OwnClock(() -> millis, () -> nanos);

    @BeforeEach
    void anHourGoesBy() {
        goesBy(HOUR);
    }

    @Test
    void timeThatGoesByIsNoJump() {
        assertThat(clock.wasSetBack()).isFalse();
    }

    @Test
    void aClockThatIsSetBackIsSeenOnce() {
        millis -= HOUR;

        assertThat(clock.wasSetBack()).isTrue();
        goesBy(2_000);
        assertThat(clock.wasSetBack()).isFalse();
    }

    @Test
    void aClockThatIsSetForwardLetsNothingWait() {
        millis += HOUR;

        assertThat(clock.wasSetBack()).isFalse();
    }

    @Test
    void whatATimeServerCorrectsIsNoJump() {
        millis -= 3_000;

        assertThat(clock.wasSetBack()).isFalse();
    }

    private void goesBy(long time) {
        millis += time;
        nanos += TimeUnit.MILLISECONDS.toNanos(time);
    }
}
