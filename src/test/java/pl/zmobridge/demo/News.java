package pl.zmobridge.demo;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells a line for each new entry of the orders' timelines. */
final class News implements AutoCloseable {
    /** Entries are written by many transactions at once, so a lower id may show up after a higher one. */
    private static final int LATE_IDS = 200;

    private static final String ENTRIES =
            """
            SELECT e.id, e.kind, e.text, o.number, o.document, o.total, o.currency,
              (SELECT d.error FROM dead_letters d
               WHERE d.shop = e.shop AND d.shop_order_id = e.shop_order_id ORDER BY d.id LIMIT 1) AS error
            FROM events e JOIN orders o ON o.shop = e.shop AND o.shop_order_id = e.shop_order_id
            WHERE e.id > ? ORDER BY e.id""";

    private static final Pattern FAILED = Pattern.compile("(\\w+), próba (\\d+): (.*)", Pattern.DOTALL);
    private static final int WIDTH = 110;

    private final Stage stage;
    private final Terminal terminal;
    private final Set<Long> told = new HashSet<>();
    private long newest;
    private final ScheduledExecutorService reader = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "news");
        thread.setDaemon(true);
        return thread;
    });

    News(Stage stage, Terminal terminal) {
        this.stage = stage;
        this.terminal = terminal;
        reader.scheduleWithFixedDelay(this::tell, 0, 400, TimeUnit.MILLISECONDS);
    }

    /** Tells what is new. */
    synchronized void tell() {
        try (Connection connection = stage.connect();
                PreparedStatement statement = connection.prepareStatement(ENTRIES)) {
            statement.setLong(1, newest - LATE_IDS);
            ResultSet entry = statement.executeQuery();
            while (entry.next()) {
                newest = Math.max(newest, entry.getLong("id"));
                if (told.add(entry.getLong("id"))) {
                    tell(entry);
                }
            }
        } catch (SQLException e) {
            // the database is being stopped; nothing is news then
        }
    }

    private void tell(ResultSet entry) throws SQLException {
        String text = entry.getString("text");
        String line =
                switch (entry.getString("kind")) {
                    case "RECEIVED" -> received(entry);
                    case "STATUS" -> text.replaceFirst("^Status w sklepie:", "the shop says:");
                    case "ISSUED" -> text.replaceFirst("^Wystawiono", "issued:");
                    case "REALISED" -> text.replaceFirst("^Wystawiono", "realised:");
                    case "FOUND" -> "an answer was lost; the ZMO is there, so it is not written again";
                    case "FAILED" -> failed(text);
                    case "CLOSED" -> "closed: " + text;
                    case "CHANGED" -> "read again from the shop, with changes"; // which may be names and addresses
                    default -> ""; // such as warnings, which quote what was typed
                };
        if (!line.isEmpty()) {
            terminal.tell(entry.getString("number"), cut(line));
        }
    }

    private static String received(ResultSet order) throws SQLException {
        String total = order.getString("total");
        if (total == null) {
            return "received, waits: " + order.getString("error");
        }
        return "received: " + total + " " + order.getString("currency") + ", "
                + (order.getString("document").equals("INVOICE") ? "invoice" : "receipt");
    }

    private static String failed(String text) {
        Matcher failure = FAILED.matcher(text);
        if (!failure.matches()) {
            return text;
        }
        int attempt = Integer.parseInt(failure.group(2));
        if (attempt == 1) {
            return "waits: " + failure.group(3);
        }
        // told ever more rarely, as it is tried
        return Integer.bitCount(attempt) == 1 ? "still waits, tried " + attempt + " times" : "";
    }

    private static String cut(String line) {
        String oneLine = line.replace('\n', ' ');
        return oneLine.length() <= WIDTH ? oneLine : oneLine.substring(0, WIDTH - 1) + "…";
    }

    @Override
    public void close() {
        reader.shutdownNow();
    }
}
