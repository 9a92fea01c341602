package pl.zmobridge.app;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.MainListenerSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The log's last word, when all is closed: how long the bridge ran, and whether it let orders in work go. A signal ends the process when
 * all hooks of the JVM have returned: the one of this class waits for that word.
 */
final class Farewell extends MainListenerSupport implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger("pl.zmobridge");

    /** Less than the service file gives, so that nobody kills what would end by itself. */
    private static final long MOST_SECONDS = 100;

    private final CountDownLatch said = new CountDownLatch(1);
    private IntSupplier inWork = () -> 0;
    private long begun;
    private volatile boolean running;

    /** From now on a signal waits for {@link #close}. */
    Farewell outlivingTheRoutes() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::await, "farewell"));
        return this;
    }

    /** @param inWork how many orders are in work */
    Farewell of(IntSupplier inWork) {
        this.inWork = inWork;
        return this;
    }

    @Override
    public void afterStart(BaseMainSupport main) {
        begun = System.nanoTime();
        running = true;
    }

    /** Says it, unless the bridge has never run. */
    @Override
    public void close() {
        if (running) {
            int left = inWork.getAsInt();
            String lasted = words(Duration.ofNanos(System.nanoTime() - begun));
            if (left == 0) {
                LOG.info("ZMO Bridge has stopped after {}; no order is in work", lasted);
            } else {
                LOG.warn(
                        "ZMO Bridge has stopped after {}; {} in work let go, the next start goes on with {}",
                        lasted,
                        left == 1 ? "1 order was" : left + " orders were",
                        left == 1 ? "it" : "them");
            }
        }
        running = false;
        said.countDown();
    }

    /** {@code 3 h 12 min}, {@code 2 d 0 h}, {@code 40 s}: the two largest units. */
    static String words(Duration time) {
        if (time.toDays() > 0) {
            return time.toDays() + " d " + time.toHoursPart() + " h";
        }
        if (time.toHours() > 0) {
            return time.toHours() + " h " + time.toMinutesPart() + " min";
        }
        return time.toMinutes() > 0
                ? time.toMinutes() + " min " + time.toSecondsPart() + " s"
                : time.toSeconds() + " s";
    }

    /** One that has not started yet, and waits for its database maybe, holds nobody up. */
    void await() {
        try {
            if (running) {
                said.await(MOST_SECONDS, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
