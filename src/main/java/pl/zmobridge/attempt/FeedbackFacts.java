package pl.zmobridge.attempt;

import static pl.zmobridge.camel.SqlParameters.NONE;

import java.util.Map;
import java.util.Optional;

/** The status that an attempt is about to set in the shop. */
public final class FeedbackFacts {
    /**
     * @param moment {@code IMPORTED}, {@code REALISED} or {@code FAILED}
     * @param statusId the status that is wanted
     * @param over whether it was wanted for a failure that is over
     * @param parcel whether the shop was told a tracking number, and has moved the status by itself
     * @param insteadOf the only status that it may take the place of: the one that said that the order had failed; empty for any
     */
    record Wanted(long importNo, String moment, long statusId, boolean over, boolean parcel, Optional<Long> insteadOf) {
        /** Reads a row of {@code sql/feedback-find.sql}. */
        static Wanted of(Map<String, Object> row) {
            return new Wanted(
                    ((Number) row.get("import_no")).longValue(),
                    row.get("moment").toString(),
                    ((Number) row.get("status_id")).longValue(),
                    ((Number) row.get("is_over")).intValue() != 0,
                    ((Number) row.get("has_parcel")).intValue() != 0,
                    Optional.ofNullable((Number) row.get("instead_of")).map(Number::longValue));
        }
    }

    private Optional<Wanted> wanted = Optional.empty();
    private Optional<Long> current = Optional.empty();
    private long failedStatus;
    private boolean set;

    void wants(Wanted now) {
        wanted = Optional.of(now);
        set = false;
    }

    void sets() {
        set = true;
    }

    /** Whether the shop still said that the order had failed, or need not have: otherwise there is nothing to tell. */
    boolean isNews() {
        return set || wanted().insteadOf().isEmpty();
    }

    /** @param status the id in the order's row, explained by a dictionary or not; empty when it cannot be read */
    void shopSays(Optional<Long> status) {
        current = status;
    }

    /** @param status what an order gets that waits for a person; empty for none */
    void fails(Optional<Long> status) {
        failedStatus = status.orElse(0L);
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
            case "failedStatus" -> failedStatus;
            case "moment" -> wanted().moment();
            default -> NONE;
        };
    }
}
