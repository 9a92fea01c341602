package pl.zmobridge.api;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.camel.Body;
import org.apache.camel.Variable;
import pl.zmobridge.register.Times;

/**
 * Open dead letters by what caused them: the same step and the same words, but for the order's own numbers, the line's, points in
 * time and identifiers in them. One missing product code with forty orders is one cause; another code is another one.
 */
public final class Causes {
    private static final int MOST_LETTERS = 100;
    private static final Pattern PASSING =
            Pattern.compile("\\b\\p{XDigit}{8}-\\p{XDigit}{4}-\\p{XDigit}{4}-\\p{XDigit}{4}-\\p{XDigit}{12}\\b"
                    + "|\\b\\d{4}-\\d{2}-\\d{2}[T ]\\d{2}:\\d{2}(:\\d{2})?(\\.\\d+)?(Z|[+-]\\d{2}:\\d{2})?"
                    + "|\\b\\d+ ms\\b|(?<=\\b[Pp]ozycj[aię] )\\d+\\b");

    /** Rows of {@code sql/dead-letters-open.sql} as causes, the one that holds most orders first. */
    public Map<String, Object> view(@Body List<Map<String, Object>> rows, @Variable("found") Found found) {
        List<Map<String, Object>> causes = new ArrayList<>();
        group(rows).forEach((key, letters) -> causes.add(cause(key, letters)));
        causes.sort((a, b) -> Integer.compare((int) b.get("count"), (int) a.get("count")));
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("total", found.total());
        view.put("causes", causes);
        return view;
    }

    /**
     * The dead letters of the request's cause.
     *
     * @throws ApiProblem 404 when none is open any more
     */
    public List<Object> letters(@Body List<Map<String, Object>> rows, @Variable("request") ApiRequest request) {
        List<Map<String, Object>> letters = group(rows).get(request.cause());
        if (letters == null) {
            throw ApiProblem.notFound("No open dead letter has this cause any more; nothing was done");
        }
        return letters.stream().map(letter -> letter.get("id")).toList();
    }

    private static Map<String, List<Map<String, Object>>> group(List<Map<String, Object>> rows) {
        Map<String, List<Map<String, Object>>> groups = new LinkedHashMap<>();
        rows.forEach(row ->
                groups.computeIfAbsent(key(row), key -> new ArrayList<>()).add(row));
        return groups;
    }

    private static String key(Map<String, Object> row) {
        String words = row.get("step") + "\n" + normalised(row);
        return UUID.nameUUIDFromBytes(words.getBytes(StandardCharsets.UTF_8)).toString();
    }

    static String normalised(Map<String, Object> row) {
        String words = row.get("error").toString();
        for (String own : List.of("number", "shop_order_id")) {
            // a whole number only: order 12 must not hide in product 112
            words = words.replaceAll(
                    "(?<![\\p{L}\\p{N}.,-])" + Pattern.quote(row.get(own).toString()) + "(?![\\p{L}\\p{N}-])", "…");
        }
        return PASSING.matcher(words).replaceAll("…");
    }

    private static Map<String, Object> cause(String key, List<Map<String, Object>> letters) {
        Map<String, Object> newest = letters.get(0);
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("cause", key);
        view.put("step", newest.get("step"));
        view.put("error", letters.size() == 1 ? newest.get("error") : normalised(newest));
        view.put("count", letters.size());
        view.put("firstFailedAt", earliest(letters, "first_failed_at"));
        view.put("nextAttemptAt", earliest(letters, "next_attempt_at"));
        view.put(
                "letters",
                letters.stream().limit(MOST_LETTERS).map(OpsViews::briefly).toList());
        return view;
    }

    private static String earliest(List<Map<String, Object>> letters, String column) {
        return letters.stream()
                .min(Comparator.comparing(row -> Times.utc(row.get(column)).orElseThrow()))
                .map(row -> OrderViews.time(
                        row.get(column), ZoneId.of(row.get("zone").toString())))
                .orElse(null);
    }
}
