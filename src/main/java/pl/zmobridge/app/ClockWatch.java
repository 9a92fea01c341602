package pl.zmobridge.app;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.quartz.SchedulerException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pl.zmobridge.attempt.Shops;
import pl.zmobridge.register.Claims;
import pl.zmobridge.register.DatabaseClock;
import pl.zmobridge.register.Lives;
import pl.zmobridge.schedule.Schedule;

/**
 * Looks every two seconds whether somebody has set the database's clock or this machine's, and whether the database has lost something. Its own pace
 * depends on no clock.
 */
final class ClockWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger("pl.zmobridge.nodes");
    private static final Duration PACE = Duration.ofSeconds(2);

    private final DatabaseClock database;
    private final Lives lives;
    private final Schedule schedule;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "clock-watch");
        thread.setDaemon(true);
        return thread;
    });

    private ClockWatch(DatabaseClock database, Lives lives, Schedule schedule) {
        this.database = database;
        this.lives = lives;
        this.schedule = schedule;
    }

    /** The database's clock as it concerns these shops. */
    static DatabaseClock of(DataSource database, Shops shops, Duration longestRedelivery) {
        Duration lease = shops.all().stream()
                .map(shop -> Claims.lease(shop.target().connection().writeTimeout()))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
        return new DatabaseClock(database, System::nanoTime, shops.ids(), lease, longestRedelivery.plus(lease));
    }

    /** Looks for the first time at once, so that the first claim is judged by it. */
    static ClockWatch begin(DatabaseClock database, Lives lives, Schedule schedule) {
        ClockWatch watch = new ClockWatch(database, lives, schedule);
        watch.look();
        watch.timer.scheduleWithFixedDelay(watch::look, PACE.toMillis(), PACE.toMillis(), TimeUnit.MILLISECONDS);
        return watch;
    }

    private void look() {
        try {
            database.look();
        } catch (SQLException e) {
            // whoever needs the database for its work reports the outage
        } catch (RuntimeException | Error e) { // I11: the timer would stop
            LOG.warn("The database's clock could not be looked at: {}", e.toString());
        }
        try {
            lives.look();
        } catch (SQLException e) {
            // then the ERP is asked about each order
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the bridge stops
        } catch (RuntimeException | Error e) {
            LOG.warn("Whether the database has lost something could not be looked at: {}", e.toString());
        }
        try {
            schedule.look();
        } catch (SchedulerException | RuntimeException | Error e) { // the database's clock is looked at all the same
            LOG.warn("The polls could not be timed anew: {}", e.toString());
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
