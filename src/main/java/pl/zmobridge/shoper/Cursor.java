package pl.zmobridge.shoper;

import java.util.Map;
import java.util.Optional;

/**
 * Where a poll of a shop begins.
 *
 * @param id every order up to here is in the register, or is waited for (I4)
 * @param order what the register knows the order of that id by
 * @param newestKnown the highest id in the register; 0 for none
 * @param knownBefore the one below it; 0 for none
 * @param watching how far its watched orders have been looked at
 */
public record Cursor(
        long id, Optional<KnownOrder> order, long newestKnown, long knownBefore, StatusDates.Known watching) {

    /** Reads the row of {@code sql/cursor-find.sql}, or one with nothing but {@code last_order_id}. */
    public static Cursor of(Map<String, Object> row) {
        return new Cursor(
                number(row, "last_order_id"),
                KnownOrder.of(row),
                number(row, "newest_known"),
                number(row, "known_before"),
                StatusDates.Known.of(row));
    }

    private static long number(Map<String, Object> row, String column) {
        return row.get(column) instanceof Number number ? number.longValue() : 0;
    }
}
