package pl.zmobridge.shoper;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/**
 * The shop's leaky bucket, as seen from here: every request takes a place, places come free at the shop's bandwidth. Call
 * {@link #await()} before each request and {@link #observe} with the headers of each answer, whatever its status; strip the
 * headers observed here from a message before it is used for the next request. Safe for many threads.
 *
 * <p>The estimate never falls below the shop's own level as long as nobody else uses the integration: only whole seconds of
 * leaking count (the shop may empty the bucket second by second), and requests that are not answered yet count as taken.
 */
public final class RateBucket {
    /** Before the first answer: the documented size and leak per second. */
    private static final int DEFAULT_LIMIT = 10;

    private static final double DEFAULT_BANDWIDTH = 2;
    /** So small a part of the bucket is for requests that may wait: what they take must not be missed by the others. */
    private static final double SPARE_PART = 4;

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
    /** After that time a request without an answer is taken for lost. */
    private static final long ANSWER_TIMEOUT = TimeUnit.MINUTES.toNanos(2);

    private final LongSupplier nanos;
    private final InstantSource wallClock;
    private final ReentrantLock lock = new ReentrantLock(true);
    private final Condition changed = lock.newCondition();

    private final Deque<Long> unanswered = new ArrayDeque<>();
    private boolean overlapping;
    private double level;
    private int limit = DEFAULT_LIMIT;
    private double bandwidth = DEFAULT_BANDWIDTH;
    private long leaksFrom;
    private long closedUntil;

    public RateBucket() {
        this(System::nanoTime, InstantSource.system());
    }

    /**
     * @param nanos a monotonic clock
     * @param wallClock for a {@code Retry-After} that is a date
     */
    public RateBucket(LongSupplier nanos, InstantSource wallClock) {
        this.nanos = nanos;
        this.wallClock = wallClock;
        this.leaksFrom = nanos.getAsLong();
        this.closedUntil = leaksFrom;
    }

    /** Blocks until a request may be sent, and takes its place. */
    public void await() throws InterruptedException {
        await(1);
    }

    /** The same for a request that the shop may count as several calls. */
    public void await(int calls) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (!take(calls)) {
                changed.awaitNanos(waitNanos(nanos.getAsLong(), calls));
            }
        } finally {
            lock.unlock();
        }
    }

    /** Takes a place if one is free now. */
    public boolean tryTake() {
        return tryTake(1);
    }

    boolean tryTake(int calls) {
        lock.lock();
        try {
            return take(calls);
        } finally {
            lock.unlock();
        }
    }

    /** Whether a request that may wait for as long as it takes can go now: nobody waits for a place, and hardly any is taken. */
    public boolean hasSpare() {
        lock.lock();
        try {
            return waitNanos(nanos.getAsLong(), 1) == 0
                    && !lock.hasWaiters(changed)
                    && level + 1 <= Math.max(1, (limit - reserve()) / SPARE_PART);
        } finally {
            lock.unlock();
        }
    }

    /** How long until a place is free, rounded up; 0 when one is. */
    public long waitMillis() {
        lock.lock();
        try {
            return (waitNanos(nanos.getAsLong(), 1) + 999_999) / 1_000_000;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Learns from an answer: the level, size and leak that the shop reports, and how long to keep away. Unreadable headers
     * change nothing.
     */
    public void observe(Map<String, Object> headers) {
        observe(headers, 1);
    }

    /** @param calls as many as were taken for the request */
    public void observe(Map<String, Object> headers, int calls) {
        lock.lock();
        try {
            long now = nanos.getAsLong();
            leak(now);
            for (int call = 0; call < calls; call++) {
                unanswered.pollFirst();
            }
            ShopHeaders.figure(headers, ShopHeaders.LIMIT)
                    .filter(size -> size >= 1)
                    .ifPresent(size -> limit = size.intValue());
            ShopHeaders.figure(headers, ShopHeaders.BANDWIDTH)
                    .filter(leak -> leak > 0)
                    .ifPresent(leak -> bandwidth = leak);
            ShopHeaders.figure(headers, ShopHeaders.CALLS).ifPresent(figure -> reported(figure, now));
            overlapping &= !unanswered.isEmpty();
            ShopHeaders.value(headers, ShopHeaders.RETRY_AFTER)
                    .flatMap(value -> RetryAfter.read(value, wallClock.instant()))
                    .ifPresent(pause -> closeFor(pause, now));
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Places taken now, as estimated. */
    public double level() {
        lock.lock();
        try {
            leak(nanos.getAsLong());
            return level;
        } finally {
            lock.unlock();
        }
    }

    /** The bucket's size. */
    public int limit() {
        lock.lock();
        try {
            return limit;
        } finally {
            lock.unlock();
        }
    }

    private boolean take(int calls) {
        long now = nanos.getAsLong();
        if (waitNanos(now, calls) > 0) {
            return false;
        }
        forgetLost(now);
        if (level < bandwidth) {
            // the bucket may have run dry: what it did not hold did not leak
            leaksFrom = now;
        }
        level += calls;
        for (int call = 0; call < calls; call++) {
            unanswered.addLast(now);
        }
        overlapping |= unanswered.size() > calls;
        return true;
    }

    private long waitNanos(long now, int calls) {
        leak(now);
        long closed = Math.max(0, closedUntil - now);
        int room = limit - reserve();
        double excess = level + Math.min(calls, room) - room;
        if (excess <= 0) {
            return closed;
        }
        long seconds = (long) Math.ceil(excess / bandwidth);
        return Math.max(closed, leaksFrom + seconds * SECOND - now);
    }

    /** Places never used: for levels that the shop rounds down, and for people who use the same integration. */
    private int reserve() {
        return Math.min(2, limit - 1);
    }

    private void leak(long now) {
        long seconds = (now - leaksFrom) / SECOND;
        if (seconds > 0) {
            level = Math.max(0, level - seconds * bandwidth);
            leaksFrom += seconds * SECOND;
        }
    }

    /** Of answers that crossed on their way an older one may come last: then only a higher level is believed. */
    private void reported(double calls, long now) {
        double atMost = calls + unanswered.size();
        if (!overlapping || atMost >= level) {
            level = atMost;
            leaksFrom = now;
        }
    }

    private void closeFor(Duration pause, long now) {
        long until = now + pause.toNanos();
        if (until - closedUntil > 0) {
            closedUntil = until;
        }
    }

    private void forgetLost(long now) {
        while (!unanswered.isEmpty() && now - unanswered.peekFirst() > ANSWER_TIMEOUT) {
            unanswered.removeFirst();
        }
        overlapping &= !unanswered.isEmpty();
    }
}
