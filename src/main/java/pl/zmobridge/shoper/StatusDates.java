package pl.zmobridge.shoper;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/**
 * How far a shop's watched orders have been looked at. What the shop says to have changed since the last poll is asked for; besides, each order is asked for by its id
 * within ten minutes, a tenth of them each minute, because nobody promises that the shop's filter by {@code status_date} shows everything, and an edit or a
 * payment need not move that date. Which tenth an order is in goes by its id, and which one is due by the clock, so nothing has to be written for it: after a restart, what the database
 * does not know to have been looked at is looked at once more. Polls of one shop never meet.
 */
public final class StatusDates {
    private static final Duration TOO_LONG = Duration.ofHours(12);
    private static final int PARTS = 10;
    private static final int SECONDS = 60;

    private volatile Memory memory = new Memory(Optional.empty(), "", Map.of());

    /**
     * All that changed before was seen.
     *
     * @param from the latest date of a status then; blank for none
     * @param at when the poll began that saw it
     */
    public record Look(String from, Instant at) {}

    /**
     * What the register knows of the shop.
     *
     * @param few whether so few orders are watched that asking for all of them costs no more
     * @param off whether the filter is not trusted
     */
    public record Known(Optional<Look> look, boolean few, boolean off) {

        /** From a row of {@code sql/cursor-find.sql}. */
        static Known of(Map<String, Object> row) {
            Optional<Look> look = Optional.ofNullable(row.get("looked_seconds"))
                    .map(at -> new Look(
                            row.get("asked_from").toString(), Instant.ofEpochSecond(((Number) at).longValue())));
            return new Known(look, is(row.get("few_watched")), is(row.get("filter_off")));
        }

        private static boolean is(Object value) {
            return value instanceof Number number ? number.longValue() != 0 : Boolean.TRUE.equals(value);
        }
    }

    private record Memory(Optional<Look> look, String newest, Map<Long, String> doubts) {}

    /** A poll begins: what it asks for. */
    WatchPlan plan(Known known, Instant now, ZoneId zone) {
        Optional<Look> last = last(known);
        if (known.few() || known.off() || last.isEmpty()) {
            return WatchPlan.everything();
        }
        Look look = last.get();
        if (look.from().isEmpty()
                || look.at().isAfter(now)
                || look.at().plus(TOO_LONG).isBefore(now)) {
            return WatchPlan.everything();
        }
        if (memory.newest().isEmpty()) {
            memory = new Memory(memory.look(), look.from(), memory.doubts());
        }
        String since = StatusDate.before(look.from(), look.at(), now, zone);
        return WatchPlan.changes(since, due(look.at(), now), memory.doubts());
    }

    /** What this process knows, unless another one has looked later; nothing when a person has the register forget it. */
    private Optional<Look> last(Known known) {
        return known.look().map(noted -> memory.look()
                .filter(own -> own.at().isAfter(noted.at()))
                .orElse(noted));
    }

    /** The tenths of the minutes that have begun since. */
    static int due(Instant since, Instant now) {
        long from = since.getEpochSecond() / SECONDS;
        long to = now.getEpochSecond() / SECONDS;
        if (to - from >= PARTS) {
            return WatchPlan.ALL;
        }
        int parts = 0;
        for (long minute = from + 1; minute <= to; minute++) {
            parts |= 1 << (minute % PARTS);
        }
        return parts;
    }

    /**
     * A poll has looked at everything that it had to look at.
     *
     * @param began when it began
     * @return what was seen by then
     */
    Look looked(WatchPlan plan, Instant began, ZoneId zone) {
        // what changed while the poll looked may be older than what it saw last
        String before = memory.newest().isEmpty() ? plan.newest() : memory.newest();
        Look look = new Look(StatusDate.earlier(before, StatusDate.of(began, zone)), began);
        memory = new Memory(Optional.of(look), StatusDate.later(memory.newest(), plan.newest()), plan.doubts());
        return look;
    }
}
