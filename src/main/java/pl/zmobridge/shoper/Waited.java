package pl.zmobridge.shoper;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import pl.zmobridge.order.Settling.Look;
import pl.zmobridge.shoper.ImportFilter.Verdict;
import pl.zmobridge.shoper.Waiting.Why;

/**
 * What the table {@code waiting} holds of an id that is asked for.
 *
 * @param look what was seen of the order (S1)
 * @param known for how long it is there
 */
record Waited(Why why, Optional<Look> look, Duration known) {

    /** From a row of {@code sql/watched-page.sql}; empty for an order of the register. */
    static Optional<Waited> of(Map<String, Object> row) {
        return Optional.ofNullable((String) row.get("why"))
                .map(why -> new Waited(
                        Why.valueOf(why),
                        Look.read((String) row.get("look")),
                        Duration.ofSeconds(((Number) row.get("known_seconds")).longValue())));
    }

    /** Whether nobody needs to wait for it: its time is over, or a late id is an order that was placed too early. */
    boolean isOver(Verdict verdict, boolean expired) {
        return verdict != Verdict.IMPORT && (expired || verdict == Verdict.IGNORE && why == Why.GAP);
    }

    /** What is to be noted of an order that the shop has and that does not come in yet. */
    Optional<Waiting> noted(long orderId, JsonNode row, Verdict verdict) {
        return switch (verdict) {
            case SETTLE -> Optional.of(Waiting.seen(orderId, Why.SETTLE, row));
            case WAIT -> why == Why.STATUS ? Optional.empty() : Optional.of(Waiting.seen(orderId, Why.STATUS, row));
            default -> Optional.empty();
        };
    }

    /** The same of one that the shop does not have: one that was seen half-built may come back like a late one. */
    Optional<Waiting> missing(long orderId) {
        if (why == Why.STATUS) {
            return Optional.empty();
        }
        Optional<Duration> next = LateIds.nextLook(known);
        return next.isEmpty() && why == Why.GAP
                ? Optional.empty()
                : Optional.of(new Waiting(orderId, Why.GAP, Optional.empty(), next, Optional.empty()));
    }
}
