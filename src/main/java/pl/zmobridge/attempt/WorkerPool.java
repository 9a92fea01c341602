package pl.zmobridge.attempt;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pl.zmobridge.failure.Failures;

/**
 * Workers of one kind of system for one shop: so many at once, each with a thread only while it works, so that shops without
 * work cost nothing. Who is called while all are busy comes later, in the order of the calls.
 */
final class WorkerPool {
    private static final Logger LOG = LoggerFactory.getLogger(WorkerPool.class);

    private final IntSupplier size;
    private final Executor threads;
    private final Consumer<String> work;
    private final Deque<String> called = new ArrayDeque<>();
    private final LongSupplier nanoTime;
    private long restsUntil;
    private int busy;

    /**
     * @param size how many work at once, as things are; at least one
     * @param work what a worker of this name does
     */
    WorkerPool(IntSupplier size, Executor threads, Consumer<String> work) {
        this(size, threads, work, System::nanoTime);
    }

    WorkerPool(IntSupplier size, Executor threads, Consumer<String> work, LongSupplier nanoTime) {
        this.size = size;
        this.threads = threads;
        this.work = work;
        this.nanoTime = nanoTime;
        restsUntil = nanoTime.getAsLong();
    }

    /** Nobody begins anything for so long, and nobody hears a call. */
    synchronized void rest(Duration howLong) {
        restsUntil = nanoTime.getAsLong() + howLong.toNanos();
        called.clear();
    }

    /** Calls a worker of that name; more of them than can work at once are not kept waiting. */
    void call(String worker) {
        synchronized (this) {
            if (restsUntil - nanoTime.getAsLong() > 0 || Collections.frequency(called, worker) >= size.getAsInt()) {
                return;
            }
            called.add(worker);
            if (busy >= size.getAsInt()) {
                return;
            }
            busy++;
        }
        try {
            threads.execute(this::workOn);
        } catch (RejectedExecutionException e) {
            stopped(); // the bridge stops; what is due stays due
        } catch (RuntimeException | Error e) { // I11: no thread could be had
            stopped();
            LOG.warn("No worker could begin; what is due stays due: {}", e.toString());
        }
    }

    synchronized boolean hasRoom() {
        return busy < size.getAsInt();
    }

    synchronized int busy() {
        return busy;
    }

    private void workOn() {
        for (String worker = next(); worker != null; worker = next()) {
            try {
                work.accept(worker);
            } catch (RuntimeException | Error e) {
                // I11: its place must not be lost; what it was to do stays due
                LOG.warn("A worker gave up: {}", Failures.inLog(e));
            }
        }
    }

    private synchronized String next() {
        String worker = busy > size.getAsInt() ? null : called.poll();
        if (worker == null) {
            busy--;
        }
        return worker;
    }

    private synchronized void stopped() {
        busy--;
        called.clear();
    }
}
