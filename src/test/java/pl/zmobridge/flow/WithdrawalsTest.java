package pl.zmobridge.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import pl.zmobridge.sim.Fault;
import pl.zmobridge.support.Rig;

/** The ZMO of an order that is cancelled before its sale goes, unless somebody works on it (E1). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WithdrawalsTest extends ChangesFixture {
    @BeforeAll
    void start() throws Exception {
        rig = new Rig().set("redelivery.initial", "1s").set("redelivery.max", "1s");
        rig.start();
    }

    @AfterAll
    void stop() {
        rig.close();
    }

    @BeforeEach
    void clear() {
        rig.erp.faults().clear();
    }

    @Test
    @DisplayName("case 19 E1: the ZMO of a cancelled order is deleted, so that its goods are free")
    void withdrawn() throws Exception {
        long id = issued(order());
        BigDecimal free = rig.erp.stockToSale("SPD-101");

        cancelled(id);
        gone(id);

        assertThat(rig.erp.stockToSale("SPD-101")).isEqualByComparingTo(free.add(BigDecimal.ONE));
        assertThat(rig.order(id).path("state").asText()).isEqualTo("CLOSED");
        assertThat(rig.order(id).path("events").toString()).contains("ZMO SH/" + id + " wycofano");
        assertThat(letter(id)).isEmpty();
    }

    @Test
    @DisplayName("E1, I2: a withdrawal whose answer was lost is asked for")
    void withdrawalAnswerLost() throws Exception {
        long id = issued(order());
        rig.erp
                .faults()
                .add(Fault.answerLost().on("DELETE", "/api/OrdersIssue/Delete").once());

        cancelled(id);
        gone(id);

        assertThat(letter(id)).isEmpty();
    }

    @Test
    @DisplayName("E1: a ZMO that somebody works on stays, and a person is told what it reserves")
    void workedOn() throws Exception {
        long id = issued(order());
        rig.erp.desk().closeOrder(zmo(id).get("Id").asLong());

        cancelled(id);

        isLeftToAPerson(id, "SH/" + id, "1 × SPD-101", "stan 32");
        assertThat(letter(id).orElseThrow().path("cause").asText()).isEqualTo("ZMO_NOT_WITHDRAWN");
        assertThat(zmosOf(id)).hasSize(1);

        rig.erp.deleteOrder(zmo(id).get("Id").asLong());

        Rig.eventually(() -> assertThat(letter(id)).isEmpty());
    }

    @Test
    @DisplayName("E1, S6: another document that has the remembered id is not deleted")
    void anotherDocument() throws Exception {
        long id = issued(order());
        rig.erp.desk().renameOrder(zmo(id).get("Id").asLong(), "INNE/" + id);

        cancelled(id);

        isLeftToAPerson(id, "INNE/" + id);
        assertThat(rig.erp.order("INNE/" + id)).isPresent();
    }

    @Test
    @DisplayName("E2: an order that comes back after its ZMO was withdrawn is imported anew under its number")
    void aliveAgain() throws Exception {
        long id = issued(order());
        cancelled(id);
        gone(id);

        rig.shop.setStatus(id, PAID);
        rig.post("/api/orders/" + id + "/import", "");

        rig.awaitState("REALISED", id);
        assertThat(theDocument(id).get("OrderNumber").asText()).isEqualTo("SH/" + id);
    }

    @Test
    @DisplayName("E1, Z12: a ZMO that is gone after an unclear sale may have been sold, so a person is asked")
    void goneAfterAnUnclearSale() throws Exception {
        long id = issued(order());
        sql(
                "UPDATE imports SET step = 'SELLING', intent_at = UTC_TIMESTAMP(3) - INTERVAL 1 DAY, unclear_until = NULL WHERE shop_order_id = "
                        + id);
        rig.erp.deleteOrder(zmo(id).get("Id").asLong());

        rig.shop.setStatus(id, CANCELLED);
        sql("UPDATE orders SET state = 'CLOSED' WHERE shop_order_id = " + id); // by an attempt that had asked the ERP
        due(id, "WITHDRAW");

        isLeftToAPerson(id, "SH/" + id, "próba sprzedaży nie miała odpowiedzi");
    }
}
