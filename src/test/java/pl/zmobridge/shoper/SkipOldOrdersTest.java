package pl.zmobridge.shoper;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Skipping old orders")
class SkipOldOrdersTest {
    private static final ZoneId WARSAW = ZoneId.of("Europe/Warsaw");
    private static final Instant SINCE =
            LocalDate.parse("2026-10-01").atStartOfDay(WARSAW).toInstant();
    private static final Pattern DATE = Pattern.compile("\"date\":\\{\">=\":\"([^\"]+)\"");

    /** One order an hour, the last of the first thousand on 2026-09-11. */
    private final TreeMap<Long, String> shop = new TreeMap<>();

    private BiPredicate<String, String> filter = (date, from) -> date.compareTo(from) >= 0;
    private int questions;

    private void place(long id, String date) {
        shop.put(id, date);
    }

    private void placeHourly(long from, int count, LocalDate day) {
        for (int i = 0; i < count; i++) {
            place(from + i, day.plusDays(i / 24) + " %02d:30:00".formatted(i % 24));
        }
    }

    @Test
    @DisplayName("ends two days before the first order to import")
    void endsTwoDaysBeforeTheFirstOrderToImport() {
        placeHourly(1, 24 * 400, LocalDate.parse("2025-10-01"));

        long target = skip();

        assertThat(shop.get(target)).isEqualTo("2026-09-28 23:30:00");
        assertThat(questions).isEqualTo(3);
    }

    @Test
    @DisplayName("ends at the order that was the newest when it began, when all are too old")
    void endsAtTheNewestOrderWhenAllAreTooOld() {
        placeHourly(1, 1000, LocalDate.parse("2025-10-01"));

        assertThat(skip()).isEqualTo(1000);
    }

    @Test
    @DisplayName("finds orders that lie before older ones, as after a move from another shop")
    void findsOrdersThatLieBeforeOlderOnes() {
        placeHourly(1, 500, LocalDate.parse("2026-05-01"));
        place(501, "2026-10-02 12:00:00");
        placeHourly(502, 3000, LocalDate.parse("2021-01-01"));

        assertThat(skip()).isEqualTo(500);
    }

    @Test
    @DisplayName("is not made in a shop that ignores the filter, compares otherwise, or has one date only")
    void isNotMadeWithoutProof() {
        placeHourly(1, 5000, LocalDate.parse("2025-10-01"));
        for (BiPredicate<String, String> other : List.<BiPredicate<String, String>>of(
                (date, from) -> true,
                (date, from) -> false,
                String::equals,
                (date, from) -> date.compareTo(from) > 0,
                (date, from) -> date.compareTo(from) <= 0)) {
            filter = other;
            assertThat(skip()).isZero();
        }
        filter = (date, from) -> date.compareTo(from) >= 0;
        shop.replaceAll((id, date) -> "2025-10-01 00:00:00");
        assertThat(skip()).isZero();
    }

    private long skip() {
        questions = 0;
        List<JsonNode> known =
                shop.entrySet().stream().limit(50).map(SkipOldOrdersTest::row).toList();
        SkipOldOrders skip = new SkipOldOrders(known, SINCE, WARSAW);
        while (skip.isMore()) {
            questions++;
            skip.accept(ListPage.of(answer(URLDecoder.decode(skip.request().query(), StandardCharsets.UTF_8))));
        }
        return skip.target().orElse(0L);
    }

    private JsonNode answer(String query) {
        Matcher date = DATE.matcher(query);
        String from = date.find() ? date.group(1) : "";
        Comparator<Map.Entry<Long, String>> byId = Map.Entry.comparingByKey();
        List<JsonNode> rows = shop.entrySet().stream()
                .filter(order -> from.isEmpty() || filter.test(order.getValue(), from))
                .sorted(query.contains("DESC") ? byId.reversed() : byId)
                .map(SkipOldOrdersTest::row)
                .toList();
        ObjectNode answer = new ObjectMapper()
                .createObjectNode()
                .put("count", rows.size())
                .put("pages", (rows.size() + 49) / 50)
                .put("page", 1);
        answer.putArray("list").addAll(rows.subList(0, Math.min(rows.size(), query.contains("limit=1&") ? 1 : 50)));
        return answer;
    }

    private static JsonNode row(Map.Entry<Long, String> order) {
        return new ObjectMapper()
                .createObjectNode()
                .put("order_id", order.getKey())
                .put("date", order.getValue());
    }
}
