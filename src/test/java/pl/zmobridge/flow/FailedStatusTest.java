package pl.zmobridge.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import pl.zmobridge.sim.StatusChange;
import pl.zmobridge.support.Rig;

@DisplayName("feedback.failed-status")
class FailedStatusTest extends CasesFixture {
    private static final long FAILED = 12;

    @BeforeEach
    void newRig() throws Exception {
        rig = new Rig();
        rig.shop.status(FAILED, "wymaga uwagi", 2);
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

    private List<Long> changes(long id) {
        return rig.shop.statusChanges().stream()
                .filter(change -> change.orderId() == id && change.by().equals("api"))
                .map(StatusChange::statusId)
                .toList();
    }
}
