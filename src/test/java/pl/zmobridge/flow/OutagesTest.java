package pl.zmobridge.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
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

    @Test
    @DisplayName(
            "of the ERP: when it deletes what it has realised, the lost sale is found among the buyer's documents (Z12)")
    void lostSaleOfADeletedZmoIsFound() throws Exception {
        rig.erp.deleteRealisedOrders(true);
        rig.erp.missingOrderHasNoSales(true);
        rig.erp.faults().add(Fault.answerLost().on("PUT", "/api/OrdersIssue/FV").once());
        long id = issued();
        int before = rig.erp.invoices().size();

        rig.shop.setStatus(id, 3);
        rig.poll();

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> assertThat(rig.order(id).path("state").asText()).isEqualTo("REALISED"));
        assertThat(rig.erp.invoices()).hasSize(before + 1);
        rig.erp.deleteRealisedOrders(false);
    }

    @Test
    @DisplayName("of the ERP: a ZMO that is gone without a document that fits is for a person to settle (Z12)")
    void unsettledSaleIsForAPerson() throws Exception {
        long id = issued();
        rig.erp.faults().add(Fault.dropped().on("PUT", "/api/OrdersIssue/FV").once());
        rig.erp
                .faults()
                .add(Fault.of(FaultKind.ERROR_503).on("GET", "/api/Orders/FV").times(2));
        rig.shop.setStatus(id, 3);
        rig.poll();
        await().atMost(Duration.ofSeconds(20)).until(() -> rig.erp.faults().strikes() > 1);
        rig.erp.deleteOrder(rig.order(id).path("erpOrderId").asInt());
        rig.erp.missingOrderHasNoSales(true);
        int before = rig.erp.invoices().size();

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(rig.order(id).path("problem").asText())
                        .contains("nie ma już w ERP", "Sprawdź w ERP"));
        assertThat(rig.erp.invoices()).hasSize(before);

        HttpResponse<String> asked = reimport(id, "");
        assertThat(asked.statusCode()).isEqualTo(409);
        assertThat(asked.body()).contains("confirm=true");
        assertThat(reimport(id, "?confirm=true").statusCode())
                .describedAs("the person has looked and decides")
                .isEqualTo(200);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> assertThat(rig.order(id).path("state").asText()).isEqualTo("REALISED"));
        assertThat(rig.erp.invoices()).hasSize(before + 1);
    }

    private static HttpResponse<String> reimport(long id, String query) throws Exception {
        return rig.exchange(rig.request("/api/orders/" + id + "/reimport" + query)
                .POST(HttpRequest.BodyPublishers.noBody())
                .build());
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
