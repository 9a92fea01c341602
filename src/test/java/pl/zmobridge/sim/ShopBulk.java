package pl.zmobridge.sim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Several requests in one (wire-shoper: Bulk), here only questions. What it may do wrong is switched on. */
final class ShopBulk {
    private static final int MOST = 25;

    private volatile BulkHabit habit = BulkHabit.AS_DOCUMENTED;
    private volatile boolean eachCounts;

    void is(BulkHabit other) {
        habit = other;
    }

    /** Whether each of the requests counts as a call, or all of them as one. */
    void eachCounts(boolean wanted) {
        eachCounts = wanted;
    }

    /** How many calls a request to {@code /bulk} is. */
    int calls(SimRequest request) {
        int questions =
                request.json().filter(JsonNode::isArray).map(JsonNode::size).orElse(1);
        return eachCounts ? Math.max(1, questions) : 1;
    }

    /** @param alone answers one of the requests */
    SimAnswer answer(SimRequest request, Function<SimRequest, SimAnswer> alone) {
        return switch (habit) {
            case ABSENT -> SimAnswer.error(404, "invalid_request", "The requested resource does not exist");
            case WRONG_PATH -> SimAnswer.error(400, "invalid_request", "The requested path is not valid");
            case NOT_ALLOWED -> SimAnswer.error(405, "method_not_allowed", "Method not allowed");
            case REFUSED -> SimAnswer.error(403, "insufficient_scope", "The request requires higher privileges");
            case FAILING -> SimAnswer.error(500, "server_error", "Internal server error");
            default -> all(request, alone);
        };
    }

    private SimAnswer all(SimRequest request, Function<SimRequest, SimAnswer> alone) {
        Optional<JsonNode> questions = request.json().filter(JsonNode::isArray);
        if (questions.isEmpty() || questions.get().size() > MOST) {
            return SimAnswer.error(400, "invalid_request", "Bulk request must be a list of at most " + MOST);
        }
        boolean errors = false;
        List<ObjectNode> items = new ArrayList<>();
        for (JsonNode question : questions.get()) {
            boolean last = items.size() == questions.get().size() - 1;
            SimAnswer answer = one(request, question, last, alone);
            errors |= answer.status() >= 400;
            ObjectNode item = Json.object();
            item.set("id", question.path("id"));
            item.put("code", answer.status())
                    .set("body", Json.parse(answer.body()).orElseThrow());
            items.add(item);
        }
        if (habit == BulkHabit.ITEM_MISSING) {
            items.remove(items.size() - 1);
        }
        if (habit == BulkHabit.SHUFFLED) {
            Collections.reverse(items);
        }
        ObjectNode answer = Json.object().put("errors", errors);
        answer.set("items", Json.array(items));
        return SimAnswer.ok(answer);
    }

    private SimAnswer one(SimRequest bulk, JsonNode question, boolean last, Function<SimRequest, SimAnswer> alone) {
        if (habit == BulkHabit.ITEM_REFUSED && last) {
            return SimAnswer.error(403, "insufficient_scope", "The request requires higher privileges");
        }
        if (!question.path("method").asText().equals("GET")) {
            return SimAnswer.error(405, "method_not_allowed", "Only questions are simulated here");
        }
        boolean lines = question.path("path").asText().endsWith("/order-products");
        if (habit == BulkHabit.EMPTY_LISTS || habit == BulkHabit.LINES_MISSING && lines) {
            return SimAnswer.ok(Json.parse("{\"count\":\"0\",\"pages\":0,\"page\":1,\"list\":[]}")
                    .orElseThrow());
        }
        String path = question.path("path").asText();
        return alone.apply(new SimRequest("GET", path, query(question.path("params")), Map.of(), "", bulk.at()));
    }

    /** Parameters are those of the plain request; that filters may be JSON instead of text is not known. */
    private String query(JsonNode params) {
        List<String> query = new ArrayList<>();
        params.properties().forEach(param -> {
            JsonNode value = param.getValue();
            String text = value.isContainerNode() ? Json.write(value) : value.asText();
            if (habit != BulkHabit.FILTERS_IGNORED || !param.getKey().equals("filters")) {
                query.add(param.getKey() + "=" + URLEncoder.encode(text, StandardCharsets.UTF_8));
            }
        });
        return String.join("&", query);
    }
}
