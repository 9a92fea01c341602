package pl.zmobridge.shoper;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Whether a shop is asked several questions in one request ({@link Bulk}). As long as it answers that; one that does not is asked one by one for an hour, or for a minute
 * when its answer says nothing of the next one. Safe for many threads.
 */
public final class BulkTrust {
    private static final Duration PAUSE = Duration.ofHours(1);
    private static final Duration SHORT_PAUSE = Duration.ofMinutes(1);

    private final InstantSource clock;
    private Instant from = Instant.MIN;
    private String said = "";

    /** @param clock one that nobody sets */
    public BulkTrust(InstantSource clock) {
        this.clock = clock;
    }

    synchronized boolean isThere() {
        return !clock.instant().isBefore(from);
    }

    /**
     * What the shop has answered to a question about new orders.
     *
     * @return why it is asked one by one from now on, when that is to be said: the same reason is said once
     */
    public synchronized Optional<String> heard(OrdersAnswer answer) {
        if (answer instanceof OrdersAnswer.NotTogether not) {
            from = clock.instant().plus(not.passing() ? SHORT_PAUSE : PAUSE);
            if (not.passing()) {
                return Optional.empty();
            }
            Optional<String> news = Optional.of(not.why()).filter(why -> !why.equals(said));
            said = not.why();
            return news;
        }
        if (answer instanceof OrdersAnswer.Together) {
            said = "";
        }
        return Optional.empty();
    }
}
