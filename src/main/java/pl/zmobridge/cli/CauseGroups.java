package pl.zmobridge.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import pl.zmobridge.api.client.ApiClient;
import pl.zmobridge.api.client.ApiFailure;

/**
 * Open dead letters of one cause: of a code, {@code NO_STOCK}, which may be several groups, or of one group by its key as
 * {@code dead-letters --by-cause} shows it.
 */
record CauseGroups(List<JsonNode> groups) {
    private static final int NOT_FOUND = 404;
    private static final int KEY = 8;

    /** @throws ApiFailure when none is open */
    static CauseGroups find(ApiClient bridge, String cause, Speech speech) {
        List<JsonNode> found = new ArrayList<>();
        for (JsonNode each : all(bridge)) {
            boolean isKey = cause.length() >= KEY && Words.text(each, "cause").startsWith(cause);
            if (isKey || Words.text(each, "code").equalsIgnoreCase(cause)) {
                found.add(each);
            }
        }
        if (found.isEmpty()) {
            throw new ApiFailure(NOT_FOUND, speech.text("NO_SUCH_CAUSE", "cause", Terminal.plain(cause)));
        }
        return new CauseGroups(found);
    }

    static JsonNode all(ApiClient bridge) {
        return bridge.get("/api/dead-letter-causes").json().path("causes");
    }

    /** What a person types to mean this one. */
    static String key(JsonNode group) {
        String key = Words.text(group, "cause");
        return key.substring(0, Math.min(KEY, key.length()));
    }

    /** Of each group, below {@code /api}. */
    List<String> paths(String action) {
        return groups.stream()
                .map(group -> "/api/dead-letter-causes/" + Words.text(group, "cause") + "/" + action)
                .toList();
    }

    /** Those of these that belong to it; the API names a hundred of each group. */
    Map<Long, JsonNode> of(Map<Long, JsonNode> letters) {
        Set<Long> ids = new HashSet<>();
        groups.forEach(group -> group.path("letters")
                .forEach(letter -> ids.add(letter.path("id").asLong())));
        Map<Long, JsonNode> own = new LinkedHashMap<>(letters);
        own.keySet().retainAll(ids);
        return own;
    }

    /** How many dead letters there are, named or not. */
    long count() {
        return groups.stream().mapToLong(group -> group.path("count").asLong()).sum();
    }

    /** Whether they are reviews, which nobody tries again. */
    boolean isReview() {
        return groups.stream().allMatch(group -> Words.text(group, "step").equals("REVIEW"));
    }
}
