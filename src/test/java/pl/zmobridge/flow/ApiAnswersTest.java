package pl.zmobridge.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import pl.zmobridge.sim.KsefSim;
import pl.zmobridge.support.ApiSchemas;
import pl.zmobridge.support.Nips;
import pl.zmobridge.support.Rig;

/** A bridge whose numbers are digits, with rules for documents and KSeF, and orders of every kind. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("What the API answers")
class ApiAnswersTest extends CasesFixture {
    private static final String RULES =
            """
            documents:
              - id: allegro
                when: { origin: [3] }
                then: { kind: NONE, reason: "Fakturuje Allegro" }
              - id: abroad
                when: { origin: [8] }
                then: { kind: INVOICE, type: ZMO, series: sZMO, ksef: never }
              - id: firm
                when: { nip: true }
                then: { kind: INVOICE, type: ZMO, series: sZMO }
              - id: person
                then: { kind: RECEIPT, type: ZMP, series: sZMP }
            """;

    private final ApiSchemas schemas = ApiSchemas.read();
    private KsefSim ksef;
    private long issued;
    private long receipt;
    private long invoice;
    private long spared;
    private long allegro;
    private long stuck;
    private long unreadable;

    ApiAnswersTest() throws Exception {}

    @BeforeAll
    void start(@TempDir Path home) throws Exception {
        ksef = new KsefSim().start();
        rig = new Rig()
                .set("order.number.prefix", "26")
                .set("redelivery.initial", "1h")
                .set("redelivery.max", "1h")
                .set("parcels.enabled", "true")
                .set("stock.enabled", "true")
                .set("stock.poll.cron", "0 0 0 1 1 ? 2099")
                .set("documents.pdf", "folder")
                .set("ksef.enabled", "true")
                .set("ksef.url", ksef.api())
                .set("ksef.nip", KsefSim.NIP)
                .set("ksef.token", KsefSim.TOKEN)
                .set("ksef.poll.cron", "0 0 0 1 1 ? 2099");
        Files.writeString(rig.home(home).resolve("config/documents.yaml"), RULES);
        rig.startIn(home);
        issued = rig.shop.addOrder(order());
        receipt = rig.shop.addOrder(order().status(3));
        invoice = rig.shop.addOrder(order().firm("Firma", Nips.next()).status(3));
        spared = rig.shop.addOrder(order().firm("Firma", Nips.next()).origin(8).status(3));
        allegro = rig.shop.addOrder(order().origin(3));
        stuck = rig.shop.addOrder(empty().line("NIE-MA", "1.00", "1"));
        unreadable = rig.shop.addOrder(empty().line("X", "1.00", "1").lineField("code", ""));
        rig.poll();
        rig.awaitState("ISSUED", issued);
        rig.awaitState("REALISED", receipt, invoice, spared);
        rig.awaitState("CLOSED", allegro);
        Rig.eventually(() -> assertThat(rig.deadLetters()).hasSize(2));
    }

    @AfterAll
    void stop() {
        rig.close();
        ksef.close();
    }

    @Test
    @DisplayName("is what docs/openapi.yaml says: types, null, and no property besides")
    void described() throws Exception {
        long letter = rig.deadLetters().get(0).path("id").asLong();
        rig.post("/api/orders/id:" + issued + "/parcel", "{\"number\":\"620999999999999999999999\"}");
        rig.post("/api/stock/poll?dryRun=true", "");
        List<String> paths = new ArrayList<>(List.of(
                "/api/stock",
                "/api/summary",
                "/api/summary?shop=main",
                "/api/orders",
                "/api/orders?sort=-total",
                "/api/dead-letters",
                "/api/dead-letters?state=OPEN",
                "/api/dead-letters/" + letter,
                "/api/dead-letter-causes",
                "/api/order-statuses",
                "/api/history",
                "/api/settings",
                "/api/settings/payment-form/offers",
                "/api/orders/id:" + receipt + "/correction"));
        for (long id : List.of(issued, receipt, invoice, spared, allegro, stuck, unreadable)) {
            paths.add("/api/orders/id:" + id);
            paths.add("/api/orders/id:" + id + "/explain");
        }
        List<String> faults = new ArrayList<>();
        for (String path : paths) {
            schemas.faults("GET", path.replaceFirst("\\?.*", ""), rig.get(path))
                    .forEach(fault -> faults.add(path + ": " + fault));
        }
        for (String path : List.of(
                "/api/poll",
                "/api/ksef/poll",
                "/api/stock/poll",
                "/api/stock/resume",
                "/api/erp/resume",
                "/api/status-date/resume",
                "/api/orders/id:" + invoice + "/pdf",
                "/api/dead-letters/" + letter + "/replay",
                "/api/orders/id:" + issued + "/import",
                "/api/settings/check")) {
            try {
                schemas.faults("POST", path, rig.post(path, "")).forEach(fault -> faults.add(path + ": " + fault));
            } catch (IllegalStateException refused) {
                faults.add(refused.getMessage());
            }
        }

        assertThat(faults).isEmpty();
    }

    @Test
    @DisplayName("of an order that a rule closed without a document names none (D1)")
    void noDocument() throws Exception {
        assertThat(rig.order(allegro).get("document").isNull()).isTrue();
        assertThat(rig.get("/api/orders?q=26" + allegro).at("/items/0/document").isNull())
                .isTrue();
        assertThat(rig.order(issued).path("document").asText()).isEqualTo("RECEIPT");
    }

    @Test
    @DisplayName("of a document just sold is where it stands in KSeF, as the next poll will find it")
    void ksefBeforeThePoll() throws Exception {
        rig.change("DELETE FROM ksef_documents");

        assertThat(states()).containsExactly("NOT_REQUIRED", "WAITING", "NOT_REQUIRED");
        assertThat(rig.get("/api/orders?q=26" + invoice)
                        .at("/items/0/salesDocuments/0/ksef/state")
                        .asText())
                .isEqualTo("WAITING");
        assertThat(rig.order(invoice)
                        .at("/imports/0/salesDocuments/0/ksef/state")
                        .asText())
                .isEqualTo("WAITING");
        rig.post("/api/ksef/poll", "");
        assertThat(rig.row("SELECT COUNT(*) AS n FROM ksef_documents").get("n").toString())
                .isEqualTo("2");
        assertThat(states()).containsExactly("NOT_REQUIRED", "WAITING", "NOT_REQUIRED");

        rig.change("DELETE FROM ksef_documents");
        rig.change("UPDATE imports SET sold_at = sold_at - INTERVAL 8 DAY WHERE shop_order_id = " + invoice);
        assertThat(rig.order(invoice).at("/salesDocuments/0").has("ksef"))
                .describedAs("no poll asks about an invoice of so long ago")
                .isFalse();
        rig.post("/api/ksef/poll", "");
        assertThat(rig.row("SELECT COUNT(*) AS n FROM ksef_documents").get("n").toString())
                .isEqualTo("1");
        rig.change("UPDATE imports SET sold_at = sold_at + INTERVAL 8 DAY WHERE shop_order_id = " + invoice);
    }

    private List<String> states() throws Exception {
        List<String> states = new ArrayList<>();
        for (long id : List.of(receipt, invoice, spared)) {
            states.add(rig.order(id).at("/salesDocuments/0/ksef/state").asText());
        }
        return states;
    }

    @Test
    @DisplayName(
            "to digits that are a number is its order; where they may be an id too, nothing is done before somebody says which (N1)")
    void digits() throws Exception {
        long named = rig.shop.addOrder(order());
        rig.poll();
        rig.awaitState("ISSUED", named);
        String digits = "26" + named;

        assertThat(rig.get("/api/orders/" + digits).path("shopOrderId").asLong())
                .isEqualTo(named);
        assertThat(posted(digits + "/import", "en").body())
                .contains("is the number of order " + named + " and may be the id");
        assertThat(posted("number:" + digits + "/import", "en").statusCode()).isEqualTo(200);

        long other = rig.shop.addOrder(order().build(), Long.parseLong(digits));
        rig.post("/api/orders/id:" + other + "/import", "");
        HttpResponse<String> refused = posted(digits + "/realise", "en");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body())
                .contains("the id of one order and the number of another one, " + named, "ID_OR_NUMBER");
        assertThat(posted(digits + "/realise", "pl").body())
                .contains("wskaż właściwe: id:" + digits + " albo number:" + digits);
        assertThat(rig.exchange(rig.request("/api/orders/" + digits).build()).statusCode())
                .isEqualTo(409);
        assertThat(rig.order(named).path("state").asText()).isEqualTo("ISSUED");
        assertThat(rig.get("/api/orders/id:" + other).path("state").asText()).isEqualTo("ISSUED");

        String table = "{\"csv\":\"order;number\\n%s;620999999999999999999998\"}";
        assertThat(rig.post("/api/parcels", table.formatted(digits))
                        .at("/problems/0/problem")
                        .asText())
                .contains("number:" + digits, "id:" + digits);
        assertThat(rig.post("/api/parcels", table.formatted("number:" + digits))
                        .path("taken")
                        .asInt())
                .isEqualTo(1);
        assertThat(rig.order(named).at("/parcels/0/number").asText()).isEqualTo("620999999999999999999998");
        assertThat(rig.post("/api/parcels", table.formatted("id:" + digits))
                        .path("taken")
                        .asInt())
                .isEqualTo(1);

        JsonNode sold = rig.post("/api/orders/number:" + digits + "/realise", "");
        assertThat(sold.path("shopOrderId").asLong()).isEqualTo(named);
        assertThat(sold.path("state").asText()).isEqualTo("REALISED");
        assertThat(rig.get("/api/orders/id:" + other).path("state").asText()).isEqualTo("ISSUED");
    }

    private HttpResponse<String> posted(String path, String language) throws Exception {
        return rig.exchange(rig.request("/api/orders/" + path)
                .header("Accept-Language", language)
                .POST(HttpRequest.BodyPublishers.noBody())
                .build());
    }
}
