package pl.zmobridge.attempt;

import java.net.SocketTimeoutException;
import java.time.Instant;
import java.util.Optional;
import pl.zmobridge.failure.Unreachable;
import pl.zmobridge.symfonia.ErpAnswers;
import pl.zmobridge.symfonia.ErpPlace;
import pl.zmobridge.wire.Answer;
import pl.zmobridge.wire.Dispensable;
import pl.zmobridge.wire.Request;

/**
 * One request to the shop or the ERP while it is carried out: what {@code shop-call} and {@code erp-call} carry in the variable
 * {@code call}. It belongs to one exchange.
 */
public final class Call {
    private final Request<?> request;
    private final Optional<Call> next;
    private String token = "";
    private Optional<Answer> answer = Optional.empty();
    private Optional<ErpPlace> place = Optional.empty();
    private volatile Instant sent = Instant.MIN;
    private boolean repeated;
    private boolean over;
    private boolean ownSession;

    Call(Request<?> request) {
        this(request, Optional.empty());
    }

    /** A request whose way is watched from outside. */
    public static Call to(Request<?> request) {
        return new Call(request);
    }

    /** A request that is sent once: a token that the system does not know any more ends it. */
    public static Call once(Request<?> request) {
        Call call = new Call(request);
        call.repeated = true;
        return call;
    }

    /** A question that is asked once, in this session and no other. */
    public static Call in(String session, Request<?> request) {
        Call call = once(request);
        call.with("Session " + session);
        call.ownSession = true;
        return call;
    }

    /** @param body a request, or a call that was made of one */
    static Call of(Object body) {
        return body instanceof Call call ? call : new Call((Request<?>) body);
    }

    private Call(Request<?> request, Optional<Call> next) {
        this.request = request;
        this.next = next;
    }

    /** A login that must go before a call. */
    static Call logIn(Request<?> request, String credentials, Call before) {
        Call call = new Call(request, Optional.of(before.next.orElse(before))); // a login that failed is begun anew
        call.with(credentials);
        return call;
    }

    public Request<?> request() {
        return request;
    }

    /** It has a place among the calls of its system, which is given back once. */
    void holds(ErpPlace taken) {
        place = Optional.of(taken);
    }

    /** What the answer tells of how much the ERP has to do. */
    void heard(Answer now) {
        if (ErpAnswers.isTooMuch(now)) {
            place.ifPresent(ErpPlace::overloaded);
        } else if (now.isSuccess()) {
            place.ifPresent(ErpPlace::answered);
        }
    }

    /** A system that was there and did not answer in time may have too much to do. */
    void unheard(Unreachable failure) {
        if (failure.mayHaveArrived() && failure.getCause() instanceof SocketTimeoutException) {
            place.ifPresent(ErpPlace::overloaded);
        }
    }

    void letGo() {
        Optional<ErpPlace> held = place;
        place = Optional.empty();
        held.ifPresent(ErpPlace::leave);
    }

    /** It goes out now. */
    public void goesOut(Instant now) {
        sent = now;
    }

    /** When it last went out; {@link Instant#MIN} while it waits for its turn. */
    public Instant sentAt() {
        return sent;
    }

    /** Whether it must be sent, for the first time or once more. */
    boolean isToBeSent() {
        return !over;
    }

    /** Whether it only asks for a token. */
    boolean isLogin() {
        return next.isPresent();
    }

    /** The call that a login went before. */
    Call next() {
        return next.orElseThrow(() -> new IllegalStateException("This call is no login"));
    }

    void with(String newToken) {
        token = newToken;
    }

    public String token() {
        return token;
    }

    /** Whether it carries a token; few requests are open to all. */
    public boolean isAuthorized() {
        return !token.isEmpty();
    }

    boolean hasOwnSession() {
        return ownSession;
    }

    void answered(Answer now) {
        answer = Optional.of(now);
        over = true;
    }

    /** The system did not know the token: it is sent once more with a new one. False when that was done already. */
    boolean repeat() {
        if (repeated) {
            return false;
        }
        repeated = true;
        over = false;
        return true;
    }

    Answer answer() {
        return answer.orElseThrow(() -> new IllegalStateException("Nothing was answered yet"));
    }

    /** What it means that no answer came, when it can be done without; the call is over then. */
    Optional<Object> unanswered() {
        Optional<Object> said = Optional.of(request.reader())
                .filter(Dispensable.class::isInstance)
                .map(reader -> ((Dispensable<?>) reader).unanswered());
        over |= said.isPresent();
        return said;
    }

    /** What the answer says; throws what its refusal means. The answer itself is kept no longer: it can be large. */
    public Object result() {
        Answer last = answer();
        answer = Optional.empty();
        return request.read(last);
    }
}
