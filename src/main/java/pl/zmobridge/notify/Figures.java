package pl.zmobridge.notify;

import java.util.Map;

/** What became of a shop's orders within a day, and what is stuck: a row of {@code notify-summary}. */
record Figures(
        String shop, long issued, long sold, long needsPerson, long waitsForStock, long waitsForSystem, long reviews) {
    static Figures read(Map<String, Object> row) {
        return new Figures(
                row.get("shop").toString(),
                number(row, "issued"),
                number(row, "sold"),
                number(row, "needs_person"),
                number(row, "waits_for_stock"),
                number(row, "waits_for_system"),
                number(row, "reviews"));
    }

    /** Of a shop that was never polled. */
    static Figures none(String shop) {
        return new Figures(shop, 0, 0, 0, 0, 0, 0);
    }

    private static long number(Map<String, Object> row, String column) {
        return ((Number) row.get(column)).longValue();
    }
}
