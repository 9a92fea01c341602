package pl.zmobridge.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The database server's own count of statements, commits and settings included. */
record Statements(String schema) {

    long soFar() {
        try (Connection connection = DriverManager.getConnection(schema, "root", "");
                Statement statement = connection.createStatement();
                ResultSet status = statement.executeQuery("SHOW GLOBAL STATUS LIKE 'Questions'")) {
            return status.next() ? status.getLong(2) : 0;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
