package pl.zmobridge.api;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.Variable;
import pl.zmobridge.attempt.Attempt;
import pl.zmobridge.attempt.Correction;
import pl.zmobridge.attempt.Correction.Outcome;
import pl.zmobridge.attempt.Shops;
import pl.zmobridge.attempt.Step;
import pl.zmobridge.failure.Failure;
import pl.zmobridge.order.CorrectionDoubt;
import pl.zmobridge.words.Language;
import pl.zmobridge.words.Words;

/** E6: what a person wants of the correction of a sold order, and what he is told. */
public final class CorrectionCalls {
    private static final String KEEP = "keep";

    private final Shops shops;

    public CorrectionCalls(Shops shops) {
        this.shops = shops;
    }

    /**
     * The order whose correction is read or sent.
     *
     * @param rows of {@code sql/order-find.sql}
     * @throws ApiProblem 404 or 409 when there is no such order, 409 when it was not sold, 422 when the body cannot be read
     */
    public void begin(
            Exchange exchange, @Variable("request") ApiRequest request, @Body List<Map<String, Object>> rows) {
        Map<String, Object> order = ApiRequests.known(exchange, request, rows);
        if (!order.get("state").toString().equals("REALISED")) {
            throw conflict("Order " + request.orderId() + " is not realised, so there is nothing to correct");
        }
        boolean reads = "GET".equals(request.method());
        if (!reads && request.has("number") && request.said("number").isEmpty()) { // never taken for a wish to issue it
            throw ApiRequest.unprocessable("Say the number of the correction that was issued by hand");
        }
        Correction.Wish wish = new Correction.Wish(
                request.who().name(),
                reads ? "" : version(request),
                (reads ? request.text("delivery") : request.said("delivery")).equalsIgnoreCase(KEEP),
                reads ? "" : request.said("number"));
        String shop = order.get("shop").toString();
        exchange.setVariable("correction", new Correction(wish));
        exchange.setVariable(
                "attempt",
                Attempt.ofPerson(shop, Step.REALISE, request.orderId(), true)
                        .writingTo(shops.of(shop).target().connection().address()));
    }

    private static String version(ApiRequest request) {
        String version = request.said("version");
        if (version.isEmpty()) {
            throw ApiRequest.unprocessable(
                    "Say which correction was read: {\"version\":\"…\"}, as GET shows it at the same address");
        }
        return version;
    }

    /** The proposal, as the API shows it. */
    public Map<String, Object> show(Exchange exchange, @Variable("correction") Correction correction) {
        return CorrectionViews.proposal(correction, RequestLanguage.ofOrders(exchange));
    }

    /**
     * Only what a person has read is sent, and only while it can be.
     *
     * @throws ApiProblem 409 when it has become another one since, is being sent, or may only be done by hand
     */
    public void mustBeAsRead(Exchange exchange, @Variable("correction") Correction correction) {
        Language language = RequestLanguage.ofProblems(exchange);
        List<CorrectionDoubt> doubts = correction.proposal().doubts();
        Optional<CorrectionDoubt> end =
                doubts.stream().filter(CorrectionDoubt::isFinal).findFirst();
        if (end.isPresent()) {
            throw conflict("Nothing was done: " + words(List.of(end.get()), language));
        }
        if (correction.isNoted()) {
            throw conflict("The correction " + correction.wish().byHand() + " is noted already; nothing was done");
        }
        if (!correction.version().equals(correction.wish().version())) {
            throw conflict("The order or its document has changed since the correction was read; nothing was done."
                    + " Read it once more");
        }
        if (!correction.isByHand() && !correction.proposal().isCertain()) {
            throw conflict("This correction is left to a person's hand: " + words(doubts, language));
        }
    }

    private static String words(List<CorrectionDoubt> doubts, Language language) {
        return doubts.stream()
                .map(doubt -> Words.in(language).name("correction", doubt.name()))
                .collect(Collectors.joining(" "));
    }

    /** @throws ApiProblem 409 when the ERP refused it, 503 when it had no answer */
    public void mustBeDone(@Variable("correction") Correction correction) {
        Optional<Failure> failure = correction.failure();
        if (failure.isEmpty() || correction.isDone()) {
            return;
        }
        if (correction.outcome() == Outcome.REFUSED) {
            throw conflict("Symfonia refused the correction: " + failure.get().words());
        }
        throw new ApiProblem(
                503,
                "Service unavailable",
                correction.isOpen()
                        ? "The correction was sent and had no answer. It is looked for in Symfonia by itself, and nothing is sent"
                                + " again; the order shows what became of it"
                        : "Symfonia cannot be reached, so the correction was not sent; try again");
    }

    private static ApiProblem conflict(String detail) {
        return new ApiProblem(409, "Conflict", detail);
    }
}
