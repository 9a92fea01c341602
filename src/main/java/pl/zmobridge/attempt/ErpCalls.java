package pl.zmobridge.attempt;

import java.io.IOException;
import java.util.Map;
import org.apache.camel.Body;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Header;
import org.apache.camel.Headers;
import org.apache.camel.Message;
import org.apache.camel.Route;
import org.apache.camel.Variable;
import org.apache.camel.support.RoutePolicySupport;
import pl.zmobridge.failure.Cause;
import pl.zmobridge.failure.FailedSystem;
import pl.zmobridge.failure.Failure;
import pl.zmobridge.failure.Unreachable;
import pl.zmobridge.symfonia.ErpAnswers;
import pl.zmobridge.symfonia.ErpConnection;
import pl.zmobridge.symfonia.ErpUnavailable;
import pl.zmobridge.symfonia.SymfoniaApi;
import pl.zmobridge.wire.Answer;

/**
 * What a request to an ERP needs: its address, its session, a place among the calls that it is given at once. As the policy of
 * the route that opens sessions it closes them when that route stops, which is after everything in flight.
 */
public final class ErpCalls extends RoutePolicySupport {

    private final Shops shops;

    public ErpCalls(Shops shops) {
        this.shops = shops;
    }

    /** A request that a route has made begins its way. */
    public Call begin(@Body Object request) {
        return Call.of(request);
    }

    /** The one request that needs no session: it opens one. */
    public Call beginSession(@Variable("shop") String shop) {
        ErpConnection connection = connection(shop);
        Call call = new Call(SymfoniaApi.openSession(connection.key().deviceName()));
        call.with(connection.key().authorization());
        return call;
    }

    /** Makes the message the call's HTTP request. */
    public void prepare(@Variable("shop") String shop, @Variable("call") Call call, Message message) {
        call.prepare(message, connection(shop).url(), "application/json; charset=utf-8");
    }

    /** The call goes on in the shared session; opens one when there is none, unless the call is open to all. */
    public void authorize(@Variable("shop") String shop, @Variable("call") Call call) {
        if (!SymfoniaApi.isOpenToAll(call.request())) {
            call.with("Session " + connection(shop).session().token());
        }
    }

    public void answered(
            @Variable("call") Call call,
            @Header("CamelHttpResponseCode") int status,
            @Headers Map<String, Object> headers,
            @Body String body) {
        call.answered(new Answer(status, headers, body));
    }

    /**
     * A question that met the end of the session is asked once more in a new one.
     *
     * @throws ErpUnavailable for a write, which must not be repeated before the ERP was asked what became of it (I10)
     */
    public void judge(@Variable("shop") String shop, @Variable("call") Call call) {
        if (!call.isAuthorized() || !ErpAnswers.isSessionOver(call.answer())) {
            return;
        }
        connection(shop).session().expired(call.token().replaceFirst("^Session ", ""));
        if (call.request().isWrite()) {
            throw new ErpUnavailable(Failure.of(Cause.ERP_AWAY).with("how", "SESSION_ENDED"));
        }
        call.repeat();
    }

    /** What the answer says; throws what its refusal means. */
    public Object result(@Variable("call") Call call) {
        return call.result();
    }

    /** A connection that did not come about, broke, or was silent for too long. */
    public void unreachable(@ExchangeProperty("CamelExceptionCaught") IOException failure) throws Unreachable {
        throw new Unreachable(FailedSystem.ERP, failure);
    }

    public void enter(@Variable("shop") String shop) throws InterruptedException {
        connection(shop).enter();
    }

    public void leave(@Variable("shop") String shop) {
        connection(shop).leave();
    }

    @Override
    public void onStop(Route route) {
        shops.all().stream()
                .map(shop -> shop.target().connection())
                .distinct()
                .parallel() // one ERP that does not answer must not keep the sessions of the others open
                .forEach(connection -> connection.session().close());
    }

    private ErpConnection connection(String shop) {
        return shops.of(shop).target().connection();
    }
}
