package pl.zmobridge.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import pl.zmobridge.sim.Fault;
import pl.zmobridge.sim.FaultKind;
import pl.zmobridge.sim.OrderBuilder;
import pl.zmobridge.support.Rig;

@DisplayName("Short outages are sat out in place")
class OutagesTest {
    private static Rig rig;

    @BeforeAll
    static void start() throws Exception {
        rig = new Rig()
                .set("redelivery.initial", "1h")
                .set("redelivery.max", "1h")
                .start();
    }

    @AfterAll
    static void stop() {
        rig.close();
    }

    @BeforeEach
    void clear() {
        rig.shop.faults().clear();
        rig.erp.faults().clear();
    }

    @Test
    @DisplayName("of the shop: a poll gets through two refusals")
    void pollGetsThrough() throws Exception {
        rig.shop
                .faults()
                .add(Fault.of(FaultKind.ERROR_503)
                        .on("GET", "/webapi/rest/orders")
                        .times(2));

        assertThat(rig.poll().has("received")).isTrue();
        assertThat(rig.shop.faults().strikes()).isEqualTo(2);
    }

    @Test
    @DisplayName("of the ERP: a lost answer leads to a question, not to a second ZMO (I2)")
    void lostAnswerIsAskedFor() throws Exception {
        rig.erp
                .faults()
                .add(Fault.answerLost().on("POST", "/api/OrdersIssue/New").once());

        long id = issued();

        assertThat(rig.erp.ordersIssued())
                .describedAs("of order " + id)
                .isEqualTo(rig.erp.orders().size());
        assertThat(rig.order(id).path("events").toString()).contains("FOUND");
        assertThat(rig.deadLetters()).isEmpty();
    }

    @Test
    @DisplayName("of the ERP: an answer lost after the sale leads to a question, not to a second document (Z9)")
    void lostSaleIsAskedFor() throws Exception {
        rig.erp.allowDoubleRealisation(true);
        rig.erp.faults().add(Fault.answerLost().on("PUT", "/api/OrdersIssue/FV").once());
        long id = issued();

        rig.shop.setStatus(id, 3);
        rig.poll();

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> assertThat(rig.order(id).path("state").asText()).isEqualTo("REALISED"));
        assertThat(rig.erp.invoices().stream()
                        .filter(invoice -> invoice.path("OrderNumber").asText().equals("SH/" + id)))
                .hasSize(1);
    }

    private static long issued() throws Exception {
        long id = rig.shop.addOrder(
                new OrderBuilder().line("SPD-101", "10.00", "1").build());
        rig.poll();
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> assertThat(rig.order(id).path("state").asText()).isEqualTo("ISSUED"));
        return id;
    }
}
