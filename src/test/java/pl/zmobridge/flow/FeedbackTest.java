package pl.zmobridge.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import pl.zmobridge.sim.Fault;
import pl.zmobridge.sim.FaultKind;
import pl.zmobridge.sim.OrderBuilder;
import pl.zmobridge.sim.StatusChange;
import pl.zmobridge.support.Rig;

@DisplayName("Feedback to the shop")
class FeedbackTest {
    private static Rig rig;

    @BeforeAll
    static void start() throws Exception {
        rig = new Rig()
                .set("feedback.imported-status", "2")
                .set("feedback.realised-status", "4")
                .start();
    }

    @AfterAll
    static void stop() {
        rig.close();
    }

    @Test
    @DisplayName("sets each status once, and the bridge is not confused by its own changes")
    void setsEachStatusOnce() throws Exception {
        long id = rig.shop.addOrder(
                new OrderBuilder().line("SPD-101", "10.00", "1").build());
        rig.poll();
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(changes(id)).containsExactly(2L));
        rig.poll();

        rig.shop.setStatus(id, 3);
        rig.poll();
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(changes(id)).containsExactly(2L, 4L));
        rig.poll();
        rig.poll();

        assertThat(changes(id)).containsExactly(2L, 4L);
        assertThat(rig.order(id).path("state").asText()).isEqualTo("REALISED");
        assertThat(rig.erp.invoices().stream()
                        .filter(invoice -> invoice.path("OrderNumber").asText().equals("SH/" + id)))
                .hasSize(1);
    }

    @Test
    @DisplayName("that fails is a dead letter of its own and repeats no ERP work")
    void failureIsADeadLetterOfItsOwn() throws Exception {
        rig.shop
                .faults()
                .add(Fault.of(FaultKind.ERROR_503)
                        .on("PUT", "/webapi/rest/orders")
                        .times(5));
        long id = rig.shop.addOrder(
                new OrderBuilder().line("SPD-101", "10.00", "1").build());
        rig.poll();

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(
                        rig.get("/api/dead-letters?state=").path("items").toString())
                .contains("\"shopOrderId\":" + id + ",", "FEEDBACK"));
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(changes(id)).containsExactly(2L));

        assertThat(rig.erp.orders().stream()
                        .filter(zmo -> zmo.path("Description").asText().startsWith("SH/" + id + " |")))
                .hasSize(1);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(rig.deadLetters()).isEmpty());
    }

    @Test
    @DisplayName("does not overwrite a status that the shop has set meanwhile: the order is realised (I1)")
    void doesNotOverwriteNews() throws Exception {
        rig.erp.latency(Duration.ofMillis(300));
        long id = rig.shop.addOrder(
                new OrderBuilder().line("SPD-101", "10.00", "1").build());
        rig.poll();
        rig.shop.setStatus(id, 3); // paid while the ZMO is being written
        rig.erp.latency(Duration.ZERO);

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(rig.order(id).path("state").asText()).isEqualTo("REALISED"));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(changes(id)).containsExactly(4L));
    }

    @Test
    @DisplayName("is not repeated when its answer was lost after the work: each change can send an e-mail (I2)")
    void isNotRepeatedAfterALostAnswer() throws Exception {
        rig.shop
                .faults()
                .add(Fault.answerLost().on("PUT", "/webapi/rest/orders").times(4));
        long id = rig.shop.addOrder(
                new OrderBuilder().line("SPD-101", "10.00", "1").build());
        rig.poll();

        await().atMost(Duration.ofSeconds(40))
                .untilAsserted(() ->
                        assertThat(rig.order(id).path("events").toString()).contains("FEEDBACK", "po kroku import:"));
        long puts = rig.shop.requests("PUT", "/webapi/rest/orders/" + id);
        assertThat(puts).describedAs("only what was retried in place").isLessThanOrEqualTo(4);
        rig.shop.faults().clear();
    }

    @Test
    @DisplayName("sets both statuses of an order that was paid when it came")
    void setsBothStatusesOfAPaidOrder() throws Exception {
        long id = rig.shop.addOrder(
                new OrderBuilder().line("SPD-101", "10.00", "1").status(3).build());
        rig.poll();

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(changes(id)).containsExactlyInAnyOrder(2L, 4L));
        assertThat(rig.order(id).path("state").asText()).isEqualTo("REALISED");
    }

    @Test
    @DisplayName("of an order that was cancelled after its sale does not end it: the cancellation is a review (E6)")
    void cancelledAfterItsSale() throws Exception {
        long id = rig.shop.addOrder(
                new OrderBuilder().line("SPD-101", "10.00", "1").build());
        rig.poll();
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(changes(id)).containsExactly(2L));
        rig.shop
                .faults()
                .add(Fault.of(FaultKind.ERROR_503)
                        .on("PUT", "/webapi/rest/orders")
                        .times(1000));
        rig.shop.setStatus(id, 3);
        rig.poll();
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        assertThat(rig.order(id).path("problems").toString()).contains("\"FEEDBACK\""));
        rig.shop.setStatus(id, 8);
        rig.shop.faults().clear();

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() ->
                        assertThat(rig.order(id).path("problems").toString()).doesNotContain("\"FEEDBACK\""));
        assertThat(rig.order(id).path("events").toString()).doesNotContain("\"CLOSED\"");
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> {
                    rig.poll();
                    assertThat(rig.deadLetters()).anySatisfy(letter -> {
                        assertThat(letter.path("shopOrderId").asLong()).isEqualTo(id);
                        assertThat(letter.path("cause").asText()).isEqualTo("CANCELLED_AFTER_SALE");
                    });
                });
        assertThat(changes(id)).containsExactly(2L);
        rig.shop.setStatus(id, 3);
        rig.poll();
    }

    private static List<Long> changes(long id) {
        return rig.shop.statusChanges().stream()
                .filter(change -> change.orderId() == id && change.by().equals("api"))
                .map(StatusChange::statusId)
                .map(Number::longValue)
                .toList();
    }
}
