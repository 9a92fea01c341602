package pl.zmobridge.register;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.Variable;

/**
 * Which status an order gets in the shop, and when.
 *
 * @param imported the status after the import; empty for none
 * @param realised the status after the realisation; empty for none
 */
public record Feedback(Optional<Long> imported, Optional<Long> realised) {

    public boolean isOn() {
        return imported.isPresent() || realised.isPresent();
    }

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

    /** Takes a row of {@code sql/feedback-find.sql}. */
    public void take(Exchange exchange, @Body Map<String, Object> row) {
        exchange.setVariable("feedbackImport", row.get("import_no"));
        exchange.setVariable("moment", row.get("moment"));
        exchange.setVariable("feedbackStatus", row.get("status_id"));
    }

    /**
     * Whether a status must be set: not when the order has it, for an answer may have been lost after the work and each change can
     * send the buyer an e-mail; and not over one that the shop has set meanwhile, unless that was the bridge itself.
     */
    public boolean maySet(boolean changed, long current, long wanted) {
        boolean own =
                Optional.of(current).equals(imported) || Optional.of(current).equals(realised);
        return current != wanted && (!changed || own);
    }

    /** Parameters of {@code event-insert}. */
    public Map<String, Object> event(
            @Variable("orderId") long orderId,
            @Variable("moment") String moment,
            @Variable("feedbackStatus") long statusId) {
        return Rows.event(
                orderId,
                "FEEDBACK",
                "Status w sklepie po kroku " + moment + ": " + statusId + " (chyba że sklep zmienił go wcześniej)");
    }

    private Optional<Long> status(String moment) {
        return moment.equals("IMPORTED") ? imported : realised;
    }
}
