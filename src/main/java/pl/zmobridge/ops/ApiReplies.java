package pl.zmobridge.ops;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pl.zmobridge.shoper.ShopFailure;
import pl.zmobridge.steps.DeadLetters;

/** How the API answers: JSON, and problems as RFC 9457 documents. */
public final class ApiReplies {
    private static final Logger LOG = LoggerFactory.getLogger(ApiReplies.class);
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    /** The body as a JSON answer; nothing of the request or of another system's answer goes back with it. */
    public void reply(Exchange exchange, @Body Object body) throws JsonProcessingException {
        answer(exchange, 200, "application/json", body);
    }

    /** The caught failure as a problem document. */
    public void problem(Exchange exchange, @ExchangeProperty("CamelExceptionCaught") Exception failure)
            throws JsonProcessingException {
        Object challenge = exchange.getMessage().getHeader("WWW-Authenticate");
        ApiProblem problem = of(failure);
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("type", "about:blank");
        document.put("title", problem.title());
        document.put("status", problem.status());
        document.put("detail", problem.getMessage());
        answer(exchange, problem.status(), "application/problem+json", document);
        if (challenge != null) {
            exchange.getMessage().setHeader("WWW-Authenticate", challenge);
        }
    }

    private static ApiProblem of(Exception failure) {
        if (failure instanceof ApiProblem problem) {
            return problem;
        }
        String words = DeadLetters.words(failure);
        if (failure instanceof ShopFailure.NotFound) {
            return new ApiProblem(404, "Not found", words);
        }
        if (DeadLetters.isOutage(failure) || failure instanceof ShopFailure) {
            return new ApiProblem(503, "Service unavailable", words);
        }
        LOG.error("The API failed", failure);
        return new ApiProblem(500, "Internal error", "The bridge failed; its log says why");
    }

    private static void answer(Exchange exchange, int status, String type, Object body) throws JsonProcessingException {
        Message message = exchange.getMessage();
        message.removeHeaders("*");
        message.setHeader(Exchange.HTTP_RESPONSE_CODE, status);
        message.setHeader(Exchange.CONTENT_TYPE, type + "; charset=utf-8");
        message.setHeader("Cache-Control", "no-store");
        message.setBody(JSON.writeValueAsString(body));
    }
}
