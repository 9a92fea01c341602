package pl.zmobridge.pdf;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Body;
import org.apache.camel.Variable;
import pl.zmobridge.attempt.DeadLetters;
import pl.zmobridge.failure.FailedAttempt;
import pl.zmobridge.register.Rows;

/** What the order's timeline, and a person who looks at reviews, are told of a PDF. */
public final class PdfReports {
    private final DeadLetters letters;

    public PdfReports(DeadLetters letters) {
        this.letters = letters;
    }

    /** The timeline's lines. */
    public List<Map<String, Object>> events(@Variable("pdf") PdfLook look) {
        long order = look.task().row().orderId();
        return look.task().events().stream()
                .map(event -> of(look, Rows.event(order, event)))
                .toList();
    }

    /** Parameters of {@code dead-letter-store}. */
    public List<Map<String, Object>> reviews(@Variable("pdf") PdfLook look) {
        long order = look.task().row().orderId();
        return look.task().reviews().stream()
                .map(why -> of(look, letters.review(order, why)))
                .toList();
    }

    /** The timeline's lines about those. */
    public List<Map<String, Object>> reviewEvents(@Body List<Map<String, Object>> reviews) {
        return reviews.stream()
                .map(review -> {
                    Map<String, Object> event = new HashMap<>(
                            Rows.event((Long) review.get("orderId"), (FailedAttempt) review.get("failed")));
                    event.put("shop", review.get("shop"));
                    return event;
                })
                .toList();
    }

    private static Map<String, Object> of(PdfLook look, Map<String, Object> row) {
        Map<String, Object> own = new HashMap<>(row);
        own.put("shop", look.shop());
        return own;
    }
}
