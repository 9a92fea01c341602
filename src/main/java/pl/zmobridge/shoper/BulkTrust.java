package pl.zmobridge.shoper;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Whether a shop is asked for orders and lines in one request ({@link Bulk}). As long as it answers that; a shop that does not is asked one by one for an hour.
 * Safe for many threads.
 */
public final class BulkTrust {
    private static final Duration PAUSE = Duration.ofHours(1);

    private final InstantSource clock;
    private Instant from = Instant.MIN;
    private boolean waiting;
    private String lost = "";
    private Optional<String> news = Optional.empty();

    /** @param clock one that nobody sets */
    public BulkTrust(InstantSource clock) {
        this.clock = clock;
    }

    /** Whether the next question may be asked so; then it is, and its answer is {@link #heard}. A shop that left the last one unanswered is not asked so again. */
    synchronized boolean asks() {
        if (waiting) {
            loses("it did not answer");
        }
        waiting = !clock.instant().isBefore(from);
        return waiting;
    }

    /** What the shop has answered to a question about new orders. */
    public synchronized void heard(OrdersAnswer answer) {
        if (answer instanceof OrdersAnswer.NotTogether not) {
            loses(not.why());
        } else if (answer instanceof OrdersAnswer.WithLines) {
            waiting = false;
            lost = "";
        }
    }

    private void loses(String why) {
        waiting = false;
        from = clock.instant().plus(PAUSE);
        if (!why.equals(lost)) {
            news = Optional.of(why);
        }
        lost = why;
    }

    /** Why the shop is not asked so any more; said once. */
    public synchronized Optional<String> news() {
        Optional<String> now = news;
        news = Optional.empty();
        return now;
    }
}
