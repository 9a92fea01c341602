package pl.zmobridge.register;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/**
 * Keeps two polls of one shop apart, in this process and in others (I8), by named locks of MariaDB. They live as long as the
 * one connection that holds them all, so a process that dies lets go at once and nothing needs to be written for it. The server lets
 * go of the locks of a connection that is silent for some seconds, so this one says something in time while it is open.
 */
public final class PollLock implements AutoCloseable {
    private static final int VALID_SECONDS = 5;
    /**
     * A connection whose machine vanished keeps its locks so long; the server would wait for it for hours. Shorter than what the schedule's cluster takes
     * to give up the machine: the poll that is begun anew must find the lock free, or it waits for the schedule once more.
     */
    private static final int SILENCE_SECONDS = 7;

    private static final long RETRY_MILLIS = 100;

    private final DataSource database;
    private final int silenceSeconds;
    private final Set<String> held = new HashSet<>();
    private Connection connection;
    private ScheduledExecutorService keeper;

    public PollLock(DataSource database) {
        this(database, SILENCE_SECONDS);
    }

    PollLock(DataSource database, int silenceSeconds) {
        this.database = database;
        this.silenceSeconds = silenceSeconds;
    }

    /**
     * Takes the lock of a shop.
     *
     * @param patience how many seconds to wait for another poll to end
     * @return whether it was got
     */
    public boolean acquire(String shop, int patience) throws SQLException, InterruptedException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(patience);
        while (!acquire(shop)) {
            if (System.nanoTime() >= until) {
                return false;
            }
            TimeUnit.MILLISECONDS.sleep(RETRY_MILLIS);
        }
        return true;
    }

    private synchronized boolean acquire(String shop) throws SQLException {
        // the server would give one connection the same lock twice
        if (held.contains(shop) || !ask("SELECT GET_LOCK(" + NAME + ", 0)", shop)) {
            return false;
        }
        return held.add(shop);
    }

    /** Gives the lock back; one whose connection is gone is free already. */
    public synchronized void release(String shop) {
        if (!held.remove(shop) || connection == null) {
            return;
        }
        try {
            query("SELECT RELEASE_LOCK(" + NAME + ")", shop);
        } catch (SQLException e) {
            lose();
        }
    }

    /** All locks are free. */
    @Override
    public synchronized void close() throws SQLException {
        Connection open = connection;
        if (open != null) {
            forget();
            open.close();
        }
    }

    private synchronized void keep() {
        try {
            if (connection != null && !connection.isValid(VALID_SECONDS)) {
                lose();
            }
        } catch (SQLException | RuntimeException | Error e) { // I11: the timer would stop
            lose();
        }
    }

    /** The connection is broken, and its locks are free; the next poll opens another. */
    private void lose() {
        Connection gone = connection;
        if (gone == null) {
            return;
        }
        forget();
        try {
            gone.close();
        } catch (SQLException e) {
            // it is broken
        }
    }

    private void forget() {
        keeper.shutdown();
        connection = null;
    }

    private Connection opened() throws SQLException {
        Connection opened = database.getConnection();
        try (Statement statement = opened.createStatement()) {
            statement.execute("SET SESSION wait_timeout = " + silenceSeconds);
        }
        return opened;
    }

    /** By a clock that nobody sets: a machine whose clock goes back must not fall silent. */
    private ScheduledExecutorService keeping() {
        long period = TimeUnit.SECONDS.toMillis(silenceSeconds) / 3;
        ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "keep-poll-locks");
            thread.setDaemon(true);
            return thread;
        });
        timer.scheduleWithFixedDelay(this::keep, period, period, TimeUnit.MILLISECONDS);
        return timer;
    }

    private boolean ask(String sql, String shop) throws SQLException {
        if (connection == null || !connection.isValid(VALID_SECONDS)) {
            lose();
            Connection fresh = opened();
            try {
                keeper = keeping();
            } catch (RuntimeException | Error e) { // I11: no thread for it
                fresh.close();
                throw e;
            }
            connection = fresh;
        }
        return query(sql, shop);
    }

    private boolean query(String sql, String shop) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, shop);
            try (ResultSet result = statement.executeQuery()) {
                return result.next() && result.getInt(1) == 1;
            }
        }
    }

    // named locks are the server's, not the schema's; a name has at most 64 characters
    private static final String NAME = "CONCAT('zmo-poll-', MD5(CONCAT(DATABASE(), '/', ?)))";
}
