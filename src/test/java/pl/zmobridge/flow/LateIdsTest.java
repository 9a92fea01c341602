package pl.zmobridge.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import pl.zmobridge.sim.OrderBuilder;
import pl.zmobridge.support.Rig;

@DisplayName("S8 an order whose id comes late is found")
class LateIdsTest extends CasesFixture {
    @BeforeEach
    void start() throws Exception {
        rig = new Rig().start();
        rig.poll();
    }

    @AfterEach
    void stop() {
        rig.close();
    }

    private long add(OrderBuilder order, long id) {
        return rig.shop.addOrder(order.build(), id);
    }

    @Test
    @DisplayName("case 14: order 1206 is polled, then 1205 appears")
    void late() throws Exception {
        add(order(), 1204);
        rig.poll();
        add(order(), 1206);
        rig.poll();
        add(order().status(3), 1205);

        rig.poll();

        rig.awaitState("REALISED", 1205);
        assertThat(rig.row("SELECT COUNT(*) AS found FROM waiting").get("found"))
                .isEqualTo(0L);
    }

    @Test
    @DisplayName("orders of an origin that is not imported hide none: 1206 of Allegro is polled, then 1205 appears")
    void belowAnIgnoredOne() throws Exception {
        rig.stop();
        rig.set("shoper.import.origins", "0").start();
        add(order(), 1204);
        rig.poll();
        add(order().with("origin", "3"), 1206);
        rig.poll();
        add(order().status(3), 1205);

        rig.poll();

        rig.awaitState("REALISED", 1205);
        assertThat(rig.row("SELECT COUNT(*) AS found FROM orders").get("found")).isEqualTo(2L);
    }

    @Test
    @DisplayName(
            "a young one is looked at twice, one that was placed too early is not imported, one without its status waits")
    void usualWay() throws Exception {
        rig.stop();
        rig.set("shoper.import.settle", "10m")
                .set("shoper.import.statuses", "3")
                .start();
        add(order().status(3), 1201);
        add(order().status(3), 1206);
        rig.poll();
        add(order().status(3).date(ago(Duration.ZERO)), 1203);
        add(order().date("2019-12-31 10:00:00").status(3), 1204);
        add(order().status(1), 1205);

        assertThat(rig.poll().path("received").asInt())
                .describedAs("the young one waits")
                .isZero();
        assertThat(rig.poll().path("received").asInt()).isOne();
        rig.awaitState("REALISED", 1203);
        rig.shop.setStatus(1205, 3);
        rig.poll();

        rig.awaitState("REALISED", 1205);
        assertThat(rig.row("SELECT GROUP_CONCAT(shop_order_id) AS ids FROM waiting")
                        .get("ids"))
                .hasToString("1202");
        assertThat(rig.row("SELECT COUNT(*) AS found FROM orders").get("found")).isEqualTo(4L);
    }

    @Test
    @DisplayName(
            "gaps are asked for 50 in a request: each poll for ten minutes, then every ten, then every hour, for three days")
    void cost() throws Exception {
        add(order(), 1201);
        add(order(), 1281);
        rig.poll();
        rig.awaitState("ISSUED", 1201, 1281);
        assertThat(requestsOfAPoll()).describedAs("new, 79 gaps and 2 orders").isEqualTo(1 + 2);
        assertThat(requestsOfAPoll()).isEqualTo(1 + 2);
        sql("UPDATE orders SET state = 'CLOSED'");

        gapsAreOlderBy("9 MINUTE");
        assertThat(requestsOfAPoll()).isEqualTo(1 + 2);
        gapsAreOlderBy("2 MINUTE");
        assertThat(requestsOfAPoll()).isEqualTo(1 + 2);
        assertThat(requestsOfAPoll()).describedAs("in ten minutes again").isEqualTo(1);
        assertThat(nextLookInMinutes()).isBetween(9L, 10L);
        gapsAreOlderBy("1 DAY");
        assertThat(requestsOfAPoll()).isEqualTo(1 + 2);
        assertThat(nextLookInMinutes()).isBetween(59L, 60L);
        gapsAreOlderBy("3 DAY");
        assertThat(requestsOfAPoll()).describedAs("for the last time").isEqualTo(1 + 2);

        assertThat(rig.row("SELECT COUNT(*) AS found FROM waiting").get("found"))
                .isEqualTo(0L);
        assertThat(requestsOfAPoll()).isEqualTo(1);
    }

    @Test
    @DisplayName("of a wide gap only the ids right below the order are asked for, of one before the first order none")
    void wide() throws Exception {
        add(order(), 50_000);
        add(order(), 60_000);

        rig.poll();

        assertThat(rig.row("SELECT COUNT(*) AS found, MIN(shop_order_id) AS first FROM waiting"))
                .containsEntry("found", 200L)
                .containsEntry("first", 59_800L);
    }

    @Test
    @DisplayName("below an order of long ago a gap is asked for during ten minutes only")
    void longAgo() throws Exception {
        add(order(), 1201);
        add(order().date(ago(Duration.ofDays(5))), 1203);

        rig.poll();

        assertThat(rig.row("SELECT TIMESTAMPDIFF(MINUTE, seen_at, forget_at) AS minutes FROM waiting")
                        .get("minutes"))
                .isEqualTo(10L);
    }

    private long requestsOfAPoll() throws Exception {
        rig.shop.forgetRequests();
        rig.poll();
        return rig.shop.requests(each -> true);
    }

    private void gapsAreOlderBy(String time) throws Exception {
        sql(
                "UPDATE waiting SET seen_at = seen_at - INTERVAL %1$s, look_at = look_at - INTERVAL %1$s, forget_at = forget_at - INTERVAL %1$s"
                        .formatted(time));
    }

    private long nextLookInMinutes() throws Exception {
        return (long) rig.row("SELECT TIMESTAMPDIFF(MINUTE, UTC_TIMESTAMP(), MIN(look_at)) AS minutes FROM waiting")
                .get("minutes");
    }

    private void sql(String statement) throws Exception {
        try (Connection connection = DriverManager.getConnection(rig.database(), "root", "");
                Statement sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }
}
