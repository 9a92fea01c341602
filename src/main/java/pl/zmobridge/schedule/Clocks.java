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

/** Nodes read each other's times, so their clocks must agree; the database's is the one that all of them can ask. */
final class Clocks {
    private static final Logger LOG = LoggerFactory.getLogger("pl.zmobridge.nodes");
    private static final Duration TOLERATED = Duration.ofSeconds(1);

    private Clocks() {}

    /** Tells of a clock that differs from the database's; one that cannot be asked is no reason not to start. */
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
            // the outage is told by those who work
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
