package pl.zmobridge.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pl.zmobridge.api.client.ApiClient;

/** The orders of the register, page by page. */
final class OrderList {
    private static final int SIZE = 500;

    private final ApiClient bridge;

    OrderList(ApiClient bridge) {
        this.bridge = bridge;
    }

    /** Those placed on that day or later, newest first; one that a new order moves to the next page is there once. */
    List<JsonNode> placedSince(Optional<LocalDate> day) {
        Map<String, JsonNode> orders = new LinkedHashMap<>();
        String from = day.map(since -> "&from=" + since).orElse("");
        int seen = 0;
        long total;
        int page = 1;
        do {
            JsonNode answer = bridge.get("/api/orders?size=" + SIZE + "&page=" + page++ + from)
                    .json();
            total = answer.path("total").asLong();
            seen += SIZE;
            answer.path("items")
                    .forEach(
                            each -> orders.put(Words.text(each, "shop") + " " + Words.text(each, "shopOrderId"), each));
        } while (seen < total);
        return new ArrayList<>(orders.values());
    }
}
