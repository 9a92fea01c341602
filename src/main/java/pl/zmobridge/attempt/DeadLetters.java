package pl.zmobridge.attempt;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Variable;
import org.springframework.dao.PessimisticLockingFailureException;
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
            if (order.outcome() instanceof CardOutcome.Faulty faulty) {
                letters.add(letter(order.id(), "IMPORT", FaultyCard.failure(faulty), 0, order.raw()));
            }
        }
        return letters;
    }

    /** Parameters of {@code dead-letter-store} for a failed step. */
    public Map<String, Object> letter(@Variable("attempt") Attempt attempt) {
        int failures = attempt.known().map(RegisteredOrder::failures).orElse(0);
        String payload = attempt.zmo
                .sent()
                .or(() -> attempt.received().map(ReceivedOrder::raw))
                .orElse(null);
        Map<String, Object> letter = letter(
                attempt.orderId(),
                attempt.step().name(),
                Failures.of(attempt.failure().orElseThrow()),
                failures,
                payload);
        attempt.became(letter);
        return letter;
    }

    /** The version before reads the Polish error; everything else reads what failed. */
    private Map<String, Object> letter(long orderId, String step, Failure failure, int failures, String payload) {
        Duration wait = backoff.after(failures + 1);
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
        letter.put("attempt", failures + 1);
        letter.put("wait", wait.toSeconds() + " s");
        letter.put("failed", new FailedAttempt(step, failures + 1, stored));
        return letter;
    }

    /** A dead letter in one line, for the log: without personal data. */
    public static String summary(Attempt attempt) {
        Map<String, Object> letter = attempt.letter();
        String failure = failed(letter).failure().text(Language.EN).replace('\n', ' ');
        return letter.get("step") + " failed, attempt " + letter.get("attempt") + ", next in " + letter.get("wait")
                + ": "
                + PersonalData.removed(
                        failure, attempt.known().map(RegisteredOrder::parties).orElse(List.of()));
    }

    /** Parameters of {@code event-insert} for a dead letter. */
    public Map<String, Object> event(@Variable("attempt") Attempt attempt) {
        return Rows.event(attempt.orderId(), failed(attempt.letter()));
    }

    private static FailedAttempt failed(Map<String, Object> letter) {
        return (FailedAttempt) letter.get("failed");
    }

    private static boolean isOutage(Exception failure) {
        return Failures.of(failure).isOutage();
    }

    /** Whether a failure while an order is taken in is the order's own, so that it must not stop the poll (I5). */
    public boolean isOrdersFault(@ExchangeProperty("CamelExceptionCaught") Exception failure) {
        return !isOutage(failure) && !(failure instanceof PessimisticLockingFailureException);
    }
}
