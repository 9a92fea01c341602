package pl.zmobridge.shoper;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import pl.zmobridge.order.UnreadableValue;

/**
 * Which of the watched orders a poll asks the shop for, and what their rows say of its filter by {@code status_date}. An order whose row, read by its id, is within the
 * filter although the filter has not shown it is doubted: its status may have changed in between. The next poll asks for it both ways, and when it is left out
 * again with the same date, the filter is not trusted any more. No clock is needed for that, neither the shop's nor the bridge's. Used by one thread.
 */
public final class WatchPlan {
    /** Every order is in one of ten parts, and each minute has one of them looked at. */
    static final int ALL = 0b11_1111_1111;

    private static final OrderReader READER = new OrderReader();

    private final String since;
    private final Map<Long, String> doubted;
    private final List<Long> hinted;
    private final boolean hint;
    private int parts;
    private final Set<Long> shown = new HashSet<>();
    private final Map<Long, String> doubts = new HashMap<>();
    private String newest = "";
    private Optional<Distrust> distrust = Optional.empty();

    /**
     * @param since what changed since then is asked for; blank when it is not
     * @param parts those of the sweep that are due, as bits
     * @param doubted orders that the last question has not shown, with the dates of their statuses
     * @param hint whether only those hinted at are looked at
     */
    private WatchPlan(String since, int parts, Map<Long, String> doubted, List<Long> hinted, boolean hint) {
        this.since = since;
        this.parts = parts;
        this.doubted = Map.copyOf(doubted);
        this.hinted = List.copyOf(hinted);
        this.hint = hint;
    }

    static WatchPlan everything() {
        return new WatchPlan("", ALL, Map.of(), List.of(), false);
    }

    static WatchPlan changes(String since, int parts, Map<Long, String> doubted) {
        String from = doubted.values().stream().reduce(since, StatusDate::earlier);
        return new WatchPlan(from, parts, doubted, List.of(), false);
    }

    /** Only these orders, those of them that are watched. */
    static WatchPlan hinted(List<Long> orderIds) {
        return new WatchPlan("", 0, Map.of(), orderIds, true);
    }

    /** Whether the shop has said that something happened, and only that is looked at. */
    boolean isHint() {
        return hint;
    }

    boolean isAskingForChanges() {
        return !since.isEmpty() && distrust.isEmpty();
    }

    String since() {
        return since;
    }

    int parts() {
        return parts;
    }

    /** Orders that are asked for by their ids before all others. */
    List<Long> listed() {
        return hint ? hinted : doubted.keySet().stream().sorted().toList();
    }

    /** These rows came through the filter. */
    void shown(List<JsonNode> rows) {
        for (JsonNode row : rows) {
            shown.add(READER.orderId(row));
            newest = StatusDate.later(newest, StatusDate.of(row));
        }
    }

    /** These rows were asked for by their ids. */
    void read(List<JsonNode> rows) {
        rows.forEach(this::read);
    }

    private void read(JsonNode row) {
        String date = StatusDate.of(row);
        newest = StatusDate.later(newest, date);
        if (!isAskingForChanges() || date.compareTo(since) < 0) {
            return;
        }
        try {
            long id = READER.orderId(row);
            if (shown.contains(id)) {
                return;
            }
            if (date.equals(doubted.get(id))) {
                distrust(new Distrust(Distrust.Why.MISSED, id));
            } else {
                doubts.put(id, date);
            }
        } catch (UnreadableValue e) {
            // it is nobody's row
        }
    }

    /** The filter proves nothing: all orders are looked at. */
    void distrust(Distrust why) {
        distrust = Optional.of(why);
        looksAtAll();
    }

    /** All orders have their turn. */
    void looksAtAll() {
        parts = ALL;
    }

    Optional<Distrust> distrust() {
        return distrust;
    }

    /** Orders to ask for both ways at the next poll; few of them say as much as many. */
    Map<Long, String> doubts() {
        Map<Long, String> few = new HashMap<>();
        doubts.entrySet().stream()
                .limit(ShoperApi.PAGE_SIZE)
                .forEach(doubt -> few.put(doubt.getKey(), doubt.getValue()));
        return few;
    }

    /** The latest date of a status that was seen; blank for none. */
    String newest() {
        return newest;
    }
}
