package pl.zmobridge.attempt;

import java.util.Map;
import org.apache.camel.Body;
import org.apache.camel.Header;
import org.apache.camel.Headers;
import org.apache.camel.Message;
import org.apache.camel.Variable;
import pl.zmobridge.ksef.KsefTalk;
import pl.zmobridge.wire.Answer;

/** What a question to KSeF needs: its address, and a login before it. */
public final class KsefCalls {
    private final KsefAccounts accounts;

    public KsefCalls(KsefAccounts accounts) {
        this.accounts = accounts;
    }

    /** A question, or a call that was made of one, of the shop's seller. */
    public KsefTalk begin(@Variable("shop") String shop, @Body Object body) {
        KsefAccount account = accounts.of(shop)
                .orElseThrow(() -> new IllegalStateException("ksef.enabled is false for the shop " + shop));
        return new KsefTalk(
                account.nip(), account.secret(), account.tokens(), Call.of(body).request());
    }

    public boolean isToBeSent(@Variable("call") KsefTalk talk) {
        return !talk.isOver();
    }

    /** Milliseconds to wait before the next request: a login takes a moment. */
    public long pause(@Variable("call") KsefTalk talk) {
        return talk.pause().toMillis();
    }

    /** Makes the message the next request on the way to the answer. */
    public void prepare(@Variable("shop") String shop, @Variable("call") KsefTalk talk, Message message) {
        Call call = Call.once(talk.next());
        talk.bearer().ifPresent(token -> call.with("Bearer " + token));
        HttpRequest.fill(message, call, accounts.of(shop).orElseThrow().url(), "application/json");
        message.setHeader("Accept", "application/json");
        message.setHeader("X-Error-Format", "problem-details");
    }

    /**
     * Takes the answer; its headers are of this request alone.
     *
     * @throws pl.zmobridge.ksef.KsefFailure what a refusal means
     */
    public void answered(
            @Variable("call") KsefTalk talk,
            @Header("CamelHttpResponseCode") int status,
            @Headers Map<String, Object> headers,
            @Body String body) {
        Answer answer = new Answer(status, headers, body);
        headers.keySet().removeIf(name -> !name.startsWith("CamelRedeliver"));
        talk.answered(answer);
    }

    /** What the question's answer says. */
    public Object result(@Variable("call") KsefTalk talk) {
        return talk.result();
    }
}
