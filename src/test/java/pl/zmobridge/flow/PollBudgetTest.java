package pl.zmobridge.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pl.zmobridge.sim.OrderBuilder;
import pl.zmobridge.sim.SampleOrders;
import pl.zmobridge.sim.SimOrder;
import pl.zmobridge.sim.SimRequest;
import pl.zmobridge.support.Rig;
import pl.zmobridge.support.SqlCounters;

/**
 * What a poll may spend: n new orders with l lines and w watched ones cost the shop ⌈n/50⌉ + ⌈l/50⌉ + ⌈w/50⌉ + 1 requests at
 * most; of more than 100 watched ones, those that have changed and a tenth a minute. Newest first means that no order is imported before the poll has ended, so that nothing but the poll is counted; the ERP
 * is slow, so that next to nothing has happened when the counters are read.
 */
@DisplayName("The cost of a poll")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PollBudgetTest {
    private final Rig rig = new Rig();

    @BeforeAll
    void start() throws Exception {
        rig.erp.latency(Duration.ofMillis(300));
        rig.set("shoper.import.order", "LIFO").set("symfonia.concurrency", "1").start();
        rig.poll(); // the dictionaries are known now
    }

    /** The orders of one test are nothing to the next. */
    @AfterEach
    void closeAllOrders() throws Exception {
        sql("UPDATE orders SET state = 'CLOSED', due_step = NULL, watch_until = NULL");
        await().until(() -> rig.row("SELECT COUNT(*) AS working FROM buyers WHERE claimed_until > UTC_TIMESTAMP(3)")
                .get("working")
                .equals(0L));
        sql("UPDATE orders SET state = 'CLOSED', due_step = NULL, watch_until = NULL");
    }

    @AfterAll
    void stop() {
        rig.close();
    }

    @ParameterizedTest(name = "{0} new orders")
    @ValueSource(ints = {1, 50, 1_000})
    void newOrdersCostThePagesThatTheyAndTheirLinesFill(int count) throws Exception {
        newOrdersKeepTheBudget(count);
    }

    @Test
    @Tag("bench")
    @DisplayName("10,000 new orders")
    void tenThousandNewOrdersCostThePagesThatTheyAndTheirLinesFill() throws Exception {
        newOrdersKeepTheBudget(10_000);
    }

    private void newOrdersKeepTheBudget(int count) throws Exception {
        List<SimOrder> orders = new SampleOrders(count).list(count);
        int lines = orders.stream().mapToInt(order -> order.lines().size()).sum();
        rig.shop.addOrders(orders);
        rig.shop.forgetRequests();
        SqlCounters before = SqlCounters.of(rig);

        JsonNode summary = rig.poll();

        SqlCounters cost = SqlCounters.of(rig).since(before);
        assertThat(summary.path("received").asInt()).isEqualTo(count);
        assertThat(asked()).describedAs("%d lines", lines).isLessThanOrEqualTo(pages(count) + pages(lines) + 1);
        assertThat(asked()).isEqualTo(summary.path("requests").asLong());
        assertThat(rig.row("SELECT COUNT(*) AS found FROM orders WHERE state <> 'CLOSED'")
                        .get("found"))
                .isEqualTo((long) count);
        assertThat(cost.statements())
                .describedAs(
                        "statements: a dozen for a poll and for each page of orders stored, and what idle workers ask")
                .isLessThanOrEqualTo(
                        100 + 15L * pages(count) + summary.path("millis").asLong() / 100);
        assertThat(cost.writes()).describedAs("writes").isLessThanOrEqualTo(20 + 8L * pages(count));
    }

    @ParameterizedTest(name = "{0} watched orders")
    @ValueSource(ints = {1_000, 10_000})
    void aQuietPollAsksForATenthOfTheWatchedOrdersAndWritesNothing(int watched) throws Exception {
        List<Long> ids = watch(watched);
        rig.shop.forgetRequests();
        SqlCounters before = SqlCounters.of(rig);

        JsonNode summary = rig.poll();

        SqlCounters cost = SqlCounters.of(rig).since(before);
        assertThat(asked()).isLessThanOrEqualTo(3 + pages(watched / 10));
        assertThat(summary.path("watched").asInt()).isLessThanOrEqualTo(watched / 10 + 5);
        assertThat(cost.writes()).describedAs("statements that write").isZero();
        assertThat(cost.rows()).describedAs("rows written").isZero();
        assertThat(cost.statements()).isLessThanOrEqualTo(100 + 3L * pages(watched / 10));

        rig.shop.setStatus(ids.get(watched / 2), 2);
        rig.shop.forgetRequests();
        rig.poll();
        assertThat(rig.row("SELECT status_id FROM orders WHERE shop_order_id = " + ids.get(watched / 2))
                        .get("status_id"))
                .describedAs("what has changed is seen at once")
                .isEqualTo(2L);
        assertThat(asked()).isLessThanOrEqualTo(3 + pages(watched / 10));
    }

    @ParameterizedTest(name = "{0} watched orders")
    @ValueSource(ints = {0, 100})
    void aQuietPollAsksForFewWatchedOrdersFiftyAtATimeAndWritesNothing(int watched) throws Exception {
        watch(watched);
        rig.shop.forgetRequests();
        SqlCounters before = SqlCounters.of(rig);

        JsonNode summary = rig.poll();

        SqlCounters cost = SqlCounters.of(rig).since(before);
        assertThat(summary.path("watched").asInt()).isEqualTo(watched);
        assertThat(asked()).isEqualTo(1 + pages(watched));
        assertThat(cost.writes()).describedAs("statements that write").isZero();
        assertThat(cost.rows()).describedAs("rows written").isZero();
    }

    @ParameterizedTest(name = "{0} new and {1} watched orders")
    @CsvSource({"1, 1", "51, 49", "120, 100"})
    void newAndWatchedOrdersTogether(int count, int watched) throws Exception {
        watch(watched);
        List<SimOrder> orders = new SampleOrders(3).list(count);
        rig.shop.addOrders(orders);
        rig.shop.forgetRequests();

        JsonNode summary = rig.poll();

        int lines = orders.stream().mapToInt(order -> order.lines().size()).sum();
        assertThat(summary.path("received").asInt()).isEqualTo(count);
        assertThat(summary.path("watched").asInt()).isEqualTo(watched);
        assertThat(asked()).isLessThanOrEqualTo(pages(count) + pages(lines) + pages(watched) + 1);
    }

    @Test
    @DisplayName(
            "E2, E6: orders that have ended fill up the last page of watched ones, in turn; alone they cost one request, not at each poll")
    void endedOrdersFillUpTheLastPage() throws Exception {
        List<Long> ended = watch(70);
        sql(
                "UPDATE orders SET state = 'REALISED', watch_until = UTC_TIMESTAMP(3) + INTERVAL 1 DAY WHERE state = 'ISSUED'");
        rig.shop.forgetRequests();
        SqlCounters before = SqlCounters.of(rig);

        rig.poll();

        assertThat(asked()).isEqualTo(1 + 1);
        assertThat(SqlCounters.of(rig).since(before).writes()).isZero();
        Set<Long> looked = new TreeSet<>(idsOf(rig.shop.requests().get(1)));
        rig.shop.forgetRequests();
        rig.poll();
        assertThat(asked()).describedAs("a poll right after it").isEqualTo(1);

        List<Long> watched = watch(20);
        rig.shop.forgetRequests();
        JsonNode summary = rig.poll();

        assertThat(summary.path("watched").asInt()).isEqualTo(20);
        assertThat(asked()).describedAs("no request more than without them").isEqualTo(1 + 1);
        assertThat(idsOf(rig.shop.requests().get(1))).containsAll(watched);
        looked.addAll(idsOf(rig.shop.requests().get(1)));
        assertThat(looked).containsAll(ended);
    }

    private static List<Long> idsOf(SimRequest request) {
        return Pattern.compile("\\d+")
                .matcher(request.param("filters")
                        .filter(each -> each.contains("IN"))
                        .orElse(""))
                .results()
                .map(each -> Long.valueOf(each.group()))
                .toList();
    }

    @Test
    void unknownDictionariesCostTheirPagesBesides() throws Exception {
        rig.shop.status(77, "pakowane", 2);
        rig.shop.addOrder(new OrderBuilder().line("KUB-300", "0.99", "1").status(77));
        rig.shop.forgetRequests();

        rig.poll();

        List<String> paths = rig.shop.requests().stream()
                .map(SimRequest::path)
                .map(path -> path.replace("/webapi/rest/", ""))
                .toList();
        assertThat(paths)
                .containsExactly(
                        "orders",
                        "application-config",
                        "statuses",
                        "payments",
                        "shippings",
                        "currencies",
                        "order-products");
    }

    @Test
    @DisplayName("waiting orders that reach a status to import share their request for lines")
    void admittedOrdersShareTheirRequestForLines() throws Exception {
        try (Rig choosy = new Rig()) {
            choosy.set("shoper.import.statuses", "3").start();
            List<Long> ids = choosy.shop.addOrders(
                    Stream.generate(() -> order()).limit(30).toList());
            choosy.poll();
            ids.forEach(id -> choosy.shop.setStatus(id, 3));
            choosy.shop.forgetRequests();

            JsonNode summary = choosy.poll();

            assertThat(summary.path("received").asInt()).isEqualTo(30);
            assertThat(choosy.shop.requests(each -> true))
                    .describedAs("new, watched, lines")
                    .isEqualTo(3);
            assertThat(choosy.row("SELECT COUNT(*) AS found FROM waiting").get("found"))
                    .isEqualTo(0L);
        }
    }

    @Test
    @DisplayName("the first start in a shop with 3,000 old orders reads one page of them")
    void theFirstStartReadsNoOldOrders() throws Exception {
        try (Rig first = new Rig()) {
            first.set("shoper.import.since", "2026-10-01");
            LocalDate day = LocalDate.parse("2025-10-01");
            for (int i = 0; i < 3_000; i++) {
                first.shop.addOrder(new OrderBuilder()
                        .date(day.plusDays(i / 10) + " %02d:15:00".formatted(i % 10))
                        .line("KUB-300", "0.99", "1"));
            }
            List<Long> ids = first.shop.addOrders(Stream.generate(() -> new OrderBuilder()
                            .date("2026-10-01 00:00:00")
                            .line("KUB-300", "0.99", "1")
                            .build())
                    .limit(60)
                    .toList());
            first.start();
            Rig.eventually(() -> assertThat(first.row("SELECT MAX(last_order_id) AS at FROM cursors")
                            .get("at"))
                    .isEqualTo(ids.get(59)));

            assertThat(first.row("SELECT COUNT(*) AS found FROM orders").get("found"))
                    .isEqualTo(60L);
            assertThat(first.shop.requests(each -> true))
                    .describedAs("5 dictionaries, 1 page of old orders, 3 questions, 2 pages of orders and of lines")
                    .isEqualTo(5 + 1 + 3 + 2 + 2);
        }
    }

    @Test
    void aSlowErpSlowsNoPoll() throws Exception {
        Rig other = new Rig();
        try {
            other.start();
            other.poll();
            long fast = pollOfFiveHundred(other);
            other.erp.latency(Duration.ofSeconds(5));
            long slow = pollOfFiveHundred(other);

            assertThat(slow).describedAs("ms; %d ms with a fast ERP", fast).isLessThan(3 * fast + 2_000);
        } finally {
            other.erp.close(); // workers wait for it
            other.close();
        }
    }

    /** Milliseconds of a poll while workers are busy with the orders of its first pages. */
    private static long pollOfFiveHundred(Rig rig) throws Exception {
        rig.shop.addOrders(new SampleOrders(9).list(500));
        JsonNode summary = rig.poll();
        assertThat(summary.path("received").asInt()).isEqualTo(500);
        return summary.path("millis").asLong();
    }

    /** Orders that were imported long ago, in the shop and in the register. */
    private List<Long> watch(int count) throws SQLException {
        if (count == 0) {
            return List.of();
        }
        SimOrder order = order();
        List<Long> ids =
                rig.shop.addOrders(Stream.generate(() -> order).limit(count).toList());
        String rows = ids.stream()
                .map(id ->
                        "('main', %d, 'SH/%d', '%d', 'ISSUED', 'Europe/Warsaw', 1, 'złożone', 'order:%d', NOW(3), NOW(3))"
                                .formatted(id, id, id, id))
                .collect(Collectors.joining(","));
        sql("INSERT INTO orders (shop, shop_order_id, number, confirmed_number, state, zone, status_id, status,"
                + " buyer_key, received_at, updated_at) VALUES " + rows);
        sql("UPDATE cursors SET last_order_id = " + ids.get(count - 1));
        return ids;
    }

    private void sql(String statement) throws SQLException {
        try (Connection connection = DriverManager.getConnection(rig.database(), "root", "");
                Statement sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }

    private static SimOrder order() {
        return new OrderBuilder().line("KUB-300", "0.99", "1").build();
    }

    private long asked() {
        return rig.shop.requests(each -> true);
    }

    private static int pages(int rows) {
        return (rows + 49) / 50;
    }
}
