package pl.zmobridge.ops;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Variable;
import pl.zmobridge.shoper.Poll;

/** Reads requests of the API into variables, and says what is wrong with them. */
public final class ApiRequests {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> ORDER_STATES = Set.of("", "RECEIVED", "ISSUED", "REALISED", "CLOSED");
    private static final Set<String> LETTER_STATES = Set.of("", "OPEN", "RESOLVED", "DISCARDED");
    private static final int MOST_ROWS = 500;
    private static final int LONGEST_REASON = 255;

    /** {@code state}, {@code q}, {@code page}, {@code size} of {@code GET /api/orders}. */
    public void orders(Exchange exchange) {
        Message request = exchange.getMessage();
        String q = request.getHeader("q", "", String.class).strip();
        int page = number(request, "page", 1, 1, 1_000_000);
        int size = number(request, "size", 50, 1, MOST_ROWS);
        exchange.setVariable("state", oneOf(request, "state", ORDER_STATES));
        exchange.setVariable("q", q);
        exchange.setVariable(
                "like", "%" + q.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%");
        exchange.setVariable("page", page);
        exchange.setVariable("size", size);
        exchange.setVariable("offset", (long) (page - 1) * size);
    }

    /** {@code state} of {@code GET /api/dead-letters}. */
    public void deadLetters(Exchange exchange) {
        Message request = exchange.getMessage();
        int page = number(request, "page", 1, 1, 1_000_000);
        int size = number(request, "size", MOST_ROWS, 1, MOST_ROWS);
        exchange.setVariable("state", oneOf(request, "state", LETTER_STATES));
        exchange.setVariable("size", size);
        exchange.setVariable("offset", (long) (page - 1) * size);
    }

    /** {@code {shopOrderId}} or {@code {id}} of the path. */
    public long id(Exchange exchange, String name) {
        String text = exchange.getMessage().getHeader(name, "", String.class);
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw ApiProblem.notFound("\"" + text + "\" is no number of an order or dead letter");
        }
    }

    /** The {@code reason} of a discard; said by a person, kept for good. */
    public String reason(@Body String body) {
        try {
            JsonNode json = body == null || body.isBlank() ? JSON.createObjectNode() : JSON.readTree(body);
            String reason = json.path("reason").asText("").strip();
            if (!reason.isEmpty()) {
                return reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON);
            }
        } catch (JsonProcessingException e) {
            throw new ApiProblem(422, "Unprocessable content", "The body is no JSON; send {\"reason\":\"…\"}");
        }
        throw new ApiProblem(
                422,
                "Unprocessable content",
                "A discard needs a reason that others can read later: {\"reason\":\"…\"}");
    }

    /** @throws ApiProblem 404 when there is no such row */
    public Map<String, Object> found(@Body Map<String, Object> row, @Variable("what") String what) {
        if (row == null) {
            throw ApiProblem.notFound(what + " is unknown here");
        }
        return row;
    }

    /**
     * What a poll did: {@code received}, {@code watched}, {@code requests}, {@code millis}.
     *
     * @throws ApiProblem 503 when another poll of the shop was busy all the while
     */
    public Map<String, Object> polled(@Body Poll.Summary summary) {
        if (summary == null) {
            throw new ApiProblem(
                    503, "Service unavailable", "Another poll of this shop is under way; it does the same");
        }
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("received", summary.received());
        view.put("watched", summary.watched());
        view.put("requests", summary.requests());
        view.put("millis", summary.millis());
        return view;
    }

    /** @throws ApiProblem 409 unless the dead letter is open */
    public void open(@Body Map<String, Object> letter) {
        if (!"OPEN".equals(letter.get("state"))) {
            throw new ApiProblem(
                    409,
                    "Conflict",
                    "Dead letter " + letter.get("id") + " is " + letter.get("state") + " already; nothing was done");
        }
    }

    private static String oneOf(Message request, String name, Set<String> allowed) {
        String value = request.getHeader(name, "", String.class).strip().toUpperCase(Locale.ROOT);
        if (!allowed.contains(value)) {
            throw new ApiProblem(
                    422,
                    "Unprocessable content",
                    name + " must be one of " + String.join(" ", allowed).strip());
        }
        return value;
    }

    private static int number(Message request, String name, int fallback, int least, int most) {
        String text = request.getHeader(name, "", String.class).strip();
        if (text.isEmpty()) {
            return fallback;
        }
        try {
            int value = Integer.parseInt(text);
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw new ApiProblem(
                422, "Unprocessable content", name + " must be a whole number from " + least + " to " + most);
    }
}
