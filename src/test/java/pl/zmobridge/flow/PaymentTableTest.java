package pl.zmobridge.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import pl.zmobridge.support.Rig;

@DisplayName("M0: the operator's table of payments")
class PaymentTableTest extends CasesFixture {
    @BeforeEach
    void newRig() {
        rig = new Rig();
    }

    @AfterEach
    void stop() {
        rig.close();
    }

    @Test
    @DisplayName("comes before M1, gives form and registry, and leaves other payments to M1 to M4")
    void table() throws Exception {
        rig.set("symfonia.payment-form.18", "przelew –  14 DNI")
                .set("symfonia.payment-form.2", "1")
                .set("symfonia.payment-registry.2", "KASA")
                .start();
        long named = rig.shop.addOrder(order().payment(18).date("2026-10-02 10:00:00"));
        long byId = rig.shop.addOrder(order().payment(2));
        long other = rig.shop.addOrder(order().payment(3));
        rig.poll();
        rig.awaitState("ISSUED", named, byId, other);

        isPaid(named, 6, "BANK", "M0");
        assertThat(rig.order(named).path("dueDate").asText()).isEqualTo("2026-10-16");
        isPaid(byId, 1, "KASA", "M0");
        isPaid(other, 1, "BANK", "M4");
    }

    @Test
    @DisplayName("unmatched=fail: a payment that only M4 would take is a dead letter that names it, its id and the key")
    void unmatched() throws Exception {
        rig.set("symfonia.payment-form.unmatched", "fail").start();
        long blik = rig.shop.addOrder(order().payment(3));
        long online = rig.shop.addOrder(order().payment(18));
        rig.poll();
        rig.awaitState("ISSUED", online);

        isPaid(online, 9, "BANK", "M1");
        isLeftToAPerson(blik, "BLIK", "numer 3", "symfonia.payment-form.3");
        assertThat(letter(blik).orElseThrow().path("cause").asText()).isEqualTo("PAYMENT_UNMATCHED");
        assertThat(rig.erp.ordersIssued()).isEqualTo(1);
    }

    @Test
    @DisplayName("a row whose form the ERP does not have, or not active, is a dead letter and no reason to go on to M1")
    void unknownForm() throws Exception {
        rig.set("symfonia.payment-form.18", "Przelew – 30 dni").start();
        long id = rig.shop.addOrder(order().payment(18));
        rig.poll();

        isLeftToAPerson(id, "symfonia.payment-form.18", "Przelew – 30 dni", "Płatność ONLINE");
        assertThat(letter(id).orElseThrow().path("cause").asText()).isEqualTo("PAYMENT_FORM_UNKNOWN");
        assertThat(rig.erp.ordersIssued()).isZero();

        rig.erp.addPaymentForm(8, "Przelew – 30 dni", 30, true);
        rig.stop();
        rig.start();
        rig.awaitState("ISSUED", id);
        isPaid(id, 8, "BANK", "M0");
    }

    private void isPaid(long id, int form, String registry, String rule) throws Exception {
        JsonNode issue = rig.sentIssue("SH/" + id);
        assertThat(issue.path("PaymentFormId").asInt()).isEqualTo(form);
        assertThat(issue.path("PaymentRegistry").path("Code").asText()).isEqualTo(registry);
        assertThat(rig.order(id).path("paymentRule").asText()).isEqualTo(rule);
    }
}
