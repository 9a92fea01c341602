package pl.zmobridge.ksef;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import pl.zmobridge.failure.Cause;
import pl.zmobridge.failure.Failing;
import pl.zmobridge.failure.Failure;
import pl.zmobridge.failure.Failures;
import pl.zmobridge.wire.Answer;
import pl.zmobridge.words.Language;

/** KSeF gave no answer, none that can be used, or a refusal. No order minds: the next question asks again. */
public final class KsefFailure extends RuntimeException implements Failing {
    private static final int THROTTLED = 429;
    private static final int CLIENT_ERROR = 400;
    private static final int SERVER_ERROR = 500;
    private static final int REQUEST_TIMEOUT = 408;

    /** Its limit is an hour's: longer than this nobody need wait. */
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);

    private final transient Failure failure;
    private final Duration wait;

    private KsefFailure(Failure failure, Duration wait) {
        super(failure.text(Language.EN));
        this.failure = failure;
        this.wait = wait;
    }

    /** A refusal that lasts: asking the same again would not help. */
    static boolean isRefusal(Answer answer) {
        int status = answer.status();
        return status >= CLIENT_ERROR && status < SERVER_ERROR && status != REQUEST_TIMEOUT && status != THROTTLED;
    }

    /** An answer that is no success. */
    static KsefFailure of(Answer answer) {
        if (answer.status() == THROTTLED) {
            Duration wait = answer.header("Retry-After")
                    .map(String::strip)
                    .filter(text -> text.matches("\\d{1,9}"))
                    .map(text -> Duration.ofSeconds(Long.parseLong(text)))
                    .filter(asked -> asked.compareTo(LONGEST_WAIT) < 0)
                    .orElse(LONGEST_WAIT);
            return new KsefFailure(Failure.of(Cause.KSEF_THROTTLED).quoting(words(answer)), wait);
        }
        if (answer.status() >= SERVER_ERROR || answer.status() == REQUEST_TIMEOUT || answer.isSuccess()) {
            return because("HTTP", answer);
        }
        return new KsefFailure(
                Failure.of(Cause.KSEF_REFUSED).with("status", answer.status()).quoting(words(answer)), Duration.ZERO);
    }

    /** A success that does not say what was asked for. */
    static KsefFailure unreadable(Answer answer) {
        return because("UNREADABLE", answer);
    }

    private static KsefFailure because(String how, Answer answer) {
        Failure failure = Failure.of(Cause.KSEF_AWAY).with("how", how).with("status", answer.status());
        return new KsefFailure(failure.quoting(words(answer)), Duration.ZERO);
    }

    /** It has no key to encrypt the token with, or does not end the login. */
    static KsefFailure unusable(String how) {
        return new KsefFailure(Failure.of(Cause.KSEF_AWAY).with("how", how), Duration.ZERO);
    }

    /** More invoices than it lists were stored in one moment. */
    public static KsefFailure stuck() {
        return unusable("STUCK");
    }

    /** The token is not accepted, in KSeF's own words. */
    static KsefFailure tokenRefused(String words) {
        return new KsefFailure(Failure.of(Cause.KSEF_TOKEN_REFUSED).quoting(Answer.discreet(words)), Duration.ZERO);
    }

    /** No connection, or none that lasted. */
    public static KsefFailure silent(IOException network) {
        Failure silence = Failures.unanswered(network);
        return new KsefFailure(
                Failure.of(Cause.KSEF_AWAY)
                        .with("how", silence.arguments().get("how"))
                        .quoting(silence.words()),
                Duration.ZERO);
    }

    /** What a problem document says, without secrets. */
    static String words(Answer answer) {
        JsonNode said = answer.json().orElseGet(MissingNode::getInstance);
        String detail = Optional.of(said.path("detail").asText())
                .filter(text -> !text.isBlank())
                .orElse(said.path("title").asText());
        return detail.isBlank() ? answer.excerpt() : Answer.discreet(detail);
    }

    /** How long KSeF wants to be left alone; zero when it does not say. */
    public Duration pause() {
        return wait;
    }

    @Override
    public Failure failure() {
        return failure;
    }
}
