package pl.zmobridge.notify;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import pl.zmobridge.failure.FailedSystem;
import pl.zmobridge.register.Times;

/**
 * A system that was away for so long that people are told, and how much of it a channel has told.
 *
 * @param shop empty for the database, which all shops share
 */
record Outage(
        String shop,
        FailedSystem system,
        Instant since,
        Optional<Instant> endedAt,
        boolean awayTold,
        boolean backTold) {

    static Outage begins(String shop, FailedSystem system, Instant since) {
        return new Outage(shop, system, since.truncatedTo(ChronoUnit.MILLIS), Optional.empty(), false, false);
    }

    /** From a row of {@code notify-outages}. */
    static Outage read(Map<String, Object> row) {
        return new Outage(
                row.get("shop").toString(),
                FailedSystem.valueOf(row.get("system").toString()),
                instant(row.get("since")).orElseThrow(),
                instant(row.get("ended_at")),
                isTrue(row.get("away_told")),
                isTrue(row.get("back_told")));
    }

    private static boolean isTrue(Object column) {
        return column instanceof Boolean flag ? flag : ((Number) column).intValue() != 0;
    }

    static Optional<Instant> instant(Object column) {
        return Times.utc(column).map(time -> time.toInstant(ZoneOffset.UTC));
    }

    static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    boolean isOpen() {
        return endedAt.isEmpty();
    }

    /** Whether there is something of it that was not told. */
    boolean isNews() {
        return isOpen() ? !awayTold : !backTold;
    }

    boolean isSame(Outage other) {
        return isOf(other.shop, other.system) && since.equals(other.since);
    }

    /** Whether another one is this one as another bridge saw it: it began before this one was over. */
    boolean covers(Outage begun) {
        return isSame(begun) || endedAt.map(begun.since::isBefore).orElse(true);
    }

    boolean isOf(String ofShop, FailedSystem ofSystem) {
        return shop.equals(ofShop) && system == ofSystem;
    }

    Outage ended(Instant at) {
        return new Outage(shop, system, since, Optional.of(at.truncatedTo(ChronoUnit.MILLIS)), awayTold, backTold);
    }

    Outage told() {
        return new Outage(shop, system, since, endedAt, true, !isOpen());
    }

    /** The parameters of {@code notify-outage}. */
    Map<String, Object> row(Channel channel) {
        Map<String, Object> row = new HashMap<>();
        row.put("channel", channel.name());
        row.put("shop", shop);
        row.put("system", system.name());
        row.put("since", utc(since));
        row.put("endedAt", endedAt.map(Outage::utc).orElse(null));
        row.put("awayTold", awayTold);
        row.put("backTold", backTold);
        return row;
    }
}
