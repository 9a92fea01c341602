package pl.zmobridge.shoper;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import pl.zmobridge.shoper.Waiting.Why;

/**
 * S8: ids below an order that was seen, of which nobody knows whether they will come: two buyers order at once, and the shop finishes
 * the higher id first. They are asked for together with the watched orders, ever more rarely: each poll for ten minutes, every ten
 * minutes for a day, every hour until the order above is three days old.
 */
final class LateIds {
    /** Of a wider gap only the ids right below the order: ids that the shop skipped in thousands never come. */
    static final int MOST = 200;

    private static final Duration EACH_POLL = Duration.ofMinutes(10);
    private static final Duration OFTEN = Duration.ofDays(1);
    private static final Duration AT_ALL = Duration.ofDays(3);

    private LateIds() {}

    /**
     * The ids between two orders.
     *
     * @param placedAt when the higher one was placed; empty when that cannot be read
     */
    static List<Waiting> between(long lower, long higher, Optional<Instant> placedAt, Instant now) {
        Duration age = placedAt.map(placed -> Duration.between(placed, now)).orElse(Duration.ZERO);
        Duration left = AT_ALL.minus(age.isNegative() ? Duration.ZERO : age);
        Duration forgetIn = left.compareTo(EACH_POLL) < 0 ? EACH_POLL : left;
        return LongStream.range(Math.max(lower + 1, higher - MOST), higher)
                .mapToObj(id -> new Waiting(id, Why.GAP, Optional.empty(), Optional.empty(), Optional.of(forgetIn)))
                .toList();
    }

    /** Whether nobody waits any more for the ids below an order that was placed then. */
    static boolean isLongAgo(Instant placed, Instant now) {
        return placed.isBefore(now.minus(AT_ALL));
    }

    /** After what time an id is asked for again that is known for so long; empty for the next poll. */
    static Optional<Duration> nextLook(Duration known) {
        if (known.compareTo(EACH_POLL) < 0) {
            return Optional.empty();
        }
        return Optional.of(known.compareTo(OFTEN) < 0 ? Duration.ofMinutes(10) : Duration.ofHours(1));
    }
}
