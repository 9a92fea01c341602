package pl.zmobridge.sim;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;

/** One answer before it is sent. */
record SimAnswer(int status, String contentType, String body, Map<String, String> headers) {

    static SimAnswer json(int status, JsonNode body) {
        return new SimAnswer(status, "application/json; charset=utf-8", Json.write(body), Map.of());
    }

    static SimAnswer ok(JsonNode body) {
        return json(200, body);
    }

    /** As the shop refuses. */
    static SimAnswer error(int status, String error, String description) {
        return json(status, Json.object().put("error", error).put("error_description", description));
    }

    /** Done, and nothing to say. */
    static SimAnswer empty() {
        return new SimAnswer(200, "application/json; charset=utf-8", "", Map.of());
    }

    SimAnswer withBody(String other) {
        return new SimAnswer(status, contentType, other, headers);
    }

    static SimAnswer html(int status, String title) {
        String page =
                "<html>\r\n<head><title>%1$d %2$s</title></head>\r\n<body><center><h1>%1$d %2$s</h1></center></body>\r\n</html>"
                        .formatted(status, title);
        return new SimAnswer(status, "text/html; charset=utf-8", page, Map.of());
    }

    SimAnswer with(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(headers);
        all.putAll(more);
        return new SimAnswer(status, contentType, body, all);
    }

    SimAnswer with(String name, String value) {
        return with(Map.of(name, value));
    }
}
