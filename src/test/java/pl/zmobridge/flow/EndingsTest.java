package pl.zmobridge.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import pl.zmobridge.sim.Fault;
import pl.zmobridge.sim.FaultKind;
import pl.zmobridge.support.Rig;

/** What becomes of an order that ends otherwise than with its sale, or changes after it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EndingsTest extends CasesFixture {
    private static final int NEW = 1;
    private static final int PAID = 3;
    private static final int SENT = 4;
    private static final int CANCELLED = 8;
    private static final int RETURNED = 10;

    @BeforeAll
    void start() throws Exception {
        rig = new Rig().set("order.cancelled", "keep").start();
        issued(order()); // always watched, so that each poll looks at ended orders too
    }

    @AfterAll
    void stop() {
        rig.close();
    }

    @AfterEach
    void noFaults() {
        rig.shop.faults().clear();
    }

    // ---- E1, E2: cancelled before the sale, and alive again

    @Test
    @DisplayName("case 19 E1: a cancelled order's ZMO that is kept is a review, which names it and what it reserves")
    void keptZmo() throws Exception {
        long id = issued(order());

        rig.shop.setStatus(id, CANCELLED);
        rig.poll();

        assertThat(rig.order(id).path("state").asText()).isEqualTo("CLOSED");
        assertThat(rig.order(id).path("closedReason").asText()).isEqualTo("Status w sklepie: anulowane");
        assertThat(review(id, "CANCELLED_ZMO_STAYS"))
                .contains("SH/" + id)
                .contains("1 × SPD-101")
                .contains("anulowane");
        assertThat(english(id)).contains("still reserves: 1 × SPD-101");
    }

    @Test
    @DisplayName("case 21 E2: a cancelled order that comes back to life and is paid is sold, and its review is gone")
    void aliveAgain() throws Exception {
        long id = issued(order());
        rig.shop.setStatus(id, CANCELLED);
        rig.poll();
        review(id, "CANCELLED_ZMO_STAYS");

        rig.shop.setStatus(id, NEW);
        rig.poll();
        assertThat(rig.order(id).path("state").asText()).isEqualTo("ISSUED");
        assertThat(letter(id)).isEmpty();
        rig.shop.setStatus(id, PAID);

        pollUntil("REALISED", id);
        assertThat(sold(id)).isEqualByComparingTo("169.94");
        assertThat(events(id)).contains("Zamówienie w sklepie znów żyje: złożone");
    }

    @Test
    @DisplayName("E2: an order that had been paid before it was cancelled is not sold when it lives again unpaid")
    void aliveAgainUnpaid() throws Exception {
        rig.erp.setStock("BUT-0042", "0");
        long id = rig.shop.addOrder(empty().line("BUT-0042", "10.00", "1").status(PAID));
        rig.poll();
        rig.awaitState("ISSUED", id);
        Rig.eventually(() -> assertThat(letter(id)).isPresent());
        rig.shop.setStatus(id, CANCELLED);
        rig.poll();
        rig.awaitState("CLOSED", id);

        rig.shop.setStatus(id, NEW);
        rig.poll();
        rig.erp.setStock("BUT-0042", "5");
        rig.poll();
        rig.poll();

        assertThat(rig.order(id).path("state").asText()).isEqualTo("ISSUED");
        assertThat(documents(id)).isEmpty();
    }

    @Test
    @DisplayName("E1, E2: an order that is cancelled when it is first seen gets no ZMO, until it lives again")
    void cancelledWhenFirstSeen() throws Exception {
        long id = rig.shop.addOrder(order().status(CANCELLED));
        rig.poll();

        assertThat(rig.order(id).path("state").asText()).isEqualTo("CLOSED");
        assertThat(rig.order(id).path("closedReason").asText()).isEqualTo("Status w sklepie: anulowane");
        rig.poll();
        assertThat(rig.erp.order("SH/" + id)).isEmpty();

        rig.shop.desk().line(id, 0, "price", "49.95");
        rig.shop.desk().header(id, "sum", "69.94");
        rig.shop.setStatus(id, PAID);
        pollUntil("REALISED", id);
        assertThat(sold(id)).isEqualByComparingTo("69.94");
    }

    @Test
    @DisplayName("E1: an order that is cancelled before its retry gets no ZMO")
    void cancelledBeforeTheRetry() throws Exception {
        long id = rig.shop.addOrder(empty().line("NIE-MA", "10.00", "1"));
        rig.poll();
        Rig.eventually(() -> assertThat(letter(id)).isPresent());
        rig.erp.addProduct("NIE-MA", "Towar", "10");

        rig.shop.setStatus(id, CANCELLED);
        pollUntil("CLOSED", id);

        assertThat(rig.erp.order("SH/" + id)).isEmpty();
        assertThat(letter(id)).isEmpty();
    }

    @Test
    @DisplayName("E1: by default the ZMO of a cancelled order is withdrawn")
    void withdrawn() throws Exception {
        try (Rig other = new Rig()) {
            other.start();
            long id = other.shop.addOrder(order());
            other.imported(id);

            other.shop.setStatus(id, CANCELLED);
            other.poll();

            assertThat(other.order(id).path("state").asText()).isEqualTo("CLOSED");
            Rig.eventually(() -> assertThat(other.erp.order("SH/" + id)).isEmpty());
            assertThat(other.order(id).path("state").asText()).isEqualTo("CLOSED");
        }
    }

    // ---- E3: sent, never paid

    @Test
    @DisplayName(
            "case 20 E3: an order that was sent without a status that realises is a review, until it is paid after all")
    void sentUnpaid() throws Exception {
        long id = issued(order());

        rig.shop.setStatus(id, SENT);
        rig.poll();

        assertThat(review(id, "SENT_UNPAID")).contains("SH/" + id, "wysłane");
        rig.shop.setStatus(id, PAID);
        pollUntil("REALISED", id);
        assertThat(letter(id)).isEmpty();
    }

    @Test
    @DisplayName("E3: also when it was sent before it was first seen; a review that a person acknowledged stays away")
    void sentWhenFirstSeen() throws Exception {
        long id = issued(order().status(SENT));
        rig.poll();
        review(id, "SENT_UNPAID");

        rig.post(
                "/api/dead-letters/" + letter(id).orElseThrow().path("id").asLong() + "/discard",
                "{\"reason\":\"gratis\"}");
        rig.poll();

        assertThat(letter(id)).isEmpty();
        assertThat(rig.order(id).path("state").asText()).isEqualTo("ISSUED");
    }

    // ---- E4: deleted

    @Test
    @DisplayName("case 40 E4: an order that was deleted in the shop ends as cancelled, with that reason")
    void deleted() throws Exception {
        long id = issued(order());

        rig.shop.desk().delete(id);
        Rig.eventually(
                () -> { // its worker may still hold it
                    rig.poll();
                    assertThat(rig.order(id).path("state").asText()).isEqualTo("CLOSED");
                });
        assertThat(rig.order(id).path("closedReason").asText()).isEqualTo("Zamówienie usunięto w sklepie");
        assertThat(review(id, "CANCELLED_ZMO_STAYS")).contains("SH/" + id);
        rig.shop.forgetRequests();
        rig.poll();
        assertThat(rig.shop.requests(each -> each.path().endsWith("/" + id))).isZero();
    }

    @Test
    @DisplayName("case 40 E4: a 404 that is not the shop's own says nothing, and stops no poll")
    void bareNotFound() throws Exception {
        long id = issued(order());
        long other = issued(order());
        rig.shop.desk().delete(id);
        rig.shop.faults().add(Fault.of(FaultKind.NOT_FOUND_HTML).when(each -> each.path()
                .endsWith("/orders/" + id)));
        rig.shop.setStatus(other, PAID);

        pollUntil("REALISED", other);
        assertThat(rig.order(id).path("state").asText()).isEqualTo("ISSUED");

        rig.shop.faults().clear();
        pollUntil("CLOSED", id);
    }

    // ---- S2: changed before the sale

    @Test
    @DisplayName(
            "case 5 S2, S4: a ZMO whose order has changed in the shop is edited after the next poll, and the timeline says once what changed")
    void changedBeforeTheSale() throws Exception {
        try (Rig other = new Rig()) {
            other.start();
            long id = other.shop.addOrder(order());
            other.imported(id);
            long same = other.shop.addOrder(order());
            other.imported(same);

            other.shop.desk().addLine(id, "KUB-300", "30.00", "1");
            other.poll();

            Rig.eventually(() -> assertThat(total(other, id)).isEqualByComparingTo("199.94"));
            assertThat(total(other, same)).isEqualByComparingTo("169.94");
            assertThat(other.sent("PUT", "/api/OrdersIssue/Edit")).hasSize(1);
            assertThat(other.order(id).path("events").toString()).containsOnlyOnce("suma: 169.94 → 199.94");
        }
    }

    @Test
    @DisplayName("S2: a row that a version before has stored is compared with the card, once")
    void withoutDigest() throws Exception {
        long id = issued(order());
        sql("UPDATE orders SET shop_digest = NULL WHERE shop_order_id = " + id);

        rig.poll();

        Map<String, Object> row = rig.row(
                "SELECT i.change_due, o.shop_digest FROM orders o JOIN imports i USING (shop, shop_order_id) WHERE o.shop_order_id = "
                        + id);
        assertThat(row).containsEntry("change_due", null);
        assertThat(row.get("shop_digest")).isNotNull();
    }

    // ---- S5, E6: after the sale

    @Test
    @DisplayName(
            "S5, E6: an order that changes after its sale is a review with both figures and the document, until it is as it was")
    void changedAfterTheSale() throws Exception {
        long id = rig.shop.addOrder(order().status(PAID));
        pollUntil("REALISED", id);

        rig.shop.editOrder(id, row -> row.put("sum", "199.94"));
        rig.poll();

        String document = theDocument(id).get("DocumentNumber").asText();
        assertThat(review(id, "CHANGED_AFTER_SALE")).contains(document, "suma: 169.94 → 199.94");
        assertThat(english(id)).contains("total: 169.94 → 199.94");
        assertThat(sold(id)).isEqualByComparingTo(new BigDecimal("169.94"));

        rig.shop.editOrder(id, row -> row.put("sum", "169.94"));
        rig.poll();
        assertThat(letter(id)).isEmpty();
    }

    @Test
    @DisplayName(
            "E6: an order that is returned after its sale is a review that names the document, until it is not any more")
    void returnedAfterTheSale() throws Exception {
        long id = rig.shop.addOrder(order().status(PAID));
        pollUntil("REALISED", id);

        rig.shop.setStatus(id, RETURNED);
        rig.poll();

        assertThat(review(id, "CANCELLED_AFTER_SALE"))
                .contains(theDocument(id).get("DocumentNumber").asText(), "zwrócone");
        assertThat(rig.order(id).path("state").asText()).isEqualTo("REALISED");
        rig.shop.setStatus(id, SENT);
        rig.poll();
        assertThat(letter(id)).isEmpty();
    }

    @Test
    @DisplayName("E4, E6: an order that is deleted after its sale is a review, told once")
    void deletedAfterTheSale() throws Exception {
        long id = rig.shop.addOrder(order().status(PAID));
        pollUntil("REALISED", id);

        rig.shop.desk().delete(id);
        rig.poll();
        rig.poll();

        assertThat(review(id, "DELETED_AFTER_SALE"))
                .contains(theDocument(id).get("DocumentNumber").asText());
        assertThat(letter(id).orElseThrow().path("attempts").asInt()).isEqualTo(1);
    }

    @Test
    @DisplayName(
            "E6: an order that is sold while a poll finds it cancelled keeps its reviews, and its cancellation is one more")
    void soldWhileFoundCancelled() throws Exception {
        long first = issued(order());
        long id = issued(order());
        rig.shop.setStatus(id, SENT);
        rig.poll();
        review(id, "SENT_UNPAID");
        rig.shop.setStatus(first, CANCELLED);
        rig.shop.setStatus(id, CANCELLED);
        try (Connection other = DriverManager.getConnection(rig.database(), "root", "");
                Statement holds = other.createStatement()) {
            other.setAutoCommit(false);
            holds.executeQuery("SELECT 1 FROM orders WHERE shop = 'main' AND shop_order_id = " + first + " FOR UPDATE")
                    .close();
            Future<?> poll = CompletableFuture.supplyAsync(() -> polled());
            Rig.eventually(() -> assertThat(rig.row("SELECT COUNT(*) AS waiting FROM information_schema.PROCESSLIST"
                            + " WHERE DB = DATABASE() AND ID <> CONNECTION_ID() AND INFO LIKE '%SET status_id%'"))
                    .isEqualTo(Map.of("waiting", 1L)));
            sql(
                    "UPDATE orders SET state = 'REALISED', due_step = NULL, watch_until = UTC_TIMESTAMP(3) + INTERVAL 14 DAY"
                            + " WHERE shop = 'main' AND shop_order_id = " + id);
            sql("UPDATE dead_letters SET cause = 'CHANGED_AFTER_SALE' WHERE shop = 'main' AND shop_order_id = " + id);
            other.commit();
            poll.get();
        }
        assertThat(rig.order(first).path("state").asText()).isEqualTo("CLOSED");
        assertThat(letter(id)).isPresent();
        assertThat(events(id)).doesNotContain("\"CLOSED\"");

        rig.poll();
        assertThat(StreamSupport.stream(rig.deadLetters().spliterator(), false)
                        .filter(letter -> letter.path("shopOrderId").asLong() == id))
                .extracting(letter -> letter.path("cause").asText())
                .hasSize(2)
                .contains("CANCELLED_AFTER_SALE");
    }

    private Void polled() {
        try {
            rig.poll();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return null;
    }

    /** What the order's only open item says, a review of that cause. */
    private String review(long id, String cause) throws Exception {
        JsonNode letter = letter(id).orElseThrow(() -> new AssertionError("no review of " + id));
        assertThat(letter.path("step").asText()).isEqualTo("REVIEW");
        assertThat(letter.path("cause").asText()).isEqualTo(cause);
        assertThat(letter.path("waitsFor").asText()).isEqualTo("PERSON");
        return letter.path("error").asText();
    }

    private String english(long id) throws Exception {
        return rig.exchange(rig.request("/api/orders/" + id)
                        .header("Accept-Language", "en")
                        .GET()
                        .build())
                .body();
    }

    private String events(long id) throws Exception {
        return rig.order(id).path("events").toString();
    }

    private static BigDecimal total(Rig rig, long id) {
        return rig.erp.order("SH/" + id).orElseThrow().get("GrossValue").decimalValue();
    }

    private void sql(String statement) throws SQLException {
        try (Connection connection = DriverManager.getConnection(rig.database(), "root", "");
                Statement sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }
}
