package pl.zmobridge.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.function.Consumer;
import pl.zmobridge.register.EmbeddedDatabase.Copied;
import pl.zmobridge.register.EmbeddedDatabase.Login;

/**
 * Copies the whole schema into an empty database of another server with MariaDB's own dump, and compares every row afterwards. A move
 * that fails leaves the other database as empty as it was. Nobody may write to either meanwhile.
 */
final class Move {
    private static final TableContents NO_ROWS = new TableContents(0, "");

    private final Client source;
    private final Client target;
    private final Backups dumps;

    /** @param dumps where the dump stands as long as the move takes */
    Move(Client source, Client target, Backups dumps) {
        this.source = source;
        this.target = target;
        this.dumps = dumps;
    }

    /**
     * Moves everything.
     *
     * @param progress what is done next, in a few words
     * @return each table with its rows, which are the same on both sides
     * @throws IOException that says why nothing was moved
     */
    List<Copied> run(Consumer<String> progress) throws IOException {
        try (Connection from = connect(source.login());
                Connection to = connect(target.login())) {
            requireEmpty(to);
            requireSameNames(from, to);
            List<String> tables = tables(from);
            if (tables.isEmpty()) {
                throw new IOException("The embedded database holds no tables yet: there is nothing to move.");
            }
            try {
                load(progress);
                progress.accept("Comparing all rows");
                return compared(tables);
            } catch (IOException | RuntimeException e) {
                empty(to); // half a copy must not be taken for a whole one
                throw e;
            }
        } catch (SQLException e) {
            throw new IOException(e.getMessage());
        }
    }

    private void load(Consumer<String> progress) throws IOException {
        progress.accept("Dumping the embedded database");
        Path dump = dumps.write(source, InstantSource.system().instant());
        try (InputStream from = Backups.read(dump)) {
            progress.accept("Loading the dump into " + target.login().url());
            target.load(from);
        } finally {
            Files.deleteIfExists(dump);
        }
    }

    private List<Copied> compared(List<String> tables) throws IOException {
        Map<String, TableContents> here = source.contents();
        Map<String, TableContents> there = target.contents();
        List<Copied> copied = new ArrayList<>();
        for (String table : tables) {
            String name = table.toLowerCase(Locale.ROOT);
            TableContents before = here.getOrDefault(name, NO_ROWS);
            TableContents after = there.getOrDefault(name, NO_ROWS);
            if (!before.equals(after)) {
                throw new IOException("Table " + table + " is not the same afterwards: " + before.rows()
                        + " rows became " + after.rows() + ", or their content differs.");
            }
            copied.add(new Copied(table, after.rows()));
        }
        return copied;
    }

    private void requireEmpty(Connection to) throws SQLException, IOException {
        if (!tables(to).isEmpty()) {
            throw new IOException(
                    target.login().url() + " already holds tables. Nothing was changed. Name an empty database:"
                            + " CREATE DATABASE zmobridge CHARACTER SET utf8mb4;");
        }
    }

    /** On Windows all names are in lower case, and a server that tells a from A would not find the tables by their own names. */
    private static void requireSameNames(Connection from, Connection to) throws SQLException, IOException {
        if (lowerCaseNames(from) == 1 && lowerCaseNames(to) == 0) {
            throw new IOException(
                    "The embedded database has the names of its tables in lower case, as always on Windows."
                            + " Nothing was changed. Set lower_case_table_names=1 in the [mariadb] section of the server's configuration,"
                            + " restart the server and try again.");
        }
    }

    private static int lowerCaseNames(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT @@lower_case_table_names")) {
            row.next();
            return row.getInt(1);
        }
    }

    private static void empty(Connection to) throws SQLException {
        try (Statement statement = to.createStatement()) {
            statement.execute("SET foreign_key_checks = 0");
            for (String table : tables(to)) {
                statement.execute("DROP TABLE `" + table + "`");
            }
        }
    }

    private static List<String> tables(Connection connection) throws SQLException {
        List<String> names = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet tables = statement.executeQuery("SELECT table_name FROM information_schema.tables"
                        + " WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE' ORDER BY table_name")) {
            while (tables.next()) {
                names.add(tables.getString(1));
            }
        }
        return names;
    }

    private static Connection connect(Login login) throws SQLException {
        Properties properties = new Properties();
        properties.put("user", login.user());
        properties.put("password", login.password());
        properties.put("connectTimeout", "10000");
        return DriverManager.getConnection(login.url(), properties);
    }
}
