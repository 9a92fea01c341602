package pl.zmobridge.shoper;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Optional;
import pl.zmobridge.order.Settling.Look;

/**
 * An id that is not in the register yet: what the table {@code waiting} is to hold of it.
 *
 * @param look what was seen of the order (S1)
 * @param lookIn after what time it is asked for again; empty for the next poll
 * @param forgetIn after what time nobody waits for it any more; empty for as long as orders are watched
 */
public record Waiting(
        long orderId, Why why, Optional<Look> look, Optional<Duration> lookIn, Optional<Duration> forgetIn) {

    /** Why it is not in the register. */
    public enum Why {
        /** It does not have a status to import. */
        STATUS,
        /** It may still be being built (S1). */
        SETTLE,
        /** Nobody has seen it: orders on both sides of it were seen (S8). */
        GAP
    }

    /** An order that was seen. */
    static Waiting seen(long orderId, Why why, JsonNode row) {
        return new Waiting(orderId, why, Optional.of(Admission.look(row)), Optional.empty(), Optional.empty());
    }
}
