package pl.zmobridge.register;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;

/**
 * Keeps two polls of one shop apart, in this process and in others (I8), by a named lock of MariaDB. It lives as long as its
 * connection, so a process that dies lets go at once and nothing needs to be written for it.
 */
public final class PollLock {
    private final DataSource database;
    private final Map<String, Connection> held = new ConcurrentHashMap<>();

    public PollLock(DataSource database) {
        this.database = database;
    }

    /**
     * Takes the lock of a shop.
     *
     * @param patience how many seconds to wait for another poll to end
     * @return whether it was got
     */
    public boolean acquire(String shop, int patience) throws SQLException {
        Connection connection = database.getConnection();
        boolean got = false;
        try (PreparedStatement statement = connection.prepareStatement("SELECT GET_LOCK(" + NAME + ", ?)")) {
            statement.setString(1, shop);
            statement.setInt(2, patience);
            try (ResultSet result = statement.executeQuery()) {
                got = result.next() && result.getInt(1) == 1;
            }
        } finally {
            if (got) {
                held.put(shop, connection);
            } else {
                connection.close();
            }
        }
        return got;
    }

    /** Gives the lock back; one whose connection is gone is free already. */
    public void release(String shop) throws SQLException {
        Connection connection = held.remove(shop);
        if (connection == null) {
            return;
        }
        try (connection;
                PreparedStatement statement = connection.prepareStatement("DO RELEASE_LOCK(" + NAME + ")")) {
            statement.setString(1, shop);
            statement.execute();
        }
    }

    // named locks are the server's, not the schema's; a name has at most 64 characters
    private static final String NAME = "CONCAT('zmo-poll-', MD5(CONCAT(DATABASE(), '/', ?)))";
}
