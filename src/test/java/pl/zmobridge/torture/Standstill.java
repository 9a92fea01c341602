package pl.zmobridge.torture;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** For how long this machine, or this process on it, got no turn: what took long meanwhile is nobody's fault. */
final class Standstill {
    private static final long TICK = TimeUnit.MILLISECONDS.toNanos(50);

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final AtomicLong longest = new AtomicLong();
    private long last = System.nanoTime();

    private Standstill() {}

    static Standstill watch() {
        Standstill watch = new Standstill();
        watch.timer.scheduleWithFixedDelay(watch::tick, 0, TICK, TimeUnit.NANOSECONDS);
        return watch;
    }

    private void tick() {
        long now = System.nanoTime();
        longest.accumulateAndGet(now - last - TICK, Math::max);
        last = now;
    }

    /** The longest until now; it is watched no longer. */
    Duration longest() {
        timer.shutdownNow();
        return Duration.ofNanos(Math.max(0, longest.get()));
    }
}
