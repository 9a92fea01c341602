package pl.zmobridge.monitoring;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How long a system has been away, and when that is told.
 *
 * @param endsWith what shows that it is over
 * @param told the last time that the log told of it
 * @param silence from then on
 * @param failedAt the last time that it failed
 */
record Outage(Instant since, Systems.Proof endsWith, Optional<Instant> told, Duration silence, Instant failedAt) {
    private static final Duration FIRST_SILENCE = Duration.ofMinutes(5);
    private static final Duration LONGEST_SILENCE = Duration.ofHours(1);

    static Outage begins(Systems.Proof endsWith, Instant now) {
        return new Outage(now, endsWith, Optional.empty(), FIRST_SILENCE, now);
    }

    /** It lasts. Once the clock was set back, nobody knows any more for how long. */
    Outage lasts(Systems.Proof proof, Instant now) {
        Systems.Proof stronger = endsWith.compareTo(proof) > 0 ? endsWith : proof;
        return now.isBefore(since) ? begins(stronger, now) : new Outage(since, stronger, told, silence, now);
    }

    boolean mustBeTold(Instant now) {
        return told.isEmpty() || !now.isBefore(told.get().plus(silence));
    }

    Outage toldAt(Instant now) {
        Duration doubled = silence.multipliedBy(2);
        Duration next =
                told.isEmpty() ? FIRST_SILENCE : doubled.compareTo(LONGEST_SILENCE) > 0 ? LONGEST_SILENCE : doubled;
        return new Outage(since, endsWith, Optional.of(now), next, failedAt);
    }

    long minutes(Instant now) {
        return Duration.between(since, now).toMinutes();
    }
}
