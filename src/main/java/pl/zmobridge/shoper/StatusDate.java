package pl.zmobridge.shoper;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneOffsetTransition;
import java.util.regex.Pattern;

/** {@code status_date}: when an order got its status, by the shop's clock and in its zone. As text, which sorts as the times do. */
final class StatusDate {
    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final Pattern TIME = Pattern.compile("[1-9]\\d{3}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d");

    /** For a status that is stored some time after its date, and for an order that is watched some time after its status. */
    private static final Duration OVERLAP = Duration.ofMinutes(10);
    /** So long before and after the clocks go back, the hour that comes twice is counted twice. */
    private static final Duration NEAR = Duration.ofHours(3);

    private StatusDate() {}

    /** Blank when the row says none. */
    static String of(JsonNode row) {
        String text = row.path("status_date").asText("").strip();
        return TIME.matcher(text).matches() ? text : "";
    }

    static String of(Instant time, ZoneId zone) {
        return FORMAT.format(time.atZone(zone));
    }

    static String later(String one, String other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    /** The earlier one of those that are not blank. */
    static String earlier(String one, String other) {
        return one.isEmpty() || !other.isEmpty() && other.compareTo(one) < 0 ? other : one;
    }

    /**
     * From when on the shop is asked for changes, so that none is left out.
     *
     * @param from all that changed before was seen
     * @param lastLook when it was seen
     */
    static String before(String from, Instant lastLook, Instant now, ZoneId zone) {
        Duration overlap = OVERLAP;
        ZoneOffsetTransition change = zone.getRules().nextTransition(lastLook.minus(NEAR));
        if (change != null && change.isOverlap() && change.getInstant().isBefore(now.plus(NEAR))) {
            overlap = overlap.plus(change.getDuration().abs());
        }
        try {
            return FORMAT.format(LocalDateTime.parse(from, FORMAT).minus(overlap));
        } catch (java.time.DateTimeException e) {
            return of(lastLook, zone); // 30 February: nobody knows what the shop means by it
        }
    }
}
