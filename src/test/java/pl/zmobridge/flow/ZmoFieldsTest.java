package pl.zmobridge.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pl.zmobridge.sim.OrderBuilder;
import pl.zmobridge.sim.SampleOrders;
import pl.zmobridge.sim.SimOrder;
import pl.zmobridge.support.Nips;
import pl.zmobridge.support.Rig;

/** What the ERP is sent for an order, field by field, and what it then holds. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ZmoFieldsTest {
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private Rig rig;
    private int buyers;

    @BeforeAll
    void start() throws Exception {
        rig = new Rig().set("symfonia.delivery.code.3", "PACZKOMAT");
        rig.erp.addService("PACZKOMAT", "Paczkomat");
        rig.start();
    }

    @AfterAll
    void stop() {
        rig.close();
    }

    @Test
    void aGuestsOrderIsSentWithEveryFieldThatTheRulesNameAndNoOther() throws Exception {
        String email = newEmail();
        long id = rig.shop.addOrder(new OrderBuilder()
                .date("2026-10-02 23:41:07")
                .with("email", email)
                .line("SPD-101", "149.95", "2")
                .lineField("option", "Kolor: Czerwony; Rozmiar: S")
                .line("TKN-05", "27.35", "2.75")
                .notes("Proszę dzwonić\r\nII piętro"));

        rig.imported(id);

        long buyer = contractor("SH" + email).get("Id").asLong();
        assertSame(
                rig.sentIssue("SH/" + id),
                """
                {"TypeCode":"ZMP","Series":"sZMP","Department":"SKLEP","PaymentRegistry":{"Code":"BANK"},"PaymentFormId":4,
                 "Buyer":{"Id":%d},
                 "Recipient":{"Data":{"Name":"Anna Żak","NIP":"","Street":"Piotrkowska","HouseNo":"12","ApartmentNo":"4",
                   "PostCode":"90-001","City":"Łódź","Country":"PL"}},
                 "PriceKind":1,"SalePriceType":0,"ReservationType":1,"IssueDate":"2026-10-02","MaturityDate":"2026-10-09",
                 "Description":"SH/%d | zamówienie %d | dostawa: Kurier DPD | płatność: Przelew",
                 "Note":"Proszę dzwonić\\nII piętro",
                 "Positions":[
                   {"Code":"SPD-101","VatRate":{"Code":"23"},"Name":"Spódnica wieczorowa (Kolor: Czerwony; Rozmiar: S)","Quantity":2,"Value":299.90},
                   {"Code":"TKN-05","VatRate":{"Code":"23"},"Name":"Tkanina bawełniana","Quantity":2.75,"Value":75.21},
                   {"Code":"DOSTAWA","VatRate":{"Code":"23"},"Name":"Kurier DPD","Quantity":1,"Value":19.99}]}
                """
                        .formatted(buyer, id, id));
        assertThat(rig.erp.order("SH/" + id)).get().satisfies(zmo -> {
            assertThat(zmo.get("DocumentNumber").asText()).describedAs("N1").isEqualTo("SH/" + id);
            assertThat(zmo.get("GrossValue").decimalValue()).describedAs("L5").isEqualByComparingTo("395.10");
            assertThat(zmo.get("Buffer").asBoolean())
                    .describedAs("issued, not left in the buffer")
                    .isFalse();
        });
    }

    @Test
    void aGuestsContractorCardHoldsAllThatTheShopKnows() throws Exception {
        String email = newEmail();
        long id = rig.shop.addOrder(new OrderBuilder()
                .with("email", email)
                .delivery("pesel", "85010112345", "state", "łódzkie", "phone", "+48 600 100 200")
                .line("SPD-101", "149.95", "1"));

        rig.imported(id);

        assertSame(
                rig.sent("POST", "/api/Contractors/Create").stream()
                        .filter(card -> card.path("Code").asText().equals("SH" + email))
                        .findFirst()
                        .orElseThrow(),
                """
                {"Code":"SH%s","Name":"Anna Żak","NIP":"","Pesel":"85010112345","Active":true,"Type":2,
                 "VATTaxPayer":false,"Vies":false,"PriceNegotiation":false,
                 "Contact":{"Name":"Anna","Surname":"Żak","Phone1":"+48 600 100 200","Email":"%s"},
                 "DefaultAddress":{"Street":"Piotrkowska","HouseNo":"12","ApartmentNo":"4","PostCode":"90-001","City":"Łódź",
                   "Country":"PL","Province":"łódzkie"}}
                """
                        .formatted(email, email));
    }

    @Test
    void aFirmWithItsOwnInvoiceAddressGetsAnInvoiceAndGoodsGoToTheDeliveryAddress() throws Exception {
        String nip = Nips.next();
        String email = newEmail();
        long user = newUser();
        long id = rig.shop.addOrder(new OrderBuilder()
                .user(user)
                .with("email", email)
                .date("2026-03-01 00:00:01")
                .payment(18)
                .shipping(3, "12.49")
                .billing(
                        "firstname", "Jan",
                        "lastname", "Kowalski",
                        "company", "Żuraw & Synowie Sp. z o.o.",
                        "tax_identification_number", "PL " + Nips.grouped(nip, "-", 3, 3, 2, 2),
                        "street1", "os. Złota Jesień 5 m. 12",
                        "postcode", "31-827",
                        "city", "Kraków",
                        "state", "małopolskie",
                        "phone", "12 345 67 89")
                .line("SPD-101", "149.95", "1"));

        rig.imported(id);

        ObjectNode contractor = contractor("SH" + user);
        assertSame(
                rig.sentIssue("SH/" + id),
                """
                {"TypeCode":"ZMO","Series":"sZMO","Department":"SKLEP","PaymentRegistry":{"Code":"BANK"},"PaymentFormId":9,
                 "Buyer":{"Id":%d},
                 "Recipient":{"Data":{"Name":"Anna Żak","NIP":"","Street":"Piotrkowska","HouseNo":"12","ApartmentNo":"4",
                   "PostCode":"90-001","City":"Łódź","Country":"PL"}},
                 "PriceKind":1,"SalePriceType":0,"ReservationType":1,"IssueDate":"2026-03-01","MaturityDate":"2026-03-01",
                 "Description":"SH/%d | zamówienie %d | dostawa: Paczkomaty InPost | płatność: Płatność ONLINE",
                 "Positions":[
                   {"Code":"SPD-101","VatRate":{"Code":"23"},"Name":"Spódnica wieczorowa","Quantity":1,"Value":149.95},
                   {"Code":"PACZKOMAT","VatRate":{"Code":"23"},"Name":"Paczkomaty InPost","Quantity":1,"Value":12.49}]}
                """
                        .formatted(contractor.get("Id").asLong(), id, id));
        assertSame(
                contractor,
                """
                {"Id":%d,"Code":"SH%d","Name":"Żuraw & Synowie Sp. z o.o.","NIP":"%s","Pesel":"","Active":true,"Type":0,
                 "VATTaxPayer":true,"Vies":false,"PriceNegotiation":false,
                 "PaymentForm":null,"DeliveryAddresses":[],
                 "Contact":{"Name":"Jan","Surname":"Kowalski","Phone1":"12 345 67 89","Email":"%s"},
                 "DefaultAddress":{"Street":"os. Złota Jesień","HouseNo":"5","ApartmentNo":"12","PostCode":"31-827",
                   "City":"Kraków","Country":"PL","Province":"małopolskie"}}
                """
                        .formatted(contractor.get("Id").asLong(), user, nip, email));
    }

    @ParameterizedTest(name = "the buyer typed {0}, the ERP has {1}")
    @CsvSource({
        "digits, digits",
        "digits, 3-3-2-2",
        "digits, 3-2-2-3",
        "3-3-2-2, 3-2-2-3",
        "PL spaces, 3-2-2-3",
        "PL digits, PL digits",
        "3-2-2-3, 3-3-2-2",
        "spaces, spaces"
    })
    void aFirmIsFoundByItsNipHoweverItIsWritten(String typed, String kept) throws Exception {
        String nip = Nips.next();
        ObjectNode firm = rig.erp.addContractor("F" + nip, "Firma", written(nip, kept), 0);
        long id = rig.shop.addOrder(new OrderBuilder()
                .with("email", newEmail())
                .firm("Firma", written(nip, typed))
                .line("SPD-101", "149.95", "1"));
        int before = rig.erp.contractors().size();

        rig.imported(id);

        assertThat(rig.sentIssue("SH/" + id).path("Buyer").path("Id").asLong())
                .isEqualTo(firm.get("Id").asLong());
        assertThat(rig.erp.contractors()).hasSize(before);
    }

    @Test
    void aContractorIsFoundByItsCodeAndM2ItsOwnPaymentFormBeatsAPartialMatch() throws Exception {
        long user = newUser();
        ObjectNode known = rig.erp.addContractor("SH" + user, "Stała klientka", "", 6);
        long id = rig.shop.addOrder(
                new OrderBuilder().user(user).date("2026-10-02 12:00:00").line("SPD-101", "149.95", "1"));

        JsonNode order = rig.imported(id);

        JsonNode issue = rig.sentIssue("SH/" + id);
        assertThat(issue.path("Buyer").path("Id").asLong())
                .isEqualTo(known.get("Id").asLong());
        assertThat(issue.path("PaymentFormId").asInt()).isEqualTo(6);
        assertThat(issue.path("MaturityDate").asText()).isEqualTo("2026-10-16");
        assertThat(order.path("paymentRule").asText()).isEqualTo("M2");
        assertThat(order.path("paymentFormId").asInt()).isEqualTo(6);
        assertThat(order.path("dueDate").asText()).isEqualTo("2026-10-16");
    }

    @ParameterizedTest(name = "{4}: payment {0} of a contractor with the form {1} gives the form {2}")
    @CsvSource({
        "18, 6, 9, 2026-10-02, M1",
        "1, 0, 4, 2026-10-09, M3",
        "3, 0, 1, 2026-10-02, M4",
        "3, 8, 1, 2026-10-02, M4"
    })
    void thePaymentFormFollowsTheRules(long payment, long own, int form, String due, String rule) throws Exception {
        long user = newUser();
        rig.erp.addContractor("SH" + user, "Klient", "", own);
        long id = rig.shop.addOrder(new OrderBuilder()
                .user(user)
                .date("2026-10-02 12:00:00")
                .payment(payment)
                .line("SPD-101", "149.95", "1"));

        JsonNode order = rig.imported(id);

        JsonNode issue = rig.sentIssue("SH/" + id);
        assertThat(issue.path("PaymentFormId").asInt()).isEqualTo(form);
        assertThat(issue.path("MaturityDate").asText()).isEqualTo(due);
        assertThat(order.path("paymentRule").asText()).isEqualTo(rule);
    }

    @Test
    void ordersOfOneNewBuyerInOnePollMakeOneContractor() throws Exception {
        String nip = Nips.next();
        long user = newUser();
        String email = newEmail();
        List<SimOrder> orders = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            orders.add(
                    new OrderBuilder().user(user).line("KUB-300", "0.99", "1").build());
            orders.add(new OrderBuilder()
                    .with("email", i % 2 == 0 ? email : email.toUpperCase())
                    .line("KUB-300", "0.99", "1")
                    .build());
            orders.add(new OrderBuilder()
                    .with("email", newEmail())
                    .firm("Firma " + i, written(nip, i % 2 == 0 ? "PL spaces" : "3-2-2-3"))
                    .line("KUB-300", "0.99", "1")
                    .build());
        }
        int before = rig.erp.contractors().size();
        List<Long> ids = rig.shop.addOrders(orders);

        rig.poll();
        rig.awaitState("ISSUED", ids.stream().mapToLong(Long::longValue).toArray());

        assertThat(rig.erp.contractors()).hasSize(before + 3);
        assertThat(rig.get("/api/dead-letters").path("items").findValuesAsText("shopOrderId"))
                .describedAs("no order had to be tried twice")
                .doesNotContainAnyElementsOf(ids.stream().map(String::valueOf).toList());
    }

    @Test
    void anotherFirmNeverGetsTheInvoiceOfTheContractorWhoseCodeItsAccountHas() throws Exception {
        long user = newUser();
        String nip = Nips.next();
        ObjectNode stranger = rig.erp.addContractor("SH" + user, "Inna firma", Nips.next(), 0);
        long id = rig.shop.addOrder(
                new OrderBuilder().user(user).firm("Moja firma", nip).line("SPD-101", "149.95", "1"));

        rig.imported(id);

        long buyer = rig.sentIssue("SH/" + id).path("Buyer").path("Id").asLong();
        assertThat(buyer).isNotEqualTo(stranger.get("Id").asLong());
        assertThat(rig.erp.contractors())
                .filteredOn(each -> each.get("Id").asLong() == buyer)
                .singleElement()
                .satisfies(each -> assertThat(each.get("NIP").asText()).isEqualTo(nip));
    }

    @Test
    void w1AForeignCurrencyIsNamedWithTheBanksRate() throws Exception {
        long id = rig.shop.addOrder(new OrderBuilder()
                .with("email", newEmail())
                .with("currency_id", "2")
                .with("currency_rate", "4.2650")
                .line("SPD-101", "35.10", "1"));

        JsonNode order = rig.imported(id);

        JsonNode issue = rig.sentIssue("SH/" + id);
        assertThat(issue.path("Currency").asText()).isEqualTo("EUR");
        assertThat(issue.path("CurrencyRate").decimalValue()).isEqualByComparingTo("4.2567");
        assertThat(order.path("currency").asText()).isEqualTo("EUR");
    }

    @Test
    void l3FreeDeliveryIsStillTheLastLine() throws Exception {
        long id = rig.shop.addOrder(
                new OrderBuilder().with("email", newEmail()).shipping(4, "0.00").line("SPD-101", "149.95", "1"));

        rig.imported(id);

        JsonNode positions = rig.sentIssue("SH/" + id).path("Positions");
        assertSame(
                positions.get(positions.size() - 1),
                "{\"Code\":\"DOSTAWA\",\"VatRate\":{\"Code\":\"23\"},\"Name\":\"Odbiór osobisty\",\"Quantity\":1,\"Value\":0.00}");
    }

    @Test
    void l4GoodsAreReservedAsSoonAsTheZmoExists() throws Exception {
        rig.erp.addProduct("REZ-" + ++buyers, "Rzadki towar", "5");
        String code = "REZ-" + buyers;
        long id = rig.shop.addOrder(new OrderBuilder().with("email", newEmail()).line(code, "10.00", "3"));

        rig.imported(id);

        assertThat(rig.erp.stockToSale(code)).isEqualByComparingTo("2");
    }

    @Test
    void l5EveryOrderHasTheShopsTotalWhateverItsDiscountsMean() throws Exception {
        List<Long> ids = rig.shop.addOrders(new SampleOrders(7).list(60));

        rig.poll();

        for (long id : ids) {
            Rig.eventually(() -> assertThat(rig.erp.order("SH/" + id))
                    .describedAs("SH/" + id)
                    .isPresent());
            BigDecimal sum =
                    new BigDecimal(rig.shop.order(id).orElseThrow().get("sum").asText());
            ObjectNode zmo = rig.erp.order("SH/" + id).orElseThrow();
            assertThat(zmo.get("GrossValue").decimalValue())
                    .describedAs("SH/" + id)
                    .isEqualByComparingTo(sum);
            assertThat(zmo.get("Positions").size()).isEqualTo(rig.shop.lines(id).size() + 1);
            for (int i = 0; i < rig.shop.lines(id).size(); i++) { // L1
                assertThat(zmo.get("Positions").get(i).get("ProductCode").asText())
                        .isEqualTo(rig.shop.lines(id).get(i).get("code").asText());
            }
        }
    }

    @Test
    void summerTimeTheDayOfAnOrderIsTheShopsDay() throws Exception {
        long id = rig.shop.addOrder(new OrderBuilder()
                .with("email", newEmail())
                .date("2026-03-29 02:30:00")
                .line("SPD-101", "149.95", "1"));

        JsonNode order = rig.imported(id);

        assertThat(order.path("placedAt").asText()).isEqualTo("2026-03-29T03:30:00+02:00");
        assertThat(rig.sentIssue("SH/" + id).path("IssueDate").asText()).isEqualTo("2026-03-29");
    }

    private String newEmail() {
        return "k" + ++buyers + "@example.pl";
    }

    private long newUser() {
        return 70_000 + ++buyers;
    }

    private static String written(String nip, String how) {
        return switch (how) {
            case "digits" -> nip;
            case "PL digits" -> "PL" + nip;
            case "spaces" -> Nips.grouped(nip, " ", 3, 3, 2, 2);
            case "PL spaces" -> "PL " + Nips.grouped(nip, " ", 3, 3, 2, 2);
            case "3-3-2-2" -> Nips.grouped(nip, "-", 3, 3, 2, 2);
            case "3-2-2-3" -> Nips.grouped(nip, "-", 3, 2, 2, 3);
            default -> throw new IllegalArgumentException(how);
        };
    }

    private ObjectNode contractor(String code) {
        return rig.erp.contractors().stream()
                .filter(each -> each.get("Code").asText().equals(code))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no contractor " + code));
    }

    /** Compares trees: the order of fields means nothing, numbers are equal by value. */
    private static void assertSame(JsonNode actual, String expected) throws Exception {
        JsonNode wanted = JSON.readTree(expected);
        boolean same = wanted.equals(
                (one, other) -> one.isNumber() && other.isNumber()
                        ? one.decimalValue().compareTo(other.decimalValue())
                        : one.equals(other) ? 0 : 1,
                actual);
        assertThat(same)
                .describedAs("expected: %s%nbut was: %s", wanted.toPrettyString(), actual.toPrettyString())
                .isTrue();
    }
}
