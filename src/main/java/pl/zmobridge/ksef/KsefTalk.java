package pl.zmobridge.ksef;

import java.time.Duration;
import java.util.Optional;
import pl.zmobridge.wire.Answer;
import pl.zmobridge.wire.Request;

/**
 * A question to KSeF and all that must be sent before it is answered: a login, or a refreshed token, and once more when KSeF does not know the
 * token any more. It belongs to one exchange.
 */
public final class KsefTalk {
    private static final int UNAUTHORISED = 401;

    private final String nip;
    private final String secret;
    private final KsefTokens tokens;
    private final Request<?> question;
    private Stage stage = Stage.QUESTION;
    private Optional<KsefLogin> login = Optional.empty();
    private Optional<String> fresh = Optional.empty();
    private Optional<String> used = Optional.empty();
    private Request<?> sent;
    private boolean repeated;
    private Optional<Object> result = Optional.empty();

    private enum Stage {
        QUESTION,
        REFRESH,
        LOGIN
    }

    /** @param secret {@code ksef.token} */
    public KsefTalk(String nip, String secret, KsefTokens tokens, Request<?> question) {
        this.nip = nip;
        this.secret = secret;
        this.tokens = tokens;
        this.question = question;
        this.sent = question;
    }

    public boolean isOver() {
        return result.isPresent();
    }

    /** What the question's answer says. */
    public Object result() {
        return result.orElseThrow(() -> new IllegalStateException("Nothing was answered yet"));
    }

    /** The request to send now. */
    public Request<?> next() {
        if (login.isPresent()) {
            stage = Stage.LOGIN;
            used = login.get().bearer();
            sent = login.get().next();
            return sent;
        }
        Optional<String> access = fresh.or(tokens::access);
        Optional<String> refresh = tokens.refresh();
        if (access.isPresent()) {
            stage = Stage.QUESTION;
            used = access;
            sent = question;
        } else if (refresh.isPresent()) {
            stage = Stage.REFRESH;
            used = refresh;
            sent = KsefApi.refresh();
        } else {
            login = Optional.of(new KsefLogin(nip, secret));
            return next();
        }
        return sent;
    }

    /** What it is sent with; empty for what is open to all. */
    public Optional<String> bearer() {
        return used;
    }

    /** How long to wait before it. */
    public Duration pause() {
        return login.map(KsefLogin::pause).orElse(Duration.ZERO);
    }

    /**
     * Takes the answer.
     *
     * @throws KsefFailure what a refusal means
     */
    public void answered(Answer answer) {
        switch (stage) {
            case LOGIN -> login.orElseThrow().accept(sent.read(answer)).ifPresent(this::fresh);
            case REFRESH -> {
                if (answer.isSuccess()) {
                    fresh((KsefTokens.Pair) sent.read(answer));
                } else if (KsefFailure.isRefusal(answer)) {
                    tokens.forget(); // a login says what is wrong
                } else {
                    throw KsefFailure.of(answer);
                }
            }
            case QUESTION -> {
                if (answer.status() == UNAUTHORISED && !repeated) {
                    repeated = true;
                    used.ifPresent(tokens::rejected);
                    fresh = Optional.empty();
                } else {
                    result = Optional.of(question.read(answer));
                }
            }
        }
    }

    /** It is used at once, whatever this machine's clock says of it. */
    private void fresh(KsefTokens.Pair pair) {
        tokens.accept(pair);
        fresh = Optional.of(pair.access().value());
        login = Optional.empty();
    }
}
