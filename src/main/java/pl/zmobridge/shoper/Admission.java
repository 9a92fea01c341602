package pl.zmobridge.shoper;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import pl.zmobridge.order.Settling;
import pl.zmobridge.order.Settling.Look;
import pl.zmobridge.order.UnreadableValue;
import pl.zmobridge.shoper.ImportFilter.Verdict;

/**
 * Whether an order of the shop comes into the register now: whether the operator wants it, and whether it is whole (S1).
 *
 * @param announced orders of which the shop has said that they were placed
 */
public record Admission(ImportFilter filter, Settling settling, InstantSource clock, Set<Long> announced) {
    /** Where a buyer's order is placed as a whole: shop and mobile. */
    private static final Set<Long> CHECKOUTS = Set.of(0L, 2L);

    public Admission {
        announced = Set.copyOf(announced);
    }

    private static final OrderReader READER = new OrderReader();

    /** Those of the announced orders that are new after a cursor. */
    Set<Long> announcedAfter(long cursor) {
        return announced.stream().filter(id -> id > cursor).collect(Collectors.toSet());
    }

    /** @param last what was seen of the order before; empty at its first sight */
    Verdict verdict(JsonNode row, Dictionaries dictionaries, Optional<Look> last) {
        Verdict wanted = filter.verdict(row, dictionaries);
        return wanted == Verdict.IMPORT && !isSettled(row, dictionaries, last) ? Verdict.SETTLE : wanted;
    }

    /** An order whose date cannot be read becomes a dead letter, however young it is. */
    private boolean isSettled(JsonNode row, Dictionaries dictionaries, Optional<Look> last) {
        try {
            if (announced.contains(READER.orderId(row))
                    && READER.origin(row).filter(CHECKOUTS::contains).isPresent()) {
                return true;
            }
            return settling.isSettled(READER.date(row, dictionaries), clock.instant(), look(row), last);
        } catch (UnreadableValue e) {
            return true;
        }
    }

    /** What the row says of how much of the order there is. */
    static Look look(JsonNode row) {
        return new Look(
                row.path("sum").asText().strip(),
                row.path("total_products").asText().strip());
    }
}
