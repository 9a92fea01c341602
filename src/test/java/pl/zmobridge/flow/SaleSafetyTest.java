package pl.zmobridge.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import pl.zmobridge.sim.Fault;
import pl.zmobridge.sim.SimRequest;
import pl.zmobridge.sim.SimSnapshot;
import pl.zmobridge.support.Rig;

/** Nothing is sold but the order's own ZMO, as the order is, and only what was not sold by hand. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SaleSafetyTest extends CasesFixture {
    @BeforeAll
    void start() throws Exception {
        rig = new Rig()
                .set("redelivery.initial", "1s")
                .set("redelivery.max", "1s")
                .set("feedback.realised-status", "4")
                .start();
        rig.erp.allowDoubleRealisation(true);
    }

    @AfterAll
    void stop() {
        rig.close();
    }

    @AfterEach
    void noFaults() {
        rig.erp.faults().clear();
        rig.erp.switches().nullFields();
    }

    // ---- S3: what is found is compared too

    @Test
    @DisplayName("S3: a ZMO that is found after a lost answer is compared before it can be sold")
    void foundAfterALostAnswer() throws Exception {
        rig.erp.addContractor("SH9101", "Anna Żak", "", 0);
        rig.erp.desk().contractorDiscount("SH9101", "5");
        rig.erp
                .faults()
                .add(Fault.answerLost().on("POST", "/api/OrdersIssue/New").once());
        int issued = rig.erp.ordersIssued();
        long id = rig.shop.addOrder(order().user(9101).status(3));

        rig.poll();

        isLeftToAPerson(id, "169.94", "161.44");
        assertThat(cause(id)).isEqualTo("ERP_DIFFERS");
        assertThat(rig.erp.ordersIssued()).isEqualTo(issued + 1);
    }

    @Test
    @DisplayName("S3: the positions of a ZMO that is found by its marker are asked for and compared")
    void positionsOfAFoundZmo() throws Exception {
        rig.erp
                .faults()
                .add(Fault.answerLost()
                        .on("POST", "/api/OrdersIssue/New")
                        .when(request -> request.body().contains("KUB-300"))
                        .once());
        rig.erp.faults().add(Fault.dropped().on("GET", "/api/Orders/Filter").times(2));
        long id = rig.shop.addOrder(empty().line("KUB-300", "100.00", "1")
                .line("SPD-101", "50.00", "1")
                .status(3));
        rig.poll();
        Rig.eventually(() -> assertThat(rig.erp.faults().strikes()).isGreaterThan(1));
        JsonNode mine = rig.erp.orders().get(rig.erp.orders().size() - 1);
        rig.erp.desk().editOrder((ObjectNode) new ObjectMapper()
                .readTree("{\"Id\":" + mine.get("Id") + ",\"Positions\":["
                        + "{\"PositionId\":" + mine.at("/Positions/0/Id") + ",\"Quantity\":1,\"Value\":90.00},"
                        + "{\"PositionId\":" + mine.at("/Positions/1/Id") + ",\"Quantity\":1,\"Value\":60.00}]}"));

        isLeftToAPerson(id, "KUB-300", "100.00", "90.00");
    }

    @Test
    @DisplayName("S3: a ZMO that differs is not sold either when the bridge died before it could say so")
    void comparedAfterACrash() throws Exception {
        rig.erp.addContractor("SH9102", "Anna Żak", "", 0);
        rig.erp.desk().contractorDiscount("SH9102", "5");
        long id = rig.shop.addOrder(order().user(9102).status(3));
        rig.poll();
        isLeftToAPerson(id, "169.94", "161.44");

        rig.change("DELETE FROM dead_letters WHERE shop_order_id = " + id);
        rig.change("UPDATE orders SET due_step = 'IMPORT' WHERE shop_order_id = " + id);

        isLeftToAPerson(id, "169.94", "161.44");
    }

    // ---- S6: whose id, whose number

    @Test
    @DisplayName(
            "case 12 N1, S6: a document of last year with the order's number is not adopted; without it the order goes on")
    void documentOfLastYear() throws Exception {
        long next = rig.shop.addOrder(order()) + 1;
        long stranger = rig.stranger("SH/" + next, "555.00");
        long id = rig.shop.addOrder(empty().line("KUB-300", "10.00", "1").status(3));
        assertThat(id).isEqualTo(next);

        rig.poll();

        isLeftToAPerson(id, "SH/" + id, "29.99", "555.00");
        assertThat(cause(id)).isEqualTo("ZMO_NOT_OURS");
        assertThat(sales(stranger)).isEmpty();

        rig.erp.desk().renameOrder(stranger, "ZMO/2025/1");
        rig.awaitState("REALISED", id);
        assertThat(sales(stranger)).isEmpty();
    }

    @Test
    @DisplayName("case 11 S6: the remembered id is another firm's ZMO after a restore: nothing is sold")
    void anotherFirmsIdAfterARestore() throws Exception {
        SimSnapshot backup = rig.erp.snapshot();
        long id = issued(order());
        long remembered = rig.order(id).path("erpOrderId").asLong();
        rig.erp.restore(backup);
        assertThat(rig.stranger("ZMO/RESTORED/1", "555.00")).isEqualTo(remembered);

        rig.shop.setStatus(id, 3);
        rig.poll();

        isLeftToAPerson(id, "SH/" + id, "ZMO/RESTORED/1");
        assertThat(cause(id)).isEqualTo("ZMO_NOT_OURS");
        assertThat(sales(remembered)).isEmpty();
    }

    @Test
    @DisplayName("S6: with the ERP's own numbers, which it uses again after a restore, the buyer tells")
    void theErpsOwnNumberProvesNothing() throws Exception {
        try (Rig own = new Rig().set("symfonia.rename", "false").start()) {
            SimSnapshot backup = own.erp.snapshot();
            long id = own.shop.addOrder(order());
            JsonNode remembered = own.imported(id);
            own.erp.restore(backup);
            own.erp.addContractor("PIERWSZY", "Ktoś inny", "", 0);
            long stranger = own.stranger("", "169.94");
            assertThat(stranger).isEqualTo(remembered.path("erpOrderId").asLong());

            own.shop.setStatus(id, 3);
            own.poll();

            Rig.eventually(() ->
                    assertThat(own.deadLetters().findValuesAsText("cause")).containsExactly("ZMO_NOT_OURS"));
            assertThat(own.erp.invoices()).isEmpty();
        }
    }

    @Test
    @DisplayName("S6: a remembered contractor whose id is another's now is looked for anew")
    void rememberedContractor() throws Exception {
        long first = issued(order().user(9103));
        String code = buyer(zmo(first)).get("Code").asText();
        rig.erp.desk().editContractor(code, card -> card.put("Code", "INNY"));

        long second = issued(order().user(9103));

        assertThat(buyer(zmo(second)).get("Code").asText()).isEqualTo(code);
        assertThat(zmo(second).get("BuyerId")).isNotEqualTo(zmo(first).get("BuyerId"));
    }

    @Test
    @DisplayName("S6: a sale that does not follow the import at once costs one question, and only one")
    void oneQuestion() throws Exception {
        long id = issued(order());
        rig.erp.forgetRequests();

        rig.shop.setStatus(id, 3);
        pollUntil("REALISED", id);

        assertThat(calls()).containsExactly("GET /api/Orders/Status", "PUT /api/OrdersIssue/FV");
    }

    // ---- S9: realised by hand

    @Test
    @DisplayName(
            "case 15 S9: the documents of a ZMO that was realised by hand are adopted, feedback goes out, nothing is issued")
    void realisedByHand() throws Exception {
        long id = issued(order());
        rig.erp.desk().realiseByHand(rig.order(id).path("erpOrderId").asLong());
        String number = theDocument(id).get("DocumentNumber").asText();
        rig.erp.forgetRequests();

        rig.shop.setStatus(id, 3);
        pollUntil("REALISED", id);

        assertThat(theDocument(id).get("DocumentNumber").asText()).isEqualTo(number);
        assertThat(rig.order(id).path("salesDocuments").findValuesAsText("number"))
                .containsExactly(number);
        assertThat(calls()).doesNotContain("PUT /api/OrdersIssue/FV");
        Rig.eventually(() -> assertThat(
                        rig.shop.order(id).orElseThrow().get("status_id").asInt())
                .isEqualTo(4));
    }

    @Test
    @DisplayName(
            "S9: a ZMO of which a part was realised by hand is for a person; once all of it is, its documents are adopted")
    void partlyRealisedByHand() throws Exception {
        long id = issued(empty().line("SPD-101", "100.00", "2"));
        long zmo = rig.order(id).path("erpOrderId").asLong();
        rig.erp.desk().realiseHalf(zmo);

        rig.shop.setStatus(id, 3);
        rig.poll();

        Rig.eventually(() -> assertThat(cause(id)).isEqualTo("ZMO_HANDLED_BY_HAND"));
        assertThat(documents(id)).hasSize(1);

        rig.erp.desk().realiseByHand(zmo);
        rig.awaitState("REALISED", id);
        assertThat(documents(id)).hasSize(2);
    }

    @Test
    @DisplayName("S9: a ZMO that was closed by hand is not sold")
    void closedByHand() throws Exception {
        long id = issued(order());
        rig.erp.desk().closeOrder(rig.order(id).path("erpOrderId").asLong());

        rig.shop.setStatus(id, 3);
        rig.poll();

        isLeftToAPerson(id, "SH/" + id, "zamknięto");
    }

    @Test
    @DisplayName(
            "S9: of a ZMO whose state the ERP does not tell the documents tell: what was sold by hand is not sold again")
    void realisedByHandUntold() throws Exception {
        long id = issued(order());
        long open = issued(order());
        rig.erp.desk().realiseByHand(rig.order(id).path("erpOrderId").asLong());
        String number = theDocument(id).get("DocumentNumber").asText();
        rig.erp.switches().nullFields("DocumentStatus");

        rig.shop.setStatus(id, 3);
        rig.shop.setStatus(open, 3);
        pollUntil("REALISED", id);
        pollUntil("REALISED", open);

        assertThat(theDocument(id).get("DocumentNumber").asText()).isEqualTo(number);
        assertThat(documents(open)).hasSize(1);
    }

    @Test
    @DisplayName("S9: a warehouse document by hand is for a person, also when the ZMO's state stays that of a new one")
    void releasedByHand() throws Exception {
        rig.erp.releaseGives(4);
        long id = issued(order());
        rig.erp.desk().releaseByHand(rig.order(id).path("erpOrderId").asLong());

        rig.shop.setStatus(id, 3);
        rig.poll();

        isLeftToAPerson(id, "SH/" + id, "częściowo");
        rig.erp.releaseGives(16);
    }

    @Test
    @DisplayName("S9: a ZMO that was settled by hand is not sold")
    void settledByHand() throws Exception {
        long id = issued(order());
        rig.erp.desk().settleByHand(rig.order(id).path("erpOrderId").asLong());

        rig.shop.setStatus(id, 3);
        rig.poll();

        isLeftToAPerson(id, "SH/" + id, "zamknięto");
    }

    // ---- E5: deleted by hand

    @Test
    @DisplayName("E5: a ZMO that was deleted while its order lives is for a person, and a re-import is the way on (Z8)")
    void deletedByHand() throws Exception {
        long id = issued(order());
        rig.erp.deleteOrder(rig.order(id).path("erpOrderId").asLong());

        rig.shop.setStatus(id, 3);
        rig.poll();

        isLeftToAPerson(id, "SH/" + id);
        assertThat(cause(id)).isEqualTo("ZMO_DELETED");

        rig.post("/api/orders/" + id + "/reimport", "");
        rig.awaitState("REALISED", id);
        assertThat(documents(id)).hasSize(1);
    }

    private String cause(long id) throws Exception {
        return letter(id).map(each -> each.path("cause").asText()).orElse("none");
    }

    private List<JsonNode> sales(long zmo) {
        return rig.erp.invoices().stream()
                .filter(each -> each.path("OrderId").asLong() == zmo)
                .map(JsonNode.class::cast)
                .toList();
    }

    private List<String> calls() {
        return rig.erp.requests().stream()
                .map(SaleSafetyTest::call)
                .filter(call -> !call.contains("/Sessions/"))
                .toList();
    }

    private static String call(SimRequest request) {
        return request.method() + " " + request.path();
    }
}
