package pl.zmobridge.monitoring.health;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Ready: the database answers. */
public final class DatabaseAnswers extends Check {
    private static final int SECONDS = 5;

    private final DataSource database;

    public DatabaseAnswers(DataSource database) {
        super("database");
        this.database = database;
    }

    @Override
    String fault() {
        try (Connection connection = database.getConnection()) {
            return connection.isValid(SECONDS) ? "" : "The database does not answer";
        } catch (SQLException e) {
            return "The database does not answer, or all connections to it are taken";
        }
    }
}
