package pl.zmobridge.register;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which status an order gets in the shop, and when.
 *
 * @param imported the status after the import; empty for none
 * @param realised the status after the realisation; empty for none
 * @param failed the status of an order that waits for a person; empty for none
 */
public record Feedback(Optional<Long> imported, Optional<Long> realised, Optional<Long> failed) {

    /** @param moment {@code IMPORTED} or {@code REALISED} */
    public boolean isWanted(String moment) {
        return status(moment).isPresent();
    }

    /** Parameters of {@code feedback-insert}. */
    public Map<String, Object> row(String moment) {
        Map<String, Object> row = new HashMap<>();
        row.put("moment", moment);
        row.put("feedbackStatus", status(moment).orElseThrow());
        return row;
    }

    /**
     * Whether a status must be set: not when the order has it, for an answer may have been lost after the work and each change can
     * send the buyer an e-mail; and not over one that the shop has set meanwhile, unless that was the bridge itself.
     */
    public boolean maySet(boolean changed, long current, long wanted) {
        Optional<Long> has = Optional.of(current);
        boolean own = has.equals(imported) || has.equals(realised) || has.equals(failed);
        return current != wanted && (!changed || own);
    }

    /**
     * The same for an order of which the shop has a tracking number, so that it has moved the status by itself: that is not taken back. Only what the bridge
     * itself has said before goes on.
     */
    public boolean maySetAfterParcel(String moment, long current, long wanted) {
        Optional<Long> has = Optional.of(current);
        boolean before = has.equals(imported) || has.equals(failed);
        return current != wanted && before && moment.equals("REALISED");
    }

    private Optional<Long> status(String moment) {
        return moment.equals("IMPORTED") ? imported : realised;
    }
}
