package pl.zmobridge.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import pl.zmobridge.attempt.Step;
import pl.zmobridge.camel.SqlParameters;
import pl.zmobridge.failure.Cause;
import pl.zmobridge.failure.Failure;

/**
 * L6: what a person decides about the difference of an order; the parameters of {@code difference-accept}.
 *
 * @param step the one that waits for it
 * @param as {@code SPREAD} or {@code LINE}
 * @param amount the difference that the person has seen
 * @param sum the order's sum then
 * @param reason blank for none
 */
record Decision(Step step, String as, BigDecimal amount, BigDecimal sum, String reason) implements SqlParameters {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> WAYS = Set.of("SPREAD", "LINE");

    /**
     * @param order the row of {@code sql/order-find.sql}
     * @param hasCode whether a line of its own has a product code
     * @throws ApiProblem 422 when the body says no such way, or the way needs a code; 409 when no difference waits, or not for this way
     */
    static Decision read(ApiRequest request, Map<String, Object> order, boolean hasCode) {
        String as = request.said("as").toUpperCase(Locale.ROOT);
        if (!WAYS.contains(as)) {
            throw ApiRequest.unprocessable(
                    "Say what becomes of the difference: {\"as\":\"spread\"} or {\"as\":\"line\"}");
        }
        if (as.equals("LINE") && !hasCode) {
            throw ApiRequest.unprocessable(
                    "A line of its own needs a product code; set order.difference.code, or spread the difference");
        }
        for (JsonNode problem : problems(order)) {
            Failure failure = Told.failure(problem);
            Map<String, String> about = failure.arguments();
            if (failure.cause() == Cause.TOTAL_DOES_NOT_FIT && about.containsKey("ways")) {
                mustBePossible(as.toLowerCase(Locale.ROOT), about.get("ways"));
                return new Decision(
                        Step.valueOf(problem.path("step").asText()),
                        as,
                        new BigDecimal(about.get("difference")),
                        new BigDecimal(about.get("total")),
                        request.said("reason"));
            }
        }
        throw new ApiProblem(
                409, "Conflict", "Order " + request.orderId() + " has no difference that waits for a decision");
    }

    private static void mustBePossible(String way, String ways) {
        if (!List.of(ways.split(" ")).contains(way)) {
            throw new ApiProblem(
                    409,
                    "Conflict",
                    "The difference cannot become \"" + way
                            + "\"; its dead letter says why. If that reason is gone, replay the dead letter first");
        }
    }

    private static JsonNode problems(Map<String, Object> order) {
        try {
            return JSON.readTree(
                    order.get("problems") == null ? "[]" : order.get("problems").toString());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e); // the database made it
        }
    }

    @Override
    public Object parameter(String name) {
        return switch (name) {
            case "acceptedAs" -> as;
            case "acceptedAmount" -> amount;
            case "acceptedSum" -> sum;
            case "acceptedReason" -> reason;
            default -> NONE;
        };
    }
}
