package pl.zmobridge.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import pl.zmobridge.settings.LogFormat;
import pl.zmobridge.sim.OrderBuilder;
import pl.zmobridge.sim.SimOrder;
import pl.zmobridge.support.CapturedLog;
import pl.zmobridge.support.Rig;

@DisplayName("Many watched orders: the shop says what has changed, and is not believed unseen")
class StatusDateTest {
    private static final int WATCHED = 230;

    private final Rig rig = new Rig();
    private List<Long> ids;

    @BeforeEach
    void watch() throws Exception {
        rig.start();
        rig.poll();
        SimOrder order = new OrderBuilder().line("KUB-300", "0.99", "1").build();
        ids = rig.shop.addOrders(Stream.generate(() -> order).limit(WATCHED).toList());
        rig.change("INSERT INTO orders (shop, shop_order_id, number, confirmed_number, state, zone, status_id, status,"
                + " buyer_key, received_at, updated_at) VALUES "
                + ids.stream()
                        .map(id ->
                                "('main', %d, 'SH/%d', '%d', 'ISSUED', 'Europe/Warsaw', 1, 'złożone', 'order:%d', NOW(3), NOW(3))"
                                        .formatted(id, id, id, id))
                        .collect(Collectors.joining(",")));
        rig.change("UPDATE cursors SET last_order_id = " + ids.get(WATCHED - 1));
        rig.shop.forgetRequests();
    }

    @AfterEach
    void stop() {
        rig.close();
    }

    @Test
    @DisplayName(
            "A status that changes is seen at the next poll, by one request, and so is one of an order that has ended")
    void changes() throws Exception {
        rig.change("UPDATE orders SET state = 'CLOSED', watch_until = NOW() + INTERVAL 5 DAY WHERE shop_order_id = "
                + ids.get(3));
        rig.shop.setStatus(ids.get(100), 2);
        rig.shop.setStatus(ids.get(3), 2);

        JsonNode summary = rig.poll();

        assertThat(statusOf(100)).isEqualTo(2);
        assertThat(statusOf(3)).isEqualTo(2);
        assertThat(summary.path("watched").asInt()).isLessThan(WATCHED / 2);
    }

    @Test
    @DisplayName(
            "What does not move the date of the status is seen within ten minutes, by a bridge that was restarted too")
    void sweep() throws Exception {
        rig.shop.editOrder(ids.get(70), header -> header.put("status_id", "2"));
        restartTenMinutesLater();

        rig.poll();

        assertThat(statusOf(70)).isEqualTo(2);
        assertThat(rig.shop.requests(each -> each.query().contains("status_date")))
                .isPositive();
        assertThat(rig.get("/api/summary").path("statusDateOff")).isEmpty();
    }

    @Test
    @DisplayName(
            "A shop that ignores the filter is asked for all orders at once and from then on, which is said; a person has it tried again")
    void ignored() throws Exception {
        rig.shop.setStatus(ids.get(100), 2);
        rig.shop.ignoreStatusDates(true);
        try (CapturedLog log = new CapturedLog(LogFormat.TEXT)) {
            assertThat(rig.poll().path("watched").asInt()).isEqualTo(WATCHED);
            assertThat(rig.poll().path("watched").asInt()).isEqualTo(WATCHED);
            assertThat(log.text()
                            .lines()
                            .filter(line -> line.contains("is not used any more"))
                            .count())
                    .isEqualTo(1);
        }
        assertThat(statusOf(100)).isEqualTo(2);
        JsonNode off = rig.get("/api/summary").path("statusDateOff");
        assertThat(off).hasSize(1);
        assertThat(off.get(0).path("why").asText()).isEqualTo("IGNORED");

        rig.shop.ignoreStatusDates(false);
        assertThat(rig.post("/api/status-date/resume", "").path("resumed").asInt())
                .isEqualTo(1);
        assertThat(rig.poll().path("watched").asInt()).describedAs("all, once").isEqualTo(WATCHED);
        assertThat(rig.poll().path("watched").asInt()).isLessThan(WATCHED / 2);
        assertThat(rig.get("/api/summary").path("statusDateOff")).isEmpty();
    }

    @Test
    @DisplayName("A shop whose filter misses an order is found out by the sweep, and the order is named")
    void missed() throws Exception {
        rig.shop.missByStatusDate(ids.get(70));
        rig.shop.setStatus(ids.get(70), 2);
        rig.poll();
        restartTenMinutesLater();

        rig.poll();
        assertThat(statusOf(70)).describedAs("found by the sweep").isEqualTo(2);
        rig.poll();

        JsonNode off = rig.get("/api/summary").path("statusDateOff");
        assertThat(off).hasSize(1);
        assertThat(off.get(0).path("why").asText()).isEqualTo("MISSED");
        assertThat(off.get(0).path("shopOrderId").asLong()).isEqualTo(ids.get(70));
        assertThat(rig.poll().path("watched").asInt()).isEqualTo(WATCHED);
    }

    /** As the register and the clock would have it then. */
    private void restartTenMinutesLater() throws Exception {
        rig.stop();
        rig.change("UPDATE shop_watch SET looked_at = UTC_TIMESTAMP(3) - INTERVAL 10 MINUTE");
        rig.shop.forgetRequests();
        rig.start();
    }

    private long statusOf(int index) throws Exception {
        return (long) rig.row("SELECT status_id FROM orders WHERE shop_order_id = " + ids.get(index))
                .get("status_id");
    }
}
