package pl.zmobridge.schedule;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Compares this machine's clock with the database's, which all nodes can ask: nodes read each other's times, so their clocks must agree. */
final class ClockCheck {
    private static final Logger LOG = LoggerFactory.getLogger("pl.zmobridge.nodes");
    private static final Duration TOLERATED = Duration.ofSeconds(1);

    private ClockCheck() {}

    /** Warns of a clock that differs by more than a second. A database that does not answer is no reason not to start. */
    static void compare(DataSource database) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            Instant before = Instant.now();
            try (ResultSet row = statement.executeQuery("SELECT ROUND(UNIX_TIMESTAMP(NOW(3)) * 1000)")) {
                row.next();
                Duration off = difference(before, Instant.ofEpochMilli(row.getLong(1)), Instant.now());
                if (off.abs().compareTo(TOLERATED) > 0) {
                    LOG.warn(
                            "This machine's clock is {} ms {} the database's. Set both by a time server (chrony, systemd-timesyncd):"
                                    + " nodes whose clocks differ take each other for dead",
                            off.abs().toMillis(),
                            off.isNegative() ? "behind" : "ahead of");
                }
            }
        } catch (SQLException e) {
            // whoever needs the database for its work reports the outage
        }
    }

    /** How far the own clock is ahead of another that was read between two looks at the own one. */
    static Duration difference(Instant before, Instant other, Instant after) {
        if (other.isBefore(before)) {
            return Duration.between(other, before);
        }
        return other.isAfter(after) ? Duration.between(other, after) : Duration.ZERO;
    }
}
