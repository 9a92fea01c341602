package pl.zmobridge.register;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * The sessions with ERPs that processes of this database hold. Each row has a lock of the database that its process holds while it lives,
 * so a row whose lock is free was left behind by one that was killed.
 */
public final class ErpSessionRows {
    private static final String LOCK = "erp-session/";

    private final DataSource database;
    private final PollLock locks;

    /**
     * A session that its process has left behind.
     *
     * @param token encrypted
     */
    public record Left(String id, byte[] token) {}

    /** @param locks of this process; they end with it */
    public ErpSessionRows(DataSource database, PollLock locks) {
        this.database = database;
        this.locks = locks;
    }

    /** The sessions with that ERP whose processes are gone, oldest first. They are this process's until it lets them go. */
    public List<Left> takeLeft(String erp) throws SQLException, InterruptedException {
        List<Left> left = new ArrayList<>();
        for (String id : ids(erp)) {
            if (locks.acquire(LOCK + id, 0)) {
                List<Left> still = rows(id);
                left.addAll(still);
                if (still.isEmpty()) { // its process closed it in this very moment
                    letGo(id);
                }
            }
        }
        return left;
    }

    /**
     * Notes a session of this process.
     *
     * @return the row's id
     */
    public String add(String erp, String node, byte[] token) throws SQLException, InterruptedException {
        String id = UUID.randomUUID().toString();
        locks.acquire(LOCK + id, 0); // before anybody can see the row
        change(
                "INSERT INTO erp_sessions (id, erp, node, token, opened_at) VALUES (?, ?, ?, ?, UTC_TIMESTAMP(3))",
                id,
                erp,
                node,
                token);
        return id;
    }

    /** The session goes on in this process. */
    public void takeOver(String id, String node) throws SQLException {
        change("UPDATE erp_sessions SET node = ? WHERE id = ?", node, id);
    }

    /** The session is over. */
    public void remove(String id) throws SQLException {
        change("DELETE FROM erp_sessions WHERE id = ?", id);
        letGo(id);
    }

    /** Somebody else may take it up. */
    public void letGo(String id) {
        locks.release(LOCK + id);
    }

    private List<String> ids(String erp) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement("SELECT id FROM erp_sessions WHERE erp = ? ORDER BY opened_at")) {
            statement.setString(1, erp);
            List<String> ids = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    ids.add(rows.getString(1));
                }
            }
            return ids;
        }
    }

    private List<Left> rows(String id) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement("SELECT token FROM erp_sessions WHERE id = ?")) {
            statement.setString(1, id);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? List.of(new Left(id, row.getBytes(1))) : List.of();
            }
        }
    }

    private void change(String sql, Object... values) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }
}
