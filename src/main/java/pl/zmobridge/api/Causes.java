package pl.zmobridge.api;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.Variable;
import pl.zmobridge.failure.Failure;
import pl.zmobridge.register.Times;
import pl.zmobridge.words.Language;

/** Open dead letters by what caused them ({@link SameCause}): one missing product with forty orders is one cause; what needs a person comes first. */
public final class Causes {
    private static final int MOST_LETTERS = 100;

    private final SameCause sameCause;

    /** @param erps the address of a shop's ERP */
    public Causes(UnaryOperator<String> erps) {
        sameCause = new SameCause(erps);
    }

    /** One cause with its dead letters, the newest first. */
    private record Group(String key, List<Map<String, Object>> letters, Failure failure) {
        static Group of(String key, List<Map<String, Object>> letters) {
            return new Group(key, letters, common(letters));
        }

        boolean isReview() {
            return SameCause.isReview(letters.get(0));
        }

        /** Whatever the words of one order say, what is about a whole system or a product is not about that order. */
        private static Failure common(List<Map<String, Object>> letters) {
            Map<String, Object> row = letters.get(0);
            Failure newest = Told.failure(row);
            if (SameCause.isOfSystem(newest)) {
                return newest;
            }
            Map<String, String> shared = new LinkedHashMap<>(newest.arguments());
            letters.forEach(letter ->
                    shared.entrySet().retainAll(Told.failure(letter).arguments().entrySet()));
            SameCause.product(row, newest).ifPresent(code -> shared.put("code", code));
            return new Failure(newest.system(), newest.cause(), shared, newest.words());
        }
    }

    /** First what needs a person, then what waits for goods, then what waits for a system; what stands before what is only to be looked at, many before few. */
    private static final Comparator<Group> ORDER = Comparator.comparing(
                    (Group group) -> group.failure().waitsFor())
            .thenComparing(Group::isReview)
            .thenComparing(group -> -group.letters().size());

    /** Rows of {@code sql/dead-letters-open.sql} as causes. */
    Map<String, Object> view(Exchange exchange, List<Map<String, Object>> rows, Found found) {
        Language language = RequestLanguage.ofOrders(exchange);
        List<Map<String, Object>> causes = group(rows).entrySet().stream()
                .map(each -> Group.of(each.getKey(), each.getValue()))
                .sorted(ORDER)
                .map(each -> cause(each, language))
                .toList();
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

    private Map<String, List<Map<String, Object>>> group(List<Map<String, Object>> rows) {
        Map<String, List<Map<String, Object>>> groups = new LinkedHashMap<>();
        rows.forEach(row -> groups.computeIfAbsent(sameCause.key(row), key -> new ArrayList<>())
                .add(row));
        return groups;
    }

    private static Map<String, Object> cause(Group group, Language language) {
        List<Map<String, Object>> letters = group.letters();
        Map<String, Object> newest = letters.get(0);
        Failure failure = group.failure();
        Optional<String> product = SameCause.product(newest, failure);
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("cause", group.key());
        view.put("step", newest.get("step"));
        view.put(
                "steps",
                letters.stream()
                        .map(letter -> letter.get("step").toString())
                        .distinct()
                        .sorted()
                        .toList());
        view.put("system", failure.system().name());
        view.put("code", failure.cause().name());
        view.put("waitsFor", failure.waitsFor().name());
        String error = failure.text(language);
        view.put("error", letters.size() == 1 ? error : SameCause.shared(error, newest, failure));
        view.put("hint", failure.hint(language));
        view.put("mend", Told.mend(failure));
        view.put("count", letters.size());
        view.put("orders", letters.stream().map(Causes::order).distinct().count());
        product.ifPresent(code -> {
            view.put("product", code);
            view.put("quantity", wanted(letters, code).map(Causes::plain).orElse(null));
        });
        view.put("firstFailedAt", earliest(letters, "first_failed_at"));
        view.put("nextAttemptAt", group.isReview() ? null : earliest(letters, "next_attempt_at"));
        view.put(
                "letters",
                letters.stream()
                        .limit(MOST_LETTERS)
                        .map(letter -> letter(letter, product))
                        .toList());
        return view;
    }

    private static List<Object> order(Map<String, Object> letter) {
        return List.of(letter.get("shop"), letter.get("shop_order_id"));
    }

    /** Whose order it is and what it is worth, so that a person knows which to mend first. */
    private static Map<String, Object> letter(Map<String, Object> row, Optional<String> product) {
        Map<String, Object> view = OpsViews.briefly(row);
        view.put("step", row.get("step"));
        view.put("buyer", row.get("buyer"));
        view.put("total", row.get("total") == null ? null : row.get("total").toString());
        view.put("currency", row.get("currency"));
        product.flatMap(code -> SameCause.quantity(row, code)).ifPresent(wanted -> view.put("quantity", plain(wanted)));
        return view;
    }

    /** What all of these orders together want of a product; an order that failed at two steps wants it once. */
    private static Optional<BigDecimal> wanted(List<Map<String, Object>> letters, String product) {
        Map<List<Object>, BigDecimal> byOrder = new LinkedHashMap<>();
        letters.forEach(
                letter -> SameCause.quantity(letter, product).ifPresent(wanted -> byOrder.put(order(letter), wanted)));
        return byOrder.values().stream().reduce(BigDecimal::add);
    }

    private static String plain(BigDecimal quantity) {
        return quantity.signum() == 0 ? "0" : quantity.stripTrailingZeros().toPlainString();
    }

    private static String earliest(List<Map<String, Object>> letters, String column) {
        return letters.stream()
                .min(Comparator.comparing(row -> Times.utc(row.get(column)).orElseThrow()))
                .map(row -> OrderViews.time(
                        row.get(column), ZoneId.of(row.get("zone").toString())))
                .orElse(null);
    }
}
