package pl.zmobridge.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pl.zmobridge.register.EmbeddedDatabase.BackupState;

/**
 * A backup whenever the newest one is a day old; a PC that is switched off at night makes it in the morning. A backup that fails
 * is reported in the log and in the summary, and tried again.
 */
final class DailyBackup implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DailyBackup.class);
    private static final Duration AGE = Duration.ofHours(24);
    private static final Duration FIRST_LOOK = Duration.ofMinutes(1);
    private static final Duration PACE = Duration.ofMinutes(30);

    private final Backups backups;
    private final Client client;
    private final int keep;
    private final InstantSource clock;
    private final ScheduledExecutorService timer;
    private volatile BackupState state = new BackupState(Optional.empty(), Optional.empty());

    /** @param keep how many there are at most; 0 makes none */
    DailyBackup(Backups backups, Client client, int keep, InstantSource clock) {
        this.backups = backups;
        this.client = client;
        this.keep = keep;
        this.clock = clock;
        this.timer = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "daily-backup");
            thread.setDaemon(true);
            return thread;
        });
    }

    DailyBackup begin() throws IOException {
        state = new BackupState(backups.newest(), Optional.empty());
        if (keep > 0) {
            timer.scheduleWithFixedDelay(this::look, FIRST_LOOK.toSeconds(), PACE.toSeconds(), TimeUnit.SECONDS);
        }
        return this;
    }

    BackupState state() {
        return state;
    }

    /** Makes one if one is due. */
    void look() {
        try {
            Optional<Instant> newest = backups.newest();
            state = new BackupState(newest, Optional.empty());
            Instant now = clock.instant();
            if (newest.isEmpty() || !newest.get().plus(AGE).isAfter(now)) {
                Path made = backups.write(client, now);
                backups.keep(keep);
                state = new BackupState(Optional.of(now), Optional.empty());
                LOG.info("Backup written: {}", made);
            }
        } catch (IOException | RuntimeException | Error e) { // I11: the timer would never look again
            state = new BackupState(state.lastAt(), Optional.of(String.valueOf(e.getMessage())));
            if (!timer.isShutdown()) {
                LOG.error(
                        "The daily backup has failed: {}; the newest one is {}; it is tried again in {} minutes",
                        e.getMessage(),
                        state.lastAt().map(at -> "of " + at).orElse("missing"),
                        PACE.toMinutes());
            }
        }
    }

    /** One that is being written is given up; the next start makes it. */
    @Override
    public void close() {
        timer.shutdown();
        client.stop();
        try {
            timer.awaitTermination(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
