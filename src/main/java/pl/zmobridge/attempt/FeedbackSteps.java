package pl.zmobridge.attempt;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Body;
import org.apache.camel.Variable;
import pl.zmobridge.register.Feedback;
import pl.zmobridge.register.Rows;
import pl.zmobridge.shoper.ShoperApi;
import pl.zmobridge.shoper.StatusNews;
import pl.zmobridge.wire.Request;
import pl.zmobridge.words.Phrase;

/** The steps that tell a shop what became of its orders. */
public final class FeedbackSteps {
    private final Shops shops;

    public FeedbackSteps(Shops shops) {
        this.shops = shops;
    }

    /** Parameters of {@code feedback-insert}: one row, or none when the shop need not hear of this step. */
    public List<Map<String, Object>> rows(@Variable("attempt") Attempt attempt) {
        String moment = attempt.step() == Step.IMPORT ? "IMPORTED" : "REALISED";
        Feedback feedback = feedback(attempt);
        boolean news = attempt.step() == Step.IMPORT ? attempt.zmo.write() == ZmoWrite.ISSUE : !attempt.isHalfSold();
        return news && feedback.isWanted(moment) ? List.of(feedback.row(moment)) : List.of();
    }

    /** Takes a row of {@code sql/feedback-find.sql}. */
    public void take(@Variable("attempt") Attempt attempt, @Body Map<String, Object> row) {
        attempt.feedback.wants(FeedbackFacts.Wanted.of(row));
    }

    /**
     * Whether the status must be set, after what the shop has just said of the order. A status that the register does not know is the shop's own word
     * and stays, also one that no dictionary explains, or that cannot be read. That an order failed is not told once the failure is over; what is told
     * again then takes the place of nothing but that.
     */
    public boolean maySet(@Variable("attempt") Attempt attempt, @Variable("news") StatusNews news) {
        Optional<Long> current = attempt.feedback.current();
        FeedbackFacts.Wanted wanted = attempt.feedback.wanted();
        if (current.isEmpty() || wanted.over()) {
            return false;
        }
        if (wanted.insteadOf().isPresent()) {
            return wanted.insteadOf().equals(current) && wanted.statusId() != current.get();
        }
        if (wanted.parcel()) {
            return feedback(attempt).maySetAfterParcel(wanted.moment(), current.get(), wanted.statusId());
        }
        boolean changed = news.changed()
                || !current.equals(Optional.of(attempt.registered().statusId()));
        return feedback(attempt).maySet(changed, current.get(), wanted.statusId());
    }

    /** The request that sets it. */
    public Request<JsonNode> set(@Variable("attempt") Attempt attempt) {
        attempt.feedback.sets();
        return ShoperApi.setStatus(attempt.orderId(), attempt.feedback.wanted().statusId());
    }

    /** Parameters of {@code event-insert}: one row, or none. */
    public List<Map<String, Object>> events(@Variable("attempt") Attempt attempt) {
        FeedbackFacts.Wanted wanted = attempt.feedback.wanted();
        Phrase told = wanted.over()
                ? Phrase.of("FEEDBACK_DROPPED").with("status", wanted.statusId())
                : Phrase.of("FEEDBACK").with("moment", wanted.moment()).with("status", wanted.statusId());
        return attempt.feedback.isNews() ? List.of(Rows.event(attempt.orderId(), told)) : List.of();
    }

    private Feedback feedback(Attempt attempt) {
        return shops.of(attempt.shop()).rules().feedback();
    }
}
