package pl.zmobridge.api;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What happened lately, for the console's pictures: orders received, issued and realised in each of the last 24 hours and 30
 * days of the shop, and how long they took. Hours that are over do not change, so they are counted once; how long orders take
 * over a month is counted anew every few minutes.
 */
public final class History {
    private static final List<String> SERIES = List.of("received", "issued", "realised");
    private static final int HOURS = 24;
    private static final int DAYS = 30;
    private static final Duration ALL = Duration.ofDays(31);
    /** An order that was received within an hour may be stored a little after it. */
    private static final Duration UNSETTLED = Duration.ofHours(2);

    /** Among many orders one more changes little, and counting them takes a while. */
    private static final Duration DURATIONS_OF_MANY_STAY = Duration.ofMinutes(5);

    private static final Duration DURATIONS_OF_FEW_STAY = Duration.ofSeconds(5);
    private static final long MANY = 2_000;

    private final InstantSource clock;
    private final Map<List<String>, Known> known = new ConcurrentHashMap<>();

    private record Known(
            Instant countedAt,
            TreeMap<Long, Map<String, Long>> hours,
            Instant durationsAt,
            Map<String, Object> shopToZmo,
            Map<String, Object> paidToDocument) {
        Instant durationsUntil() {
            boolean many = (long) shopToZmo.get("orders") >= MANY;
            return durationsAt.plus(many ? DURATIONS_OF_MANY_STAY : DURATIONS_OF_FEW_STAY);
        }
    }

    public History(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * What has to be counted.
     *
     * @param since UTC
     * @param wantsDurations whether how long orders take has to be counted again
     */
    record Plan(Instant at, LocalDateTime since, boolean wantsDurations) {
        static final Plan NONE = new Plan(Instant.EPOCH, LocalDateTime.MIN, false);
    }

    /** Decides what has to be counted. */
    Plan plan(ApiRequest request) {
        Instant now = clock.instant();
        Known before = known.get(request.shops());
        Instant since = before == null
                ? now.minus(ALL)
                : before.countedAt().minus(UNSETTLED).truncatedTo(ChronoUnit.HOURS);
        return new Plan(
                now,
                LocalDateTime.ofInstant(since, ZoneOffset.UTC),
                before == null || before.durationsUntil().isBefore(now));
    }

    /** Rows of {@code sql/history-counts.sql}, {@code sql/history-durations.sql} and {@code sql/history-zone.sql}. */
    Map<String, Object> view(ApiRequest request, Found found) {
        Instant now = found.plan().at();
        LocalDateTime since = found.plan().since();
        List<Map<String, Object>> durations = found.rows("history-durations");
        Known counted = known.compute(request.shops(), (key, before) -> {
            TreeMap<Long, Map<String, Long>> hours = before == null ? new TreeMap<>() : new TreeMap<>(before.hours());
            hours.tailMap(hour(since.toInstant(ZoneOffset.UTC))).clear();
            hours.headMap(hour(now.minus(ALL))).clear();
            for (Map<String, Object> row : found.rows("history-counts")) {
                hours.computeIfAbsent(number(row, "hour"), hour -> new HashMap<>())
                        .put(row.get("what").toString(), number(row, "orders"));
            }
            return found.plan().wantsDurations() || before == null
                    ? new Known(now, hours, now, took(durations, "shopToZmo"), took(durations, "paidToDocument"))
                    : new Known(now, hours, before.durationsAt(), before.shopToZmo(), before.paidToDocument());
        });
        ZoneId zone = found.zone() == null ? ZoneId.systemDefault() : ZoneId.of(found.zone());
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("zone", zone.getId());
        view.put("hours", buckets(counted.hours(), now.atZone(zone), ChronoUnit.HOURS, HOURS));
        view.put("days", buckets(counted.hours(), now.atZone(zone), ChronoUnit.DAYS, DAYS));
        view.put("shopToZmo", counted.shopToZmo());
        view.put("paidToDocument", counted.paidToDocument());
        return view;
    }

    private static List<Map<String, Object>> buckets(
            TreeMap<Long, Map<String, Long>> hours, ZonedDateTime now, ChronoUnit unit, int many) {
        ZonedDateTime last = now.truncatedTo(unit);
        TreeMap<Instant, Map<String, Object>> buckets = new TreeMap<>();
        for (int ago = many - 1; ago >= 0; ago--) {
            ZonedDateTime from = last.minus(ago, unit);
            Map<String, Object> bucket = new LinkedHashMap<>();
            bucket.put("from", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(from));
            SERIES.forEach(series -> bucket.put(series, 0L));
            buckets.put(from.toInstant(), bucket);
        }
        hours.forEach((hour, counts) -> {
            Map.Entry<Instant, Map<String, Object>> bucket = buckets.floorEntry(Instant.ofEpochSecond(hour * 3600));
            if (bucket != null) {
                counts.forEach((what, orders) -> bucket.getValue().merge(what, orders, (a, b) -> (long) a + (long) b));
            }
        });
        return new ArrayList<>(buckets.values());
    }

    private static long hour(Instant time) {
        return time.getEpochSecond() / 3600;
    }

    /** How many orders, and the median and 95th percentile in seconds (nearest rank); rows come sorted by seconds. */
    private static Map<String, Object> took(List<Map<String, Object>> durations, String what) {
        List<Map<String, Object>> rows =
                durations.stream().filter(row -> what.equals(row.get("what"))).toList();
        long orders = rows.stream().mapToLong(row -> number(row, "orders")).sum();
        Map<String, Object> view = new HashMap<>();
        view.put("orders", orders);
        view.put("median", rank(rows, (orders + 1) / 2));
        view.put("p95", rank(rows, (orders * 95 + 99) / 100));
        return view;
    }

    private static Long rank(List<Map<String, Object>> rows, long rank) {
        long seen = 0;
        for (Map<String, Object> row : rows) {
            seen += number(row, "orders");
            if (seen >= rank) {
                return number(row, "seconds");
            }
        }
        return null;
    }

    private static long number(Map<String, Object> row, String column) {
        return ((Number) row.get(column)).longValue();
    }
}
