package pl.zmobridge.shoper;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** A row of {@code GET /orders} with its rows of {@code GET /order-products}. */
public record FetchedOrder(JsonNode row, List<JsonNode> lines) {

    /** Both as one JSON text: {@code {"order":…,"lines":[…]}}. */
    String raw() {
        ObjectNode raw = JsonNodeFactory.instance.objectNode();
        raw.set("order", row);
        raw.putArray("lines").addAll(lines);
        return raw.toString();
    }
}
