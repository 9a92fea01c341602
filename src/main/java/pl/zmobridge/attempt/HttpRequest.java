package pl.zmobridge.attempt;

import org.apache.camel.Exchange;
import org.apache.camel.Message;
import pl.zmobridge.wire.Request;

/** How a call becomes the message that {@code camel-http} sends. */
final class HttpRequest {
    private HttpRequest() {}

    /** Makes a message the call's HTTP request. Headers that count redeliveries stay, all others go: they may be of another call. */
    static void fill(Message message, Call call, String url, String contentType) {
        Request<?> request = call.request();
        message.getHeaders().keySet().removeIf(name -> !name.startsWith("CamelRedeliver"));
        message.setHeader(Exchange.HTTP_URI, url);
        message.setHeader(Exchange.HTTP_METHOD, request.method());
        message.setHeader(Exchange.HTTP_PATH, request.path());
        message.setHeader(Exchange.HTTP_RAW_QUERY, request.query());
        message.setHeader(Exchange.CONTENT_TYPE, contentType);
        if (call.isAuthorized()) {
            message.setHeader("Authorization", call.token());
        }
        message.setBody(request.body());
    }
}
