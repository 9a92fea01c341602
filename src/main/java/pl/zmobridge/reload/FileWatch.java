package pl.zmobridge.reload;

import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Watches files on a thread of its own. It looks instead of being told, which works on any file system and for editors that write a new
 * file and rename it; an edit counts once nobody has written for a moment.
 */
final class FileWatch implements AutoCloseable {
    private static final Duration GLANCE = Duration.ofMillis(500);
    private static final Duration LATER = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** What becomes of the files. */
    interface Files {
        /** Equal as long as nobody has written. */
        Object stamp();

        /** Somebody has edited them: they stand as this stamp says. */
        Next edited(Object stamp) throws InterruptedException;

        /** Whatever went wrong is told, and the next edit is looked at all the same. */
        void failed(Throwable failure);
    }

    /** When they are looked at anew. */
    enum Next {
        WHEN_EDITED,
        AT_ONCE,
        LATER
    }

    private final ScheduledThreadPoolExecutor thread;
    private final Files files;
    private Object seen;
    private Object judged;

    FileWatch(String name, Files files) {
        this.files = files;
        thread = new ScheduledThreadPoolExecutor(1, task -> {
            Thread made = new Thread(task, name);
            made.setDaemon(true);
            return made;
        });
        thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    void start() {
        next(GLANCE);
    }

    /** What is under way is finished first. */
    @Override
    public void close() {
        thread.shutdown();
        try {
            thread.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void next(Duration pause) {
        if (!thread.isShutdown()) {
            thread.schedule(this::glance, pause.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void glance() {
        Duration pause = GLANCE;
        try {
            pause = look() == Next.LATER ? LATER : GLANCE;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) { // I11
            files.failed(e);
            pause = LATER;
        } finally {
            next(pause);
        }
    }

    private Next look() throws InterruptedException {
        Object now = files.stamp();
        boolean calm = now.equals(seen);
        seen = now;
        if (!calm || now.equals(judged)) {
            return Next.WHEN_EDITED;
        }
        judged = now;
        Next next = files.edited(now);
        if (next != Next.WHEN_EDITED) {
            judged = null;
        }
        return next;
    }
}
