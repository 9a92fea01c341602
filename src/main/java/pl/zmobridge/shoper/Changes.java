package pl.zmobridge.shoper;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** What the shop answers when it is asked which orders changed their status since then. */
public sealed interface Changes {

    /**
     * @param rows of orders, by id
     * @param last whether there are no more
     */
    record Page(List<JsonNode> rows, boolean last) implements Changes {
        public Page {
            rows = List.copyOf(rows);
        }
    }

    /** The shop does not filter by {@code status_date}, or not as it was asked to. */
    record Unfiltered(Distrust why) implements Changes {}
}
