package pl.zmobridge.attempt;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Variable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pl.zmobridge.attempt.Correction.Outcome;
import pl.zmobridge.failure.Cause;
import pl.zmobridge.failure.Failure;
import pl.zmobridge.failure.Failures;
import pl.zmobridge.failure.Unreachable;
import pl.zmobridge.register.Rows;
import pl.zmobridge.register.SentCorrection;
import pl.zmobridge.symfonia.Corrections;
import pl.zmobridge.symfonia.ErpRefused;
import pl.zmobridge.symfonia.StoredCorrection;
import pl.zmobridge.wire.Request;
import pl.zmobridge.words.Phrase;

/** E6, I2: what becomes of a correction that a person has sent; one without an answer is looked for in the ERP and never sent again unasked. */
public final class CorrectionOutcomes {
    private static final Logger ORDERS = LoggerFactory.getLogger("pl.zmobridge.orders");
    private static final Duration PATIENCE = Duration.ofDays(1);

    private final Shops shops;
    private final DeadLetters letters;
    private final InstantSource clock;

    public CorrectionOutcomes(Shops shops, DeadLetters letters, InstantSource clock) {
        this.shops = shops;
        this.letters = letters;
        this.clock = clock;
    }

    /** The write itself. */
    public Request<StoredCorrection> issue(@Variable("correction") Correction correction) {
        return Corrections.issue(correction.sent().body());
    }

    /** The ERP's answer, to the write or to the question what became of it. */
    public void issued(@Variable("correction") Correction correction, @Body StoredCorrection stored) {
        correction.issued(stored);
    }

    /** A person has issued it. */
    public void byHand(@Variable("correction") Correction correction) {
        correction.ends(Outcome.BY_HAND);
    }

    /** The write failed: refused, not sent at all, or nobody knows; then it stays open until the ERP has been asked. */
    public void failed(
            @Variable("correction") Correction correction,
            @ExchangeProperty("CamelExceptionCaught") Exception failure,
            @Variable("attempt") Attempt attempt) {
        if (failure instanceof ErpRefused) {
            correction.ends(Outcome.REFUSED);
        } else if (!attempt.write.isUnanswered() && failure instanceof Unreachable) {
            correction.ends(Outcome.NOT_WRITTEN);
        }
        correction.failedWith(Failures.of(failure));
    }

    // ---- what was sent without an answer

    /** Which shops this bridge settles corrections of: the parameters of {@code corrections-due}. */
    public Map<String, Object> mine() {
        return Map.of("shops", shops.ids());
    }

    /** Begins to settle one, of a row of {@code corrections-due}. */
    public void begin(Exchange exchange, @Body Map<String, Object> row) {
        String shop = row.get("shop").toString();
        long order = ((Number) row.get("shop_order_id")).longValue();
        exchange.setVariable("shop", shop);
        exchange.setVariable("correction", new Correction(Correction.Wish.NONE));
        exchange.setVariable(
                "attempt",
                Attempt.ofPerson(shop, Step.REALISE, order, true)
                        .writingTo(shops.of(shop).target().connection().address()));
    }

    /**
     * Takes the row of {@code correction-open}.
     *
     * @throws IllegalStateException when another bridge has settled it meanwhile
     */
    public void resumes(@Variable("correction") Correction correction, @Body Map<String, Object> row) {
        if (row == null) {
            throw new IllegalStateException("it is settled already");
        }
        correction.resumes(SentCorrection.of(row), new HashSet<>(CorrectionSteps.ids(row.get("known"))));
    }

    /** The next question to the ERP. */
    public Request<?> question(@Variable("correction") Correction correction) {
        return correction.asksForSequence()
                ? Corrections.sequence(correction.sent().document())
                : Corrections.correction(correction.nextUnread());
    }

    public void answered(@Variable("correction") Correction correction, @Body Optional<?> answer) {
        if (correction.asksForSequence()) {
            correction.sequenceIs(answer.map(CorrectionSteps::numbers));
        } else {
            correction.found(answer.map(StoredCorrection.class::cast));
        }
    }

    /** The ERP could not be asked: later once more, but no longer than a day, and not when it refuses to tell; then only a person can (I3). */
    public void unanswered(
            @Variable("correction") Correction correction,
            @ExchangeProperty("CamelExceptionCaught") Exception failure,
            @Variable("attempt") Attempt attempt) {
        Instant longEnough = correction.sent().begunAt().plus(PATIENCE);
        if (failure instanceof ErpRefused || clock.instant().isAfter(longEnough)) {
            correction.ends(Outcome.UNSETTLED);
            correction.failedWith(Failures.of(failure));
        } else {
            ORDERS.info("correction of {}: not settled yet: {}", attempt.orderId(), Failures.inLog(failure));
        }
    }

    /** The ERP has told everything: it is there, it is not, or only a person can tell. */
    public void settled(@Variable("correction") Correction correction) {
        if (correction.isOpen()) {
            boolean none = correction.sequence().isPresent() && !correction.isAnyUnknown();
            correction.ends(none ? Outcome.NOT_WRITTEN : Outcome.UNSETTLED);
        }
    }

    // ---- what the register notes

    /** Parameters of {@code event-insert} before the write. */
    public Map<String, Object> sending(
            @Variable("attempt") Attempt attempt, @Variable("correction") Correction correction) {
        return Rows.event(attempt.orderId(), told("CORRECTION_SENT", correction));
    }

    /** Parameters of {@code line-insert}: the order's lines as they are now. */
    public List<Map<String, Object>> lines(
            @Variable("attempt") Attempt attempt, @Variable("correction") Correction correction) {
        return correction.sent().lines(attempt.orderId());
    }

    /** Parameters of {@code dead-letter-store}; none when nothing is left to a person. */
    public List<Map<String, Object>> reviews(
            @Variable("attempt") Attempt attempt, @Variable("correction") Correction correction) {
        return review(correction).map(failure -> letters.review(attempt.orderId(), failure)).stream()
                .toList();
    }

    /** Parameters of {@code event-insert}: what became of it. */
    public List<Map<String, Object>> events(
            @Variable("attempt") Attempt attempt, @Variable("correction") Correction correction) {
        long order = attempt.orderId();
        ORDERS.info("correction of {}: {}", order, correction.outcome());
        List<Map<String, Object>> events = new ArrayList<>();
        events.add(Rows.event(order, told(code(correction.outcome()), correction)));
        reviews(attempt, correction).forEach(letter -> events.add(DeadLetters.event(order, letter)));
        return events;
    }

    private static String code(Outcome outcome) {
        return switch (outcome) {
            case SENDING -> "CORRECTION_UNCLEAR";
            case ISSUED -> "CORRECTION_ISSUED";
            case BY_HAND -> "CORRECTION_BY_HAND";
            case REFUSED -> "CORRECTION_REFUSED";
            case NOT_WRITTEN -> "CORRECTION_NOT_WRITTEN";
            case UNSETTLED -> "CORRECTION_UNSETTLED";
        };
    }

    private static Phrase told(String code, Correction correction) {
        SentCorrection sent = correction.sent();
        Phrase phrase = Phrase.of(code).with("document", sent.documentNumber());
        phrase = correction.isDone() ? phrase.with("number", correction.number()) : phrase;
        phrase = sent.difference().isPresent()
                ? phrase.with("difference", sent.difference().get())
                : phrase;
        phrase = sent.actor().isEmpty() ? phrase : phrase.with("actor", sent.actor());
        return correction.failure().isPresent()
                ? phrase.with("words", correction.failure().get().words())
                : phrase;
    }

    private static Optional<Failure> review(Correction correction) {
        if (correction.outcome() == Outcome.UNSETTLED) {
            Failure unsettled = Failure.of(Cause.CORRECTION_UNSETTLED)
                    .with("documents", correction.sent().documentNumber());
            return Optional.of(correction
                    .failure()
                    .map(why -> unsettled.quoting(why.words()))
                    .orElse(unsettled));
        }
        return correction.differences().isEmpty()
                ? Optional.empty()
                : Optional.of(Failure.of(Cause.CORRECTION_DIFFERS)
                        .with("documents", correction.number())
                        .quoting(String.join("\n", correction.differences())));
    }
}
