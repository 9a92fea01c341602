package pl.zmobridge.shoper;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import pl.zmobridge.shoper.StatusDates.Known;
import pl.zmobridge.shoper.StatusDates.Look;

/** What one poll looks at of the watched orders, and what is remembered of that. A poll that finds nothing new has nothing noted. */
public final class Looking {
    private static final Duration SELDOM = Duration.ofMinutes(1);

    private final StatusDates dates;
    private final Known known;
    private final WatchPlan plan;
    private final Instant began;
    private final ZoneId zone;
    private final boolean shared;
    private Optional<Look> look = Optional.empty();

    private Looking(StatusDates dates, Known known, WatchPlan plan, Instant began, ZoneId zone, boolean shared) {
        this.dates = dates;
        this.known = known;
        this.plan = plan;
        this.began = began;
        this.zone = zone;
        this.shared = shared;
    }

    /**
     * At what has changed, and at the others in turn.
     *
     * @param shared whether other nodes of a cluster go on where this one has looked, so that each look is noted
     */
    public static Looking of(StatusDates dates, Cursor cursor, Instant now, ZoneId zone, boolean shared) {
        Known known = cursor.watching();
        return new Looking(dates, known, dates.plan(known, now, zone), now, zone, shared);
    }

    /** At these orders alone. */
    public static Looking hinted(StatusDates dates, Cursor cursor, List<Long> orderIds, Instant now, ZoneId zone) {
        List<Long> known = orderIds.stream().filter(id -> id <= cursor.id()).toList();
        return new Looking(dates, cursor.watching(), WatchPlan.hinted(known), now, zone, false);
    }

    WatchPlan plan() {
        return plan;
    }

    /**
     * The orders have been looked at.
     *
     * @param wrote whether the poll has written something
     */
    void ends(WatchedOrders watched, boolean wrote) {
        if (!plan.isHint() && watched.isDone()) {
            Look seen = dates.looked(plan, began, zone);
            if (isWorthNoting(wrote)) {
                look = Optional.of(seen);
            }
        }
    }

    private boolean isWorthNoting(boolean wrote) {
        if (known.look().isEmpty()) {
            return true;
        }
        Instant noted = known.look().orElseThrow().at();
        boolean clockWasSet = noted.isAfter(began);
        return clockWasSet || (wrote || shared) && !noted.plus(SELDOM).isAfter(began);
    }

    public boolean isToBeNoted() {
        return look.isPresent() || plan.distrust().isPresent();
    }

    /** How far the orders were looked at; empty when that is not to be noted. */
    public Optional<Look> look() {
        return look;
    }

    /** Why the filter is not trusted any more; empty when it is, or was not before. */
    public Optional<Distrust> distrust() {
        return plan.distrust();
    }
}
