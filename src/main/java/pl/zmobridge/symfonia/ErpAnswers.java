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
                || (answer.status() == 400 || answer.status() == 403)
                        && SESSION_OVER.matcher(message(json(answer))).find();
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
        if (isRefusal(answer.status()) && !message.isEmpty() && !isSessionOver(answer)) {
            throw new ErpRefused(answer.status(), message);
        }
        throw new ErpUnavailable(Failure.of(Cause.ERP_AWAY)
                .with("how", "HTTP")
                .with("status", answer.status())
                .quoting(message.isEmpty() ? answer.excerpt() : message));
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
     * @throws ErpRefused when the ERP does not open one, in its own words
     * @throws ErpUnavailable when the application's key is wrong, the answer holds no token, or the ERP does not answer
     */
    static String session(Answer answer) {
        if (answer.status() == 401) {
            throw new ErpUnavailable(Failure.of(Cause.ERP_KEY_UNKNOWN));
        }
        write(answer);
        JsonNode token = json(answer);
        if (!token.isTextual() || token.asText().isBlank()) {
            String message = message(token);
            throw message.isEmpty()
                    ? ErpUnavailable.because("NO_TOKEN")
                    : new ErpUnavailable(
                            Failure.of(Cause.ERP_AWAY).with("how", "NO_SESSION").quoting(message));
        }
        return token.asText();
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
