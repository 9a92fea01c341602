package pl.zmobridge.reload;

import java.time.Duration;

/**
 * Where requests that use routes of {@code routes/} wait while these are being replaced. Who is inside is waited for; who comes
 * meanwhile goes on when the new routes run.
 */
public final class Gate {
    /** More of them would take the threads that answer everybody else. */
    static final int MOST_WAITING = 10;

    private boolean shut;
    private int inside;
    private int waiting;

    /**
     * Goes in, at once or when the gate opens.
     *
     * @return false when it did not open in time, or too many wait already; then nobody has gone in
     */
    public synchronized boolean enter(Duration patience) throws InterruptedException {
        if (shut && waiting == MOST_WAITING) {
            return false;
        }
        long end = System.nanoTime() + patience.toNanos();
        waiting++;
        try {
            for (long left = patience.toMillis(); shut && left > 0; left = (end - System.nanoTime()) / 1_000_000) {
                wait(left);
            }
        } finally {
            waiting--;
        }
        if (!shut) {
            inside++;
        }
        return !shut;
    }

    /** Once for each time that somebody went in. */
    public synchronized void leave() {
        inside--;
    }

    synchronized void shut() {
        shut = true;
    }

    synchronized void open() {
        shut = false;
        notifyAll();
    }

    /** Whether nobody is inside. */
    synchronized boolean isEmpty() {
        return inside == 0;
    }
}
