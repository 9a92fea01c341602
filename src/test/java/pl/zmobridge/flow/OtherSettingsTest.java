package pl.zmobridge.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pl.zmobridge.sim.OrderBuilder;
import pl.zmobridge.support.Nips;
import pl.zmobridge.support.Rig;

/** What an operator's choices change. */
class OtherSettingsTest {
    private final Rig rig = new Rig();

    @AfterEach
    void stop() {
        rig.close();
    }

    @Test
    void z1WithRealisationOffNoStatusMeansAnything() throws Exception {
        rig.set("realisation.enabled", "false").start();
        long before = rig.shop.addOrder(order("a").status(3));
        long later = rig.shop.addOrder(order("b"));
        rig.poll();
        rig.awaitState("ISSUED", before, later);

        rig.shop.setStatus(later, 3);
        rig.poll();
        rig.poll();

        assertThat(rig.order(later).path("status").asText()).describedAs("H3").isEqualTo("opłacone");
        assertThat(rig.order(later).path("state").asText()).isEqualTo("ISSUED");
        assertThat(rig.erp.requests("PUT", "/api/OrdersIssue/FV")).isZero();
    }

    @Test
    void prefixSuffixReservationPriceTypeForcedInvoiceAndOneOffLinesAreTheOperators() throws Exception {
        rig.set("order.number.prefix", "Łódź-")
                .set("order.number.suffix", "/&?#%")
                .set("symfonia.reservation", "delivery")
                .set("symfonia.sale-price-type", "16")
                .set("symfonia.department", "CENTRALA")
                .set("symfonia.payment-registry", "KASA")
                .set("symfonia.payment-form.default", "karta  PŁATNICZA")
                .set("order.document", "receipt")
                .set("order.lines.one-off", "true")
                .set("symfonia.delivery.code", "")
                .start();
        long id = rig.shop.addOrder(order("c")
                .payment(3)
                .firm("Firma", Nips.next())
                .line("X", "10.00", "2")
                .lineField("code", " ")
                .lineField("name", "Usługa grawerowania")
                .lineField("tax", "8%"));
        String number = "Łódź-" + id + "/&?#%";

        rig.imported(id);

        JsonNode issue = rig.sentIssue(number);
        assertThat(rig.erp.order(number)).isPresent();
        assertThat(issue.path("TypeCode").asText()).isEqualTo("ZMP");
        assertThat(issue.path("ReservationType").asInt()).isEqualTo(2);
        assertThat(issue.path("SalePriceType").asInt()).isEqualTo(16);
        assertThat(issue.path("Department").asText()).isEqualTo("CENTRALA");
        assertThat(issue.path("PaymentRegistry").path("Code").asText()).isEqualTo("KASA");
        assertThat(issue.path("PaymentFormId").asInt()).describedAs("M4").isEqualTo(2);
        JsonNode oneOff = issue.path("Positions").get(1);
        assertThat(oneOff.has("Code")).isFalse();
        assertThat(oneOff.path("Name").asText()).isEqualTo("Usługa grawerowania");
        assertThat(oneOff.path("VatRate").path("Code").asText()).isEqualTo("8");
        assertThat(oneOff.path("Value").decimalValue()).isEqualByComparingTo("20.00");
        JsonNode delivery = issue.path("Positions").get(2);
        assertThat(delivery.has("Code")).isFalse();
        assertThat(delivery.path("Name").asText()).isEqualTo("Kurier DPD");
    }

    @Test
    void withoutRenamingTheZmoKeepsTheErpsNumberAndTheMarkerIsInItsDescription() throws Exception {
        rig.set("symfonia.rename", "false").start();
        long id = rig.shop.addOrder(order("d").status(3));

        rig.poll();
        rig.awaitState("REALISED", id);

        assertThat(rig.erp.requests("PATCH", "/api/")).isZero();
        assertThat(rig.erp.orders()).singleElement().satisfies(zmo -> {
            assertThat(zmo.get("DocumentNumber").asText()).isEqualTo("ZMP/0001/2026");
            assertThat(zmo.get("Description").asText()).startsWith("SH/" + id + " | ");
        });
        assertThat(rig.order(id).path("erpNumber").asText()).isEqualTo("ZMP/0001/2026");
        assertThat(rig.order(id).path("number").asText()).isEqualTo("SH/" + id);
    }

    @Test
    void aForcedInvoiceWithoutANipIsAReceiptOrADeadLetterAsTheOperatorSays() throws Exception {
        rig.set("order.document", "invoice")
                .set("order.document.invoice-without-nip", "fail")
                .start();
        long id = rig.shop.addOrder(order("e"));

        rig.poll();

        assertThat(rig.order(id).path("problem").asText()).contains("nie ma NIP");
        assertThat(rig.erp.ordersIssued()).isZero();
    }

    private static OrderBuilder order(String buyer) {
        return new OrderBuilder()
                .with("email", buyer + "@example.pl")
                .date("2026-10-02 10:00:00")
                .line("KUB-300", "0.99", "1");
    }
}
