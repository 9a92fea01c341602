package pl.zmobridge.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pl.zmobridge.sim.Fault;
import pl.zmobridge.sim.FaultKind;
import pl.zmobridge.sim.OrderBuilder;
import pl.zmobridge.support.Nips;
import pl.zmobridge.support.Rig;

@DisplayName("K3: what becomes of contractors")
class ContractorPoliciesTest extends CasesFixture {
    @BeforeEach
    void newRig() {
        rig = new Rig();
    }

    @AfterEach
    void stop() {
        rig.close();
    }

    @Test
    @DisplayName("a one-off person is sold to without a card, a firm on its card")
    void oneOff() throws Exception {
        rig.set("contractor.person", "one-off").start();
        long person = rig.shop.addOrder(order().status(3));
        long firm = rig.shop.addOrder(order().firm("Firma", Nips.next()).status(3));
        rig.poll();
        rig.awaitState("REALISED", person, firm);

        JsonNode buyer = rig.sentIssue("SH/" + person).path("Buyer");
        assertThat(buyer.has("Id")).isFalse();
        assertThat(buyer.path("Data").path("Name").asText())
                .isEqualTo(rig.order(person).path("contractor").path("name").asText());
        assertThat(buyer.path("Data").path("Street").asText()).isNotBlank();
        assertThat(buyer.path("Data").path("Country").asText()).isEqualTo("PL");
        assertThat(rig.erp.contractors())
                .singleElement()
                .satisfies(card -> assertThat(card.get("NIP").asText()).isNotBlank());
        assertThat(rig.sentIssue("SH/" + firm).path("Buyer").has("Id")).isTrue();
        assertThat(rig.deadLetters()).isEmpty();
        assertThat(theDocument(person).get("GrossValue").decimalValue()).isEqualByComparingTo("169.94");
    }

    @Test
    @DisplayName(
            "I2, S6: the ZMO of a one-off person is found after a lost answer, and asked about before a later sale")
    void oneOffAfterALostAnswer() throws Exception {
        rig.set("contractor.person", "one-off")
                .set("symfonia.write-timeout", "1s")
                .start();
        rig.erp
                .faults()
                .add(Fault.answerLost().on("POST", "/api/OrdersIssue/New").once());
        long id = rig.shop.addOrder(order());
        rig.poll();
        rig.awaitState("ISSUED", id);
        assertThat(rig.erp.ordersIssued()).isEqualTo(1);

        rig.shop.setStatus(id, 3);
        rig.poll();
        rig.awaitState("REALISED", id);

        assertThat(rig.deadLetters()).isEmpty();
        assertThat(theDocument(id)).isNotNull();
        assertThat(rig.erp.requests("GET", "/api/Orders/Status")).isPositive();
    }

    @Test
    @DisplayName("a person who had a card is a one-off buyer from now on, and an edit stays one (S4)")
    void oneOffWithACardOfBefore() throws Exception {
        rig.start();
        OrderBuilder first = order();
        long before = issued(first);
        long card = zmo(before).get("BuyerId").asLong();
        rig.stop();
        rig.set("contractor.person", "one-off").start();

        long id = issued(order().with("email", email(before)));
        assertThat(zmo(id).get("BuyerId").asLong()).isNotEqualTo(card);
        rig.shop.desk().addLine(id, "KUB-300", "0.99", "1");
        rig.poll();
        Rig.eventually(
                () -> assertThat(zmo(id).get("GrossValue").decimalValue()).isEqualByComparingTo("170.93"));
        rig.shop.setStatus(before, 3);
        rig.shop.setStatus(id, 3);
        rig.poll();
        rig.awaitState("REALISED", before, id);

        assertThat(zmo(before).get("BuyerId").asLong()).isEqualTo(card);
        assertThat(rig.deadLetters()).isEmpty();
    }

    @Test
    @DisplayName("Z12: a one-off person's document is not guessed when the ERP has deleted the ZMO")
    void oneOffUnsettled() throws Exception {
        rig.set("contractor.person", "one-off")
                .set("symfonia.write-timeout", "1s")
                .start();
        rig.erp.deleteRealisedOrders(true);
        rig.erp.missingOrderHasNoSales(true);
        rig.erp.faults().add(Fault.answerLost().on("PUT", "/api/OrdersIssue/FV").once());
        long id = rig.shop.addOrder(order().status(3));
        rig.poll();

        fails(id, "169.94: ?");
        assertThat(letter(id).orElseThrow().path("cause").asText()).isEqualTo("SALE_UNSETTLED");
        assertThat(rig.erp.invoicesIssued()).isEqualTo(1);
    }

    @Test
    @DisplayName("codes, kind and catalogue of new cards are the operator's")
    void newCards() throws Exception {
        rig.set("contractor.code", "email")
                .set("contractor.code.prefix", "WWW")
                .set("contractor.kind", "SKLEP")
                .set("contractor.catalogue", "Sklep internetowy")
                .start();
        long account = issued(order().with("email", "a@x.pl").user(17));

        ObjectNode card = buyer(zmo(account));
        assertThat(card.get("Code").asText()).isEqualTo("WWWa@x.pl");
        assertThat(card.path("Kind").path("Code").asText()).isEqualTo("SKLEP");
        assertThat(card.path("Catalog").path("FullPath").asText()).isEqualTo("Sklep internetowy");
    }

    @Test
    @DisplayName(
            "with contractor.code=login a new card has the login that the shop tells of the account; guests have none")
    void login() throws Exception {
        rig.shop.desk().user(17, "Anna.Z", "a@x.pl");
        rig.shop.desk().user(18, "", "b@x.pl");
        rig.set("contractor.code", "login").start();
        long account = issued(order().with("email", "a@x.pl").user(17));
        long nameless = issued(order().with("email", "b@x.pl").user(18));
        long gone = issued(order().with("email", "c@x.pl").user(19));
        long guest = issued(order().with("email", "d@x.pl").guest(20));

        assertThat(buyer(zmo(account)).get("Code").asText()).isEqualTo("SHanna.z");
        assertThat(buyer(zmo(nameless)).get("Code").asText()).isEqualTo("SH18");
        assertThat(rig.order(nameless).path("events").toString()).contains("nie podaje loginu");
        assertThat(buyer(zmo(gone)).get("Code").asText()).isEqualTo("SH19");
        assertThat(buyer(zmo(guest)).get("Code").asText()).isEqualTo("SHd@x.pl");
        assertThat(rig.shop.requests("GET", "/webapi/rest/users/20")).isZero();
        assertThat(rig.deadLetters()).isEmpty();
    }

    @Test
    @DisplayName("without the right to read clients an order whose code is to be a login waits, and says so")
    void loginNotGranted() throws Exception {
        rig.shop.desk().user(17, "anna", "a@x.pl");
        rig.shop.withdraw("users");
        rig.set("contractor.code", "login").start();
        long id = rig.shop.addOrder(order().user(17));
        rig.poll();
        isLeftToAPerson(id, "klienci");
        assertThat(rig.erp.contractors()).isEmpty();

        rig.shop.grant("users");

        rig.awaitState("ISSUED", id);
        assertThat(buyer(zmo(id)).get("Code").asText()).isEqualTo("SHanna");
    }

    @ParameterizedTest(name = "contractor.update={0}")
    @DisplayName("what an order writes to a card that exists")
    @CsvSource({
        "never, 500, '', Stara",
        "empty, 500, kos@example.pl, Stara",
        "always, +48 600 100 200, kos@example.pl, Piotrkowska"
    })
    void updates(String update, String phone, String email, String street) throws Exception {
        rig.set("contractor.update", update).start();
        String nip = Nips.next();
        rig.erp.addContractor(card(nip));
        long id = rig.shop.addOrder(order().with("email", "kos@example.pl").firm("Inna nazwa", nip));

        rig.imported(id);

        ObjectNode card = buyer(zmo(id));
        assertThat(card.get("Name").asText()).describedAs("K1").isEqualTo("Firma");
        assertThat(card.get("NIP").asText()).isEqualTo(nip);
        assertThat(card.get("VATTaxPayer").asBoolean())
                .describedAs("what was there stays")
                .isTrue();
        assertThat(card.path("Contact").path("Surname").asText()).isEqualTo("Kos");
        assertThat(card.path("Contact").path("Email").asText()).isEqualTo(email);
        if (!update.equals("always")) {
            assertThat(card.path("Contact").path("Phone1").asText()).isEqualTo(phone);
        }
        assertThat(card.path("DefaultAddress").path("Street").asText()).isEqualTo(street);
        long writes = update.equals("never") ? 0 : 1;
        assertThat(rig.erp.requests("PUT", "/api/Contractors/Update")).isEqualTo(writes);

        long again = issued(order().with("email", "kos@example.pl").firm("Inna nazwa", nip));
        assertThat(zmo(again).get("BuyerId")).isEqualTo(zmo(id).get("BuyerId"));
        assertThat(rig.erp.requests("PUT", "/api/Contractors/Update"))
                .describedAs("the second order finds nothing to write")
                .isEqualTo(writes);
    }

    @ParameterizedTest(name = "as {0}")
    @DisplayName("a card that the ERP refuses to change holds up no order: it is a warning")
    @ValueSource(strings = {"400", "500"})
    void refusedUpdate(String status) throws Exception {
        rig.set("contractor.update", "always").start();
        String nip = Nips.next();
        rig.erp.addContractor(card(nip));
        if (status.equals("400")) {
            rig.erp.contractorCodeLimit(1);
        } else {
            rig.erp.faults().add(Fault.of(FaultKind.ERROR_500_JSON).on("PUT", "/api/Contractors/Update"));
        }
        long id = rig.shop.addOrder(order().firm("Firma", nip).status(3));

        rig.poll();
        rig.awaitState("REALISED", id);

        assertThat(rig.order(id).path("events").toString()).contains("WARNING", "Kartoteka kontrahenta F1");
        assertThat(rig.deadLetters()).isEmpty();
        assertThat(rig.erp.requests("PUT", "/api/Contractors/Update")).isEqualTo(1);
    }

    @Test
    @DisplayName("I2: an update without an answer is looked at again and not repeated")
    void updateWithoutAnswer() throws Exception {
        rig.set("contractor.update", "always")
                .set("symfonia.write-timeout", "1s")
                .start();
        rig.erp
                .faults()
                .add(Fault.answerLost().on("PUT", "/api/Contractors/Update").once());
        String nip = Nips.next();
        rig.erp.addContractor(card(nip));
        long id = rig.shop.addOrder(order().firm("Firma", nip));

        rig.poll();
        await().atMost(Duration.ofSeconds(40))
                .untilAsserted(
                        () -> assertThat(rig.order(id).path("state").asText()).isEqualTo("ISSUED"));

        assertThat(rig.erp.requests("PUT", "/api/Contractors/Update")).isEqualTo(1);
        assertThat(rig.erp.contractors()).hasSize(1);
    }

    private String email(long id) throws Exception {
        return rig.order(id).path("contractor").path("email").asText();
    }

    private static ObjectNode card(String nip) {
        ObjectNode card = new ObjectMapper().createObjectNode();
        card.put("Code", "F1")
                .put("Name", "Firma")
                .put("NIP", nip)
                .put("Active", true)
                .put("VATTaxPayer", true);
        card.putObject("Contact").put("Surname", "Kos").put("Phone1", "500");
        card.putObject("DefaultAddress")
                .put("Street", "Stara")
                .put("City", "Łódź")
                .put("PostCode", "90-002");
        return card;
    }
}
