package pl.zmobridge.register;

import java.util.HashMap;
import java.util.Map;

/**
 * What a look at the database says of this process's life ({@link Lives}).
 *
 * @param life its id; empty when it has none
 * @param seen how many intents of each life the process knew of before it looked, {@code id:count,id:count}
 * @param found how many the database holds
 * @param locked whether the connection with which the life began still holds its lock
 */
public record LifeEvidence(String life, String seen, String found, boolean locked) {

    /** Reads the columns that {@code sql/registered-order.sql} has for it. */
    static LifeEvidence of(Map<String, Object> row) {
        return new LifeEvidence(
                text(row, "life"),
                text(row, "lives_seen"),
                text(row, "lives_found"),
                row.get("life_locked") instanceof Number locked && locked.intValue() != 0
                        || Boolean.TRUE.equals(row.get("life_locked")));
    }

    /** Whether the database does not hold any more what it held: an earlier state of it was brought back. */
    boolean isLoss() {
        Map<String, Long> now = counts(found);
        if (!life.isEmpty() && !now.containsKey(life)) {
            return true; // what it begins would not be counted
        }
        return counts(seen).entrySet().stream()
                .anyMatch(each -> now.getOrDefault(each.getKey(), -1L) < each.getValue());
    }

    static Map<String, Long> counts(String text) {
        Map<String, Long> counts = new HashMap<>();
        for (String each : text.split(",")) {
            int colon = each.indexOf(':');
            if (colon > 0) {
                counts.put(each.substring(0, colon), Long.valueOf(each.substring(colon + 1)));
            }
        }
        return counts;
    }

    private static String text(Map<String, Object> row, String column) {
        Object value = row.get(column);
        return value == null ? "" : value.toString();
    }
}
