package pl.zmobridge.torture;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The bridge's register as the tests read it, past the bridge. */
record Register(String url) {

    List<Map<String, Object>> rows(String sql) {
        try (Connection connection = DriverManager.getConnection(url, "root", "");
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            ResultSetMetaData columns = result.getMetaData();
            List<Map<String, Object>> rows = new ArrayList<>();
            while (result.next()) {
                Map<String, Object> row = new LinkedHashMap<>();
                for (int i = 1; i <= columns.getColumnCount(); i++) {
                    row.put(columns.getColumnLabel(i), result.getObject(i));
                }
                rows.add(row);
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    long count(String sql) {
        return ((Number) rows(sql).get(0).values().iterator().next()).longValue();
    }

    /** Time goes by: the leases of the dead and their writes have ended, and whatever waits may be tried again. */
    void letTimePass() {
        try (Connection connection = DriverManager.getConnection(url, "root", "");
                Statement statement = connection.createStatement()) {
            statement.execute("UPDATE buyers SET claimed_until = '1970-01-01'");
            statement.execute("UPDATE imports SET unclear_until = NULL");
            statement.execute("UPDATE dead_letters SET next_attempt_at = UTC_TIMESTAMP(3) WHERE state = 'OPEN'");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Whether so many orders have come and nothing is left to do: every order imported, every due one realised, every change of a ZMO made,
     * no dead letter but what a person must settle, no feedback waiting.
     */
    boolean isQuiet(int orders) {
        return count("SELECT COUNT(*) FROM orders") >= orders
                && count("SELECT (SELECT COUNT(*) FROM orders WHERE state = 'RECEIVED'"
                                + " OR (state = 'ISSUED' AND realise_since IS NOT NULL) OR due_step IS NOT NULL)"
                                + " + (SELECT COUNT(*) FROM imports WHERE made_from IS NOT NULL)"
                                + " + (SELECT COUNT(*) FROM dead_letters WHERE state = 'OPEN' AND step <> 'REVIEW'"
                                + " AND cause <> 'ZMO_NOT_WITHDRAWN')"
                                + " + (SELECT COUNT(*) FROM feedback WHERE state <> 'DONE')"
                                + " + (SELECT COUNT(*) FROM waiting)")
                        == 0;
    }
}
