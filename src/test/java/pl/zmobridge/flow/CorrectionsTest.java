package pl.zmobridge.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import pl.zmobridge.sim.Fault;
import pl.zmobridge.sim.FaultKind;
import pl.zmobridge.support.Rig;

/** E6: the correction of a sold order that was returned or changed, proposed, read by a person, and sent once. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CorrectionsTest extends CasesFixture {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NEW = "/api/SalesIssue/NewCorrection";
    private static final int PAID = 3;
    private static final int SENT = 4;
    private static final int RETURNED = 10;

    @BeforeAll
    void start() throws Exception {
        rig = new Rig()
                .set("symfonia.write-timeout", "1s")
                .set("symfonia.correction.invoice.type", "FKS")
                .set("symfonia.correction.invoice.series", "sFKS")
                .set("symfonia.correction.receipt.type", "PARK")
                .set("symfonia.correction.receipt.series", "sPARK");
        rig.start(main -> main.addInitialProperty("corrections.settle", "300"));
        issued(order()); // always watched, so that each poll looks at ended orders too
    }

    @AfterAll
    void stop() {
        rig.close();
    }

    @AfterEach
    void asBefore() {
        rig.shop.faults().clear();
        rig.erp.faults().clear();
        rig.erp
                .switches()
                .dropNotes(false)
                .tellCorrections(true)
                .hideCorrections(false)
                .forbidCorrections(false)
                .ignoreCorrections(0);
    }

    @Test
    @DisplayName(
            "E6: a returned order's correction takes every line to 0; it is sent once, told with who, and E6 is not raised again")
    void returned() throws Exception {
        long id = returnedOrder();
        JsonNode proposal = proposal(id);
        assertThat(proposal.path("why").asText()).isEqualTo("RETURNED");
        assertThat(proposal.path("doubts")).isEmpty();
        assertThat(proposal.path("difference").asText()).isEqualTo("-169.94");
        assertThat(proposal.path("lines")).hasSize(2);
        assertThat(proposal.at("/rates/0/difference").asText()).isEqualTo("-169.94");

        JsonNode done = issue(id, proposal);

        ObjectNode correction = theCorrection(id);
        assertThat(correction.get("GrossValue").decimalValue()).isEqualByComparingTo("-169.94");
        assertThat(sent(id)).singleElement().satisfies(body -> assertThat(
                        body.equals(CorrectionsTest::compare, proposal.path("request")))
                .describedAs("%s is what was shown, %s", body, proposal.path("request"))
                .isTrue());
        assertThat(done.at("/corrections/0/number").asText())
                .isEqualTo(correction.get("DocumentNumber").asText());
        assertThat(done.at("/corrections/0/difference").asText()).isEqualTo("-169.94");
        assertThat(done.at("/corrections/0/state").asText()).isEqualTo("ISSUED");
        assertThat(done.path("events").toString())
                .contains("wysyłana do Symfonii")
                .contains(correction.get("DocumentNumber").asText() + " do " + number(id) + " wystawiona: -169.94");
        assertThat(done.path("problems")).isEmpty();
        rig.poll();
        rig.poll();
        assertThat(letter(id)).isEmpty();
        assertThat(rig.get("/api/orders?q="
                                + correction.get("DocumentNumber").asText().replace("/", "%2F"))
                        .path("total")
                        .asInt())
                .isEqualTo(1);
        assertThat(status("POST", id, version(proposal))).isEqualTo(409);
        assertThat(corrections(id)).hasSize(1);
    }

    @Test
    @DisplayName("E6: a corrected return that lives again in the shop is a review, once")
    void aliveAgain() throws Exception {
        long id = returnedOrder();
        issue(id, proposal(id));

        rig.shop.setStatus(id, SENT);
        rig.poll();
        rig.poll();

        JsonNode letter = letter(id).orElseThrow();
        assertThat(letter.path("cause").asText()).isEqualTo("ALIVE_AFTER_CORRECTION");
        assertThat(letter.path("attempts").asInt()).isEqualTo(1);
    }

    @Test
    @DisplayName("E6: a person can leave the delivery of a returned order paid")
    void keepsDelivery() throws Exception {
        long id = returnedOrder();
        JsonNode proposal = rig.get("/api/orders/" + id + "/correction?delivery=keep");
        assertThat(proposal.path("after").asText()).isEqualTo("19.99");

        rig.post(
                "/api/orders/" + id + "/correction",
                "{\"version\":\"" + proposal.path("version").asText() + "\",\"delivery\":\"keep\"}");

        assertThat(theCorrection(id).get("GrossValue").decimalValue()).isEqualByComparingTo("-149.95");
    }

    @Test
    @DisplayName(
            "E6: of an order with a piece less only that is corrected; the order is then what its documents come to, and a new difference is a review again")
    void partly() throws Exception {
        long id = sold("2");
        edit(id, "1", "169.94");
        JsonNode proposal = proposal(id);
        assertThat(proposal.path("why").asText()).isEqualTo("CHANGED");
        assertThat(proposal.at("/lines/0/after/quantity").asText()).isEqualTo("1");
        assertThat(proposal.at("/lines/0/difference/value").asText()).isEqualTo("-149.95");
        assertThat(proposal.at("/lines/1/difference/value").asText()).isEqualTo("0.00");

        JsonNode done = issue(id, proposal);

        assertThat(theCorrection(id).get("GrossValue").decimalValue()).isEqualByComparingTo("-149.95");
        assertThat(done.path("total").asText()).isEqualTo("169.94");
        assertThat(done.at("/lines/0/quantity").decimalValue()).isEqualByComparingTo("1");
        assertThat(done.path("problems")).isEmpty();
        rig.poll();
        assertThat(letter(id)).isEmpty();
        rig.shop.editOrder(id, row -> row.put("notes", "proszę o kontakt"));
        rig.poll();
        assertThat(letter(id)).describedAs("the same difference").isEmpty();

        rig.shop.desk().line(id, 0, "price", "100.00");
        rig.shop.desk().header(id, "sum", "119.99");
        rig.poll();
        assertThat(letter(id).orElseThrow().path("error").asText()).contains("169.94 → 119.99");
        assertThat(codes(proposal(id))).contains("CORRECTED_BEFORE");
        assertThat(status("POST", id, version(proposal(id)))).isEqualTo(409);
        JsonNode byHand = rig.post(
                "/api/orders/" + id + "/correction",
                "{\"version\":\"" + proposal(id).path("version").asText() + "\",\"number\":\"FKS 9/2026\"}");
        assertThat(byHand.path("total").asText()).isEqualTo("119.99");
        assertThat(byHand.at("/corrections/1/state").asText()).isEqualTo("BY_HAND");
        rig.poll();
        assertThat(letter(id)).isEmpty();
        assertThat(corrections(id)).hasSize(1);
    }

    @Test
    @DisplayName("E6, I2: after a lost answer the correction is found by its mark, and never sent again")
    void lostAnswer() throws Exception {
        long id = returnedOrder();
        JsonNode proposal = proposal(id);
        rig.erp.faults().add(Fault.answerLost().on("POST", NEW).once());

        assertThat(status("POST", id, version(proposal))).isEqualTo(503);
        assertThat(codes(proposal(id))).contains("PENDING");
        assertThat(status("POST", id, version(proposal))).isEqualTo(409);

        Rig.eventually(() ->
                assertThat(rig.order(id).at("/corrections/0/state").asText()).isEqualTo("ISSUED"));
        theCorrection(id);
        assertThat(sent(id)).hasSize(1);
        assertThat(letter(id)).isEmpty();
    }

    @Test
    @DisplayName("E6, I2: what the ERP never got is told, and can be sent again")
    void neverArrived() throws Exception {
        long id = returnedOrder();
        rig.erp.faults().add(Fault.dropped().on("POST", NEW).once());

        assertThat(status("POST", id, version(proposal(id)))).isEqualTo(503);
        Rig.eventually(() -> assertThat(rig.order(id).path("events").toString()).contains("nie powstała w Symfonii"));
        assertThat(letter(id)).isPresent();
        rig.erp.faults().clear();

        Rig.eventually(() -> issue(id, proposal(id)));
        theCorrection(id);
    }

    @Test
    @DisplayName("E6, I2: a process that dies between its intent and the answer leaves what the next one settles")
    void killedMeanwhile() throws Exception {
        long written = returnedOrder();
        issue(written, proposal(written));
        unanswered(written);

        Rig.eventually(
                () -> assertThat(rig.order(written).at("/corrections/0/state").asText())
                        .isEqualTo("ISSUED"));

        theCorrection(written);
        assertThat(sent(written)).hasSize(1);
    }

    @Test
    @DisplayName("E6, I2: what cannot be told from another correction is for a person, who notes its number")
    void unsettled() throws Exception {
        long id = returnedOrder();
        JsonNode proposal = proposal(id);
        rig.erp.switches().dropNotes(true);
        rig.erp.faults().add(Fault.answerLost().on("POST", NEW).once());
        assertThat(status("POST", id, version(proposal))).isEqualTo(503);

        Rig.eventually(
                () -> assertThat(rig.order(id).path("problems").toString()).contains("CORRECTION_UNSETTLED"));
        assertThat(codes(proposal(id))).contains("UNSETTLED", "CORRECTED_BEFORE");
        assertThat(status("POST", id, version(proposal(id)))).isEqualTo(409);
        JsonNode done = rig.post(
                "/api/orders/" + id + "/correction",
                "{\"version\":\"" + proposal(id).path("version").asText() + "\",\"number\":\"PARK/1\"}");

        assertThat(done.path("problems")).isEmpty();
        assertThat(sent(id)).hasSize(1);
    }

    @Test
    @DisplayName("E6, I2: a correction that the ERP names and does not show may be ours, so a person looks")
    void named() throws Exception {
        long id = returnedOrder();
        issue(id, proposal(id));
        rig.erp.switches().hideCorrections(true);
        unanswered(id);

        Rig.eventually(
                () -> assertThat(rig.order(id).path("problems").toString()).contains("CORRECTION_UNSETTLED"));
    }

    @Test
    @DisplayName(
            "E6, I3: an ERP that will not tell, or fails for a day, leaves it to a person; until then others go first")
    void neverTold() throws Exception {
        long refused = returnedOrder();
        long failing = returnedOrder();
        issue(refused, proposal(refused));
        issue(failing, proposal(failing));

        rig.erp.switches().forbidCorrections(true);
        unanswered(refused);
        Rig.eventually(() -> assertThat(rig.order(refused).path("problems").toString())
                .contains("CORRECTION_UNSETTLED", "Brak uprawnień do korekt"));

        rig.erp.faults().add(Fault.of(FaultKind.ERROR_500_JSON).on("GET", "/api/Sales/CorrectionSequence"));
        unanswered(failing);
        Rig.eventually(() -> assertThat(rig.row("SELECT state, IF(unclear_until > UTC_TIMESTAMP(3)"
                        + " + INTERVAL 30 SECOND, 'later', 'soon') AS next FROM corrections WHERE shop_order_id = "
                        + failing))
                .containsEntry("state", "SENDING")
                .containsEntry("next", "later"));
        rig.change("UPDATE corrections SET begun_at = begun_at - INTERVAL 25 HOUR, unclear_until = UTC_TIMESTAMP(3)"
                + " WHERE shop_order_id = " + failing);
        Rig.eventually(
                () -> assertThat(rig.order(failing).path("problems").toString()).contains("CORRECTION_UNSETTLED"));
        assertThat(sent(failing)).hasSize(1);
    }

    @Test
    @DisplayName("E6: whoever says a blank number of his own correction issues none")
    void blankNumber() throws Exception {
        long id = returnedOrder();
        String version = proposal(id).path("version").asText();
        for (String number : List.of("\"\"", "\" \"", "null", "{}")) {
            assertThat(status("POST", id, "{\"version\":\"" + version + "\",\"number\":" + number + "}"))
                    .describedAs(number)
                    .isEqualTo(422);
        }
        assertThat(sent(id)).isEmpty();
    }

    @Test
    @DisplayName("E6: a correction by hand brings nothing of a forgotten buyer back")
    void forgotten() throws Exception {
        long id = sold("2");
        edit(id, "1", "169.94");
        rig.post(
                "/api/dead-letters/" + letter(id).orElseThrow().path("id").asLong() + "/discard",
                "{\"reason\":\"poprawione\"}");
        rig.post("/api/orders/" + id + "/forget", "");
        String version = proposal(id).path("version").asText();

        rig.post("/api/orders/" + id + "/correction", "{\"version\":\"" + version + "\",\"number\":\"FKS 8/2026\"}");

        assertThat(rig.row(
                        "SELECT GROUP_CONCAT(name SEPARATOR '') AS names FROM order_lines WHERE shop_order_id = " + id))
                .containsEntry("names", "");
    }

    @Test
    @DisplayName("E6: a stale proposal is refused in words, and nothing is sent")
    void stale() throws Exception {
        long id = sold("3");
        edit(id, "2", "319.89");
        JsonNode proposal = proposal(id);
        rig.shop.desk().line(id, 0, "quantity", "1");
        rig.shop.desk().header(id, "sum", "169.94");

        HttpResponse<String> refused = post(rig, id, version(proposal));

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("CORRECTION_STALE", "zmieniły się od czasu odczytania");
        assertThat(status("POST", id, "{}")).isEqualTo(422);
        assertThat(sent(id)).isEmpty();
    }

    @Test
    @DisplayName("E6, I8: two clicks, and two bridges, send it once")
    void twice() throws Exception {
        long id = returnedOrder();
        String body = version(proposal(id));
        Rig other = rig.another();
        other.start();
        try {
            List<CompletableFuture<Integer>> answers = Stream.of(rig, other, rig, other)
                    .map(each -> CompletableFuture.supplyAsync(() -> {
                        try {
                            return post(each, id, body).statusCode();
                        } catch (Exception e) {
                            throw new IllegalStateException(e);
                        }
                    }))
                    .toList();

            assertThat(answers.stream().map(CompletableFuture::join))
                    .containsOnlyOnce(200)
                    .containsOnly(200, 409);
        } finally {
            other.stop();
        }
        theCorrection(id);
        assertThat(sent(id)).hasSize(1);
    }

    @Test
    @DisplayName("E6: the ERP's refusal is told in its words, and can be sent again when its reason is gone")
    void refused() throws Exception {
        long id = returnedOrder();
        rig.erp.closePeriod(true);
        try {
            HttpResponse<String> refused = post(rig, id, version(proposal(id)));
            assertThat(refused.statusCode()).isEqualTo(409);
            assertThat(refused.body()).contains("Okres sprawozdawczy jest zamknięty");
        } finally {
            rig.erp.closePeriod(false);
        }
        issue(id, proposal(id));
        theCorrection(id);

        rig.post("/api/orders/" + id + "/forget", "");
        assertThat(rig.order(id).path("events").toString()).doesNotContain("Okres sprawozdawczy");
    }

    @Test
    @DisplayName(
            "E6, S3: a correction that the ERP stored otherwise is a review, and no other is sent until a person has looked")
    void storedOtherwise() throws Exception {
        long id = returnedOrder();
        long next = returnedOrder();
        rig.erp.switches().ignoreCorrections(1);

        JsonNode done = issue(id, proposal(id));

        assertThat(done.path("problems").toString()).contains("CORRECTION_DIFFERS", "pozycja 1 korekty");
        assertThat(codes(proposal(next))).contains("EARLIER_DIFFERS");
        assertThat(status("POST", next, version(proposal(next)))).isEqualTo(409);
        long letter = letter(id).orElseThrow().path("id").asLong();
        rig.post("/api/dead-letters/" + letter + "/discard", "{\"reason\":\"poprawione\"}");
        issue(next, proposal(next));
        theCorrection(next);
    }

    @Test
    @DisplayName(
            "E6: a correction that was made in the ERP, and an ERP that tells of none, leave it to a person's hand")
    void madeInTheErp() throws Exception {
        long id = returnedOrder();
        JsonNode proposal = proposal(id);
        rig.erp.switches().tellCorrections(false);
        assertThat(codes(proposal(id))).containsExactly("CORRECTIONS_UNKNOWN");
        rig.erp.switches().tellCorrections(true);
        rig.erp.desk().correct((ObjectNode) proposal.path("request"));

        assertThat(codes(proposal(id))).containsExactly("CORRECTED_BEFORE");
        assertThat(status("POST", id, version(proposal))).isEqualTo(409);
        JsonNode noted = rig.post(
                "/api/orders/" + id + "/correction",
                "{\"version\":\"" + proposal.path("version").asText() + "\",\"number\":\"PARK 1/2026\"}");
        assertThat(noted.path("problems")).isEmpty();
        assertThat(corrections(id)).hasSize(1);
        HttpResponse<String> again = post(
                rig, id, "{\"version\":\"" + proposal(id).path("version").asText() + "\",\"number\":\"park 1/2026\"}");
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.body()).contains("jest już zapisana");
    }

    @Test
    @DisplayName("E6: a deleted order, one that is not sold, and one without a type to send")
    void others() throws Exception {
        long id = rig.shop.addOrder(order().status(PAID));
        pollUntil("REALISED", id);
        rig.shop.desk().delete(id);
        rig.poll();
        assertThat(proposal(id).path("why").asText()).isEqualTo("DELETED");
        assertThat(proposal(id).path("mayIssue").asBoolean()).isTrue();

        long unsold = issued(order());
        assertThat(status("GET", unsold, "")).isEqualTo(409);

        try (Rig byHand = new Rig()) {
            byHand.start();
            long other = byHand.shop.addOrder(order().status(PAID));
            byHand.poll();
            byHand.awaitState("REALISED", other);
            byHand.shop.setStatus(other, RETURNED);
            byHand.poll();
            JsonNode proposal = byHand.get("/api/orders/" + other + "/correction");
            assertThat(codes(proposal)).containsExactly("NO_RECEIPT_TYPE");
            assertThat(proposal.path("difference").asText()).isEqualTo("-169.94");
            assertThat(post(byHand, other, version(proposal)).statusCode()).isEqualTo(409);
            assertThat(byHand.erp.corrections()).isEmpty();
        }
    }

    // ---- words

    /** As a process leaves it that dies before it has noted the answer. */
    private void unanswered(long id) throws Exception {
        rig.change("UPDATE corrections SET state = 'SENDING', number = NULL, document_id = NULL, ended_at = NULL,"
                + " unclear_until = UTC_TIMESTAMP(3) WHERE shop_order_id = " + id);
    }

    private long returnedOrder() throws Exception {
        long id = rig.shop.addOrder(order().status(PAID));
        pollUntil("REALISED", id);
        rig.shop.setStatus(id, RETURNED);
        rig.poll();
        assertThat(letter(id).orElseThrow().path("cause").asText()).isEqualTo("CANCELLED_AFTER_SALE");
        return id;
    }

    private long sold(String quantity) throws Exception {
        long id = rig.shop.addOrder(empty().line("SPD-101", "149.95", quantity).status(PAID));
        pollUntil("REALISED", id);
        return id;
    }

    private void edit(long id, String quantity, String sum) throws Exception {
        rig.shop.desk().line(id, 0, "quantity", quantity);
        rig.shop.desk().header(id, "sum", sum);
        rig.poll();
        assertThat(letter(id).orElseThrow().path("cause").asText()).isEqualTo("CHANGED_AFTER_SALE");
    }

    private JsonNode proposal(long id) throws Exception {
        return rig.get("/api/orders/" + id + "/correction");
    }

    private JsonNode issue(long id, JsonNode proposal) throws Exception {
        return rig.post("/api/orders/" + id + "/correction", version(proposal));
    }

    private static String version(JsonNode proposal) {
        return "{\"version\":\"" + proposal.path("version").asText() + "\"}";
    }

    private static int compare(JsonNode one, JsonNode other) {
        if (one.isNumber() && other.isNumber()) {
            return one.decimalValue().compareTo(other.decimalValue());
        }
        return one.equals(other) ? 0 : 1;
    }

    private static List<String> codes(JsonNode proposal) {
        return proposal.path("doubts").findValuesAsText("code");
    }

    private int status(String method, long id, String body) throws Exception {
        return method.equals("POST")
                ? post(rig, id, body).statusCode()
                : rig.exchange(rig.request("/api/orders/" + id + "/correction")
                                .GET()
                                .build())
                        .statusCode();
    }

    private static HttpResponse<String> post(Rig rig, long id, String body) throws Exception {
        return rig.exchange(rig.request("/api/orders/" + id + "/correction")
                .header("Accept-Language", "pl")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private String number(long id) {
        return theDocument(id).get("DocumentNumber").asText();
    }

    private List<ObjectNode> corrections(long id) {
        long document = theDocument(id).get("Id").asLong();
        return rig.erp.corrections().stream()
                .filter(each -> each.get("MasterDocumentOid").asLong() == document)
                .toList();
    }

    private ObjectNode theCorrection(long id) {
        assertThat(corrections(id)).describedAs("corrections of SH/%d", id).hasSize(1);
        return corrections(id).get(0);
    }

    /** What the ERP was sent for the order. */
    private List<JsonNode> sent(long id) throws Exception {
        long document = theDocument(id).get("Id").asLong();
        List<JsonNode> bodies = new ArrayList<>();
        for (JsonNode body : rig.sent("POST", NEW)) {
            if (body.path("MasterDocumentId").asLong() == document) {
                bodies.add(JSON.readTree(body.toString()));
            }
        }
        return bodies;
    }
}
