package pl.zmobridge.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import pl.zmobridge.words.Language;

/** Why an order is stuck: its open dead letters, the column {@code problems}. */
final class OrderProblems {
    private OrderProblems() {}

    /** What the order's open dead letters say, a line each; null when there is none. */
    static String text(Map<String, Object> row, Language language) {
        List<String> texts = new ArrayList<>();
        OrderViews.json(row.get("problems"))
                .forEach(each -> texts.add(Told.failure(each).text(language)));
        return texts.isEmpty() ? null : String.join("\n", texts);
    }

    static List<Map<String, Object>> views(Map<String, Object> row, Language language) {
        List<Map<String, Object>> problems = new ArrayList<>();
        for (JsonNode each : OrderViews.json(row.get("problems"))) {
            Map<String, Object> view = new LinkedHashMap<>();
            view.put("step", each.path("step").asText());
            if (each.has("id")) { // a list is told less
                letter(each, OrderViews.zone(row), view);
            }
            Told.put(view, Told.failure(each), language);
            view.put("mend", Told.mend(Told.failure(each)));
            problems.add(view);
        }
        return problems;
    }

    private static void letter(JsonNode letter, ZoneId zone, Map<String, Object> view) {
        boolean review = letter.path("step").asText().equals("REVIEW"); // nobody tries it again
        view.put("id", letter.path("id").asLong());
        view.put("attempts", letter.path("attempts").asInt());
        view.put("firstFailedAt", timeInJson(letter.path("first_failed_at"), zone));
        view.put("nextAttemptAt", review ? null : timeInJson(letter.path("next_attempt_at"), zone));
    }

    /** MariaDB writes {@code 2026-11-27 21:04:00.000000} into JSON. */
    private static String timeInJson(JsonNode text, ZoneId zone) {
        return text.isTextual()
                ? OrderViews.time(LocalDateTime.parse(text.asText().replace(' ', 'T')), zone)
                : null;
    }
}
