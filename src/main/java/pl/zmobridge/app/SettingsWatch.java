package pl.zmobridge.app;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import pl.zmobridge.mending.RunningSettings;

/** Looks every few seconds whether another bridge on this database has set something. */
final class SettingsWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SettingsWatch.class);
    private static final Duration PACE = Duration.ofSeconds(5);

    private final RunningSettings settings;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "settings-watch");
        thread.setDaemon(true);
        return thread;
    });

    private String told = "";

    private SettingsWatch(RunningSettings settings) {
        this.settings = settings;
    }

    /** Takes over what is set before anything runs. */
    static SettingsWatch begin(RunningSettings settings) {
        settings.begin();
        SettingsWatch watch = new SettingsWatch(settings);
        watch.timer.scheduleWithFixedDelay(watch::look, PACE.toMillis(), PACE.toMillis(), TimeUnit.MILLISECONDS);
        return watch;
    }

    private void look() {
        try {
            settings.look();
            told = "";
        } catch (DataAccessException e) {
            LOG.debug(
                    "What is set cannot be read now", e); // whoever needs the database for its work reports the outage
        } catch (RuntimeException | Error e) { // I11: the timer would stop
            tell(e.toString());
        }
    }

    /** Once for as long as it lasts: it is tried again every few seconds. */
    private void tell(String fault) {
        if (!fault.equals(told)) {
            LOG.warn("What is set could not be taken over: {}", fault);
            told = fault;
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
