package pl.zmobridge.attempt;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/** Whether the workers of each shop get anywhere: since when they have finished nothing, well or badly, and how long they are at it. */
public final class Progress {
    private final LongSupplier nanos;
    private final long started;
    private final Map<String, Long> ended = new ConcurrentHashMap<>();
    private final Map<Object, Running> running = new ConcurrentHashMap<>();

    private record Running(String shop, long since) {}

    Progress() {
        this(System::nanoTime);
    }

    /** @param nanos a clock that nobody sets */
    public Progress(LongSupplier nanos) {
        this.nanos = nanos;
        this.started = nanos.getAsLong();
    }

    /** A worker begins to look for an order. */
    public void begins(Attempt attempt) {
        running.put(attempt, new Running(attempt.shop(), nanos.getAsLong()));
    }

    /** It is over; one that has found no order is no progress. */
    public void ends(Attempt attempt) {
        running.remove(attempt);
        if (attempt.isClaimed()) {
            ended.put(attempt.shop(), nanos.getAsLong());
        }
    }

    /** How long ago an attempt of the shop ended; at first, how long ago the bridge was started. */
    public Duration quiet(String shop) {
        return since(ended.getOrDefault(shop, started));
    }

    /** How long the longest attempt of the shop has been going on; empty when there is none. */
    public Optional<Duration> longest(String shop) {
        return running.values().stream()
                .filter(each -> each.shop().equals(shop))
                .map(each -> since(each.since()))
                .max(Duration::compareTo);
    }

    private Duration since(long moment) {
        return Duration.ofNanos(nanos.getAsLong() - moment);
    }
}
