package pl.zmobridge.monitoring.health;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** Ready: the database answers, and has room for what it is to store. */
public final class DatabaseAnswers extends Check {
    private static final int SECONDS = 5;

    private final DataSource database;
    private final Supplier<Optional<Instant>> fullSince;

    /** @param fullSince since when it has had no room; empty while it has some */
    public DatabaseAnswers(DataSource database, Supplier<Optional<Instant>> fullSince) {
        super("database");
        this.database = database;
        this.fullSince = fullSince;
    }

    @Override
    String fault() {
        try (Connection connection = database.getConnection()) {
            return connection.isValid(SECONDS) ? room() : "The database does not answer";
        } catch (SQLException e) {
            return "The database does not answer, or all connections to it are taken";
        }
    }

    private String room() {
        return fullSince
                .get()
                .map(since -> "The database has had no room on its disk for what it is to store since " + since)
                .orElse("");
    }
}
