package pl.zmobridge.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pl.zmobridge.settings.BadSettings;
import pl.zmobridge.sim.Fault;
import pl.zmobridge.sim.OrderBuilder;
import pl.zmobridge.support.Nips;
import pl.zmobridge.support.Rig;

@DisplayName("D1 the operator's rules for documents")
class DocumentRulesTest extends CasesFixture {
    private static final String RULES =
            """
            documents:
              - id: allegro
                when: { origin: [3] }
                then: { kind: NONE, reason: "Fakturuje Allegro" }
              - id: oss
                when: { buyer: person, country: EU }
                then: { kind: INVOICE, type: ZMOSS, series: sOSS, department: CENTRALA, paymentRegistry: KASA, marker: 1, documentKind: INTERNET,
                  catalogue: "\\\\Sklep" }
              - id: large
                when: { buyer: person, total: { from: 1000 } }
                then: { kind: HOLD, reason: "Zadzwoń do klienta" }
              - id: firm
                when: { nip: true }
                then: { kind: INVOICE, type: ZMO, series: sZMO }
            """;
    private static final String PERSON =
            """
              - id: person
                then: { kind: RECEIPT, type: ZMP, series: sZMP }
            """;

    @TempDir
    private Path home;

    @BeforeEach
    void prepare() throws Exception {
        rig = new Rig();
        rig.home(home);
        rig.erp.desk().vatRate("DE19", "Niemcy 19", "19", true);
        rig.erp.desk().orderType(103, "ZMOSS", "sOSS", 11);
        rig.shop.desk().tax(9, "19%", "19");
    }

    @AfterEach
    void stop() {
        rig.close();
    }

    @Test
    @DisplayName("invoiceWish is the field of that number, or of that name in the shop, in any letter case")
    void invoiceWish() throws Exception {
        rig.set("order.invoice-wish.field", "chcę otrzymać  FAKTURĘ");
        start(
                """
                documents:
                  - id: wish
                    when: { invoiceWish: true }
                    then: { kind: INVOICE }
                """
                        + PERSON);

        long wished = issued(order().additionalField(3, "1"));
        long other = issued(order().additionalField(3, "0"));

        assertThat(rig.order(wished).path("documentRule").asText()).isEqualTo("wish");
        assertThat(rig.order(wished).path("document").asText()).isEqualTo("INVOICE");
        assertThat(rig.order(other).path("documentRule").asText()).isEqualTo("person");
    }

    @Test
    @DisplayName("a payment or delivery method is named by the shop's code as well")
    void codes() throws Exception {
        start(
                """
                documents:
                  - id: cod
                    when: { payment: [cod] }
                    then: { kind: RECEIPT, type: ZMP, series: sZMP }
                  - id: inpost
                    when: { shipping: [inpost] }
                    then: { kind: INVOICE }
                """
                        + PERSON);

        long cod = issued(order().payment(2));
        long locker = issued(order().payment(1).shipping(3, "19.99"));
        long other = issued(order().payment(1).shipping(1, "19.99"));

        assertThat(rig.order(cod).path("documentRule").asText()).isEqualTo("cod");
        assertThat(rig.order(locker).path("documentRule").asText()).isEqualTo("inpost");
        assertThat(rig.order(other).path("documentRule").asText()).isEqualTo("person");
    }

    @Test
    @DisplayName("V3 an order of another EU country is sold as its rule says, with the shop's own rates")
    void oss() throws Exception {
        start(RULES + PERSON);
        long id = rig.shop.addOrder(german().status(3));

        rig.poll();
        rig.awaitState("REALISED", id);

        JsonNode issue = rig.sentIssue("SH/" + id);
        assertThat(issue.path("TypeCode").asText()).isEqualTo("ZMOSS");
        assertThat(issue.path("Series").asText()).isEqualTo("sOSS");
        assertThat(issue.path("Department").asText()).isEqualTo("CENTRALA");
        assertThat(issue.at("/PaymentRegistry/Code").asText()).isEqualTo("KASA");
        assertThat(issue.path("Marker").asInt()).isEqualTo(1);
        assertThat(issue.at("/Kind/Code").asText()).isEqualTo("INTERNET");
        assertThat(issue.at("/Catalog/FullPath").asText()).isEqualTo("\\Sklep");
        assertThat(issue.at("/Positions/0/VatRate/Code").asText()).isEqualTo("DE19");
        assertThat(rig.order(id).path("documentRule").asText()).isEqualTo("oss");
        assertThat(rig.order(id).path("document").asText()).isEqualTo("INVOICE");
    }

    @Test
    @DisplayName("V3 a foreign rate is not sold under a rule that does not speak of it")
    void notSpokenOf() throws Exception {
        start("documents:\n" + PERSON);
        long id = rig.shop.addOrder(german());

        rig.poll();

        isLeftToAPerson(id, "19%", "wymaga reguły dokumentu");
        assertThat(rig.erp.ordersIssued()).isZero();
    }

    @Test
    @DisplayName("NONE closes an order as it comes, whatever is wrong with it, and nothing is written to the ERP")
    void none() throws Exception {
        start(RULES + PERSON);
        long whole = rig.shop.addOrder(order().origin(3).status(3));
        long faulty = rig.shop.addOrder(
                empty().origin(3).line("X", "1.00", "1").lineField("code", "").status(3));

        rig.poll();
        rig.awaitState("CLOSED", whole, faulty);
        rig.poll();

        assertThat(rig.order(whole).path("closedReason").asText()).isEqualTo("Fakturuje Allegro");
        assertThat(rig.order(whole).path("state").asText()).isEqualTo("CLOSED");
        assertThat(rig.deadLetters()).isEmpty();
        assertThat(rig.erp.requests("POST", "/api/")).isZero();

        rig.change("UPDATE orders SET document = 'RECEIPT' WHERE shop_order_id = "
                + whole); // as the version before stored it
        assertThat(rig.order(whole).path("document").isNull()).isTrue();
        assertThat(rig.get("/api/orders?q=" + whole).at("/items/0/document").isNull())
                .isTrue();
        assertThat(rig.exchange(rig.request("/api/orders.csv").build()).body()).doesNotContain("RECEIPT", "INVOICE");
    }

    @Test
    @DisplayName("NONE is final until a person imports the order: then the rules of that moment decide")
    void noneByMistake() throws Exception {
        start(RULES + PERSON);
        long id = rig.shop.addOrder(order().origin(3).status(3));
        rig.poll();
        rig.awaitState("CLOSED", id);
        assertThat(rig.order(id).path("document").isNull()).isTrue();

        rig.post("/api/orders/" + id + "/import", "");
        assertThat(rig.order(id).path("closedReason").asText()).isEqualTo("Fakturuje Allegro");
        save("documents:\n" + PERSON);
        runs(id, "person");
        rig.poll();
        assertThat(rig.order(id).path("state").asText()).isEqualTo("CLOSED");
        assertThat(rig.erp.requests("POST", "/api/")).isZero();

        rig.post("/api/orders/" + id + "/import", "");

        rig.awaitState("REALISED", id);
        assertThat(rig.order(id).path("documentRule").asText()).isEqualTo("person");
        assertThat(rig.order(id).path("document").asText()).isEqualTo("RECEIPT");
        assertThat(rig.order(id).path("closedReason").asText("")).isEmpty();
    }

    @Test
    @DisplayName("NONE closes an order that waits in the register already, once it is read anew")
    void noneLater() throws Exception {
        start("documents:\n  - id: all\n    then: { kind: HOLD, reason: Czekaj }\n");
        long id = rig.shop.addOrder(order().origin(3));
        rig.poll();
        isLeftToAPerson(id, "Reguła „all”", "Czekaj");

        save(RULES + PERSON);

        rig.awaitState("CLOSED", id);
        assertThat(rig.deadLetters()).isEmpty();
        assertThat(rig.order(id).path("events").toString()).contains("Fakturuje Allegro");
        assertThat(rig.erp.requests("POST", "/api/")).isZero();
    }

    @Test
    @DisplayName("HOLD leaves an order to a person, who can let it pass")
    void hold() throws Exception {
        start(RULES + PERSON);
        long id = rig.shop.addOrder(empty().line("SPD-101", "1500.00", "1"));
        rig.poll();
        isLeftToAPerson(id, "Reguła „large”", "Zadzwoń do klienta");
        assertThat(rig.erp.ordersIssued()).isZero();

        rig.post("/api/dead-letters/" + letter(id).orElseThrow().path("id").asLong() + "/replay", "");

        rig.awaitState("ISSUED", id);
        assertThat(rig.sentIssue("SH/" + id).path("TypeCode").asText()).isEqualTo("ZMP");
    }

    @Test
    @DisplayName(
            "HOLD is not released by who tries again for another reason: nobody confirms what he has not been told")
    void holdUnseen() throws Exception {
        rig.set("redelivery.initial", "10m").set("redelivery.max", "10m");
        start(RULES + PERSON);
        long id = rig.shop.addOrder(empty().line("NIE-MA", "150.00", "1"));
        rig.poll();
        isLeftToAPerson(id, "NIE-MA");
        long tried = rig.erp.requests("POST", "/api/OrdersIssue/New");
        save(RULES + "  - id: later\n    then: { kind: HOLD, reason: Zadzwoń }\n");
        runs(id, "later");

        replay(id);

        isLeftToAPerson(id, "Reguła „later”", "Zadzwoń");
        assertThat(rig.erp.requests("POST", "/api/OrdersIssue/New")).isEqualTo(tried);
    }

    @Test
    @DisplayName(
            "HOLD that a person has let pass stays passed while the ERP refuses the order, until the order is another one")
    void holdPassedOnce() throws Exception {
        start(RULES + PERSON);
        long same = rig.shop.addOrder(empty().line("NIE-MA", "1500.00", "1"));
        long other = rig.shop.addOrder(empty().line("NIE-MA", "1600.00", "1"));
        rig.poll();
        isLeftToAPerson(same, "Zadzwoń do klienta");
        isLeftToAPerson(other, "Zadzwoń do klienta");
        replay(same);
        replay(other);
        isLeftToAPerson(same, "NIE-MA");
        isLeftToAPerson(other, "NIE-MA");

        rig.shop.desk().addLine(other, "SPD-101", "80.00", "1");
        isLeftToAPerson(other, "Zadzwoń do klienta");
        rig.erp.addProduct("NIE-MA", "Jednak jest", "10");

        rig.awaitState("ISSUED", same);
        isLeftToAPerson(other, "Zadzwoń do klienta");
        assertThat(rig.order(other).path("state").asText()).isEqualTo("RECEIVED");
    }

    @Test
    @DisplayName("I2 a released order whose write had no answer is found in the ERP, and not held once more")
    void holdUnclear() throws Exception {
        start(RULES + PERSON);
        long id = rig.shop.addOrder(empty().line("SPD-101", "1500.00", "1"));
        rig.poll();
        isLeftToAPerson(id, "Zadzwoń do klienta");
        rig.erp
                .faults()
                .add(Fault.answerLost().on("POST", "/api/OrdersIssue/New").once());

        replay(id);

        rig.awaitState("ISSUED", id);
        assertThat(rig.erp.orders()).hasSize(1);
    }

    @Test
    @DisplayName("S4 D1 with order.edited=ask a rule that gives no document deletes no ZMO unasked")
    void noneAsks() throws Exception {
        rig.set("order.edited", "ask");
        start(RULES + PERSON);
        long id = issued(order());
        save("documents:\n  - id: all\n    then: { kind: NONE, reason: Gdzie indziej }\n");
        runs(id, "all");

        rig.shop.desk().addLine(id, "KUB-300", "30.00", "1");
        rig.poll();

        isLeftToAPerson(id, "order.edited=ask");
        assertThat(rig.erp.orders()).hasSize(1);
        assertThat(rig.order(id).path("state").asText()).isEqualTo("ISSUED");

        replay(id);

        rig.awaitState("CLOSED", id);
        Rig.eventually(() -> assertThat(rig.erp.orders()).isEmpty());
    }

    private void runs(long id, String rule) {
        Rig.eventually(() -> assertThat(
                        rig.get("/api/orders/" + id + "/explain").path("rule").asText())
                .isEqualTo(rule));
    }

    private void replay(long id) throws Exception {
        rig.post("/api/dead-letters/" + letter(id).orElseThrow().path("id").asLong() + "/replay", "");
    }

    @Test
    @DisplayName("an order that no rule fits is left to a person with the facts, and goes on when a rule is added")
    void noRule() throws Exception {
        start(RULES);
        long id = rig.shop.addOrder(order());
        rig.poll();
        isLeftToAPerson(id, "nip: false", "country: PL", "origin: 0", "total: 169.94");
        assertThat(letter(id).orElseThrow().path("cause").asText()).isEqualTo("NO_DOCUMENT_RULE");

        save(RULES + PERSON);

        rig.awaitState("ISSUED", id);
        assertThat(rig.order(id).path("documentRule").asText()).isEqualTo("person");
    }

    @Test
    @DisplayName("S4 an order whose rule changes with it gets its ZMO made anew, of the other type")
    void otherType() throws Exception {
        start(
                "documents:\n  - id: big\n    when: { total: { from: 200 } }\n    then: { kind: RECEIPT, type: ZMO, series: sZMO }\n"
                        + PERSON);
        long id = issued(order());
        assertThat(zmo(id).path("TypeCode").asText()).isEqualTo("ZMP");

        rig.shop.desk().addLine(id, "SPD-101", "80.00", "1");
        rig.poll();

        Rig.eventually(() -> {
            assertThat(zmo(id).path("TypeCode").asText()).isEqualTo("ZMO");
            assertThat(rig.order(id).path("documentRule").asText()).isEqualTo("big");
        });
        assertThat(rig.erp.orders()).hasSize(1);
    }

    @Test
    @DisplayName("a broken edit is refused with line and reason, and the running rules run on")
    void brokenEdit() throws Exception {
        start(RULES + PERSON);
        save(RULES.replace("buyer: person, country: EU", "buyer: osoba, country: EU") + PERSON);
        Rig.eventually(() -> assertThat(problems())
                .singleElement()
                .asString()
                .startsWith("config/documents.yaml, line 6: buyer must be person or firm, not osoba"));

        long firm = issued(order().firm("Firma", Nips.next()));
        assertThat(rig.order(firm).path("documentRule").asText()).isEqualTo("firm");

        Files.delete(home.resolve("config/documents.yaml"));
        Rig.eventually(() -> assertThat(problems()).singleElement().asString().contains("is gone"));
        save(RULES + PERSON);
        Rig.eventually(() -> assertThat(problems()).isEmpty());
    }

    @Test
    @DisplayName("a broken file stops the start, one line for each problem")
    void brokenAtStart() throws Exception {
        save("documents:\n  - id: a\n    when: { npi: true }\n    then: { kind: INVOICE, type: ZMO }\n");

        BadSettings bad = catchThrowableOfType(BadSettings.class, () -> rig.startIn(home));

        assertThat(bad.problems())
                .hasSize(2)
                .first()
                .asString()
                .isEqualTo("config/documents.yaml, line 3: there is no key npi in when; did you mean nip?");
    }

    private void start(String rules) throws Exception {
        save(rules);
        rig.startIn(home);
    }

    /** Saves as editors do. */
    private void save(String rules) throws Exception {
        Path file = home.resolve("config/documents.yaml");
        Files.writeString(file.resolveSibling(".new"), rules);
        Files.move(file.resolveSibling(".new"), file, StandardCopyOption.REPLACE_EXISTING);
    }

    private List<String> problems() throws Exception {
        return rig.get("/api/summary")
                .path("documents")
                .path("problems")
                .valueStream()
                .map(JsonNode::asText)
                .toList();
    }

    private static OrderBuilder german() {
        return empty().shipping(4, "0.00")
                .line("SPD-101", "119.00", "1")
                .tax("19%", "19")
                .shippingTax("19%", "19")
                .delivery("country", "Niemcy", "country_code", "DE", "postcode", "10115", "city", "Berlin");
    }
}
