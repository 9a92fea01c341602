package pl.zmobridge.ops;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.camel.Body;
import org.apache.camel.Variable;

/**
 * What happened lately, for the console's pictures: orders received, issued and realised in each of the last 24 hours and 30
 * days of the shop, and how long they took. It is counted anew every few seconds at most, however many people look.
 */
public final class History {
    private static final List<String> SERIES = List.of("received", "issued", "realised");
    private static final int HOURS = 24;
    private static final int DAYS = 30;
    private static final Duration FRESH = Duration.ofSeconds(15);

    private final InstantSource clock;
    private volatile Optional<Known> known = Optional.empty();

    private record Known(Instant at, Map<String, Object> view) {}

    public History(InstantSource clock) {
        this.clock = clock;
    }

    /** What was counted a moment ago; null when it is too old. */
    public Map<String, Object> known() {
        return known.filter(view -> clock.instant().isBefore(view.at().plus(FRESH)))
                .map(Known::view)
                .orElse(null);
    }

    /** Rows of {@code sql/history-counts.sql}, {@code sql/history-durations.sql} and {@code sql/history-zone.sql}. */
    public Map<String, Object> view(
            @Variable("counts") List<Map<String, Object>> counts,
            @Variable("durations") List<Map<String, Object>> durations,
            @Body String zoneOfShop) {
        ZoneId zone = zoneOfShop == null ? ZoneId.systemDefault() : ZoneId.of(zoneOfShop);
        Instant now = clock.instant();
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("zone", zone.getId());
        view.put("hours", buckets(counts, now.atZone(zone), ChronoUnit.HOURS, HOURS));
        view.put("days", buckets(counts, now.atZone(zone), ChronoUnit.DAYS, DAYS));
        view.put("shopToZmo", took(durations, "shopToZmo"));
        view.put("paidToDocument", took(durations, "paidToDocument"));
        known = Optional.of(new Known(now, view));
        return view;
    }

    private static List<Map<String, Object>> buckets(
            List<Map<String, Object>> counts, ZonedDateTime now, ChronoUnit unit, int many) {
        ZonedDateTime last = now.truncatedTo(unit);
        TreeMap<Instant, Map<String, Object>> buckets = new TreeMap<>();
        for (int ago = many - 1; ago >= 0; ago--) {
            ZonedDateTime from = last.minus(ago, unit);
            Map<String, Object> bucket = new LinkedHashMap<>();
            bucket.put("from", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(from));
            SERIES.forEach(series -> bucket.put(series, 0L));
            buckets.put(from.toInstant(), bucket);
        }
        for (Map<String, Object> row : counts) {
            Instant hour = Instant.ofEpochSecond(number(row, "hour") * 3600);
            Map.Entry<Instant, Map<String, Object>> bucket = buckets.floorEntry(hour);
            if (bucket != null) {
                bucket.getValue()
                        .merge(row.get("what").toString(), number(row, "orders"), (a, b) -> (long) a + (long) b);
            }
        }
        return new ArrayList<>(buckets.values());
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
