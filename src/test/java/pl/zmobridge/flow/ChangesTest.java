package pl.zmobridge.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import pl.zmobridge.sim.Fault;
import pl.zmobridge.support.Nips;
import pl.zmobridge.support.Rig;

/** A ZMO follows its order for as long as nothing is sold. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChangesTest extends ChangesFixture {
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

    // ---- S4: edited before the sale

    @Test
    @DisplayName("case 5 S4: a line that is added in the shop is added to the ZMO, in place, before the sale")
    void lineAdded() throws Exception {
        long id = issued(order());
        List<Integer> positions = positions(id);
        int zmo = zmo(id).get("Id").asInt();
        int issuedEver = rig.erp.ordersIssued();

        rig.shop.desk().addLine(id, "KUB-300", "30.00", "1");
        due(id, "EDIT");
        rig.shop.setStatus(id, PAID);
        pollUntil("REALISED", id);

        assertThat(sold(id)).isEqualByComparingTo("199.94");
        assertThat(zmo(id).get("Id").asInt()).isEqualTo(zmo);
        assertThat(positions(id)).hasSize(3).containsAll(positions);
        assertThat(rig.erp.ordersIssued()).isEqualTo(issuedEver);
        assertThat(edits(id)).isEqualTo(1);
        assertThat(rig.order(id).path("events").toString()).contains("Zmieniono ZMO SH/" + id);
    }

    @Test
    @DisplayName("V3 S2: an order that loses its Polish VAT after its import is left to a person, and not sold")
    void becomesAbroad() throws Exception {
        long id = issued(order());
        rig.shop.editOrder(id, each -> each.put("vat_eu", true));
        rig.shop.setStatus(id, PAID);
        rig.poll();

        Rig.eventually(
                () -> assertThat(rig.deadLetters().findValuesAsText("cause")).contains("VAT_UNSETTLED"));
        assertThat(rig.order(id).path("state").asText()).isEqualTo("ISSUED");
        assertThat(rig.order(id).path("problem").asText()).contains("vat_eu");
    }

    @Test
    @DisplayName("S4: a line that goes is deleted, one with another quantity keeps its position's id")
    void lineChangedAndRemoved() throws Exception {
        long id = issued(order().line("KUB-300", "30.00", "1"));
        List<Integer> positions = positions(id);

        rig.shop.desk().line(id, 0, "quantity", "2");
        rig.shop.desk().removeLine(id, 1);
        due(id, "EDIT");
        settled(id);

        assertThat(zmo(id).get("GrossValue").decimalValue()).isEqualByComparingTo("319.89");
        assertThat(positions(id)).containsExactly(positions.get(0), positions.get(2));
    }

    @Test
    @DisplayName("case 7 S4, H4: a NIP needs another kind of document, so the ZMO is made anew under its number")
    void kindChanged() throws Exception {
        long id = issued(order());
        int zmo = zmo(id).get("Id").asInt();

        rig.shop.desk().firm(id, "Firma", Nips.next());
        due(id, "EDIT");
        rig.shop.setStatus(id, PAID);
        pollUntil("REALISED", id);

        assertThat(zmo(id).get("Id").asInt()).isNotEqualTo(zmo);
        assertThat(theDocument(id).get("DocumentNumber").asText()).startsWith("FV");
        assertThat(zmosOf(id)).hasSize(1);
        assertThat(rig.row("SELECT GROUP_CONCAT(step ORDER BY import_no) AS steps FROM imports WHERE shop_order_id = "
                                + id)
                        .get("steps"))
                .isEqualTo("WITHDRAWN,SOLD");
    }

    @Test
    @DisplayName("S4: an order of which only the status changed costs the ERP nothing")
    void nothingDiffers() throws Exception {
        long id = issued(order());
        int calls = calls(id);

        due(id, "EDIT");
        settled(id);

        assertThat(calls(id)).isEqualTo(calls);
    }

    @Test
    @DisplayName("S4, I2: an edit whose answer was lost is asked for, not sent again")
    void answerLost() throws Exception {
        long id = issued(order());
        rig.erp
                .faults()
                .add(Fault.answerLost().on("PUT", "/api/OrdersIssue/Edit").once());

        rig.shop.desk().addLine(id, "KUB-300", "30.00", "1");
        due(id, "EDIT");
        settled(id);

        assertThat(zmo(id).get("GrossValue").decimalValue()).isEqualByComparingTo("199.94");
        assertThat(edits(id)).isEqualTo(1);
    }

    @Test
    @DisplayName(
            "S4: an edit that the ERP refuses is left to a person, with each difference, until the order is mended")
    void refused() throws Exception {
        long id = issued(order());

        rig.shop.desk().addLine(id, "NIEZNANY", "30.00", "1");
        due(id, "EDIT");
        rig.shop.setStatus(id, PAID);
        rig.poll();

        isLeftToAPerson(id, "NIEZNANY", "169.94", "199.94", "SH/" + id);
        assertThat(letter(id).orElseThrow().path("cause").asText()).isEqualTo("ZMO_NOT_EDITED");
        assertThat(zmo(id).get("GrossValue").decimalValue()).isEqualByComparingTo("169.94");

        rig.shop.desk().line(id, 1, "code", "KUB-300");

        rig.awaitState("REALISED", id);
        assertThat(sold(id)).isEqualByComparingTo("199.94");
    }

    @Test
    @DisplayName("S3, S4: an edit that the ERP stores otherwise is not sold until a person allows it")
    void storedOtherwise() throws Exception {
        rig.erp.addContractor("SH9101", "Anna Żak", "", 0);
        long id = issued(order().user(9101));
        rig.erp.desk().contractorDiscount("SH9101", "5");

        rig.shop.desk().addLine(id, "KUB-300", "30.00", "1");
        due(id, "EDIT");
        rig.shop.setStatus(id, PAID);
        rig.poll();

        isLeftToAPerson(id, "199.94", "189.94");
        rig.post("/api/dead-letters/" + letter(id).orElseThrow().path("id").asLong() + "/replay", "");
        rig.awaitState("REALISED", id);
    }

    @Test
    @DisplayName("S4, S9: a ZMO that somebody has begun to realise is not edited")
    void touched() throws Exception {
        long id = issued(order());
        rig.erp.desk().closeOrder(zmo(id).get("Id").asLong());

        rig.shop.desk().addLine(id, "KUB-300", "30.00", "1");
        due(id, "EDIT");

        isLeftToAPerson(id, "stan 32", "199.94");
        assertThat(edits(id)).isZero();
    }

    @Test
    @DisplayName("E5: a ZMO that somebody deleted before it could be edited is a review")
    void deleted() throws Exception {
        long id = issued(order());
        rig.erp.deleteOrder(zmo(id).get("Id").asLong());

        rig.shop.desk().addLine(id, "KUB-300", "30.00", "1");
        due(id, "EDIT");

        isLeftToAPerson(id, "SH/" + id, "nie ma już w ERP");
        assertThat(letter(id).orElseThrow().path("step").asText()).isEqualTo("REVIEW");
    }

    @Test
    @DisplayName("S7: a ZMO is not edited into another order that got its id")
    void anotherOrder() throws Exception {
        long id = issued(order());

        rig.shop.desk().header(id, "email", "inny@example.pl", "date", "2026-01-05 10:00:00");
        rig.shop.desk().delivery(id, "firstname", "Ewa", "lastname", "Lis");
        rig.shop.desk().addLine(id, "KUB-300", "30.00", "1");
        due(id, "EDIT");

        isLeftToAPerson(id, "199.94", "inne zamówienie");
        assertThat(edits(id)).isZero();
    }

    @Test
    @DisplayName("N1, S4: a person who imports an order again brings its ZMO up to date")
    void importedAgain() throws Exception {
        long id = issued(order());
        rig.shop.desk().addLine(id, "KUB-300", "30.00", "1");

        rig.post("/api/orders/" + id + "/import", "");

        assertThat(zmo(id).get("GrossValue").decimalValue()).isEqualByComparingTo("199.94");
        settled(id);
    }

    // ---- S2: fresh before the sale

    @Test
    @DisplayName("S2: lines that were read long ago are compared before the sale, even when the sum is the same")
    void linesReadLongAgo() throws Exception {
        long id = issued(order());
        sql("UPDATE orders SET received_at = received_at - INTERVAL 2 HOUR WHERE shop_order_id = " + id);
        rig.shop.desk().line(id, 0, "code", "KUB-300");
        rig.shop.setStatus(id, PAID);

        pollUntil("REALISED", id);

        assertThat(zmo(id).path("Positions").findValuesAsText("ProductCode"))
                .containsExactlyInAnyOrder("KUB-300", "DOSTAWA");
        assertThat(documents(id)).hasSize(1);
    }

    @Test
    @DisplayName("S2: a sale that finds another sum in the shop edits the ZMO first")
    void anotherSum() throws Exception {
        long id = issued(order());
        rig.shop.desk().addLine(id, "KUB-300", "30.00", "1");

        rig.post("/api/orders/" + id + "/realise", "");

        rig.awaitState("REALISED", id);
        assertThat(sold(id)).isEqualByComparingTo("199.94");
    }

    @Test
    @DisplayName(
            "S4, Z9: a sale whose outcome is unclear is settled first; if nothing was sold, the ZMO is edited and then sold")
    void unclearSaleFirst() throws Exception {
        long id = issued(order());
        rig.shop.desk().addLine(id, "KUB-300", "30.00", "1");
        sql(
                "UPDATE imports SET step = 'SELLING', intent_at = UTC_TIMESTAMP(3) - INTERVAL 1 DAY, unclear_until = NULL WHERE shop_order_id = "
                        + id);
        sql("UPDATE orders SET realise_since = UTC_TIMESTAMP(3) WHERE shop_order_id = " + id);

        due(id, "EDIT");

        rig.awaitState("REALISED", id);
        assertThat(sold(id)).isEqualByComparingTo("199.94");
    }
}
