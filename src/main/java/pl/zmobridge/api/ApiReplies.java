package pl.zmobridge.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pl.zmobridge.failure.Failure;
import pl.zmobridge.failure.Failures;
import pl.zmobridge.failure.WaitsFor;
import pl.zmobridge.shoper.ShopFailure;
import pl.zmobridge.words.Language;

/** How the API answers: JSON, and problems as RFC 9457 documents. */
public final class ApiReplies {
    private static final Logger LOG = LoggerFactory.getLogger(ApiReplies.class);
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    /** Bytes; more are sent as their reader takes them, and only then is the answer over. */
    private static final int MOST_AT_ONCE = 64 * 1024;

    /** Of every answer: nothing is run but the console's own files, nobody shows it in a frame, no address leaks. */
    private static final Map<String, String> ALWAYS = Map.of(
            "Cache-Control",
            "no-store",
            "Content-Security-Policy",
            "default-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'; object-src 'none'",
            "X-Content-Type-Options",
            "nosniff",
            "X-Frame-Options",
            "DENY",
            "Referrer-Policy",
            "no-referrer",
            "Cross-Origin-Resource-Policy",
            "same-origin");

    /** The body as the answer, in JSON unless it is something else; nothing of the request or of another system's answer goes back with it. */
    public void reply(Exchange exchange, @Body Object body) throws JsonProcessingException {
        if (body instanceof Content content) {
            send(exchange, content.status(), content.type(), content.body());
            content.headers().forEach(exchange.getMessage()::setHeader);
        } else if (body instanceof TableStream table) {
            send(exchange, 200, "text/csv; charset=utf-8", table);
            exchange.getMessage().setHeader("Content-Disposition", table.disposition());
        } else {
            byte[] json = JSON.writeValueAsBytes(body);
            send(
                    exchange,
                    200,
                    "application/json; charset=utf-8",
                    json.length > MOST_AT_ONCE ? json : new String(json, StandardCharsets.UTF_8));
        }
    }

    /** The caught failure as a problem document. */
    public void problem(Exchange exchange, @ExchangeProperty("CamelExceptionCaught") Exception failure)
            throws JsonProcessingException {
        ApiProblem problem = of(failure, RequestLanguage.ofOrders(exchange));
        reply(exchange, told(problem, RequestLanguage.ofProblems(exchange)));
    }

    /** The problem document, with the headers of every answer. */
    static Content told(ApiProblem problem, Language language) {
        ObjectNode document = JSON.createObjectNode();
        document.put("type", "about:blank");
        document.put("title", problem.title(language));
        document.put("status", problem.status());
        document.put("detail", problem.detail(language));
        if (!problem.code().isEmpty()) {
            document.put("code", problem.code());
        }
        Map<String, String> headers = new LinkedHashMap<>(ALWAYS);
        headers.putAll(problem.headers());
        return new Content(
                problem.status(),
                "application/problem+json; charset=utf-8",
                headers,
                document.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static ApiProblem of(Exception failure, Language language) {
        if (failure instanceof ApiProblem problem) {
            return problem;
        }
        Failure failed = Failures.of(failure);
        String words = failed.text(language);
        if (failure instanceof ShopFailure.NotFound) {
            return new ApiProblem(404, "Not found", words);
        }
        if (failed.isOutage() || failed.waitsFor() == WaitsFor.SYSTEM || failure instanceof ShopFailure) {
            return new ApiProblem(503, "Service unavailable", words);
        }
        LOG.error("The API failed", failure);
        return new ApiProblem(500, "Internal error", "The bridge failed; its log says why");
    }

    private static void send(Exchange exchange, int status, String type, Object body) {
        Message message = exchange.getMessage();
        message.removeHeaders("*");
        message.setHeader(Exchange.HTTP_RESPONSE_CODE, status);
        message.setHeader(Exchange.CONTENT_TYPE, type);
        ALWAYS.forEach(message::setHeader);
        message.setBody(body);
    }
}
