package pl.zmobridge.sim;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One request as it arrived. {@code query} is raw (empty when there was none), {@code headers} have lower-case names.
 */
public record SimRequest(
        String method, String path, String query, Map<String, String> headers, String body, Instant at) {

    public String header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
    }

    /** The decoded query parameter; its name is read in any letter case. */
    public Optional<String> param(String name) {
        return params().entrySet().stream()
                .filter(each -> each.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    public Map<String, String> params() {
        Map<String, String> params = new LinkedHashMap<>();
        for (String pair : query.split("&")) {
            if (!pair.isEmpty()) {
                String[] parts = pair.split("=", 2);
                params.put(decode(parts[0]), parts.length == 2 ? decode(parts[1]) : "");
            }
        }
        return params;
    }

    Optional<JsonNode> json() {
        return Json.parse(body);
    }

    private static String decode(String raw) {
        return URLDecoder.decode(raw, StandardCharsets.UTF_8);
    }
}
