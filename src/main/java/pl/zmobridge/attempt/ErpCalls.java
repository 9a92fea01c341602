package pl.zmobridge.attempt;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Header;
import org.apache.camel.Headers;
import org.apache.camel.Message;
import org.apache.camel.Route;
import org.apache.camel.Variable;
import org.apache.camel.support.RoutePolicySupport;
import org.apache.camel.support.SynchronizationAdapter;
import pl.zmobridge.camel.AnswerTooLong;
import pl.zmobridge.failure.Cause;
import pl.zmobridge.failure.FailedSystem;
import pl.zmobridge.failure.Failure;
import pl.zmobridge.failure.Unreachable;
import pl.zmobridge.symfonia.ErpAnswers;
import pl.zmobridge.symfonia.ErpConnection;
import pl.zmobridge.symfonia.ErpRefused;
import pl.zmobridge.symfonia.ErpUnavailable;
import pl.zmobridge.symfonia.SymfoniaApi;
import pl.zmobridge.wire.Answer;

/**
 * What a request to an ERP needs: its address, its session, a place among the calls that it is given at once. As the policy of
 * the route that opens sessions it closes them when that route stops, which is after everything in flight.
 */
public final class ErpCalls extends RoutePolicySupport {

    /** For an ERP that begins a write a little later than it was sent. */
    private static final Duration MARGIN = Duration.ofSeconds(1);

    private final Shops shops;
    private final CallsHeard calls;

    /** @param calls hears how each of them ended */
    public ErpCalls(Shops shops, CallsHeard calls) {
        this.shops = shops;
        this.calls = calls;
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

    /** Whether it must be sent, for the first time or once more. */
    public boolean isToBeSent(@Variable("call") Call call) {
        return call.isToBeSent();
    }

    /** Makes the message the call's HTTP request. */
    public void prepare(@Variable("shop") String shop, @Variable("call") Call call, Message message) {
        HttpRequest.fill(message, call, connection(shop).url(), "application/json; charset=utf-8");
    }

    /** The call goes on in the shared session; opens one when there is none, unless the call is open to all or has a session of its own. */
    public void authorize(@Variable("shop") String shop, @Variable("call") Call call) {
        if (!call.hasOwnSession() && !SymfoniaApi.isOpenToAll(call.request())) {
            call.with("Session " + connection(shop).session().token());
        }
    }

    public void answered(
            @Variable("call") Call call,
            @Variable("attempt") Attempt attempt,
            @Header("CamelHttpResponseCode") int status,
            @Headers Map<String, Object> headers,
            @Body String body) {
        Answer answer = new Answer(status, headers, body);
        call.answered(answer);
        call.heard(answer);
        if (isWriteOf(attempt, call) && !ErpAnswers.isOfTheErpItself(answer)) {
            leaveAlone(attempt);
        }
    }

    private static boolean isWriteOf(Attempt attempt, Call call) {
        return attempt != null && call.request().isWrite();
    }

    /**
     * I10: a write without an answer of the ERP's own may be going on for as long as a write may take. That is counted from now: nobody knows when the
     * ERP began, and one that was silent all that time has shown that it needs longer.
     */
    private static void leaveAlone(Attempt attempt) {
        attempt.write.leaveAlone(attempt.write.timeout().plus(MARGIN));
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

    /**
     * What the answer says; throws what its refusal means.
     *
     * @throws ErpUnavailable also for a write whose answer was not the ERP's own (I10)
     */
    public Object result(
            @Variable("shop") String shop, @Variable("call") Call call, @Variable("attempt") Attempt attempt) {
        boolean isWrite = isWriteOf(attempt, call);
        try {
            Object said = said(shop, call);
            if (isWrite) {
                connection(attempt.shop()).hasWritten(LocalDateTime.now(ZoneOffset.UTC));
            }
            return said;
        } catch (ErpUnavailable unusable) {
            if (isWrite && attempt.write.isUnanswered()) {
                throw ErpUnavailable.unanswered(unusable.failure());
            }
            if (isWrite && unusable.isError()) {
                attempt.write.failed();
            }
            throw attempt != null && unusable.isError() && othersPass(attempt) ? unusable.atThisOrder() : unusable;
        }
    }

    private Object said(String shop, Call call) {
        boolean signedIn = call.isAuthorized() && !call.hasOwnSession(); // that one may be over
        try {
            Object said = call.result();
            calls.heard(FailedSystem.ERP, shop, signedIn);
            return said;
        } catch (ErpRefused refused) {
            calls.heard(FailedSystem.ERP, shop, signedIn);
            throw refused;
        } catch (ErpUnavailable unusable) {
            calls.unheard(FailedSystem.ERP, shop, signedIn, call.sentAt(), unusable.failure());
            throw unusable;
        }
    }

    /** Whether this order had met an error of the ERP at an earlier attempt already, and the ERP has carried out writes since. */
    private boolean othersPass(Attempt attempt) {
        return connection(attempt.shop())
                .lastWritten()
                .filter(moment -> attempt.known()
                        .filter(registered -> registered.hadErpErrorBefore(moment))
                        .isPresent())
                .isPresent();
    }

    /**
     * A connection that did not come about, broke, or was silent for too long.
     *
     * @throws ErpUnavailable for a write that may have reached the ERP (I10)
     */
    public void unreachable(
            @Variable("shop") String shop,
            @Variable("call") Call call,
            @Variable("attempt") Attempt attempt,
            @ExchangeProperty("CamelExceptionCaught") IOException failure)
            throws Unreachable {
        if (failure instanceof AnswerTooLong tooLong && !call.request().isWrite()) {
            throw new ErpUnavailable(Failure.of(Cause.ERP_ANSWER_TOO_LONG).with("most", tooLong.mostMegabytes()));
        }
        Unreachable unreachable = new Unreachable(FailedSystem.ERP, failure);
        call.unheard(unreachable);
        calls.unheard(FailedSystem.ERP, shop, call.isAuthorized(), call.sentAt(), unreachable.failure());
        if (isWriteOf(attempt, call) && unreachable.mayHaveArrived()) {
            leaveAlone(attempt);
            throw ErpUnavailable.unanswered(unreachable.failure());
        }
        throw unreachable;
    }

    /** Waits for a place among the calls that the ERP is given at once; it is left with the exchange at the latest (I11). */
    public void enter(Exchange exchange, @Variable("shop") String shop, @Variable("call") Call call)
            throws InterruptedException {
        call.holds(connection(shop).enter(call.request().toString()));
        call.goesOut(Instant.now());
        exchange.getExchangeExtension().addOnCompletion(new SynchronizationAdapter() {
            @Override
            public void onDone(Exchange over) {
                call.letGo();
            }
        });
    }

    public void leave(@Variable("call") Call call) {
        call.letGo();
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
