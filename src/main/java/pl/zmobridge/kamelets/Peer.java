package pl.zmobridge.kamelets;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import pl.zmobridge.camel.SendOnce;
import pl.zmobridge.wire.Answer;
import pl.zmobridge.wire.Request;

/** A system that a Kamelet talks to by {@code camel-http}, which must send each request once. */
public abstract class Peer implements HttpClientConfigurer {
    private String url = "";

    /** The address of its API. */
    public final void setUrl(String address) {
        url = address.replaceAll("/+$", "");
    }

    /** What stands between the address and a request's path. */
    abstract String root();

    /** How long a request may take as a whole. */
    abstract Duration patience(String method);

    @Override
    public final void configureHttpClient(HttpClientBuilder client) {
        new SendOnce((method, address) -> patience(method), Answer.MOST_BYTES).configureHttpClient(client);
    }

    static Talk talk(Exchange exchange) {
        return exchange.getProperty(Talk.PROPERTY, Talk.class);
    }

    /** Makes the message the HTTP request of this. */
    final void fill(Exchange exchange, Request<?> request, String authorization) {
        Message message = exchange.getMessage();
        message.removeHeaders("*");
        message.setHeader(Exchange.HTTP_URI, url + root());
        message.setHeader(Exchange.HTTP_METHOD, request.method());
        message.setHeader(Exchange.HTTP_PATH, request.path());
        message.setHeader(Exchange.HTTP_RAW_QUERY, request.query());
        message.setHeader(Exchange.CONTENT_TYPE, "application/json; charset=utf-8");
        message.setHeader("Authorization", authorization);
        message.setBody(request.body());
    }

    /** The answer that the message is now; address and secrets of the request go. */
    static Answer answer(Exchange exchange) {
        Message message = exchange.getMessage();
        int status = message.getHeader(Exchange.HTTP_RESPONSE_CODE, 0, Integer.class);
        Answer answer = new Answer(status, Map.copyOf(present(message)), message.getBody(String.class));
        message.removeHeaders("*");
        return answer;
    }

    private static Map<String, Object> present(Message message) {
        Map<String, Object> headers = new HashMap<>(message.getHeaders());
        headers.values().removeIf(Objects::isNull);
        return headers;
    }
}
