package pl.zmobridge.shoper;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Set;
import pl.zmobridge.order.UnreadableValue;

/**
 * Which orders the operator wants. What cannot be judged passes: it becomes a dead letter that people see, instead of an order
 * that quietly never came (I3).
 *
 * @param since orders placed before that day, in the shop's zone, are ignored
 * @param statuses ids of the statuses to import; empty means all
 */
public record ImportFilter(LocalDate since, Set<Long> statuses) {

    private static final OrderReader READER = new OrderReader();

    public ImportFilter {
        statuses = Set.copyOf(statuses);
    }

    public boolean passes(JsonNode row, Dictionaries dictionaries) {
        return isRecent(row, dictionaries) && hasWantedStatus(row);
    }

    private boolean isRecent(JsonNode row, Dictionaries dictionaries) {
        try {
            return !READER.date(row, dictionaries).toLocalDate().isBefore(since);
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
