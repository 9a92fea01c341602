package pl.zmobridge.attempt;

import static pl.zmobridge.camel.SqlParameters.NONE;

import java.util.Map;
import java.util.Optional;

/** The status that an attempt is about to set in the shop. */
public final class FeedbackFacts {
    /**
     * @param moment {@code IMPORTED} or {@code REALISED}
     * @param statusId the status that is wanted
     */
    record Wanted(long importNo, String moment, long statusId) {
        /** Reads a row of {@code sql/feedback-find.sql}. */
        static Wanted of(Map<String, Object> row) {
            return new Wanted(
                    ((Number) row.get("import_no")).longValue(),
                    row.get("moment").toString(),
                    ((Number) row.get("status_id")).longValue());
        }
    }

    private Optional<Wanted> wanted = Optional.empty();
    private Optional<Long> current = Optional.empty();

    void wants(Wanted now) {
        wanted = Optional.of(now);
    }

    /** @param status the id in the order's row, explained by a dictionary or not; empty when it cannot be read */
    void shopSays(Optional<Long> status) {
        current = status;
    }

    /** The status that the order has in the shop now; empty when it cannot be read. */
    Optional<Long> current() {
        return current;
    }

    Wanted wanted() {
        return wanted.orElseThrow(() -> new IllegalStateException("No status is to be set"));
    }

    Object parameter(String name) {
        return switch (name) {
            case "feedbackImport" -> wanted().importNo();
            case "moment" -> wanted().moment();
            default -> NONE;
        };
    }
}
