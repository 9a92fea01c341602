package pl.zmobridge.schedule;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/** When each shop was last polled by any node; asked of the database for all shops together, at most every few seconds. */
final class LastPolls {
    private static final Duration FRESH = Duration.ofSeconds(5);

    private final DataSource database;
    private final String sql = statement();
    private Map<String, Instant> begun = Map.of();
    private long readAt = System.nanoTime() - FRESH.toNanos();

    LastPolls(DataSource database) {
        this.database = database;
    }

    synchronized Optional<Instant> last(String shop) {
        long now = System.nanoTime();
        if (now - readAt >= FRESH.toNanos()) {
            readAt = now;
            try {
                begun = read();
            } catch (SQLException e) {
                // what was known stays; whoever needs the database for its work reports the outage
            }
        }
        return Optional.ofNullable(begun.get(shop));
    }

    private Map<String, Instant> read() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            Map<String, Instant> polls = new HashMap<>();
            while (rows.next()) {
                polls.put(rows.getString("shop"), Instant.ofEpochMilli(rows.getLong("begun_at")));
            }
            return polls;
        }
    }

    private static String statement() {
        try (InputStream in = LastPolls.class.getResourceAsStream("/sql/polls-begun.sql")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
