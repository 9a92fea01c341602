package pl.zmobridge.api;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import pl.zmobridge.register.Times;
import pl.zmobridge.words.Language;

/**
 * The filtered list of orders for a spreadsheet as it is set up in Poland: UTF-8 with a byte order mark, semicolons, decimal
 * commas, times of the shop. Text that a spreadsheet would take for a formula is shown as text.
 */
final class OrderCsv {
    /** More rows than this are left out, and the last line says so; {@code sql/orders-csv.sql} reads one more. */
    static final int MOST_ROWS = 10_000;

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
            "shop");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    /** Rows of {@code sql/orders-csv.sql}. */
    Content table(Exchange exchange, List<Map<String, Object>> rows, Found found) {
        StringBuilder csv = new StringBuilder("\uFEFF");
        line(csv, COLUMNS);
        Language language = RequestLanguage.ofOrders(exchange);
        rows.stream().limit(MOST_ROWS).map(row -> cells(row, language)).forEach(cells -> line(csv, cells));
        if (rows.size() > MOST_ROWS) {
            line(
                    csv,
                    List.of("The newest " + MOST_ROWS + " of " + found.total()
                            + " orders; narrow the filter to get the others / najnowsze " + MOST_ROWS + " z "
                            + found.total()
                            + " zamówień; zawęź filtr, aby pobrać pozostałe"));
        }
        return new Content(
                200,
                "text/csv; charset=utf-8",
                Map.of("Content-Disposition", "attachment; filename=\"orders.csv\""),
                csv.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> cells(Map<String, Object> row, Language language) {
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
        cells.add(text(OrderViews.problem(row, language)));
        cells.add(text(row.get("shop")));
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

    private static void line(StringBuilder csv, List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            csv.append(i == 0 ? "\"" : ";\"")
                    .append(cells.get(i).replace("\"", "\"\""))
                    .append('"');
        }
        csv.append("\r\n");
    }
}
