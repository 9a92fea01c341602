package pl.zmobridge.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import pl.zmobridge.sim.OrderBuilder;
import pl.zmobridge.support.Nips;
import pl.zmobridge.support.Rig;

/** When a ZMO becomes a sales document, and when it never does (Z1 to Z11). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealiseTest {
    private Rig rig;
    private int buyers;

    @BeforeAll
    void start() throws Exception {
        rig = new Rig()
                .set("realisation.statuses", "3, 4")
                .set("redelivery.initial", "1h")
                .set("redelivery.max", "2h");
        rig.start();
    }

    @AfterAll
    void stop() {
        rig.close();
    }

    @Test
    void z2AnOrderThatReachesAListedStatusIsRealisedAtTheNextPoll() throws Exception {
        long id = rig.shop.addOrder(order());
        rig.imported(id);
        rig.poll();
        assertThat(documents(id)).describedAs("status 1 is not listed").isEmpty();

        rig.shop.setStatus(id, 3);
        rig.poll();
        rig.awaitState("REALISED", id);

        ObjectNode document = theDocument(id);
        JsonNode shown = rig.order(id).path("salesDocuments").get(0);
        assertThat(shown.path("id").asLong()).isEqualTo(document.get("Id").asLong());
        assertThat(shown.path("number").asText())
                .isEqualTo(document.get("DocumentNumber").asText());
        rig.poll();
        assertThat(documents(id)).describedAs("Z9").hasSize(1);
    }

    @Test
    void z3AnOrderThatHasAListedStatusAlreadyIsRealisedAtOnce() throws Exception {
        long id = rig.shop.addOrder(order().status(4));

        rig.poll();
        rig.awaitState("REALISED", id);

        assertThat(rig.erp.order("SH/" + id)).describedAs("the ZMO stays").isPresent();
        theDocument(id);
        assertThat(rig.shop.requests("GET", "/webapi/rest/orders/" + id))
                .describedAs("the poll has just read its status")
                .isZero();
    }

    @Test
    void z5AnInvoiceZmoBecomesAnInvoiceAndAReceiptZmoAReceipt() throws Exception {
        long invoice = rig.shop.addOrder(order().firm("Firma", Nips.next()).status(3));
        long receipt = rig.shop.addOrder(order().status(3));

        rig.poll();
        rig.awaitState("REALISED", invoice, receipt);

        assertThat(theDocument(invoice).get("DocumentNumber").asText()).startsWith("FV/");
        assertThat(theDocument(receipt).get("DocumentNumber").asText()).startsWith("PA/");
    }

    @Test
    void z4ATooSmallStockIsADeadLetterInTheErpsWordsAndARestockRealisesTheOrderAtTheNextPoll() throws Exception {
        rig.erp.addProduct("BRAK-1", "Brakujący", "1");
        long id = rig.shop.addOrder(order().line("BRAK-1", "10.00", "3").status(3));
        long other = rig.shop.addOrder(order().status(3));
        rig.poll();
        rig.awaitState("REALISED", other);
        Rig.eventually(() -> assertThat(rig.order(id).path("problem").asText())
                .isEqualTo("Brak wystarczającej ilości towaru BRAK-1 w magazynie MAG: wymagane 3, dostępne 1."));
        assertThat(rig.order(id).path("state").asText()).isEqualTo("ISSUED");
        assertThat(letter(id).path("step").asText()).isEqualTo("REALISE");
        assertThat(letter(id).path("payload").isMissingNode()).isFalse();

        rig.erp.restock("BRAK-1", "2");
        rig.poll();
        rig.awaitState("REALISED", id);

        assertThat(rig.order(id).path("problem").isNull()).isTrue();
        theDocument(id);
        assertThat(rig.get("/api/dead-letters?state=RESOLVED").path("items").findValuesAsText("shopOrderId"))
                .contains(String.valueOf(id));
    }

    @Test
    void z10ACancelledOrderIsClosedAndTheReasonIsKeptAndE2ItIsSoldOnlyIfItLivesAgain() throws Exception {
        List<Long> statuses = List.of(8L, 9L, 10L);
        List<Long> ids =
                statuses.stream().map(status -> rig.shop.addOrder(order())).toList();
        rig.poll();
        rig.awaitState("ISSUED", ids.stream().mapToLong(Long::longValue).toArray());

        for (int i = 0; i < 3; i++) {
            rig.shop.setStatus(ids.get(i), statuses.get(i));
        }
        rig.poll();
        rig.awaitState("CLOSED", ids.stream().mapToLong(Long::longValue).toArray());

        assertThat(rig.order(ids.get(0)).path("closedReason").asText()).isEqualTo("Status w sklepie: anulowane");
        assertThat(rig.order(ids.get(1)).path("status").asText()).isEqualTo("odrzucone");
        rig.poll();
        assertThat(rig.order(ids.get(2)).path("state").asText()).isEqualTo("CLOSED");
        assertThat(documents(ids.get(2))).isEmpty();
        rig.shop.setStatus(ids.get(2), 3);
        Rig.eventually(() -> {
            rig.poll();
            assertThat(rig.order(ids.get(2)).path("state").asText()).isEqualTo("REALISED");
        });
        assertThat(documents(ids.get(2))).hasSize(1);
    }

    @Test
    void z11AnOrderWhoseStatusHasMovedOnIsStillRealised() throws Exception {
        rig.erp.addProduct("BRAK-2", "Brakujący", "0");
        long id = rig.shop.addOrder(order().line("BRAK-2", "10.00", "1").status(3));
        rig.poll();
        Rig.eventually(() -> assertThat(letter(id).path("error").asText()).contains("BRAK-2"));

        rig.shop.setStatus(id, 2);
        rig.erp.restock("BRAK-2", "1");
        rig.poll();

        rig.awaitState("REALISED", id);
    }

    @Test
    void z11AnOrderCancelledWhileItWaitedForStockGetsNoDocumentAndItsDeadLetterCloses() throws Exception {
        rig.erp.addProduct("BRAK-3", "Brakujący", "0");
        long id = rig.shop.addOrder(order().line("BRAK-3", "10.00", "1").status(3));
        rig.poll();
        Rig.eventually(() -> assertThat(letter(id).path("error").asText()).contains("BRAK-3"));

        rig.shop.setStatus(id, 8);
        rig.erp.restock("BRAK-3", "1");
        rig.poll();

        rig.awaitState("CLOSED", id);
        assertThat(documents(id)).isEmpty();
        assertThat(rig.order(id).path("problem").isNull()).isTrue();
        assertThat(rig.order(id).path("closedReason").asText()).isEqualTo("Status w sklepie: anulowane");
    }

    @Test
    void h3TheStatusInTheRegisterFollowsTheShop() throws Exception {
        long id = rig.shop.addOrder(order());
        rig.imported(id);

        rig.shop.setStatus(id, 5);
        rig.poll();
        assertThat(rig.order(id).path("status").asText()).isEqualTo("oczekiwanie na płatność");
        assertThat(rig.order(id).path("statusId").asLong()).isEqualTo(5);
        rig.shop.setStatus(id, 2);
        rig.poll();

        assertThat(rig.order(id).path("status").asText()).isEqualTo("w realizacji");
        assertThat(rig.order(id).path("events").findValuesAsText("text"))
                .contains("Status w sklepie: oczekiwanie na płatność", "Status w sklepie: w realizacji");
    }

    @Test
    void z4AClosedPeriodIsWaitedForAndTheOrderIsSoldOnce() throws Exception {
        long id = rig.shop.addOrder(order());
        rig.imported(id);
        rig.erp.closePeriod(true);
        rig.shop.setStatus(id, 3);
        rig.poll();
        Rig.eventually(
                () -> assertThat(letter(id).path("error").asText()).isEqualTo("Okres sprawozdawczy jest zamknięty."));
        rig.erp.closePeriod(false);

        rig.poll();

        rig.awaitState("REALISED", id);
        theDocument(id);
    }

    private OrderBuilder order() {
        return new OrderBuilder().with("email", "z" + ++buyers + "@example.pl").line("KUB-300", "0.99", "1");
    }

    private List<ObjectNode> documents(long id) {
        return rig.erp.invoices().stream()
                .filter(each -> each.get("OrderNumber").asText().equals("SH/" + id))
                .toList();
    }

    private ObjectNode theDocument(long id) {
        assertThat(documents(id)).hasSize(1);
        return documents(id).get(0);
    }

    private JsonNode letter(long id) throws Exception {
        return StreamSupport.stream(rig.deadLetters().spliterator(), false)
                .filter(each -> each.path("shopOrderId").asLong() == id)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no dead letter of " + id));
    }
}
