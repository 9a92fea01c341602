package pl.zmobridge.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import pl.zmobridge.sim.OrderBuilder;
import pl.zmobridge.support.Rig;

@DisplayName("The four scenarios of the rules, and what an operator can do")
class ScenariosTest {
    private static final int PAID = 3;
    private static Rig rig;

    @BeforeAll
    static void start() throws Exception {
        rig = new Rig()
                .set("redelivery.initial", "1h") // no letter is over before an operator has done what a test says
                .set("redelivery.max", "1h")
                .start();
    }

    @AfterAll
    static void stop() {
        rig.close();
    }

    @Test
    @DisplayName("Scenario I (Z2): an imported order that reaches a realise status is realised")
    void scenarioI() throws Exception {
        long id = imported(order());

        rig.shop.setStatus(id, PAID);
        rig.poll();

        awaitState(id, "REALISED");
        assertThat(invoicesOf("SH/" + id)).isEqualTo(1);
    }

    @Test
    @DisplayName("Scenario II (Z3): an order that is paid when it is imported gets ZMO and sales document at once")
    void scenarioII() throws Exception {
        long id = rig.shop.addOrder(order().status(PAID).build());

        rig.poll();

        awaitState(id, "REALISED");
        assertThat(invoicesOf("SH/" + id)).isEqualTo(1);
    }

    @Test
    @DisplayName("Scenario III (Z7): a re-import of a realised order makes a second ZMO and document, once confirmed")
    void scenarioIII() throws Exception {
        long id = rig.shop.addOrder(order().status(PAID).build());
        rig.poll();
        awaitState(id, "REALISED");

        HttpResponse<String> asked = post("/api/orders/" + id + "/reimport");
        assertThat(asked.statusCode()).isEqualTo(409);
        assertThat(asked.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(asked.body()).contains("SH/" + id + " (2)", "confirm=true");
        assertThat(rig.erp.order("SH/" + id + " (2)")).isEmpty();

        assertThat(post("/api/orders/" + id + "/reimport?confirm=true").statusCode())
                .isEqualTo(200);

        awaitState(id, "REALISED");
        JsonNode order = rig.order(id);
        assertThat(order.path("imports")).hasSize(2);
        assertThat(order.path("erpNumber").asText()).isEqualTo("SH/" + id + " (2)");
        assertThat(invoicesOf("SH/" + id)).isEqualTo(1);
        assertThat(invoicesOf("SH/" + id + " (2)")).isEqualTo(1);
    }

    @Test
    @DisplayName(
            "Scenario IV (Z8): after the ZMO was deleted in the ERP the order is imported again and realised as any other")
    void scenarioIV() throws Exception {
        long id = imported(order());
        rig.erp.deleteOrder(rig.order(id).path("erpOrderId").asInt());

        assertThat(post("/api/orders/" + id + "/reimport").statusCode()).isEqualTo(200);
        awaitState(id, "ISSUED");
        rig.shop.setStatus(id, PAID);
        rig.poll();

        awaitState(id, "REALISED");
        assertThat(rig.order(id).path("erpNumber").asText()).isEqualTo("SH/" + id);
        assertThat(invoicesOf("SH/" + id)).isEqualTo(1);
    }

    @Test
    @DisplayName("A replay takes the shop's current data and says what changed")
    void replayTakesTheShopsCurrentData() throws Exception {
        long id = rig.shop.addOrder(
                new OrderBuilder().line("NIE-MA", "10.00", "1").build());
        rig.poll();
        JsonNode letter = awaitLetter(id);
        assertThat(letter.path("error").asText()).contains("NIE-MA");

        rig.shop.editLines(id, lines -> lines.get(0).put("code", "SPD-101"));
        await().untilAsserted(() -> {
            HttpResponse<String> replayed =
                    post("/api/dead-letters/" + letter.path("id").asLong() + "/replay");
            assertThat(replayed.statusCode()).isEqualTo(200);
            assertThat(replayed.body()).contains("RESOLVED", "pozycje: NIE-MA");
        });

        awaitState(id, "ISSUED");
        assertThat(post("/api/dead-letters/" + letter.path("id").asLong() + "/replay")
                        .statusCode())
                .describedAs("it is resolved by now")
                .isEqualTo(409);
    }

    @Test
    @DisplayName("A discard needs a reason, closes the order and is not tried again")
    void discardNeedsAReason() throws Exception {
        long id = rig.shop.addOrder(new OrderBuilder().line("", "10.00", "1").build());
        rig.poll();
        String letter = "/api/dead-letters/" + awaitLetter(id).path("id").asLong();

        assertThat(post(letter + "/discard").statusCode()).isEqualTo(422);
        await().untilAsserted(() -> assertThat(rig.exchange(rig.request(letter + "/discard")
                                .POST(BodyPublishers.ofString("{\"reason\":\"zamówienie testowe\"}"))
                                .build())
                        .statusCode())
                .isEqualTo(200));

        JsonNode order = rig.order(id);
        assertThat(order.path("state").asText()).isEqualTo("CLOSED");
        assertThat(order.path("closedReason").asText()).isEqualTo("zamówienie testowe");
        assertThat(order.path("problem").isNull()).isTrue();
    }

    @Test
    @DisplayName("An operator realises an order whatever its status, but not one that the shop has cancelled (Z11)")
    void operatorRealises() throws Exception {
        long sent = imported(order());
        long cancelled = imported(order());
        rig.shop.setStatus(cancelled, 8);

        assertThat(post("/api/orders/" + sent + "/realise").body()).contains("\"REALISED\"");
        HttpResponse<String> refused = post("/api/orders/" + cancelled + "/realise");

        assertThat(refused.body()).contains("\"CLOSED\"", "anulowane");
        assertThat(invoicesOf("SH/" + cancelled)).isZero();
        assertThat(post("/api/orders/" + sent + "/realise").statusCode()).isEqualTo(409);
    }

    @Test
    @DisplayName("An order is fetched and imported at once when an operator asks, and only if it exists")
    void importNow() throws Exception {
        long id = rig.shop.addOrder(order().build());

        assertThat(post("/api/orders/" + id + "/import").body()).contains("\"ISSUED\"");
        assertThat(post("/api/orders/" + id + "/import").body()).contains("\"ISSUED\"");
        assertThat(post("/api/orders/999999/import").statusCode()).isEqualTo(404);
        assertThat(post("/api/orders/999999/reimport").statusCode()).isEqualTo(404);
        assertThat(post("/api/dead-letters/999999/replay").statusCode()).isEqualTo(404);
        assertThat(post("/api/orders/drop%20table/import").statusCode()).isEqualTo(404);
        assertThat(rig.erp.orders().stream()
                        .filter(zmo -> zmo.path("Description").asText().startsWith("SH/" + id + " |")))
                .hasSize(1);
    }

    private static OrderBuilder order() {
        return new OrderBuilder().line("SPD-101", "149.95", "1");
    }

    private static long imported(OrderBuilder order) throws Exception {
        long id = rig.shop.addOrder(order.build());
        rig.poll();
        awaitState(id, "ISSUED");
        return id;
    }

    private static void awaitState(long id, String state) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> assertThat(rig.order(id).path("state").asText()).isEqualTo(state));
    }

    private static JsonNode awaitLetter(long id) {
        return await().atMost(Duration.ofSeconds(20)).until(() -> letter(id), found -> !found.isMissingNode());
    }

    private static JsonNode letter(long id) throws Exception {
        for (JsonNode letter : rig.deadLetters()) {
            if (letter.path("shopOrderId").asLong() == id) {
                return letter;
            }
        }
        return com.fasterxml.jackson.databind.node.MissingNode.getInstance();
    }

    private static long invoicesOf(String number) {
        return rig.erp.invoices().stream()
                .filter(invoice -> invoice.path("OrderNumber").asText().equals(number))
                .count();
    }

    private static HttpResponse<String> post(String path) throws Exception {
        return rig.exchange(rig.request(path).POST(BodyPublishers.noBody()).build());
    }
}
