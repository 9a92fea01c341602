package pl.zmobridge.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts the tables of a backup in place of the present ones, all in one statement: a restore that fails midway changes nothing. */
final class Restore {
    private static final String INCOMING = Server.SCHEMA + "_incoming";
    private static final String OUTGOING = Server.SCHEMA + "_outgoing";

    private final Server server;
    private final Client client;

    Restore(Server server, Client client) {
        this.server = server;
        this.client = client;
    }

    void from(Path backup) throws IOException {
        try (Connection connection = Server.connect(server.login());
                Statement statement = connection.createStatement()) {
            anew(statement, INCOMING);
            anew(statement, OUTGOING);
            try (InputStream dump = Backups.read(backup)) {
                client.load(INCOMING, dump);
            }
            List<String> incoming = tables(statement, INCOMING);
            if (!incoming.contains("orders")) {
                throw new IOException(backup + " is a backup of something else: it has no table of orders");
            }
            swap(statement, tables(statement, Server.SCHEMA), incoming);
            statement.execute("DROP DATABASE " + OUTGOING);
            statement.execute("DROP DATABASE " + INCOMING);
        } catch (SQLException e) {
            throw new IOException("the backup cannot be restored: " + e.getMessage());
        }
    }

    private static void anew(Statement statement, String schema) throws SQLException {
        statement.execute("DROP DATABASE IF EXISTS " + schema);
        statement.execute("CREATE DATABASE " + schema + " CHARACTER SET utf8mb4 COLLATE utf8mb4_polish_ci");
    }

    /** MariaDB renames all of them or, whatever happens meanwhile, none. */
    private static void swap(Statement statement, List<String> present, List<String> incoming) throws SQLException {
        String renamed = Stream.concat(
                        present.stream().map(table -> moved(table, Server.SCHEMA, OUTGOING)),
                        incoming.stream().map(table -> moved(table, INCOMING, Server.SCHEMA)))
                .collect(Collectors.joining(", "));
        statement.execute("RENAME TABLE " + renamed);
    }

    private static String moved(String table, String from, String to) {
        return from + ".`" + table + "` TO " + to + ".`" + table + "`";
    }

    private static List<String> tables(Statement statement, String schema) throws SQLException {
        List<String> names = new ArrayList<>();
        try (ResultSet tables = statement.executeQuery("SELECT table_name FROM information_schema.tables"
                + " WHERE table_schema = '" + schema + "' AND table_type = 'BASE TABLE' ORDER BY table_name")) {
            while (tables.next()) {
                names.add(tables.getString(1));
            }
        }
        return names;
    }
}
