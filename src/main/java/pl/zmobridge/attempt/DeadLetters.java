package pl.zmobridge.attempt;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelExchangeException;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.RuntimeExchangeException;
import org.apache.camel.Variable;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import pl.zmobridge.order.CardOutcome;
import pl.zmobridge.order.ReceivedOrder;
import pl.zmobridge.order.Texts;
import pl.zmobridge.register.Backoff;
import pl.zmobridge.register.Rows;
import pl.zmobridge.register.Work;
import pl.zmobridge.shoper.ShopFailure;
import pl.zmobridge.symfonia.ErpUnavailable;
import pl.zmobridge.wire.Unreachable;

/** Dead letters: what they say and when they are tried again (I3). */
public final class DeadLetters {
    private static final int ERROR = 4000;
    private static final int DEEPEST_CAUSE = 10;

    private final Backoff backoff;

    public DeadLetters(Backoff backoff) {
        this.backoff = backoff;
    }

    /** Parameters of {@code dead-letter-store}, one map for each order that cannot become a card. */
    public List<Map<String, Object>> ofFaulty(List<ReceivedOrder> orders) {
        List<Map<String, Object>> letters = new ArrayList<>();
        for (ReceivedOrder order : orders) {
            if (order.outcome() instanceof CardOutcome.Faulty faulty) {
                letters.add(letter(order.id(), "IMPORT", String.join("\n", faulty.problems()), 0, order.raw()));
            }
        }
        return letters;
    }

    /** Parameters of {@code dead-letter-store} for a failed step. */
    public Map<String, Object> letter(@Variable("attempt") Attempt attempt) {
        int failures = attempt.known().map(Work::failures).orElse(0);
        String payload = attempt.zmo
                .sent()
                .or(() -> attempt.received().map(ReceivedOrder::raw))
                .orElse(null);
        Map<String, Object> letter = letter(
                attempt.orderId(),
                attempt.step().name(),
                words(attempt.failure().orElseThrow()),
                failures,
                payload);
        attempt.became(letter);
        return letter;
    }

    private Map<String, Object> letter(long orderId, String step, String error, int failures, String payload) {
        Duration wait = backoff.after(failures + 1);
        Map<String, Object> letter = new HashMap<>();
        letter.put("orderId", orderId);
        letter.put("step", step);
        letter.put("error", Texts.cut(error, ERROR));
        letter.put("waitMillis", wait.toMillis());
        letter.put("payload", payload);
        letter.put("attempt", failures + 1);
        letter.put("wait", wait.toSeconds() + " s");
        return letter;
    }

    /** A dead letter in one line, for the log: without personal data. */
    public String summary(@Variable("attempt") Attempt attempt) {
        Map<String, Object> letter = attempt.letter();
        return letter.get("step") + " failed, attempt " + letter.get("attempt") + ", next in " + letter.get("wait")
                + ": "
                + Discreet.words(
                        letter.get("error").toString().replace('\n', ' '),
                        attempt.known().orElse(null));
    }

    /** Parameters of {@code event-insert} for a dead letter. */
    public Map<String, Object> event(@Variable("attempt") Attempt attempt) {
        Map<String, Object> letter = attempt.letter();
        return Rows.event(
                attempt.orderId(),
                "FAILED",
                letter.get("step") + ", próba " + letter.get("attempt") + ": " + letter.get("error"));
    }

    /** Whether a system was merely away: the log tells of the outage, not of every order. */
    public boolean isOutageOf(@Variable("attempt") Attempt attempt) {
        return isOutage(attempt.failure().orElseThrow());
    }

    /** Whether a system was merely away: it is told once by {@code Outages}, not for every order. */
    public static boolean isOutage(Exception failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST_CAUSE; depth++, cause = cause.getCause()) {
            if (cause instanceof IOException
                    || cause instanceof ErpUnavailable
                    || cause instanceof ShopFailure shop && shop.isOutage()
                    || isDatabaseAway(cause)) {
                return true;
            }
        }
        return false;
    }

    /** Which system was away: {@code shop}, {@code ERP} or {@code database}, by what was called. */
    public static String away(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST_CAUSE; depth++, cause = cause.getCause()) {
            if (cause instanceof Unreachable unreachable) {
                return unreachable.system();
            }
            if (cause instanceof ShopFailure) {
                return "shop";
            }
            if (isDatabaseAway(cause)) {
                return "database";
            }
        }
        return "ERP";
    }

    /** Whether a failure while an order is taken in is the order's own, so that it must not stop the poll (I5). */
    public boolean isOrdersFault(@ExchangeProperty("CamelExceptionCaught") Exception failure) {
        return !isOutage(failure) && !(failure instanceof PessimisticLockingFailureException);
    }

    /** Whether orders that could not be taken in together may come in one by one: the fault of one of them, or a deadlock. */
    public boolean isNoOutage(@ExchangeProperty("CamelExceptionCaught") Exception failure) {
        return !isOutage(failure);
    }

    private static boolean isDatabaseAway(Throwable cause) {
        return cause instanceof TransientDataAccessResourceException
                || cause instanceof CannotGetJdbcConnectionException
                || cause instanceof SQLTransientException
                || cause instanceof SQLNonTransientConnectionException;
    }

    /** Lets a caught failure go on as it was. */
    public void rethrow(@ExchangeProperty("CamelExceptionCaught") Exception failure) throws Exception {
        throw failure;
    }

    /** The whole chain of causes, each in the words of the system that failed; network failures explained. */
    public static String words(Throwable failure) {
        List<String> words = new ArrayList<>();
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST_CAUSE; depth++, cause = cause.getCause()) {
            if (isEnvelope(cause)) {
                continue;
            }
            String word = word(cause);
            if (words.stream().noneMatch(known -> known.contains(word))) {
                words.add(word);
            }
        }
        return String.join(" ← ", words);
    }

    /** What Camel wraps a failure into says nothing that the failure does not. */
    private static boolean isEnvelope(Throwable cause) {
        return cause.getCause() != null
                && (cause instanceof CamelExchangeException
                        || cause instanceof RuntimeExchangeException
                        || cause instanceof Unreachable);
    }

    private static String word(Throwable cause) {
        String message = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        if (cause instanceof UnknownHostException) {
            return "Nie znaleziono adresu " + message;
        }
        if (cause instanceof ConnectException) {
            return "Brak połączenia: " + message;
        }
        if (cause instanceof SocketTimeoutException) {
            return "Brak odpowiedzi w wyznaczonym czasie: " + message;
        }
        return cause instanceof IOException ? "Połączenie przerwane: " + message : message;
    }
}
