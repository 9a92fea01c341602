package pl.zmobridge.schedule;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** This machine's clock, which a time server or a person may set, beside one that nobody sets. */
final class OwnClock {
    /** More than a time server corrects at a time. */
    private static final Duration TOLERATED = Duration.ofSeconds(5);

    private final LongSupplier millis;
    private final LongSupplier nanoTime;
    private long lastMillis;
    private long lastNanos;

    /** @param nanoTime the clock that nobody sets */
    OwnClock(LongSupplier millis, LongSupplier nanoTime) {
        this.millis = millis;
        this.nanoTime = nanoTime;
        lastMillis = millis.getAsLong();
        lastNanos = nanoTime.getAsLong();
    }

    /** Whether it was set back since the last time that this was asked. */
    boolean wasSetBack() {
        long now = millis.getAsLong();
        long nanos = nanoTime.getAsLong();
        long ahead = now - lastMillis - TimeUnit.NANOSECONDS.toMillis(nanos - lastNanos);
        lastMillis = now;
        lastNanos = nanos;
        return ahead < -TOLERATED.toMillis();
    }
}
