package pl.zmobridge.register;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * When a dead letter is tried again: the wait doubles with each attempt up to a maximum and never ends, with a jitter of a
 * tenth so that a hundred letters of one outage do not come back in one instant.
 *
 * @param random numbers from 0 to 1
 */
public record Backoff(Duration initial, Duration max, DoubleSupplier random) {
    private static final double JITTER = 0.1;
    private static final int MOST_DOUBLINGS = 30;

    /**
     * The wait before the next attempt.
     *
     * @param failures attempts that have failed so far, at least 1
     */
    public Duration after(int failures) {
        double doubled = initial.toMillis() * Math.pow(2, Math.min(failures - 1, MOST_DOUBLINGS));
        double capped = Math.min(doubled, max.toMillis());
        return Duration.ofMillis(Math.round(capped * (1 - JITTER * random.getAsDouble())));
    }
}
