package pl.zmobridge.register;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether the database's clock, by which leases and waits end, goes on as time does. When somebody sets it, nobody knows by it any more
 * what is over: set forward it ends the lease of a write that is still going on (I8, I10), set back it lets an order wait for as long. So a
 * statement that takes a lease takes none while the clock is not where this process expects it ({@code :#clockFrom}, {@code :#clockTo});
 * and once it was set, every lease and every unclear write lasts for the longest time that one can, from now on, and what waits
 * for longer than anything waits is due.
 */
public final class DatabaseClock {
    /** Less than what a lease is longer than the work that it protects; more than a time server corrects at a time. */
    private static final Duration TOLERATED = Duration.ofSeconds(5);

    private static final Map<String, Object> ANY_TIME = Map.of(
            "clockFrom", LocalDateTime.of(1970, 1, 1, 0, 0),
            "clockTo", LocalDateTime.of(9999, 12, 31, 0, 0));

    private static final Logger LOG = LoggerFactory.getLogger("pl.zmobridge.nodes");

    private final DataSource database;
    private final LongSupplier nanoTime;
    private final List<String> shops;
    private final Duration longestLease;
    private final Duration longestWait;
    private volatile Look last;

    /** @param at what the database's clock said between two looks at this process's own one, which nobody sets */
    private record Look(LocalDateTime at, long before, long after) {
        LocalDateTime expectedAt(long nanos) {
            return at.plusNanos(nanos - after);
        }

        /** How far the clock is ahead of where it should be, by an earlier look; nothing while that may be how long the questions took. */
        Duration aheadOf(Look earlier) {
            Duration least = Duration.between(earlier.at.plusNanos(after - earlier.before), at);
            Duration most = Duration.between(earlier.at.plusNanos(before - earlier.after), at);
            if (least.isNegative() && !most.isNegative()) {
                return Duration.ZERO;
            }
            return least.isNegative() ? most : least;
        }
    }

    /**
     * @param nanoTime a clock that nobody sets
     * @param shops those of this bridge
     * @param longestLease of any of their buyers
     * @param longestWait of any of their dead letters
     */
    public DatabaseClock(
            DataSource database,
            LongSupplier nanoTime,
            Collection<String> shops,
            Duration longestLease,
            Duration longestWait) {
        this.database = database;
        this.nanoTime = nanoTime;
        this.shops = List.copyOf(shops);
        this.longestLease = longestLease;
        this.longestWait = longestWait;
    }

    /** Between which times the database's clock is now if nobody has set it. */
    public Map<String, Object> expected() {
        Look known = last;
        if (known == null) {
            return ANY_TIME;
        }
        LocalDateTime now = known.expectedAt(nanoTime.getAsLong());
        long asking = known.after - known.before;
        return Map.of(
                "clockFrom", now.minus(TOLERATED),
                "clockTo", now.plus(TOLERATED).plusNanos(asking));
    }

    /**
     * Looks at the database's clock, every few seconds; once it was set, makes right what is timed by it.
     *
     * @throws SQLException when the database does not answer; then the next look does it
     */
    public void look() throws SQLException {
        try (Connection connection = database.getConnection()) {
            Look now = look(connection);
            Duration ahead = last == null ? Duration.ZERO : now.aheadOf(last);
            if (ahead.abs().compareTo(TOLERATED) > 0) {
                beginAnew(connection);
                LOG.warn(
                        "The database's clock was set {} by {} s: what is claimed or unclear stays so for up to {} s from now,"
                                + " and what waited for longer than anything waits is due",
                        ahead.isNegative() ? "back" : "forward",
                        ahead.abs().toSeconds(),
                        longestLease.toSeconds());
            }
            last = now;
        }
    }

    private Look look(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            long before = nanoTime.getAsLong();
            try (ResultSet row = statement.executeQuery("SELECT UTC_TIMESTAMP(3)")) {
                row.next();
                return new Look(row.getObject(1, LocalDateTime.class), before, nanoTime.getAsLong());
            }
        }
    }

    /** Several bridges may do so, one after the other: that does no harm. */
    private void beginAnew(Connection connection) throws SQLException {
        change(
                connection,
                "UPDATE buyers SET claimed_until = UTC_TIMESTAMP(3) + INTERVAL ? SECOND WHERE claimed_until > '1970-01-02' AND shop IN ",
                longestLease);
        change(
                connection,
                "UPDATE imports SET unclear_until = UTC_TIMESTAMP(3) + INTERVAL ? SECOND"
                        + " WHERE step IN ('ISSUING', 'EDITING', 'WITHDRAWING', 'SELLING') AND unclear_until IS NOT NULL AND shop IN ",
                longestLease);
        change(
                connection,
                "UPDATE dead_letters SET next_attempt_at = UTC_TIMESTAMP(3)"
                        + " WHERE state = 'OPEN' AND next_attempt_at > UTC_TIMESTAMP(3) + INTERVAL ? SECOND AND shop IN ",
                longestWait);
        change(
                connection,
                "UPDATE waiting SET look_at = UTC_TIMESTAMP(3) WHERE look_at > UTC_TIMESTAMP(3) + INTERVAL ? SECOND AND shop IN ",
                Duration.ZERO);
    }

    private void change(Connection connection, String sql, Duration time) throws SQLException {
        String marks = String.join(", ", Collections.nCopies(shops.size(), "?"));
        try (PreparedStatement statement = connection.prepareStatement(sql + "(" + marks + ")")) {
            statement.setLong(1, time.toSeconds());
            for (int i = 0; i < shops.size(); i++) {
                statement.setString(i + 2, shops.get(i));
            }
            statement.executeUpdate();
        }
    }
}
