package pl.zmobridge.shoper;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import pl.zmobridge.wire.Request;

/**
 * Passes over the orders that were placed long before those to import, of which a shop can have thousands of pages. The shop is
 * asked for the first order placed since then, so orders whose ids do not follow their dates are not missed. That it filters by
 * date is not taken for granted: before, it has to show it on a page of orders that is known. Three questions; a shop that fails
 * one of them is read page by page.
 */
final class SkipOldOrders {
    private static final DateTimeFormatter SHOP_TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    /** For hours that summer time repeats, a clock that was set back, and a shop that compares days only. */
    private static final Duration MARGIN = Duration.ofDays(2);

    private final OrderReader reader = new OrderReader();

    private final List<JsonNode> known;
    private final String since;
    private Step step = Step.NEWEST;
    private long newest;
    private Optional<Long> target = Optional.empty();

    private enum Step {
        /** Which order is the last for now: what comes later is never passed over. */
        NEWEST,
        /** Whether the known page's last order comes, none of its older ones does, and a later one is there. */
        PROOF,
        FIRST_SINCE,
        DONE
    }

    /**
     * @param known a page of orders that were placed before, by id
     * @param since orders placed from then on must not be passed over
     */
    SkipOldOrders(List<JsonNode> known, Instant since, ZoneId zone) {
        this.known = List.copyOf(known);
        this.since = SHOP_TIME.format(since.minus(MARGIN).atZone(zone));
    }

    boolean isMore() {
        return step != Step.DONE;
    }

    /** What is asked next. */
    Request<ListPage> request() {
        return switch (step) {
            case NEWEST -> ShoperApi.newestOrder();
            case PROOF -> ShoperApi.ordersPlacedFrom(date(last()));
            default -> ShoperApi.ordersPlacedFrom(since);
        };
    }

    /** Takes the answer to {@link #request()}. */
    void accept(ListPage page) {
        List<JsonNode> rows = page.rows();
        switch (step) {
            case NEWEST -> {
                newest = rows.isEmpty() ? 0 : reader.orderId(rows.get(0));
                step = newest > reader.orderId(last()) ? Step.PROOF : Step.DONE;
            }
            case PROOF -> step = isProof(rows) ? Step.FIRST_SINCE : Step.DONE;
            default -> {
                if (areFrom(since, rows)) {
                    target = Optional.of(rows.isEmpty() ? newest : Math.min(newest, reader.orderId(rows.get(0)) - 1));
                }
                step = Step.DONE;
            }
        }
    }

    /** The shop does not answer such questions. */
    void giveUp() {
        step = Step.DONE;
    }

    /** The last of the orders to pass over; empty when there is none that is known to be too old. */
    Optional<Long> target() {
        return target.filter(id -> id > reader.orderId(last()));
    }

    private boolean isProof(List<JsonNode> rows) {
        String from = date(last());
        var expected = known.stream()
                .filter(row -> date(row).compareTo(from) >= 0)
                .map(reader::orderId)
                .collect(Collectors.toSet());
        var came = rows.stream().map(reader::orderId).collect(Collectors.toSet());
        boolean older = known.stream().anyMatch(row -> date(row).compareTo(from) < 0);
        boolean later = rows.stream()
                .anyMatch(row -> reader.orderId(row) > reader.orderId(last())
                        && date(row).compareTo(from) > 0);
        return older && later && came.containsAll(expected) && areFrom(from, rows);
    }

    /** Sorted by id, and none placed before. */
    private boolean areFrom(String time, List<JsonNode> rows) {
        long previous = 0;
        for (JsonNode row : rows) {
            long id = reader.orderId(row);
            if (id <= previous || date(row).compareTo(time) < 0) {
                return false;
            }
            previous = id;
        }
        return true;
    }

    private JsonNode last() {
        return known.get(known.size() - 1);
    }

    private static String date(JsonNode row) {
        return Fields.text(row, "date");
    }
}
