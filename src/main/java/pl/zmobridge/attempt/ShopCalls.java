package pl.zmobridge.attempt;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Body;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Header;
import org.apache.camel.Headers;
import org.apache.camel.Message;
import org.apache.camel.Variable;
import pl.zmobridge.failure.FailedSystem;
import pl.zmobridge.failure.Unreachable;
import pl.zmobridge.shoper.OrdersAnswer;
import pl.zmobridge.shoper.Poll;
import pl.zmobridge.shoper.ShopFailure;
import pl.zmobridge.shoper.ShoperApi;
import pl.zmobridge.shoper.ShoperToken;
import pl.zmobridge.wire.Answer;

/** What a request to a shop needs: its address, its token, a place in its bucket. */
public final class ShopCalls {
    private static final int UNAUTHORISED = 401;

    private final Shops shops;
    private final CallsHeard calls;

    /** @param calls hears how each of them ended */
    public ShopCalls(Shops shops, CallsHeard calls) {
        this.shops = shops;
        this.calls = calls;
    }

    /** A request that a route has made begins its way. */
    public Call begin(@Body Object request) {
        return Call.of(request);
    }

    /** The login that goes before a call. */
    public Call beginLogin(@Variable("shop") String shop, @Variable("call") Call call) {
        return Call.logIn(ShoperApi.logIn(), token(shop).basic(), call);
    }

    /** Takes the answer of a login; the call that needed it goes on. */
    public Call loggedIn(@Variable("shop") String shop, @Variable("call") Call login, @Body JsonNode answer) {
        token(shop).accept(answer);
        return login.next();
    }

    /** Whether it must be sent, for the first time or once more. */
    public boolean isToBeSent(@Variable("call") Call call) {
        return call.isToBeSent();
    }

    /** Makes the message the call's HTTP request. */
    public void prepare(@Variable("shop") String shop, @Variable("call") Call call, Message message) {
        call.goesOut(Instant.now());
        HttpRequest.fill(message, call, shops.of(shop).source().url(), "application/json");
    }

    public boolean needsLogin(@Variable("shop") String shop) {
        return token(shop).needsLogin();
    }

    public void authorize(@Variable("shop") String shop, @Variable("call") Call call) {
        call.with(token(shop).bearer());
    }

    /** Waits for a place in the shop's bucket and counts the request. */
    public void enter(@Variable("shop") String shop, @Variable("call") Call call, @Variable("poll") Poll poll)
            throws InterruptedException {
        shops.of(shop).source().bucket().await(ShoperApi.calls(call.request()));
        if (poll != null) {
            poll.countRequest();
        }
    }

    /**
     * What the answer says; the token is forgotten. When the shop does not know the token any more and there can be a new one, nothing is said yet: the
     * call is to be sent once more.
     *
     * @throws pl.zmobridge.shoper.ShopFailure what a refusal means
     */
    public Object answered(
            @Variable("shop") String shop,
            @Variable("call") Call call,
            @Header("CamelHttpResponseCode") int status,
            @Headers Map<String, Object> headers,
            @Body String body) {
        shops.of(shop).source().bucket().observe(headers, ShoperApi.calls(call.request()));
        call.answered(new Answer(status, headers, body));
        if (status == UNAUTHORISED && !call.isLogin() && token(shop).canLogIn() && call.repeat()) {
            token(shop).rejected(call.token());
            return "";
        }
        return said(shop, call);
    }

    private Object said(String shop, Call call) {
        try {
            Object said = call.result();
            if (!(said instanceof OrdersAnswer.NotTogether)) { // the plain question that follows says how the shop is
                calls.heard(FailedSystem.SHOP, shop, true);
            }
            return said;
        } catch (ShopFailure failure) {
            if (failure.isOutage() && !(failure instanceof ShopFailure.Throttled)) {
                calls.unheard(FailedSystem.SHOP, shop, true, call.sentAt(), failure.failure());
            } else {
                calls.heard(FailedSystem.SHOP, shop, false);
            }
            throw failure;
        }
    }

    /**
     * A connection that did not come about, broke, or was silent for too long.
     *
     * @return what that means, when the answer can be done without
     */
    public Object unreachable(
            @Variable("shop") String shop,
            @Variable("call") Call call,
            @ExchangeProperty("CamelExceptionCaught") IOException failure)
            throws Unreachable {
        Optional<Object> said = call.unanswered();
        if (said.isPresent()) {
            return said.get();
        }
        Unreachable unreachable = new Unreachable(FailedSystem.SHOP, failure);
        calls.unheard(FailedSystem.SHOP, shop, true, call.sentAt(), unreachable.failure());
        throw unreachable;
    }

    private ShoperToken token(String shop) {
        return shops.of(shop).source().token();
    }
}
