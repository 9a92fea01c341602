package pl.zmobridge.flow;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import pl.zmobridge.settings.LogFormat;
import pl.zmobridge.sim.Fault;
import pl.zmobridge.sim.FaultKind;
import pl.zmobridge.sim.StatusChange;
import pl.zmobridge.support.Browser;
import pl.zmobridge.support.CapturedLog;
import pl.zmobridge.support.Rig;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("A tracking number")
class ParcelsTest extends CasesFixture {
    private static final String PARCELS = "/webapi/rest/parcels";

    private Path folder;

    @BeforeAll
    void start(@TempDir Path directory) throws Exception {
        folder = directory;
        rig = new Rig()
                .set("parcels.enabled", "true")
                .set("parcels.folder", folder.toString())
                .set("feedback.imported-status", "2")
                .set("feedback.realised-status", "5");
        rig.start(main -> {
            main.addInitialProperty("parcels.look", "300");
            main.addInitialProperty("parcels.settle", "100");
        });
    }

    @AfterAll
    void stop() {
        rig.close();
    }

    @AfterEach
    void mend() {
        rig.shop.faults().clear();
        rig.shop.grant("parcels");
        rig.shop.grant("parcels:edit");
        rig.shop.ignoreFilters(false);
    }

    private long issued() throws Exception {
        long id = rig.shop.addOrder(order().with("shipping_id", "2"));
        rig.imported(id);
        Rig.eventually(() -> assertThat(api(id)).contains(2L));
        return id;
    }

    private JsonNode add(long id, String number) throws Exception {
        return rig.post("/api/orders/" + id + "/parcel", "{\"number\":\"" + number + "\"}");
    }

    private List<String> inShop(long id) throws Exception {
        return rig.shop.parcels(id).stream()
                .map(each -> each.path("shipping_code").asText())
                .toList();
    }

    private long posts() {
        return rig.shop.requests("POST", PARCELS);
    }

    private JsonNode parcel(long id, String number) throws Exception {
        return StreamSupport.stream(rig.order(id).path("parcels").spliterator(), false)
                .filter(each -> each.path("number").asText().equals(number))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no parcel " + number));
    }

    private void becomes(String state, long id, String number) {
        Rig.eventually(() -> assertThat(parcel(id, number).path("state").asText())
                .describedAs("%s", parcel(id, number))
                .isEqualTo(state));
    }

    private Optional<JsonNode> review(long id, String cause) throws Exception {
        return StreamSupport.stream(rig.deadLetters().spliterator(), false)
                .filter(letter -> letter.path("shopOrderId").asLong() == id)
                .filter(letter -> letter.path("cause").asText().equals(cause))
                .findFirst();
    }

    /** The statuses that the bridge has set. */
    private List<Long> api(long id) {
        return rig.shop.statusChanges().stream()
                .filter(change -> change.orderId() == id && change.by().equals("api"))
                .map(StatusChange::statusId)
                .map(Number::longValue)
                .toList();
    }

    private void later() throws Exception {
        rig.change("UPDATE parcels SET intent_at = intent_at - INTERVAL 10 MINUTE, next_attempt_at = created_at");
    }

    @Test
    @DisplayName(
            "goes into the shop once, by the order's own delivery, and the timeline says who wanted it; several may")
    void once() throws Exception {
        long id = issued();
        long before = posts();

        JsonNode order = add(id, "620 999 1");
        assertThat(order.path("shopOrderId").asLong()).isEqualTo(id);
        assertThat(parcel(id, "620 999 1").path("state").asText()).isEqualTo("DONE");
        add(id, "620 999 1");
        rig.post("/api/orders/SH%2F" + id + "/parcel", "{\"number\":\"JJD-2\",\"carrier\":\"kurier dpd\"}");
        rig.post("/api/orders/" + id + "/parcel", "{\"number\":\"X3\",\"shippingId\":3,\"sent\":false}");

        assertThat(inShop(id)).containsExactly("620 999 1", "JJD-2", "X3");
        assertThat(posts() - before).isEqualTo(3);
        assertThat(rig.shop.parcels(id))
                .extracting(each -> each.path("shipping_id").asLong())
                .containsExactly(2L, 1L, 3L);
        assertThat(rig.shop.parcels(id))
                .extracting(each -> each.path("sent").asBoolean())
                .containsExactly(true, true, false);
        assertThat(rig.order(id).path("events").toString())
                .contains("Numer przesyłki 620 999 1 ma trafić do sklepu", "Sklep przyjął numer przesyłki 620 999 1");
        assertThat(rig.order(id).path("erpOrderId").isNull()).isFalse();
    }

    @Test
    @DisplayName("moves the status in the shop: no review, no edit of the ZMO, and the bridge takes no status back")
    void status() throws Exception {
        long id = issued();
        String zmo = zmo(id).toString();
        add(id, "620-S");
        rig.poll();
        rig.poll();
        JsonNode moved = rig.order(id);
        assertThat(moved.path("statusId").asLong()).isEqualTo(4);
        assertThat(zmo(id).toString()).isEqualTo(zmo);
        assertThat(review(id, "SENT_UNPAID")).describedAs("E3: nobody has paid").isPresent();
        assertThat(moved.path("problems")).hasSize(1);

        rig.post("/api/orders/" + id + "/realise", "");
        rig.awaitState("REALISED", id);
        Rig.eventually(() -> assertThat(
                        rig.row("SELECT COUNT(*) AS n FROM feedback WHERE state = 'DUE' AND shop_order_id = " + id))
                .containsEntry("n", 0L));
        assertThat(api(id)).containsExactly(2L);
        rig.poll();
        assertThat(rig.order(id).path("statusId").asLong()).isEqualTo(4);
    }

    @Test
    @DisplayName("is not sent again after a lost answer: the shop is asked, later")
    void lostAnswer() throws Exception {
        long id = issued();
        long before = posts();
        rig.shop.faults().add(Fault.answerLost().on("POST", PARCELS).once());
        add(id, "LOST-1");
        assertThat(parcel(id, "LOST-1").path("state").asText()).isEqualTo("WAITING");
        assertThat(parcel(id, "LOST-1").path("problem").asText()).contains("nie potwierdził");
        add(id, "LOST-1");
        assertThat(posts() - before).isEqualTo(1);
        later();
        becomes("DONE", id, "LOST-1");
        assertThat(inShop(id)).containsExactly("LOST-1");
        assertThat(posts() - before).isEqualTo(1);
    }

    @Test
    @DisplayName("is sent again when the shop says that it does not have it")
    void neverArrived() throws Exception {
        long id = issued();
        rig.shop.faults().add(Fault.of(FaultKind.ERROR_503).on("POST", PARCELS).once());
        add(id, "GONE-1");
        assertThat(inShop(id)).isEmpty();
        later();
        becomes("DONE", id, "GONE-1");
        assertThat(inShop(id)).containsExactly("GONE-1");
    }

    @Test
    @DisplayName("of which nobody can tell whether the shop has it waits for a person, who may hand it in again")
    void unclear() throws Exception {
        long id = issued();
        rig.shop.ignoreFilters(true);
        add(issued2(), "OTHER");
        rig.shop.faults().add(Fault.answerLost().on("POST", PARCELS).once());
        add(id, "UNCLEAR-1");
        later();
        becomes("UNCLEAR", id, "UNCLEAR-1");
        assertThat(review(id, "PARCEL_UNCLEAR").orElseThrow().path("error").asText())
                .contains("UNCLEAR-1");

        rig.shop.ignoreFilters(false);
        add(id, "UNCLEAR-1");
        becomes("DONE", id, "UNCLEAR-1");
        assertThat(inShop(id)).containsExactly("UNCLEAR-1");
        assertThat(review(id, "PARCEL_UNCLEAR")).isEmpty();
    }

    private long issued2() throws Exception {
        long id = rig.shop.addOrder(order().with("shipping_id", "2"));
        rig.shop.ignoreFilters(false);
        rig.imported(id);
        rig.shop.ignoreFilters(true);
        return id;
    }

    @Test
    @DisplayName("that somebody has added in the panel is not added again")
    void byHand() throws Exception {
        long id = issued();
        long before = posts();
        rig.shop.addParcel(id, "hand 7");
        add(id, "HAND7");
        assertThat(parcel(id, "HAND7").path("state").asText()).isEqualTo("DONE");
        assertThat(posts() - before).isZero();
    }

    @Test
    @DisplayName("that the shop refuses is a review that names all of them, until each is there")
    void refused() throws Exception {
        long id = issued();
        rig.post("/api/orders/" + id + "/parcel", "{\"number\":\"R1\",\"shippingId\":77}");
        rig.post("/api/orders/" + id + "/parcel", "{\"number\":\"R2\",\"carrier\":\"Gołąb\"}");
        JsonNode review = review(id, "PARCEL_REFUSED").orElseThrow();
        assertThat(review.path("step").asText()).isEqualTo("REVIEW");
        assertThat(review.path("error").asText()).contains("R1, R2", "Gołąb");
        assertThat(parcel(id, "R1").path("problem").asText()).contains("shipping_id");
        assertThat(rig.order(id).path("state").asText()).isEqualTo("ISSUED");

        add(id, "R1");
        assertThat(review(id, "PARCEL_REFUSED")).isPresent();
        add(id, "R2");
        assertThat(inShop(id)).containsExactly("R1", "R2");
        assertThat(review(id, "PARCEL_REFUSED")).isEmpty();
    }

    @Test
    @DisplayName("does not bring a cancelled order back to life")
    void cancelled() throws Exception {
        long id = issued();
        rig.shop.setStatus(id, 8);
        add(id, "DEAD-1");
        assertThat(inShop(id)).isEmpty();
        assertThat(parcel(id, "DEAD-1").path("state").asText()).isEqualTo("REFUSED");
        assertThat(rig.shop.order(id).orElseThrow().path("status_id").asText()).isEqualTo("8");
    }

    @Test
    @DisplayName(
            "for a sold order that was just cancelled is refused; its reviews stay, and the next poll adds one (E6)")
    void soldAndCancelled() throws Exception {
        issued(); // always watched, so that each poll looks at ended orders too
        long id = rig.shop.addOrder(order().with("shipping_id", "2").status(3));
        pollUntil("REALISED", id);
        Rig.eventually(() -> assertThat(api(id)).contains(5L));
        rig.poll();
        rig.shop.editOrder(id, row -> row.put("sum", "199.94"));
        rig.poll();
        assertThat(review(id, "CHANGED_AFTER_SALE")).isPresent();

        rig.shop.setStatus(id, 8);
        add(id, "DEAD-2");
        assertThat(inShop(id)).isEmpty();
        assertThat(parcel(id, "DEAD-2").path("state").asText()).isEqualTo("REFUSED");
        assertThat(review(id, "CHANGED_AFTER_SALE")).isPresent();
        assertThat(rig.order(id).path("events").toString()).doesNotContain("\"CLOSED\"");
        rig.poll();
        assertThat(review(id, "CANCELLED_AFTER_SALE")).isPresent();
    }

    @Test
    @DisplayName("waits for the right to edit parcels, which is told once, by its name")
    void right() throws Exception {
        long id = issued();
        try (CapturedLog log = new CapturedLog(LogFormat.TEXT)) {
            rig.shop.withdraw("parcels:edit");
            add(id, "RIGHT-1");
            add(id, "RIGHT-2");
            assertThat(parcel(id, "RIGHT-1").path("state").asText()).isEqualTo("WAITING");
            assertThat(parcel(id, "RIGHT-1").path("problem").asText()).contains("przesyłki");
            assertThat(log.text().lines().filter(line -> line.contains("WARN ") || line.contains("INFO ")))
                    .filteredOn(line -> line.contains("takes no tracking numbers") || line.contains("RIGHT-"))
                    .singleElement(as(STRING))
                    .contains("przesyłki")
                    .doesNotContain("RIGHT-");
        }
        rig.shop.grant("parcels:edit");
        becomes("DONE", id, "RIGHT-1");
        becomes("DONE", id, "RIGHT-2");
        assertThat(inShop(id)).containsExactlyInAnyOrder("RIGHT-1", "RIGHT-2");
    }

    @Test
    @DisplayName("comes in a table, whose bad lines are told one by one; the same table again changes nothing")
    void table() throws Exception {
        long first = issued();
        long second = issued();
        String csv = "\uFEFFZamówienie;Numer przesyłki;Przewoźnik\r\n" + first + ";\"T-1\";\r\n\r\nSH/" + second
                + ";T-2;Kurier DPD\r\n999999;T-3;\r\n" + first + ";;\r\n" + first + ";6,2E+23;\r\n;T-4;\r\n" + first
                + ";<b>;\r\n";
        String body = new ObjectMapper().createObjectNode().put("csv", csv).toString();

        JsonNode report = rig.post("/api/parcels", body);
        assertThat(report.path("taken").asInt()).isEqualTo(2);
        assertThat(report.path("problems").findValuesAsText("code"))
                .containsExactly("UNKNOWN_ORDER", "NO_NUMBER", "ROUNDED_NUMBER", "NO_ORDER", "BAD_NUMBER");
        assertThat(report.path("problems").findValuesAsText("line")).containsExactly("5", "6", "7", "8", "9");
        becomes("DONE", first, "T-1");
        becomes("DONE", second, "T-2");
        assertThat(rig.shop.parcels(second).get(0).path("shipping_id").asLong()).isEqualTo(1);

        JsonNode again = rig.post("/api/parcels", body);
        assertThat(again.path("taken").asInt()).isZero();
        assertThat(again.path("known").asInt()).isEqualTo(2);
        assertThat(inShop(first)).containsExactly("T-1");
    }

    @Test
    @DisplayName(
            "comes in a file of a folder, as Excel writes it in Poland; the file is done once and a report lies beside it")
    void file() throws Exception {
        long id = issued();
        String csv = "Nr zamówienia;Nr przesyłki;Kurier\r\nSH/" + id + ";F-1;Kurier DPD\r\nżółty;F-2;\r\n";
        Path written = folder.resolve("kurier.csv.part");
        Files.write(written, csv.getBytes(Charset.forName("windows-1250")));
        Files.move(written, folder.resolve("kurier.csv"));

        becomes("DONE", id, "F-1");
        Rig.eventually(() -> {
            assertThat(folder.resolve("kurier.csv")).doesNotExist();
            assertThat(files(folder.resolve("done"))).hasSize(2);
        });
        String report = Files.readString(
                files(folder.resolve("done")).stream()
                        .filter(each -> each.toString().endsWith(".txt"))
                        .findFirst()
                        .orElseThrow(),
                StandardCharsets.UTF_8);
        assertThat(report).contains("3", "żółty");
        assertThat(parcel(id, "F-1").path("addedBy").asText()).isEqualTo("kurier.csv");
    }

    private static List<Path> files(Path directory) throws Exception {
        try (Stream<Path> all = Files.list(directory)) {
            return all.toList();
        }
    }

    @Test
    @DisplayName("is written once by two bridges, and not again by a bridge that was killed before it noted the answer")
    void twoBridges() throws Exception {
        long id = issued();
        long before = posts();
        Rig other = rig.another();
        try {
            other.start(main -> main.addInitialProperty("parcels.look", "100"));
            StringBuilder csv = new StringBuilder("order;number\n");
            for (int i = 0; i < 12; i++) {
                csv.append(id).append(";TWO-").append(i).append('\n');
            }
            rig.post(
                    "/api/parcels",
                    new ObjectMapper()
                            .createObjectNode()
                            .put("csv", csv.toString())
                            .toString());
            Rig.eventually(() -> assertThat(rig.order(id).path("parcels"))
                    .hasSize(12)
                    .allMatch(each -> each.path("state").asText().equals("DONE")));
            assertThat(posts() - before).isEqualTo(12);

            rig.change(
                    "UPDATE parcels SET state = 'WRITING', done_at = NULL, intent_at = created_at - INTERVAL 10 MINUTE"
                            + " WHERE shop_order_id = " + id);
            Rig.eventually(() -> assertThat(rig.order(id).path("parcels"))
                    .allMatch(each -> each.path("state").asText().equals("DONE")));
            assertThat(posts() - before).isEqualTo(12);
            assertThat(inShop(id)).hasSize(12).doesNotHaveDuplicates();
        } finally {
            other.stop();
        }
    }

    @Test
    @DisplayName("is added on the order's page, in a real browser")
    void page() throws Exception {
        Assumptions.assumeTrue(Browser.isInstalled(), Browser.HOW_TO_GET_IT);
        long id = issued();
        try (Browser browser = new Browser("pl", false, 1280, 900)) {
            browser.open("http://127.0.0.1:" + rig.port() + "/#/orders/" + id)
                    .click("[aria-labelledby=parcels] button", "Dodaj numer przesyłki")
                    .awaitText("dialog", "może napisać do kupującego")
                    .fill("dialog textarea", "PAGE-1")
                    .click("dialog button.main", "Dodaj numer przesyłki")
                    .awaitText("#toasts", "Sklep przyjął numer przesyłki PAGE-1")
                    .awaitText("[aria-labelledby=parcels] li", "PAGE-1");
            browser.picture(Path.of("target/console/pl-parcels.png"));
        }
        assertThat(inShop(id)).containsExactly("PAGE-1");
    }

    @Test
    @DisplayName("is one that can be, of an order that is known, for a shop that wants it")
    void notTaken() throws Exception {
        long id = issued();
        assertThat(status("/api/orders/" + id + "/parcel", "{\"number\":\"\"}")).isEqualTo(422);
        assertThat(status("/api/orders/" + id + "/parcel", "{\"number\":\"a\",\"shippingId\":\"x\"}"))
                .isEqualTo(422);
        assertThat(status("/api/orders/99999/parcel", "{\"number\":\"A1\"}")).isEqualTo(404);
        assertThat(status("/api/parcels", "{}")).isEqualTo(422);
        Rig off = rig.another();
        try {
            off.set("parcels.enabled", "false").set("parcels.folder", "").start();
            HttpResponse<String> answer = off.exchange(off.request("/api/orders/" + id + "/parcel")
                    .POST(HttpRequest.BodyPublishers.ofString("{\"number\":\"A1\"}"))
                    .build());
            assertThat(answer.statusCode()).isEqualTo(409);
            assertThat(answer.body()).contains("parcels.enabled");
            assertThat(off.order(id).has("parcels")).isFalse();
        } finally {
            off.stop();
        }
    }

    private int status(String path, String body) throws Exception {
        return rig.exchange(rig.request(path)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build())
                .statusCode();
    }
}
