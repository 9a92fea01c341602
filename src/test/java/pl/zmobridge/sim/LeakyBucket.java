package pl.zmobridge.sim;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** The shop's rate limit. A refused call adds nothing to the bucket. */
final class LeakyBucket {
    private final Clock clock;
    private int limit;
    private double bandwidth;
    private boolean enforced = true;
    private double level;
    private Instant leakedAt;
    private long refused;

    LeakyBucket(Clock clock, int limit, double bandwidth) {
        this.clock = clock;
        this.leakedAt = clock.instant();
        resize(limit, bandwidth);
    }

    synchronized void resize(int newLimit, double newBandwidth) {
        limit = newLimit;
        bandwidth = newBandwidth;
        enforced = true;
        level = 0;
    }

    /** Counts and says so in the headers, but never refuses. */
    synchronized void stopRefusing() {
        enforced = false;
    }

    synchronized long refused() {
        return refused;
    }

    /** True when the calls fit. */
    synchronized boolean pour(int calls) {
        leak();
        if (enforced && level + calls > limit) {
            refused++;
            return false;
        }
        level = Math.min(level + calls, limit);
        return true;
    }

    synchronized Map<String, String> headers() {
        leak();
        return Map.of(
                "X-SHOP-API-CALLS", String.valueOf((long) Math.ceil(level)),
                "X-SHOP-API-LIMIT", String.valueOf(limit),
                "X-SHOP-API-BANDWIDTH", String.valueOf((long) bandwidth));
    }

    /** Whole seconds until one more call fits. */
    synchronized String retryAfter() {
        leak();
        return String.valueOf(Math.max(1, (long) Math.ceil((level + 1 - limit) / bandwidth)));
    }

    private void leak() {
        Instant now = clock.instant();
        double seconds = Duration.between(leakedAt, now).toNanos() / 1e9;
        level = Math.max(0, level - seconds * bandwidth);
        leakedAt = now;
    }
}
