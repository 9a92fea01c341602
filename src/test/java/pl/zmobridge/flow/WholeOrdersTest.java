package pl.zmobridge.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import pl.zmobridge.support.Rig;

@DisplayName("S1 an order that is still being built is not imported")
class WholeOrdersTest extends CasesFixture {
    private final Rig shop = new Rig();

    @AfterEach
    void stop() {
        shop.close();
    }

    private void start(String settle) throws Exception {
        rig = shop.set("shoper.import.settle", settle).start();
        rig.poll();
    }

    @Test
    @DisplayName("case 6: half-built at the first poll, whole at the sale")
    void halfBuilt() throws Exception {
        start("10m");
        long id = rig.shop.addOrder(order().date(ago(Duration.ZERO)).origin(4));
        rig.poll();
        assertThat(imports(id)).describedAs("seen for the first time").isZero();
        rig.shop.desk().addLine(id, "KUB-300", "10.00", "1");

        rig.poll();
        assertThat(imports(id)).describedAs("it has grown").isZero();
        rig.shop.setStatus(id, 3);
        rig.poll();

        rig.awaitState("REALISED", id);
        assertThat(sold(id)).isEqualByComparingTo("179.94");
    }

    @Test
    @DisplayName("one that is older comes in at once, and so does one whose date cannot be read")
    void older() throws Exception {
        start("20s");
        long old = rig.shop.addOrder(order().date(ago(Duration.ofSeconds(25))));
        long unreadable = rig.shop.addOrder(order().date("wczoraj"));

        rig.poll();

        assertThat(imports(old)).isOne();
        assertThat(imports(unreadable)).isOne();
    }

    @Test
    @DisplayName("an unchanged one comes in at the next poll, for no more requests than its own")
    void unchanged() throws Exception {
        start("10m");
        long id = rig.shop.addOrder(order().date(ago(Duration.ZERO)));
        rig.shop.forgetRequests();
        assertThat(rig.poll().path("received").asInt()).isZero();
        assertThat(rig.shop.requests(each -> true)).describedAs("new orders").isOne();
        assertThat(rig.get("/api/summary").path("cursor").asLong())
                .describedAs("I4: it waits, so the cursor may pass")
                .isEqualTo(id);
        rig.shop.forgetRequests();

        assertThat(rig.poll().path("received").asInt()).isOne();

        assertThat(rig.shop.requests(each -> true))
                .describedAs("new, watched, lines")
                .isEqualTo(3);
        rig.awaitState("ISSUED", id);
    }

    @Test
    @DisplayName("a person's import does not wait")
    void person() throws Exception {
        start("10m");
        long id = rig.shop.addOrder(order().date(ago(Duration.ZERO)));
        rig.poll();

        rig.post("/api/orders/" + id + "/import", "");

        assertThat(rig.order(id).path("state").asText()).isEqualTo("ISSUED");
        rig.poll();
        assertThat(rig.erp.ordersIssued()).isOne();
    }

    @Test
    @DisplayName("one that is gone before it was whole is not waited for as an order")
    void gone() throws Exception {
        start("10m");
        long id = rig.shop.addOrder(order().date(ago(Duration.ZERO)));
        rig.poll();
        rig.shop.removeOrder(id);

        rig.poll();
        rig.poll();

        assertThat(rig.row("SELECT why FROM waiting").get("why")).isEqualTo("GAP");
        assertThat(rig.deadLetters()).isEmpty();
    }

    @Test
    @DisplayName("with the default settings and the schedule of every second, each order comes in whole, and once")
    void bySchedule() throws Exception {
        rig = shop.set("shoper.import.settle", "20s")
                .set("shoper.poll.cron", "* * * * * ?")
                .start();
        long growing = rig.shop.addOrder(order().date(ago(Duration.ZERO)).status(3));
        for (int i = 0; i < 3; i++) {
            rig.shop.desk().addLine(growing, "KUB-300", "1.00", "1");
        }
        long usual = rig.shop.addOrder(order().date(ago(Duration.ZERO)).status(3));

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(rig.erp.invoices()).hasSize(2));

        assertThat(sold(growing)).isEqualByComparingTo("172.94");
        assertThat(sold(usual)).isEqualByComparingTo("169.94");
        assertThat(rig.erp.ordersIssued()).isEqualTo(2);
    }

    private long imports(long id) throws Exception {
        return (long) rig.row("SELECT COUNT(*) AS found FROM orders WHERE shop_order_id = " + id)
                .get("found");
    }
}
