package pl.zmobridge.attempt;

import java.util.Map;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.Variable;
import pl.zmobridge.register.Feedback;
import pl.zmobridge.register.Rows;
import pl.zmobridge.shoper.StatusNews;

/** The steps that tell a shop what became of its orders. */
public final class FeedbackSteps {
    private final Shops shops;

    public FeedbackSteps(Shops shops) {
        this.shops = shops;
    }

    /** @param moment {@code IMPORTED} or {@code REALISED} */
    public boolean isWanted(String moment, @Variable("shop") String shop) {
        return feedback(shop).isWanted(moment);
    }

    /** Parameters of {@code feedback-insert}. */
    public Map<String, Object> row(String moment, @Variable("shop") String shop) {
        return feedback(shop).row(moment);
    }

    /** Takes a row of {@code sql/feedback-find.sql}. */
    public void take(Exchange exchange, @Body Map<String, Object> row) {
        exchange.setVariable("feedbackImport", row.get("import_no"));
        exchange.setVariable("moment", row.get("moment"));
        exchange.setVariable("feedbackStatus", row.get("status_id"));
    }

    /** Whether the status must be set, after what the shop has just said of the order. */
    public boolean maySet(
            @Variable("shop") String shop,
            @Variable("news") StatusNews news,
            @Variable("feedbackStatus") long feedbackStatus) {
        return feedback(shop).maySet(news.changed(), news.statusId(), feedbackStatus);
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

    private Feedback feedback(String shop) {
        return shops.of(shop).rules().feedback();
    }
}
