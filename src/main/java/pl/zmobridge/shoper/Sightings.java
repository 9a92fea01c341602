package pl.zmobridge.shoper;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which orders' statuses this process has read from the shop a moment ago, so that a realisation right after a poll need not
 * ask again (Z11). Kept in memory: what another process saw does not count.
 */
public final class Sightings {
    private static final Duration FRESH = Duration.ofSeconds(15);
    private static final Duration LONG = Duration.ofHours(1);

    private final InstantSource clock;
    private final Map<Long, Instant> seen = new ConcurrentHashMap<>();
    private final Map<Long, Instant> read = new ConcurrentHashMap<>();
    private volatile Instant swept = Instant.MIN;

    public Sightings(InstantSource clock) {
        this.clock = clock;
    }

    public void seen(long orderId) {
        Instant now = clock.instant();
        if (!isWithin(FRESH, swept)) { // not each time: a poll may see thousands
            swept = now;
            seen.values().removeIf(at -> !isWithin(FRESH, at));
        }
        seen.put(orderId, now);
    }

    /** Whether the order's status must be read again; each sighting serves one realisation. */
    public boolean isOld(long orderId) {
        Instant at = seen.remove(orderId);
        return at == null || !isWithin(FRESH, at);
    }

    /** The order was read with its lines. */
    public void read(long orderId) {
        read.values().removeIf(at -> !isWithin(LONG, at));
        read.put(orderId, clock.instant());
    }

    /**
     * S2: whether the order's lines must be compared once more before its sale.
     *
     * @param receivedAt when they were first read
     */
    public boolean isOutdated(long orderId, Instant receivedAt) {
        Instant longAgo = clock.instant().minus(LONG);
        return receivedAt.isBefore(longAgo) && !isWithin(LONG, read.getOrDefault(orderId, Instant.MIN));
    }

    /** What seems to lie in the future was before the clock was set back, nobody knows how long ago. */
    private boolean isWithin(Duration span, Instant at) {
        Instant now = clock.instant();
        return !at.isAfter(now) && !at.isBefore(now.minus(span));
    }
}
