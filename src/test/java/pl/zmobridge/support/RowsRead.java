package pl.zmobridge.support;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** How many rows and index entries the database's server has read for whom it serves: its own count, which no other load disturbs. */
public record RowsRead(String database) {

    /** Up to now; the count itself left out. */
    public long soFar() {
        try (Connection connection = DriverManager.getConnection(database, "root", "");
                Statement statement = connection.createStatement()) {
            long before = count(statement);
            return before - (count(statement) - before);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long count(Statement statement) throws SQLException {
        long rows = 0;
        try (ResultSet counters = statement.executeQuery("SHOW GLOBAL STATUS LIKE 'Handler\\_read%'")) {
            while (counters.next()) {
                rows += counters.getLong(2);
            }
        }
        return rows;
    }
}
