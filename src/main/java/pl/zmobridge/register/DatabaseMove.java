package pl.zmobridge.register;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import pl.zmobridge.register.EmbeddedDatabase.Login;

/**
 * Copies everything that is remembered into another, empty database with the same schema, and compares the two afterwards. Nobody may
 * write to either meanwhile.
 */
public final class DatabaseMove implements AutoCloseable {
    private static final int BATCH = 500;
    private static final String MIGRATIONS = "flyway_schema_history";
    private static final Set<Integer> BYTES =
            Set.of(Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB, Types.BIT);

    private final Connection from;
    private final Connection to;

    private DatabaseMove(Connection from, Connection to) {
        this.from = from;
        this.to = to;
    }

    /** A table whose rows are in both databases, the same in both. */
    public record Copied(String table, long rows) {}

    /** @throws SQLException when one of the two does not let the bridge in */
    public static DatabaseMove between(Login from, Login to) throws SQLException {
        Connection source = connect(from);
        try {
            return new DatabaseMove(source, connect(to));
        } catch (SQLException e) {
            source.close();
            throw e;
        }
    }

    /** Whether the database moved to holds no table at all. */
    public boolean isTargetEmpty() throws SQLException {
        boolean empty = tables(to).isEmpty();
        to.rollback();
        return empty;
    }

    /**
     * Copies all tables; both schemas must be at the same version.
     *
     * @param told each table as soon as it is copied and compared
     */
    public void copy(Consumer<Copied> told) throws SQLException {
        for (String table : tables(from)) {
            if (!table.equals(MIGRATIONS)) {
                told.accept(copy(table));
            }
        }
    }

    /** Leaves the database moved to without a table, as it was found. */
    public void emptyTarget() throws SQLException {
        to.rollback();
        try (Statement statement = to.createStatement()) {
            for (String table : tables(to)) {
                statement.execute("DROP TABLE " + quoted(table));
            }
        }
    }

    private Copied copy(String table) throws SQLException {
        List<String> names = columns(table);
        String columns = names.stream().map(DatabaseMove::quoted).collect(Collectors.joining(","));
        String select = "SELECT " + texts(table, names) + " FROM " + quoted(table);
        Sum read = new Sum();
        try (Statement delete = to.createStatement();
                Statement source = from.createStatement()) {
            delete.execute("DELETE FROM " + quoted(table)); // what a migration may have put there
            source.setFetchSize(BATCH);
            try (ResultSet rows = source.executeQuery(select)) {
                insert("INSERT INTO " + quoted(table) + " (" + columns + ") VALUES ", rows, read);
            }
        }
        to.commit();
        Sum written = sum(select);
        if (!read.isSame(written)) {
            throw new SQLException("table " + table + " is not the same afterwards: " + read.rows + " rows became "
                    + written.rows + ", or their content differs");
        }
        return new Copied(table, written.rows);
    }

    private void insert(String into, ResultSet rows, Sum sum) throws SQLException {
        int columns = rows.getMetaData().getColumnCount();
        String values = "(" + "?,".repeat(columns - 1) + "?)";
        try (PreparedStatement insert = to.prepareStatement(into + values)) {
            int waiting = 0;
            while (rows.next()) {
                sum.add(rows);
                for (int i = 1; i <= columns; i++) {
                    if (isBytes(rows, i)) {
                        insert.setBytes(i, rows.getBytes(i));
                    } else {
                        insert.setString(i, rows.getString(i));
                    }
                }
                insert.addBatch();
                if (++waiting % BATCH == 0) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
        }
    }

    private Sum sum(String select) throws SQLException {
        Sum sum = new Sum();
        try (Statement statement = to.createStatement()) {
            statement.setFetchSize(BATCH);
            try (ResultSet rows = statement.executeQuery(select)) {
                while (rows.next()) {
                    sum.add(rows);
                }
            }
        }
        return sum;
    }

    private static boolean isBytes(ResultSet rows, int column) throws SQLException {
        return BYTES.contains(rows.getMetaData().getColumnType(column));
    }

    private static List<String> tables(Connection connection) throws SQLException {
        return names(
                connection,
                "SELECT table_name FROM information_schema.tables"
                        + " WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE' ORDER BY table_name");
    }

    /** Without those that the database computes itself. */
    private List<String> columns(String table) throws SQLException {
        return names(
                from,
                "SELECT column_name FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = '"
                        + table + "' AND extra NOT LIKE '%GENERATED%' ORDER BY ordinal_position");
    }

    /** Everything but bytes as the database's own text: a driver would read times in this machine's zone, where some do not exist. */
    private String texts(String table, List<String> columns) throws SQLException {
        List<String> bytes = names(
                from,
                "SELECT column_name FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = '"
                        + table + "' AND data_type IN ('binary', 'varbinary', 'bit')"
                        + " OR table_schema = DATABASE() AND table_name = '" + table + "' AND data_type LIKE '%blob'");
        return columns.stream()
                .map(name -> bytes.contains(name) ? quoted(name) : "CAST(" + quoted(name) + " AS CHAR)")
                .collect(Collectors.joining(","));
    }

    private static List<String> names(Connection connection, String sql) throws SQLException {
        List<String> names = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    private static String quoted(String name) {
        return "`" + name + "`";
    }

    private static Connection connect(Login login) throws SQLException {
        Properties properties = new Properties();
        properties.put("user", login.user());
        properties.put("password", login.password());
        properties.put("connectTimeout", "10000");
        properties.put("connectionCollation", "utf8mb4_polish_ci");
        Connection connection = DriverManager.getConnection(login.url(), properties);
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET time_zone = '+00:00', foreign_key_checks = 0,"
                    + " sql_mode = CONCAT(@@sql_mode, ',NO_AUTO_VALUE_ON_ZERO')");
        }
        connection.setAutoCommit(false);
        return connection;
    }

    @Override
    public void close() throws SQLException {
        from.close();
        to.close();
    }

    /** Equal when the rows are the same in any order. */
    private static final class Sum {
        private long rows;
        private long content;

        void add(ResultSet row) throws SQLException {
            MessageDigest digest = digest();
            for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                byte[] value = isBytes(row, i) ? row.getBytes(i) : utf8(row.getString(i));
                digest.update(value == null ? new byte[] {0} : new byte[] {1});
                if (value != null) {
                    digest.update((value.length + ":").getBytes(StandardCharsets.US_ASCII));
                    digest.update(value);
                }
            }
            byte[] hash = digest.digest();
            rows++;
            content += ByteBuffer.wrap(hash).getLong();
        }

        boolean isSame(Sum other) {
            return rows == other.rows && content == other.content;
        }

        private static byte[] utf8(String text) {
            return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
        }

        private static MessageDigest digest() {
            try {
                return MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e); // every Java has it
            }
        }
    }
}
