package pl.zmobridge.support;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Years of orders in a register that has carried at least one: copies of a realised order, below its id, each of whose buyers bought
 * three times. One of thirty failed once.
 */
public final class FilledRegister {
    /** Above so many copies: the first order of a shop that is to be filled. */
    public static final long FIRST_ORDER = 1_000_000;

    private static final List<String> TABLES = List.of(
            "buyers",
            "orders",
            "order_lines",
            "imports",
            "sales_documents",
            "events",
            "dead_letters",
            "CAMEL_MESSAGEPROCESSED");

    private FilledRegister() {}

    /**
     * @param shop whose order of {@link #FIRST_ORDER} is realised
     * @param from how many copies there are
     * @param to how many there are to be
     */
    public static void grow(String database, String shop, int from, int to) {
        try (Connection connection = DriverManager.getConnection(database, "root", "");
                Statement statement = connection.createStatement()) {
            statement.execute("SET foreign_key_checks = 0, unique_checks = 0");
            if (from == 0) {
                statement.execute(
                        "INSERT INTO dead_letters (shop, shop_order_id, step, state, error, first_failed_at, last_failed_at,"
                                + " next_attempt_at) VALUES ('" + shop + "', " + FIRST_ORDER
                                + ", 'IMPORT', 'RESOLVED', 'Brak towaru',"
                                + " UTC_TIMESTAMP(3), UTC_TIMESTAMP(3), UTC_TIMESTAMP(3))");
            }
            for (String table : TABLES) {
                statement.execute(copy(connection, table, shop, from, to));
            }
            for (String table : TABLES) {
                statement.execute("ANALYZE TABLE " + table);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** No order has ended within the days for which a poll looks at such orders. */
    public static void forgetEnded(String database) {
        try (Connection connection = DriverManager.getConnection(database, "root", "");
                Statement statement = connection.createStatement()) {
            statement.execute("UPDATE orders SET watch_until = NULL WHERE watch_until > UTC_TIMESTAMP(3)");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String copy(Connection connection, String table, String shop, int from, int to) throws SQLException {
        Map<String, String> own = Map.ofEntries(
                Map.entry("shop_order_id", FIRST_ORDER + " - s.seq"),
                Map.entry("buyer_key", "CONCAT('k', s.seq DIV 3, '@example.pl')"),
                Map.entry(
                        "number",
                        table.equals("sales_documents")
                                ? "CONCAT('FV/', s.seq)"
                                : "CONCAT('SH/', " + FIRST_ORDER + " - s.seq)"),
                Map.entry("confirmed_number", "CONCAT('Z', s.seq)"),
                Map.entry("erp_order_id", "10000000 + s.seq"),
                Map.entry("erp_number", "CONCAT('SH/', " + FIRST_ORDER + " - s.seq)"),
                Map.entry("import_id", "10000000 + s.seq"),
                Map.entry("document_id", "10000000 + s.seq"),
                Map.entry("contractor_id", "1000000 + s.seq DIV 3"),
                Map.entry("messageId", "CONCAT(t.messageId, '-', s.seq)"),
                Map.entry("received_at", past("t.received_at")),
                Map.entry("updated_at", past("t.updated_at")),
                Map.entry("issued_at", past("t.issued_at")),
                Map.entry("sold_at", past("t.sold_at")),
                Map.entry("watch_until", past("t.watch_until")));
        List<String> columns = new ArrayList<>();
        List<String> values = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet each = statement.executeQuery("SELECT column_name, extra FROM information_schema.columns"
                        + " WHERE table_schema = DATABASE() AND table_name = '" + table + "'"
                        + " AND is_generated = 'NEVER' ORDER BY ordinal_position")) {
            while (each.next()) {
                String column = each.getString(1);
                if (column.equals("id")) {
                    if (table.equals("imports")) {
                        columns.add("id");
                        values.add("10000000 + s.seq");
                    }
                    continue;
                }
                columns.add("`" + column + "`");
                values.add(own.getOrDefault(column, "t.`" + column + "`"));
            }
        }
        String seq = "seq_" + (from + 1) + "_to_" + to + " s";
        String which =
                switch (table) {
                    case "buyers" -> "t.shop = '" + shop + "' AND (s.seq = 1 OR s.seq MOD 3 = 0)";
                    case "sales_documents" ->
                        "t.import_id = (SELECT id FROM imports WHERE shop = '" + shop + "' AND shop_order_id = "
                                + FIRST_ORDER + ")";
                    case "dead_letters" -> "t.shop_order_id = " + FIRST_ORDER + " AND s.seq MOD 30 = 0";
                    case "CAMEL_MESSAGEPROCESSED" -> "t.messageId REGEXP '/" + FIRST_ORDER + "$'";
                    default -> "t.shop = '" + shop + "' AND t.shop_order_id = " + FIRST_ORDER;
                };
        String once = table.equals("buyers") ? "(SELECT * FROM buyers WHERE shop = '" + shop + "' LIMIT 1)" : table;
        return "INSERT IGNORE INTO %s (%s) SELECT %s FROM %s t JOIN %s WHERE %s"
                .formatted(table, String.join(", ", columns), String.join(", ", values), once, seq, which);
    }

    /** A month ago and longer. */
    private static String past(String column) {
        return column + " - INTERVAL 30 DAY - INTERVAL s.seq MINUTE";
    }
}
