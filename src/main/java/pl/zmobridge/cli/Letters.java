package pl.zmobridge.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import pl.zmobridge.api.client.ApiClient;

/** The dead letters of the API. */
final class Letters {
    private static final int PAGE = 500;

    private Letters() {}

    /** @param state empty for all */
    static String path(String state, int page) {
        return "/api/dead-letters?state=" + state + "&page=" + page + "&size=" + PAGE;
    }

    /** Every open one, by id, oldest last. */
    static Map<Long, JsonNode> open(ApiClient bridge) {
        Map<Long, JsonNode> open = new LinkedHashMap<>();
        int page = 1;
        JsonNode items;
        do {
            items = bridge.get(path("OPEN", page)).json().path("items");
            items.forEach(letter -> open.put(letter.path("id").asLong(), letter));
            page++;
        } while (items.size() == PAGE);
        return open;
    }
}
