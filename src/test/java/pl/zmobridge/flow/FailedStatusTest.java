package pl.zmobridge.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import pl.zmobridge.sim.Fault;
import pl.zmobridge.sim.StatusChange;
import pl.zmobridge.support.Rig;

@DisplayName("feedback.failed-status")
class FailedStatusTest extends CasesFixture {
    private static final long FAILED = 12;
    private static final long IMPORTED = 13;

    @BeforeEach
    void newRig() throws Exception {
        rig = new Rig();
        rig.shop.status(FAILED, "wymaga uwagi", 2);
        rig.shop.status(IMPORTED, "w Symfonii", 2);
        rig.set("feedback.failed-status", "12")
                .set("feedback.realised-status", "4")
                .start();
    }

    @AfterEach
    void stop() {
        rig.close();
    }

    @Test
    @DisplayName("is set once for each dead letter that waits for a person, and the usual feedback goes on after it")
    void oncePerDeadLetter() throws Exception {
        long id = rig.shop.addOrder(empty().line("NIE-MA", "10.00", "1"));
        rig.poll();
        isLeftToAPerson(id, "NIE-MA");
        Rig.eventually(() -> assertThat(changes(id)).containsExactly(FAILED));
        Rig.eventually(() ->
                assertThat(letter(id).orElseThrow().path("attempts").asInt()).isGreaterThan(2));
        assertThat(changes(id)).containsExactly(FAILED);

        rig.erp.addProduct("NIE-MA", "Jednak jest", "10");
        rig.awaitState("ISSUED", id);
        rig.erp.closePeriod(true);
        rig.shop.setStatus(id, 3);
        rig.poll();
        Rig.eventually(() -> assertThat(changes(id)).containsExactly(FAILED, FAILED));

        rig.erp.closePeriod(false);
        rig.awaitState("REALISED", id);
        Rig.eventually(() -> assertThat(changes(id)).containsExactly(FAILED, FAILED, 4L));
        assertThat(rig.order(id).path("events").toString()).contains("FEEDBACK", "wstrzymanie");
    }

    @Test
    @DisplayName("is not set for a failure that waits for stock, nor for an order that works")
    void onlyForPeople() throws Exception {
        rig.erp.setStock("SPD-101", "0");
        long noStock = rig.shop.addOrder(order().status(3));
        long good = rig.shop.addOrder(empty().line("KUB-300", "10.00", "1"));
        rig.poll();
        rig.awaitState("ISSUED", noStock, good);
        fails(noStock, "SPD-101");
        assertThat(letter(noStock).orElseThrow().path("waitsFor").asText()).isEqualTo("STOCK");
        Rig.eventually(
                () -> assertThat(letter(noStock).orElseThrow().path("attempts").asInt())
                        .isGreaterThan(1));

        assertThat(changes(noStock)).isEmpty();
        assertThat(changes(good)).isEmpty();
    }

    @Test
    @DisplayName("does not overwrite what the shop has set meanwhile")
    void newerWord() throws Exception {
        long id = rig.shop.addOrder(empty().line("NIE-MA", "10.00", "1"));
        rig.poll();
        rig.shop.setStatus(id, 8); // cancelled
        isLeftToAPerson(id);
        Rig.eventually(() -> assertThat(rig.order(id).path("events").toString()).contains("FEEDBACK"));

        assertThat(changes(id)).doesNotContain(FAILED);
        assertThat(rig.shop.order(id).orElseThrow().get("status_id").asText()).isEqualTo("8");
    }

    @Test
    @DisplayName("of an order that cannot become a card is set too")
    void withoutACard() throws Exception {
        long id = rig.shop.addOrder(empty().line("", "10.00", "1"));
        rig.poll();

        isLeftToAPerson(id);
        Rig.eventually(() -> assertThat(changes(id)).containsExactly(FAILED));
    }

    @Test
    @DisplayName("is taken back when the order is corrected and goes on without its sale, once for each failure")
    void takenBack() throws Exception {
        again("feedback.imported-status", Long.toString(IMPORTED));
        long id = issued(order());
        Rig.eventually(() -> assertThat(changes(id)).containsExactly(IMPORTED));
        rig.shop.desk().addLine(id, "NIE-MA", "30.00", "1");
        rig.poll();
        isLeftToAPerson(id, "NIE-MA");
        Rig.eventually(() -> assertThat(changes(id)).containsExactly(IMPORTED, FAILED));

        rig.erp.addProduct("NIE-MA", "Jednak jest", "10");
        Rig.eventually(() -> assertThat(changes(id)).containsExactly(IMPORTED, FAILED, IMPORTED));
        assertThat(letter(id)).isEmpty();

        rig.shop.desk().addLine(id, "TEŻ-NIE", "30.00", "1");
        rig.poll();
        Rig.eventually(() -> assertThat(changes(id)).containsExactly(IMPORTED, FAILED, IMPORTED, FAILED));
        rig.shop.setStatus(id, 2);
        rig.erp.addProduct("TEŻ-NIE", "Też jest", "10");
        Rig.eventually(() -> assertThat(letter(id)).isEmpty());
        Rig.eventually(() -> assertThat(rig.row("SELECT COUNT(*) AS due FROM feedback WHERE state <> 'DONE'")
                        .get("due"))
                .isEqualTo(0L));

        assertThat(changes(id)).containsExactly(IMPORTED, FAILED, IMPORTED, FAILED);
        assertThat(rig.shop.order(id).orElseThrow().get("status_id").asText()).isEqualTo("2");
    }

    @Test
    @DisplayName(
            "that was set without an answer is taken back too, when the order is corrected before anybody knows that it was set")
    void takenBackAfterALostAnswer() throws Exception {
        again("feedback.imported-status", Long.toString(IMPORTED));
        long id = issued(order());
        patiently(() -> assertThat(changes(id)).containsExactly(IMPORTED));
        rig.shop.faults().add(Fault.answerLost().on("PUT", "/webapi/rest/orders/" + id));
        rig.shop.desk().addLine(id, "NIE-MA", "30.00", "1");
        rig.poll();
        patiently(() -> assertThat(changes(id)).contains(FAILED));

        rig.erp.addProduct("NIE-MA", "Jednak jest", "10");
        patiently(() -> assertThat(rig.deadLetters().toString()).doesNotContain("\"IMPORT\""));
        rig.shop.faults().clear();

        patiently(() -> assertThat(
                        rig.shop.order(id).orElseThrow().get("status_id").asText())
                .isEqualTo(Long.toString(IMPORTED)));
    }

    /** What has no answer is sent three times more, ever more slowly, before it is a dead letter. */
    private static void patiently(ThrowingRunnable assertion) {
        await().atMost(Duration.ofSeconds(60)).ignoreExceptions().untilAsserted(assertion);
    }

    private void again(String key, String value) throws Exception {
        rig.stop();
        rig.set(key, value).start();
    }

    private List<Long> changes(long id) {
        return rig.shop.statusChanges().stream()
                .filter(change -> change.orderId() == id && change.by().equals("api"))
                .map(StatusChange::statusId)
                .toList();
    }
}
