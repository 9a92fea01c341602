package pl.zmobridge.api;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Lets one line a minute into the log about what strangers can cause as often as they like, with the number of times. */
public final class OnceAMinute {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final InstantSource clock;
    private Instant next = Instant.MIN;
    private long times;

    /** Writes the line. */
    @FunctionalInterface
    public interface Line {
        /** @param times how often it happened since the last line */
        void write(long times);
    }

    public OnceAMinute(InstantSource clock) {
        this.clock = clock;
    }

    /** It has happened once more. */
    public void happened(Line line) {
        long since = count();
        if (since > 0) {
            line.write(since);
        }
    }

    private synchronized long count() {
        times++;
        Instant now = clock.instant();
        if (now.isBefore(next)) {
            return 0;
        }
        long since = times;
        times = 0;
        next = now.plus(MINUTE);
        return since;
    }
}
