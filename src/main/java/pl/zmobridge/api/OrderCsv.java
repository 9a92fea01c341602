package pl.zmobridge.api;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import pl.zmobridge.register.Times;
import pl.zmobridge.words.Language;
import pl.zmobridge.words.Phrase;
import pl.zmobridge.words.Words;

/**
 * The filtered list of orders for a spreadsheet as it is set up in Poland: UTF-8 with a byte order mark, semicolons, decimal
 * commas, times of the shop. Text that a spreadsheet would take for a formula is shown as text.
 */
final class OrderCsv {
    /** Nearly as many as a spreadsheet holds; more are left out, and the last line says so. */
    static final int MOST_ROWS = 1_000_000;

    /** As many as {@code sql/orders-csv.sql} finds at once. */
    static final int PIECE = 500;

    private static final List<String> COLUMNS = List.of(
            "shopOrderId",
            "number",
            "confirmedNumber",
            "placedAt",
            "state",
            "status",
            "document",
            "contractor",
            "total",
            "currency",
            "erpNumber",
            "salesDocuments",
            "paymentRule",
            "dueDate",
            "problem",
            "shop",
            "ksefNumbers");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private final ByteArrayOutputStream csv = new ByteArrayOutputStream();
    private final Language language;
    private final long total;
    private final int most;
    private int rows;
    private boolean complete;
    private Map<String, Object> last = Map.of();

    /**
     * @param forPeople whether the columns are headed by words in that language instead of the names that programs know
     * @param total how many orders the filter lets through
     */
    OrderCsv(Language language, boolean forPeople, long total) {
        this(language, forPeople, total, MOST_ROWS);
    }

    OrderCsv(Language language, boolean forPeople, long total, int most) {
        this.language = language;
        this.total = total;
        this.most = most;
        csv.writeBytes("\uFEFF".getBytes(StandardCharsets.UTF_8));
        line(forPeople ? COLUMNS.stream().map(name -> heading(language, name)).toList() : COLUMNS);
    }

    private static String heading(Language language, String name) {
        return Words.in(language).text("csv", new Phrase(name, Map.of()));
    }

    /** Adds the next rows of {@code sql/orders-csv.sql}. */
    void add(List<Map<String, Object>> piece) {
        for (Map<String, Object> row : piece) {
            line(cells(row));
            last = row;
        }
        rows += piece.size();
        complete = piece.size() < PIECE || rows >= most;
        if (rows >= most && total > rows) {
            line(List.of("The newest " + rows + " of " + total
                    + " orders; narrow the filter to get the others / najnowsze " + rows + " z " + total
                    + " zamówień; zawęź filtr, aby pobrać pozostałe"));
        }
    }

    /** What was added since it was last taken. */
    byte[] take() {
        byte[] taken = csv.toByteArray();
        csv.reset();
        return taken;
    }

    /** Whether there is no further piece to add. */
    boolean isComplete() {
        return complete;
    }

    /** The shop of the last order so far; empty when there is none. */
    String lastShop() {
        return last.getOrDefault("shop", "").toString();
    }

    long lastOrder() {
        return last.get("shop_order_id") instanceof Number id ? id.longValue() : 0;
    }

    private List<String> cells(Map<String, Object> row) {
        List<String> cells = new ArrayList<>();
        cells.add(row.get("shop_order_id").toString());
        cells.add(text(row.get("number")));
        cells.add(text(row.get("confirmed_number")));
        cells.add(time(row));
        for (String column : List.of("state", "status", "document", "buyer")) {
            cells.add(text(row.get(column)));
        }
        cells.add(
                row.get("total") instanceof BigDecimal total
                        ? total.toPlainString().replace('.', ',')
                        : "");
        for (String column : List.of("currency", "erp_number", "documents", "payment_rule", "due_date")) {
            cells.add(text(row.get(column)));
        }
        cells.add(text(OrderProblems.text(row, language)));
        cells.add(text(row.get("shop")));
        cells.add(text(row.get("ksef_numbers")));
        return cells;
    }

    private static String time(Map<String, Object> row) {
        ZoneId zone = ZoneId.of(row.get("zone").toString());
        return Times.utc(row.get("placed_at"))
                .map(utc -> TIME.format(utc.atOffset(ZoneOffset.UTC).atZoneSameInstant(zone)))
                .orElse("");
    }

    /** Spreadsheets run what begins like a formula, whoever wrote it. */
    static String text(Object value) {
        String text = value == null ? "" : value.toString();
        boolean formula = text.matches("(?s)\\s*[=+\\-@\uFF1D\uFF0B\uFF0D\uFF20].*|[\t\r\n|%].*");
        return formula ? "'" + text : text;
    }

    private void line(List<String> cells) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            line.append(i == 0 ? "\"" : ";\"")
                    .append(cells.get(i).replace("\"", "\"\""))
                    .append('"');
        }
        csv.writeBytes(line.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
    }
}
