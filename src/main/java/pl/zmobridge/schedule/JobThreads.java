package pl.zmobridge.schedule;

import java.util.concurrent.Executor;
import java.util.concurrent.Phaser;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.quartz.spi.ThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Quartz's threads, taken from a pool that grows: a poll runs in its job, and a shop that answers slowly must never keep the poll
 * of another waiting for a thread. Shops that are not being polled cost none. Public because Quartz calls it by reflection.
 */
public final class JobThreads implements ThreadPool {
    /** What Quartz is told; more shops than this are not polled at the same instant by one node. */
    private static final int MANY = 1000;

    private static final int PATIENCE_SECONDS = 10;

    private static final Logger LOG = LoggerFactory.getLogger(JobThreads.class);

    private final Executor threads;
    private final Phaser running = new Phaser(1);

    JobThreads(Executor threads) {
        this.threads = threads;
    }

    @Override
    public boolean runInThread(Runnable job) {
        running.register();
        Runnable counted = () -> {
            try {
                job.run();
            } finally {
                running.arriveAndDeregister();
            }
        };
        try {
            threads.execute(counted);
        } catch (RejectedExecutionException e) {
            running.arriveAndDeregister(); // the bridge stops
        } catch (Error e) { // I11: no thread could be had; a job that was not run would keep its shop out of the
            // schedule for good
            LOG.warn("A poll runs in the schedule's own thread, which keeps others waiting: {}", e.toString());
            counted.run();
        }
        // never false: Quartz would take a job that got no thread out of the schedule of every node, for good
        return true;
    }

    @Override
    public int blockForAvailableThreads() {
        return MANY;
    }

    @Override
    public int getPoolSize() {
        return MANY;
    }

    /** Waits for jobs for a limited time: a job that cannot reach the database to record its end would never be over. */
    @Override
    public void shutdown(boolean waitForJobs) {
        if (!waitForJobs) {
            return;
        }
        try {
            running.awaitAdvanceInterruptibly(running.arriveAndDeregister(), PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (TimeoutException e) {
            // another node takes its polls over, as after a kill
        }
    }

    @Override
    public void initialize() {
        // nothing to prepare
    }

    @Override
    public void setInstanceId(String id) {
        // the threads have names of their own
    }

    @Override
    public void setInstanceName(String name) {
        // the threads have names of their own
    }
}
