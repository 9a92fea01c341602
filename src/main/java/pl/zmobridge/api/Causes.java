package pl.zmobridge.api;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.Variable;
import pl.zmobridge.failure.Failure;
import pl.zmobridge.register.Times;
import pl.zmobridge.words.Language;

/**
 * Open dead letters by what caused them: the same step, the same cause, and the same arguments that matter to it, such as the
 * product's code; where none do, the same words, but for the order's own numbers, the line's, points in time and identifiers in
 * them. One missing product code with forty orders is one cause; another code is another one.
 */
public final class Causes {
    private static final int MOST_LETTERS = 100;
    private static final Pattern PASSING =
            Pattern.compile("\\b\\p{XDigit}{8}-\\p{XDigit}{4}-\\p{XDigit}{4}-\\p{XDigit}{4}-\\p{XDigit}{12}\\b"
                    + "|\\b\\d{4}-\\d{2}-\\d{2}[T ]\\d{2}:\\d{2}(:\\d{2})?(\\.\\d+)?(Z|[+-]\\d{2}:\\d{2})?"
                    + "|\\b\\d+ ms\\b");

    /** Rows of {@code sql/dead-letters-open.sql} as causes, the one that holds most orders first. */
    Map<String, Object> view(Exchange exchange, List<Map<String, Object>> rows, Found found) {
        Language language = RequestLanguage.ofOrders(exchange);
        List<Map<String, Object>> causes = new ArrayList<>();
        group(rows).forEach((key, letters) -> causes.add(cause(key, letters, language)));
        causes.sort((a, b) -> Integer.compare((int) b.get("count"), (int) a.get("count")));
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("total", found.total());
        view.put("causes", causes);
        return view;
    }

    /**
     * The ids of the dead letters of the request's cause, none when it names no cause; the request is about these from now on.
     *
     * @throws ApiProblem 404 when none of the cause is open any more
     */
    public List<Object> letters(
            Exchange exchange, @Body List<Map<String, Object>> rows, @Variable("request") ApiRequest request) {
        List<Map<String, Object>> letters =
                request.cause().isEmpty() ? List.of() : group(rows).get(request.cause());
        if (letters == null) {
            throw ApiProblem.notFound("No open dead letter has this cause any more; nothing was done");
        }
        List<Object> ids = letters.stream().map(letter -> letter.get("id")).toList();
        exchange.setVariable("request", request.wanting(new ApiRequests.Letters(ids)));
        return ids;
    }

    private static Map<String, List<Map<String, Object>>> group(List<Map<String, Object>> rows) {
        Map<String, List<Map<String, Object>>> groups = new LinkedHashMap<>();
        rows.forEach(row ->
                groups.computeIfAbsent(key(row), key -> new ArrayList<>()).add(row));
        return groups;
    }

    private static String key(Map<String, Object> row) {
        String same = row.get("step") + "\n" + same(row);
        return UUID.nameUUIDFromBytes(same.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** What two dead letters of one cause have in common, in no language. */
    static String same(Map<String, Object> row) {
        Failure failure = Told.failure(row);
        List<String> parts = failure.cause().sameWhen().stream()
                .map(failure.arguments()::get)
                .filter(Objects::nonNull)
                .toList();
        return failure.cause() + "\n"
                + (parts.isEmpty() ? normalised(failure.words(), row, failure) : String.join("\n", parts));
    }

    /** A text without the order's own numbers and without what differs from time to time. */
    private static String normalised(String text, Map<String, Object> row, Failure failure) {
        String words = text;
        String line = failure.arguments().getOrDefault("line", "");
        for (String own :
                List.of(row.get("number").toString(), row.get("shop_order_id").toString(), line)) {
            // a whole number only: order 12 must not hide in product 112
            words = own.isEmpty()
                    ? words
                    : words.replaceAll("(?<![\\p{L}\\p{N}.,-])" + Pattern.quote(own) + "(?![\\p{L}\\p{N}-])", "…");
        }
        return PASSING.matcher(words).replaceAll("…");
    }

    private static Map<String, Object> cause(String key, List<Map<String, Object>> letters, Language language) {
        Map<String, Object> newest = letters.get(0);
        Failure failure = common(letters);
        boolean review = newest.get("step").equals("REVIEW");
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("cause", key);
        view.put("step", newest.get("step"));
        view.put("system", failure.system().name());
        view.put("code", failure.cause().name());
        view.put("waitsFor", failure.waitsFor().name());
        String error = failure.text(language);
        view.put("error", letters.size() == 1 ? error : normalised(error, newest, failure));
        view.put("hint", failure.hint(language));
        view.put("count", letters.size());
        view.put("firstFailedAt", earliest(letters, "first_failed_at"));
        view.put("nextAttemptAt", review ? null : earliest(letters, "next_attempt_at"));
        view.put(
                "letters",
                letters.stream().limit(MOST_LETTERS).map(OpsViews::briefly).toList());
        return view;
    }

    /** What the newest failed with, without arguments that others of the cause do not share. */
    private static Failure common(List<Map<String, Object>> letters) {
        Failure newest = Told.failure(letters.get(0));
        Map<String, String> shared = new LinkedHashMap<>(newest.arguments());
        letters.forEach(letter ->
                shared.entrySet().retainAll(Told.failure(letter).arguments().entrySet()));
        return new Failure(newest.system(), newest.cause(), shared, newest.words());
    }

    private static String earliest(List<Map<String, Object>> letters, String column) {
        return letters.stream()
                .min(Comparator.comparing(row -> Times.utc(row.get(column)).orElseThrow()))
                .map(row -> OrderViews.time(
                        row.get(column), ZoneId.of(row.get("zone").toString())))
                .orElse(null);
    }
}
