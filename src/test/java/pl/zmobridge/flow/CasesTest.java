package pl.zmobridge.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.math.BigDecimal;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import pl.zmobridge.sim.OrderBuilder;
import pl.zmobridge.support.Nips;
import pl.zmobridge.support.Rig;

/** What is sold is what the shop says, to the grosz, the rate and the buyer, or a person is told. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CasesTest extends CasesFixture {
    @BeforeAll
    void start() throws Exception {
        rig = new Rig()
                .set("order.lines.one-off", "true")
                .set("redelivery.initial", "1s")
                .set("redelivery.max", "1s");
        rig.erp.desk().vatRate("21", "21 %", "21", true);
        rig.erp.desk().vatRate("19", "19 %", "19", true);
        rig.erp.addProduct("101", "Towar 101", "100");
        rig.shop.desk().tax(9, "19%", "19");
        rig.shop.desk().tax(10, "2.1%", "2.1");
        rig.start();
    }

    @AfterAll
    void stop() {
        rig.close();
    }

    @AfterEach
    void asBefore() {
        rig.erp.allowDoubleRealisation(false);
        rig.shop.desk().defaultCurrency("PLN");
    }

    // ---- V: VAT

    @Test
    @DisplayName("case 1 V3: a foreign rate is not sold without a rule that admits it")
    void foreignRate() throws Exception {
        long id = rig.shop.addOrder(empty().shipping(4, "0.00")
                .line("SPD-101", "119.00", "1")
                .tax("19%", "19")
                .shippingTax("19%", "19")
                .delivery("country", "Niemcy", "country_code", "DE", "postcode", "10115", "city", "Berlin")
                .status(3));

        rig.poll();

        isLeftToAPerson(id, "19%");
    }

    @Test
    @DisplayName("case 2 V1: the rate is the shop's, whatever the product's card says, and delivery has its own")
    void shopsRate() throws Exception {
        long id = issued(empty().line("KUB-300", "108.00", "1").tax("8%", "8").shippingTax("5%", "5"));

        assertThat(zmo(id).at("/Positions/0/VatRate/Code").asText()).isEqualTo("8");
        assertThat(zmo(id).at("/Positions/0/NetValue").decimalValue()).isEqualByComparingTo("100.00");
        assertThat(zmo(id).at("/Positions/1/VatRate/Code").asText()).isEqualTo("5");
    }

    @Test
    @DisplayName("case 3 V1: exempt is told from zero by its name")
    void exempt() throws Exception {
        long exempt = issued(empty().line("KUB-300", "100.00", "1").tax("zw.", "0"));

        assertThat(zmo(exempt).at("/Positions/0/VatRate/Code").asText()).isEqualTo("zw");
    }

    @Test
    @DisplayName("case 3 V3: a sale to a firm of the EU without VAT needs a rule")
    void euFirm() throws Exception {
        long id = rig.shop.addOrder(empty().line("KUB-300", "100.00", "1")
                .tax("0%", "0")
                .shippingTax("0%", "0")
                .flag("vat_eu", true)
                .firm("Müller GmbH", "DE123456789")
                .status(3));

        rig.poll();

        isLeftToAPerson(id);
    }

    @Test
    @DisplayName("case 4 V1: 2.1% is not 21")
    void fractionalRate() throws Exception {
        long id = rig.shop.addOrder(
                empty().line("", "100.00", "1").lineField("name", "Gazeta").tax("2.1%", "2.1"));

        rig.poll();

        isLeftToAPerson(id, "2.1%");
        assertThat(rig.erp.order("SH/" + id)).isEmpty();
    }

    private static OrderBuilder abroad(String country, String code) {
        return empty().delivery("country", country, "country_code", code, "postcode", "10115", "city", "Miasto");
    }

    static Stream<Arguments> siblingsOfForeignRates() {
        return Stream.of(
                Arguments.of(
                        "21%",
                        abroad("Czechy", "CZ").line("KUB-300", "121.00", "1").tax("21%", "21")),
                Arguments.of(
                        "20%",
                        abroad("Francja", "FR").line("KUB-300", "120.00", "1").tax("TVA 20%", "20")),
                Arguments.of(
                        "Normalsatz",
                        abroad("Niemcy", "DE").line("KUB-300", "119.00", "1").tax("Normalsatz", "19")),
                Arguments.of(
                        "19%",
                        abroad("Niemcy", "DE").line("KUB-300", "100.00", "1").shippingTax("19%", "19")),
                Arguments.of(
                        "19%",
                        abroad("Niemcy", "DE")
                                .line("KUB-300", "119.00", "1")
                                .tax("19%", "19")
                                .with("currency_id", "2")
                                .with("currency_rate", "4.30")),
                Arguments.of("5.5%", empty().line("KUB-300", "100.00", "1").tax("5.5%", "5.5")),
                Arguments.of("0% WDT", empty().line("KUB-300", "100.00", "1").tax("0% WDT", "0")),
                Arguments.of("vat_eu", empty().line("KUB-300", "100.00", "1").flag("vat_eu", true)),
                Arguments.of(
                        "vat_eu",
                        abroad("Niemcy", "DE")
                                .line("KUB-300", "100.00", "1")
                                .flag("vat_eu", true)
                                .firm("Müller GmbH", "DE123456789")));
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("case 1, 3, 4 V3: a rate that is not Poland's, or vat_eu, is neither sold nor imported without a rule")
    @MethodSource("siblingsOfForeignRates")
    void foreignRates(String named, OrderBuilder order) throws Exception {
        long id = rig.shop.addOrder(order.status(3));

        rig.poll();

        isLeftToAPerson(id, named);
        assertThat(letter(id).orElseThrow().path("cause").asText()).isEqualTo("VAT_UNSETTLED");
        assertThat(rig.erp.order("SH/" + id)).isEmpty();
    }

    @ParameterizedTest(name = "{0} in the currency {1}")
    @DisplayName("V3: a Polish rate on a delivery abroad is sold at that rate, with a warning")
    @CsvSource({"23%, 1, 1, 23", "8%, 1, 1, 8", "23%, 2, 4.30, 23"})
    void polishRateAbroad(String tax, String currency, String rate, String code) throws Exception {
        long id = rig.shop.addOrder(abroad("Niemcy", "DE")
                .line("KUB-300", "80.01", "1")
                .tax(tax, tax.replace("%", ""))
                .with("currency_id", currency)
                .with("currency_rate", rate)
                .status(3));

        rig.poll();
        rig.awaitState("REALISED", id);

        assertThat(zmo(id).at("/Positions/0/VatRate/Code").asText()).isEqualTo(code);
        assertThat(rig.order(id).path("warnings").toString()).contains("DE", "OSS");
        assertThat(theDocument(id).get("GrossValue").decimalValue()).isEqualByComparingTo("100.00");
    }

    // ---- S: the same as in the shop

    @Test
    @DisplayName("case 10 S3: a total that the ERP makes another is not sold")
    void erpsOwnTotal() throws Exception {
        rig.erp.addContractor("SH9010", "Anna Żak", "", 0);
        rig.erp.desk().contractorDiscount("SH9010", "5");
        long id = rig.shop.addOrder(order().user(9010).status(3));

        rig.poll();

        isLeftToAPerson(id, "169.94", "161.44");
    }

    @Test
    @DisplayName("case 10 S3: a worker's next attempt does not sell it either, a person's does")
    void erpsOwnTotalIsAllowedByAPerson() throws Exception {
        rig.erp.addContractor("SH9011", "Anna Żak", "", 0);
        rig.erp.desk().contractorDiscount("SH9011", "5");
        long id = rig.shop.addOrder(order().user(9011).status(3));
        rig.poll();
        isLeftToAPerson(id, "169.94", "161.44");
        int issued = rig.erp.ordersIssued();
        Rig.eventually(() ->
                assertThat(letter(id).orElseThrow().path("attempts").asInt()).isGreaterThan(1));
        assertThat(documents(id)).isEmpty();

        replay(id);

        rig.awaitState("REALISED", id);
        assertThat(rig.erp.ordersIssued()).isEqualTo(issued);
    }

    private void replay(long id) throws Exception {
        rig.post("/api/dead-letters/" + letter(id).orElseThrow().path("id").asLong() + "/replay", "");
    }

    @Test
    @DisplayName("case 29 H4: an order with a text that is no NIP is sold when a person tries again")
    void noNipIsSoldByAPerson() throws Exception {
        long id = rig.shop.addOrder(order().firm("Firma", "nie dotyczy").status(3));
        rig.poll();
        isLeftToAPerson(id, "nie dotyczy");
        assertThat(letter(id).orElseThrow().path("cause").asText()).isEqualTo("HELD_BY_RULE");

        replay(id);

        rig.awaitState("REALISED", id);
        assertThat(theDocument(id).get("DocumentNumber").asText()).startsWith("PA");
    }

    @Test
    @DisplayName("case 29 H4, Z4: one that a person has let pass is sold by itself once its goods are there")
    void passedIsSoldWhenThereIsStock() throws Exception {
        rig.erp.setStock("TKN-05", "0");
        long id = rig.shop.addOrder(empty().line("TKN-05", "10.00", "1")
                .firm("Firma", "nie dotyczy")
                .status(3));
        rig.poll();
        isLeftToAPerson(id, "nie dotyczy");
        replay(id);
        fails(id, "TKN-05");

        rig.erp.setStock("TKN-05", "10");

        rig.awaitState("REALISED", id);
        assertThat(theDocument(id).get("DocumentNumber").asText()).startsWith("PA");
    }

    @Test
    @DisplayName("case 39 S10: the goods of a combined order go out once")
    void combined() throws Exception {
        long parent = rig.shop.addOrder(order());
        long child = rig.shop.addOrder(order());
        rig.shop.desk().combine(parent, child);

        rig.poll();
        rig.awaitState("ISSUED", parent);

        assertThat(rig.erp.order("SH/" + child)).isEmpty();
        rig.shop.setStatus(parent, 3);
        rig.shop.setStatus(child, 3);
        pollUntil("REALISED", parent);
        assertThat(documents(child)).isEmpty();
    }

    @Test
    @DisplayName("S10: a combination that does not add up is a dead letter, and imported once it does")
    void combinedDoesNotAddUp() throws Exception {
        long parent = rig.shop.addOrder(order());
        long child = rig.shop.addOrder(empty().line("KUB-300", "5.00", "2"));
        rig.shop.desk().combine(parent, child);

        rig.poll();

        isLeftToAPerson(parent, "Zamówienie " + parent, "„KUB-300” jest w nim 0", "zamówieniach 2");
        isLeftToAPerson(child, Long.toString(parent));
        assertThat(rig.erp.order("SH/" + parent)).isEmpty();
        assertThat(rig.erp.order("SH/" + child)).isEmpty();

        rig.shop.desk().addLine(parent, "KUB-300", "5.00", "2");
        rig.awaitState("ISSUED", parent);
        assertThat(rig.erp.order("SH/" + child)).isEmpty();
    }

    @Test
    @DisplayName("S10: a child that is not in the shop is named")
    void combinedWithNobody() throws Exception {
        long parent = rig.shop.addOrder(order().children(987654));

        rig.poll();

        isLeftToAPerson(parent, "987654");
        assertThat(rig.erp.order("SH/" + parent)).isEmpty();
    }

    // ---- K: contractor

    @Test
    @DisplayName("case 22 K1: a person's order does not land on the firm's card of the same account")
    void personOfAFirmsAccount() throws Exception {
        long firm = issued(order().user(9022).firm("Firma", Nips.next()));
        long person = issued(order().user(9022));

        assertThat(zmo(person).get("BuyerId")).isNotEqualTo(zmo(firm).get("BuyerId"));
        assertThat(buyer(zmo(person)).get("NIP").asText()).isEmpty();
    }

    @Test
    @DisplayName("case 23 K1: the end of a NIP is not the NIP")
    void endOfANip() throws Exception {
        long whole = issued(order().user(9023).firm("Pierwsza", "6570011222"));
        long id = rig.shop.addOrder(order().firm("Druga", "011222").status(3));

        isLeftToAPerson(polled(id));
        if (rig.erp.order("SH/" + id).isPresent()) {
            assertThat(zmo(id).get("BuyerId")).isNotEqualTo(zmo(whole).get("BuyerId"));
        }
    }

    private long polled(long id) throws Exception {
        rig.poll();
        return id;
    }

    @Test
    @DisplayName("case 24 K2: an inactive card is not used while an active one fits")
    void inactiveCard() throws Exception {
        String nip = Nips.next();
        rig.erp.addContractor("STARA", "Firma", nip, 0);
        rig.erp.desk().deactivateContractor("STARA");
        long active = rig.erp.addContractor("NOWA", "Firma", nip, 0).get("Id").asLong();

        long id = issued(order().firm("Firma", nip));

        assertThat(zmo(id).get("BuyerId").asLong()).isEqualTo(active);
    }

    @Test
    @DisplayName("K2: the oldest card of a firm is its card, and no second one is made, however the ERP writes its NIP")
    void oldestCardInAnotherNotation() throws Exception {
        String nip = Nips.next();
        String dashed = nip.replaceAll("(...)(...)(..)(..)", "$1-$2-$3-$4");
        long oldest =
                rig.erp.addContractor("KRESKI", "Firma", dashed, 0).get("Id").asLong();
        rig.erp.addContractor("CYFRY", "Firma", nip, 0);
        long id = issued(order().firm("Firma", nip));
        assertThat(zmo(id).get("BuyerId").asLong()).isEqualTo(oldest);

        String other = Nips.next();
        long prefixed = rig.erp
                .addContractor("PREFIKS", "Inna", "PL" + other, 0)
                .get("Id")
                .asLong();
        long second = issued(order().firm("Inna", other));
        assertThat(zmo(second).get("BuyerId").asLong()).isEqualTo(prefixed);
    }

    @Test
    @DisplayName("case 25 K1: guests of one e-mail and name are one contractor, whatever user_id they have")
    void guestsWithUserIds() throws Exception {
        String email = "gosc25@example.pl";
        long first = issued(order().with("email", email).guest(501));
        long second = issued(order().with("email", email).guest(502));

        assertThat(zmo(second).get("BuyerId")).isEqualTo(zmo(first).get("BuyerId"));
    }

    // ---- L, H: lines and documents

    @Test
    @DisplayName("case 26 L5: a fee over many lines is no rounding")
    void feeOverManyLines() throws Exception {
        OrderBuilder order = empty().shipping(4, "0.00").sum("100.90").status(3);
        for (int i = 0; i < 100; i++) {
            order.line("KUB-300", "1.00", "1");
        }
        long id = rig.shop.addOrder(order);

        rig.poll();

        isLeftToAPerson(id, "100.90");
    }

    @ParameterizedTest(name = "case 29 H4: what is no NIP makes no invoice by itself: {0}")
    @ValueSource(strings = {"00000000000", "600 100 200", "5252525252;6570011222", "nr 600 100 200", "FIRMA 12345"})
    void noNip(String typed) throws Exception {
        long id = rig.shop.addOrder(order().firm("Firma", typed).status(3));

        rig.poll();

        isLeftToAPerson(id);
    }

    @Test
    @DisplayName("case 30 D1: a wish for an invoice without a NIP is not silently a receipt")
    void wishForAnInvoice() throws Exception {
        long id = rig.shop.addOrder(order().additionalField(3, "1").status(3));

        rig.poll();
        Rig.eventually(() -> assertThat(rig.order(id).path("state").asText()).isIn("ISSUED", "REALISED"));

        assertThat(rig.order(id).path("warnings").toString()).contains("faktur");
    }

    @Test
    @DisplayName("case 38 L7: a code that came as a number is not trusted")
    void codeAsNumber() throws Exception {
        long id = rig.shop.addOrder(empty().line("0101", "10.00", "1").codeAsNumber(101));

        rig.poll();

        isLeftToAPerson(id, "101");
        assertThat(rig.erp.order("SH/" + id)).isEmpty();
    }

    @Test
    @DisplayName("L7: a bundle whose product has no price is sold under its own code, and says why")
    void bundleOfAnUnreadableProduct() throws Exception {
        rig.erp.addProduct("SET-1", "Zestaw", "10");
        long id = issued(empty().bundle("SET-1", "30.00", "1")
                .child("KUB-300", "30.00", "1")
                .childField("price", NullNode.getInstance())
                .childField("code", IntNode.valueOf(300)));

        assertThat(zmo(id).at("/Positions/0/ProductCode").asText()).isEqualTo("SET-1");
        assertThat(rig.order(id).path("warnings").toString()).contains("SET-1", "Pole „price”");
    }

    // ---- W: currency

    @Test
    @DisplayName("case 28 W1: the rate of a foreign currency is in złoty, whatever the shop's default currency is")
    void defaultCurrencyIsForeign() throws Exception {
        rig.shop.desk().defaultCurrency("EUR");
        long id = rig.shop.addOrder(
                empty().line("KUB-300", "80.01", "1").with("currency_id", "2").with("currency_rate", "1"));

        rig.poll();
        Rig.eventually(() -> assertThat(rig.order(id).path("state").asText().equals("ISSUED")
                        || letter(id).isPresent())
                .isTrue());

        assertThat(rig.sent("POST", "/api/OrdersIssue/New"))
                .filteredOn(issue -> issue.path("Description").asText().startsWith("SH/" + id + " "))
                .allSatisfy(issue ->
                        assertThat(issue.path("CurrencyRate").decimalValue()).isGreaterThan(BigDecimal.ONE));
    }
}
