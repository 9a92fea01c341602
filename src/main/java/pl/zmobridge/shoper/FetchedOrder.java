package pl.zmobridge.shoper;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pl.zmobridge.wire.Json;

/**
 * A row of {@code GET /orders} with its rows of {@code GET /order-products}.
 *
 * @param children the orders that it names as its children (S10), those that the shop has; empty when they were not asked for
 * @param login of the buyer's account, blank when it has none; empty when it was not asked for (K3)
 */
public record FetchedOrder(
        JsonNode row, List<JsonNode> lines, Optional<List<FetchedOrder>> children, Optional<String> login) {
    FetchedOrder(JsonNode row, List<JsonNode> lines) {
        this(row, lines, Optional.empty(), Optional.empty());
    }

    /**
     * What {@link #raw} made; its children are not known.
     *
     * @throws IllegalArgumentException when it is something else
     */
    public static FetchedOrder of(String raw) {
        try {
            JsonNode json = Json.read(raw);
            List<JsonNode> lines = new ArrayList<>();
            json.path("lines").forEach(lines::add);
            return new FetchedOrder(json.path("order"), lines);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("This is no order of the register", e);
        }
    }

    /** Both as one JSON text: {@code {"order":…,"lines":[…]}}. */
    String raw() {
        ObjectNode raw = JsonNodeFactory.instance.objectNode();
        raw.set("order", row);
        raw.putArray("lines").addAll(lines);
        return raw.toString();
    }
}
