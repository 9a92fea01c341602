package pl.zmobridge.shoper;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Set;
import pl.zmobridge.order.UnreadableValue;

/**
 * Which orders the operator wants. What cannot be judged is imported: it becomes a dead letter that people see, instead of an
 * order that quietly never came (I3).
 *
 * @param since orders placed before are ignored
 * @param statuses ids of the statuses to import; empty means all
 * @param origins numbers of the origins to import; empty means all
 */
public record ImportFilter(Instant since, Set<Long> statuses, Set<Long> origins) {

    /** What to do with an order. */
    public enum Verdict {
        IMPORT,
        /** It does not have a status to import yet. */
        WAIT,
        /** It may still be being built (S1). */
        SETTLE,
        /** It was placed too early, or elsewhere. */
        IGNORE
    }

    private static final OrderReader READER = new OrderReader();

    public ImportFilter {
        statuses = Set.copyOf(statuses);
        origins = Set.copyOf(origins);
    }

    public Verdict verdict(JsonNode row, Dictionaries dictionaries) {
        if (!isRecent(row, dictionaries) || !hasWantedOrigin(row)) {
            return Verdict.IGNORE;
        }
        return hasWantedStatus(row) ? Verdict.IMPORT : Verdict.WAIT;
    }

    private boolean isRecent(JsonNode row, Dictionaries dictionaries) {
        try {
            return !isTooOld(READER.date(row, dictionaries).toInstant());
        } catch (UnreadableValue e) {
            return true;
        }
    }

    /** Whether orders that were placed then are ignored. */
    boolean isTooOld(Instant placed) {
        return placed.isBefore(since);
    }

    private boolean hasWantedOrigin(JsonNode row) {
        if (origins.isEmpty()) {
            return true;
        }
        try {
            return READER.origin(row).map(origins::contains).orElse(true);
        } catch (UnreadableValue e) {
            return true;
        }
    }

    private boolean hasWantedStatus(JsonNode row) {
        if (statuses.isEmpty()) {
            return true;
        }
        try {
            return statuses.contains(READER.statusId(row));
        } catch (UnreadableValue e) {
            return true;
        }
    }
}
