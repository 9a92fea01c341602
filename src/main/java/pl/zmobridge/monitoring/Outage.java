package pl.zmobridge.monitoring;

import java.time.Duration;
import java.time.Instant;

/**
 * How long a system has been away, and when that is told.
 *
 * @param told the last time that it was
 * @param silence from then on
 * @param failedAt the last time that it failed
 */
record Outage(Instant since, Instant told, Duration silence, Instant failedAt) {
    private static final Duration FIRST_SILENCE = Duration.ofMinutes(5);
    private static final Duration LONGEST_SILENCE = Duration.ofHours(1);

    static Outage begins(Instant now) {
        return new Outage(now, now, FIRST_SILENCE, now);
    }

    /** It lasts. Once the clock was set back, nobody knows any more for how long. */
    Outage lasts(Instant now) {
        if (now.isBefore(since)) {
            return begins(now);
        }
        if (now.isBefore(told.plus(silence))) {
            return new Outage(since, told, silence, now);
        }
        Duration doubled = silence.multipliedBy(2);
        return new Outage(since, now, doubled.compareTo(LONGEST_SILENCE) > 0 ? LONGEST_SILENCE : doubled, now);
    }

    /** Whether it is to be told now: by whoever brought this very instant, and by nobody else. */
    boolean isTold(Instant now) {
        return told == now;
    }

    long minutes(Instant now) {
        return Duration.between(since, now).toMinutes();
    }
}
