package pl.zmobridge.notify;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/**
 * How far a channel is: a row of {@code notify-state}.
 *
 * @param toldAt the last message
 * @param summaryAt the last daily summary
 * @param ours whether it is this bridge's turn
 * @param zone the shop's
 */
record State(Optional<Instant> toldAt, Optional<Instant> summaryAt, boolean ours, ZoneId zone) {
    static State read(Map<String, Object> row) {
        return new State(
                Outage.instant(row.get("told_at")),
                Outage.instant(row.get("summary_at")),
                ((Number) row.get("is_ours")).intValue() == 1,
                zone(row.get("zone")));
    }

    /** Without any order yet it is the machine's. */
    private static ZoneId zone(Object name) {
        try {
            return name == null ? ZoneId.systemDefault() : ZoneId.of(name.toString());
        } catch (DateTimeException e) {
            return ZoneId.systemDefault();
        }
    }
}
