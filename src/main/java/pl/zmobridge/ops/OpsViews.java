package pl.zmobridge.ops;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Body;
import org.apache.camel.Variable;

/** What the API shows besides orders: the summary and the dead letters. */
public final class OpsViews {
    private static final List<String> STATES = List.of("RECEIVED", "ISSUED", "REALISED", "CLOSED");

    private static final List<String> SYSTEMS = List.of("shop", "ERP", "database");

    private final Outages outages;
    private final PollTimes polls;

    public OpsViews(Outages outages, PollTimes polls) {
        this.outages = outages;
        this.polls = polls;
    }

    /** Rows of {@code sql/summary-states.sql} and {@code sql/summary-rest.sql}. */
    public Map<String, Object> summary(
            @Variable("shop") String shop,
            @Variable("states") List<Map<String, Object>> states,
            @Variable("rest") Map<String, Object> rest) {
        Map<String, Object> orders = new LinkedHashMap<>();
        STATES.forEach(state -> orders.put(state, 0));
        states.forEach(row -> orders.put(row.get("state").toString(), row.get("orders")));
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("shop", shop);
        view.put("orders", orders);
        view.put("deadLetters", rest.get("dead_letters"));
        Optional<Instant> lastPoll = outages.lastPoll().map(Outages.LastPoll::at);
        view.put("lastPoll", lastPoll.map(OpsViews::here).orElse(null));
        view.put("nextPoll", polls.next().map(OpsViews::here).orElse(null));
        view.put("pollLate", lastPoll.filter(polls::isLate).isPresent());
        view.put("away", SYSTEMS.stream().filter(outages::isAway).toList());
        view.put("at", here(polls.now()));
        view.put("cursor", rest.get("cursor_at"));
        return view;
    }

    private static String here(Instant time) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time.atZone(ZoneId.systemDefault()));
    }

    /** Rows of {@code sql/dead-letters-page.sql}. */
    public Map<String, Object> deadLetters(@Body List<Map<String, Object>> rows, @Variable("total") long total) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("total", total);
        view.put("items", rows.stream().map(OpsViews::deadLetter).toList());
        return view;
    }

    /** A dead letter after its replay, and what had changed in the shop. */
    public Map<String, Object> replayed(@Body Map<String, Object> row, @Variable("changes") List<String> changes) {
        Map<String, Object> view = deadLetter(row);
        view.put("changes", changes == null ? List.of() : changes);
        return view;
    }

    public Map<String, Object> replayedAll(@Variable("replayed") int letters) {
        return Map.of("replayed", letters);
    }

    /** One row of {@code sql/dead-letters-page.sql}. */
    public static Map<String, Object> deadLetter(@Body Map<String, Object> row) {
        ZoneId zone = ZoneId.of(row.get("zone").toString());
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("id", row.get("id"));
        view.put("shopOrderId", row.get("shop_order_id"));
        view.put("number", row.get("number"));
        view.put("step", row.get("step"));
        view.put("error", row.get("error"));
        view.put("attempts", row.get("attempts"));
        view.put("firstFailedAt", OrderViews.time(row.get("first_failed_at"), zone));
        view.put("nextAttemptAt", OrderViews.time(row.get("next_attempt_at"), zone));
        view.put("state", row.get("state"));
        view.put("closedAt", OrderViews.time(row.get("closed_at"), zone));
        view.put("reason", row.get("reason"));
        view.put("payload", row.get("payload"));
        return view;
    }
}
