package pl.zmobridge.symfonia;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.regex.Pattern;
import pl.zmobridge.failure.Cause;
import pl.zmobridge.failure.Failure;
import pl.zmobridge.wire.Answer;

/** What an answer of the WebAPI means, by its status and body (wire-symfonia, "Errors" and "Sessions"). */
public final class ErpAnswers {
    /** One public client knows the end of a session by these words, whatever the status. */
    private static final Pattern SESSION_OVER =
            Pattern.compile("klucz lub sesja wygas", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private ErpAnswers() {}

    /** Whether the ERP does not know the session any more. */
    public static boolean isSessionOver(Answer answer) {
        return answer.status() == 401
                || !answer.isSuccess()
                        && SESSION_OVER.matcher(message(json(answer))).find();
    }

    /** Whether it was refused because there is too much to do. */
    public static boolean isTooMuch(Answer answer) {
        return answer.status() == 429 || answer.status() == 503 || answer.status() == 504;
    }

    /**
     * Whether the ERP itself has answered, so that what was asked of it is over, well or badly. What stands before it, a proxy say, gives up
     * while the ERP may be at work (I10).
     */
    public static boolean isOfTheErpItself(Answer answer) {
        return answer.isSuccess()
                ? answer.json().isPresent()
                : answer.status() == 500
                        || answer.status() == 429
                        || isSessionOver(answer)
                        || isRefusal(answer.status()) && !message(json(answer)).isEmpty();
    }

    /**
     * The answer to a question.
     *
     * @return the body; a missing node when the ERP says that there is no such thing
     * @throws ErpRefused on a {@code 4xx} in the ERP's own words
     * @throws ErpUnavailable when the answer says nothing
     */
    static JsonNode question(Answer answer) {
        if (answer.status() == 404 && !message(json(answer)).isEmpty()) {
            return MissingNode.getInstance();
        }
        JsonNode said = write(answer);
        return said.isNull() ? MissingNode.getInstance() : said;
    }

    /**
     * The answer to a write.
     *
     * @throws ErpRefused when nothing was written
     * @throws ErpUnavailable when it may have been written or not
     */
    static JsonNode write(Answer answer) {
        if (answer.isSuccess()) {
            return answer.json()
                    .orElseThrow(() -> new ErpUnavailable(
                            Failure.of(Cause.ERP_AWAY).with("how", "NOT_JSON").quoting(answer.excerpt())));
        }
        String message = message(json(answer));
        boolean isOver = isSessionOver(answer);
        if (isRefusal(answer.status()) && !message.isEmpty() && !isOver) {
            throw new ErpRefused(answer.status(), message);
        }
        if (answer.status() == 500 && !isOver) {
            throw new ErpUnavailable(error(answer, message));
        }
        throw new ErpUnavailable(Failure.of(Cause.ERP_AWAY)
                .with("how", "HTTP")
                .with("status", answer.status())
                .quoting(message.isEmpty() ? answer.excerpt() : message));
    }

    /** A refusal can come as a {@code 500}, too; it still leaves open whether something was written. */
    private static Failure error(Answer answer, String message) {
        Failure read = ErpWords.read(message);
        return read.cause() == Cause.ERP_REFUSED
                ? Failure.of(Cause.ERP_FAILED)
                        .with("status", answer.status())
                        .quoting(message.isEmpty() ? answer.excerpt() : message)
                : read;
    }

    /**
     * The answer to a write that names what it has written.
     *
     * @throws ErpUnavailable when it names nothing: whether it was written must be asked (I2)
     */
    static JsonNode written(Answer answer) {
        JsonNode said = write(answer);
        if (!said.isObject()) {
            throw new ErpUnavailable(Failure.of(Cause.ERP_AWAY)
                    .with("how", "NOT_NAMED")
                    .with("status", answer.status())
                    .quoting(answer.excerpt()));
        }
        return said;
    }

    /**
     * The session's token.
     *
     * @throws ErpUnavailable when the application's key is wrong, the ERP opens none (no licence is free, say: that concerns every order),
     *     the answer holds no token, or the ERP does not answer
     */
    static String session(Answer answer) {
        if (isSessionOver(answer)) {
            throw new ErpUnavailable(Failure.of(Cause.ERP_KEY_UNKNOWN));
        }
        JsonNode token = json(answer);
        String message = message(token);
        if (!message.isEmpty() || answer.status() == 500) { // no order was asked about: none is to blame
            throw new ErpUnavailable(Failure.of(Cause.ERP_AWAY)
                    .with("how", "NO_SESSION")
                    .quoting(message.isEmpty() ? answer.excerpt() : message));
        }
        write(answer);
        if (!token.isTextual() || token.asText().isBlank()) {
            throw ErpUnavailable.because("NO_TOKEN");
        }
        return token.asText();
    }

    /**
     * Whether the session that asked still lives.
     *
     * @throws ErpUnavailable when not the ERP itself has answered
     */
    static boolean isInSession(Answer answer) {
        if (!isOfTheErpItself(answer)) {
            question(answer);
        }
        return answer.isSuccess();
    }

    private static boolean isRefusal(int status) {
        return status >= 400 && status < 500 && status != 401 && status != 408 && status != 429;
    }

    private static JsonNode json(Answer answer) {
        return answer.json().orElse(MissingNode.getInstance());
    }

    /** Both parts of what the ERP says, word for word. */
    private static String message(JsonNode json) {
        String message = Wire.text(json, "Message");
        String detail = Wire.text(json, "ExceptionMessage");
        return detail.isEmpty() || detail.equals(message) ? message : (message + " " + detail).strip();
    }
}
