package pl.zmobridge.attempt;

import java.io.IOException;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Message;
import org.apache.camel.Variable;
import pl.zmobridge.nbp.NbpAway;
import pl.zmobridge.wire.Answer;

/** What a question to the National Bank of Poland needs: its address. */
public final class NbpCalls {
    private final String url;

    /** @param url without a slash at the end */
    public NbpCalls(String url) {
        this.url = url;
    }

    /** Makes the message the HTTP request that its body asks for. */
    public void prepare(@Body Object request, Exchange exchange) {
        Call call = Call.of(request);
        exchange.setVariable("call", call);
        HttpRequest.fill(exchange.getMessage(), call, url + "/api", "application/json");
    }

    /**
     * What the answer says; its headers are of this call alone.
     *
     * @throws NbpAway when it says nothing
     */
    public Object answered(@Variable("call") Call call, Message message) {
        int status = message.getHeader(Exchange.HTTP_RESPONSE_CODE, 0, Integer.class);
        call.answered(new Answer(status, message.getHeaders(), message.getBody(String.class)));
        message.getHeaders().keySet().removeIf(name -> !name.startsWith("CamelRedeliver"));
        return call.result();
    }

    /** A connection that did not come about, broke, or was silent for too long. */
    public void unreachable(@ExchangeProperty("CamelExceptionCaught") IOException failure) {
        throw NbpAway.silent(failure);
    }
}
