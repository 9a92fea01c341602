package pl.zmobridge.attempt;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Variable;
import org.springframework.dao.PessimisticLockingFailureException;
import pl.zmobridge.failure.Cause;
import pl.zmobridge.failure.FailedAttempt;
import pl.zmobridge.failure.Failure;
import pl.zmobridge.failure.Failures;
import pl.zmobridge.failure.PersonalData;
import pl.zmobridge.order.CardOutcome;
import pl.zmobridge.order.ReceivedOrder;
import pl.zmobridge.order.Texts;
import pl.zmobridge.register.Backoff;
import pl.zmobridge.register.FaultyCard;
import pl.zmobridge.register.RegisteredOrder;
import pl.zmobridge.register.Rows;
import pl.zmobridge.shoper.Poll;
import pl.zmobridge.shoper.Restored;
import pl.zmobridge.shoper.StatusNews;
import pl.zmobridge.words.Language;
import pl.zmobridge.words.Phrase;

/** Dead letters: what they say and when they are tried again (I3). */
public final class DeadLetters {
    private static final int ERROR = 4000;

    private final Backoff backoff;

    public DeadLetters(Backoff backoff) {
        this.backoff = backoff;
    }

    /** Parameters of {@code dead-letter-store}, one map for each order that cannot become a card. */
    public List<Map<String, Object>> ofFaulty(@Variable("orders") Arrivals orders) {
        List<Map<String, Object>> letters = new ArrayList<>();
        for (ReceivedOrder order : orders.received()) {
            if (order.closed().isEmpty() && order.outcome() instanceof CardOutcome.Faulty faulty) {
                letters.add(letter(order.id(), "IMPORT", FaultyCard.failure(faulty), 0, order.raw(), Duration.ZERO));
            }
        }
        return letters;
    }

    /** Parameters of {@code dead-letter-store} for a failed step. */
    public Map<String, Object> letter(@Variable("attempt") Attempt attempt) {
        int failures = attempt.known().map(RegisteredOrder::failures).orElse(0);
        Exception failed = attempt.failure().orElseThrow();
        String payload = attempt.zmo
                .sent()
                .or(() -> attempt.received().map(ReceivedOrder::raw))
                .filter(each -> !(failed instanceof SpareFailure))
                .orElse(null);
        Failure failure = Failures.of(failed);
        boolean review = failure.cause().isReview();
        Map<String, Object> letter = letter(
                attempt.orderId(),
                review ? Step.REVIEW.name() : attempt.step().name(),
                failure,
                review ? 0 : failures,
                payload,
                attempt.write.leftAlone());
        letter.put("hold", failed instanceof HeldByRule held ? held.hold() : null);
        letter.put("becameReview", review ? attempt.step().name() : "");
        attempt.failing.became(letter);
        return letter;
    }

    /** The same for a review that no attempt led to (E): parameters of {@code dead-letter-store} and, for the timeline, {@link #event}. */
    public Map<String, Object> review(long orderId, Failure failure) {
        return letter(orderId, Step.REVIEW.name(), failure, 0, null, Duration.ZERO);
    }

    /** S7: parameters of {@code dead-letter-store} for an order that has become another; the next attempt says more of it. */
    Map<String, Object> ofAnotherOrder(StatusNews news) {
        Failure failure = Failure.of(Cause.ANOTHER_ORDER).quoting(news.otherWords());
        return letter(news.orderId(), Step.REALISE.name(), failure, 0, null, Duration.ZERO);
    }

    /** S7: parameters of {@code shop-restored}. */
    public Map<String, Object> ofRestore(@Variable("poll") Poll poll) {
        Restored restored = poll.restore().orElseThrow();
        Failure failure =
                Failure.of(Cause.SHOP_RESTORED).with("known", restored.known()).quoting(restored.words());
        boolean older = restored.sign() == Restored.Sign.NEWEST;
        return letter(
                restored.known(),
                Step.REVIEW.name(),
                older ? failure.with("newest", restored.newest()) : failure,
                0,
                null,
                Duration.ZERO);
    }

    /**
     * The version before reads the Polish error; everything else reads what failed.
     *
     * @param alone how long a write may still be going on (I10); zero for none
     */
    private Map<String, Object> letter(
            long orderId, String step, Failure failure, int failures, String payload, Duration alone) {
        Duration wait = alone.isZero() ? backoff.after(failures + 1) : alone;
        Failure stored = failure.quoting(Texts.cut(failure.words(), ERROR));
        Map<String, Object> letter = new HashMap<>();
        letter.put("orderId", orderId);
        letter.put("step", step);
        letter.put("error", Texts.cut(stored.text(Language.PL), ERROR));
        letter.put("system", stored.system().name());
        letter.put("cause", stored.cause().name());
        letter.put("waitsFor", stored.waitsFor().name());
        letter.put("arguments", Phrase.json(stored.arguments()));
        letter.put("words", stored.words());
        letter.put("waitMillis", wait.toMillis());
        letter.put("payload", payload);
        letter.put("hold", null);
        letter.put("attempt", failures + 1);
        letter.put("wait", wait.toSeconds() + " s");
        letter.put("failed", new FailedAttempt(step, failures + 1, stored));
        return letter;
    }

    /** A dead letter in one line, for the log: without personal data. */
    public static String summary(Attempt attempt) {
        Map<String, Object> letter = attempt.failing.letter();
        String failure = failed(letter).failure().text(Language.EN).replace('\n', ' ');
        String head = letter.get("step").equals(Step.REVIEW.name())
                ? attempt.step() + " ended, a person should look: "
                : letter.get("step") + " failed, attempt " + letter.get("attempt") + ", next in " + letter.get("wait")
                        + ": ";
        return head + PersonalData.removed(failure, attempt.people());
    }

    /** Parameters of {@code event-insert} for a dead letter. */
    public Map<String, Object> event(@Variable("attempt") Attempt attempt) {
        return event(attempt.orderId(), attempt.failing.letter());
    }

    /** The same for a letter that was made of no attempt. */
    static Map<String, Object> event(long orderId, Map<String, Object> letter) {
        return Rows.event(orderId, failed(letter));
    }

    private static FailedAttempt failed(Map<String, Object> letter) {
        return (FailedAttempt) letter.get("failed");
    }

    private static boolean isOutage(Exception failure) {
        return Failures.of(failure).isOutage();
    }

    /** Whether a failure has to do with what was to be stored, not with a database that is away. */
    public boolean isNoOutage(@ExchangeProperty("CamelExceptionCaught") Exception failure) {
        return !isOutage(failure);
    }

    /** Whether a failure while an order is taken in is the order's own, so that it must not stop the poll (I5). */
    public boolean isOrdersFault(@ExchangeProperty("CamelExceptionCaught") Exception failure) {
        return isNoOutage(failure) && !(failure instanceof PessimisticLockingFailureException);
    }
}
