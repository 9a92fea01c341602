package pl.zmobridge.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pl.zmobridge.sim.OrderBuilder;
import pl.zmobridge.support.Nips;
import pl.zmobridge.support.Rig;

/** What an operator's choices change. */
class OtherSettingsTest {
    private final Rig rig = new Rig();

    @AfterEach
    void stop() {
        rig.close();
    }

    @Test
    void z1WithRealisationOffNoStatusMeansAnything() throws Exception {
        rig.set("realisation.enabled", "false").start();
        long before = rig.shop.addOrder(order("a").status(3));
        long later = rig.shop.addOrder(order("b"));
        rig.poll();
        rig.awaitState("ISSUED", before, later);

        rig.shop.setStatus(later, 3);
        rig.poll();
        rig.poll();

        assertThat(rig.order(later).path("status").asText()).describedAs("H3").isEqualTo("opłacone");
        assertThat(rig.order(later).path("state").asText()).isEqualTo("ISSUED");
        assertThat(rig.erp.requests("PUT", "/api/OrdersIssue/FV")).isZero();
    }

    @Test
    void prefixSuffixReservationPriceTypeForcedInvoiceAndOneOffLinesAreTheOperators() throws Exception {
        rig.set("order.number.prefix", "Łódź-")
                .set("order.number.suffix", "/&?#%")
                .set("symfonia.reservation", "delivery")
                .set("symfonia.sale-price-type", "16")
                .set("symfonia.department", "CENTRALA")
                .set("symfonia.payment-registry", "KASA")
                .set("symfonia.payment-form.default", "karta  PŁATNICZA")
                .set("order.document", "receipt")
                .set("order.lines.one-off", "true")
                .set("symfonia.delivery.code", "")
                .start();
        long id = rig.shop.addOrder(order("c")
                .payment(3)
                .firm("Firma", Nips.next())
                .line("X", "10.00", "2")
                .lineField("code", " ")
                .lineField("name", "Usługa grawerowania")
                .lineField("tax", "8%"));
        String number = "Łódź-" + id + "/&?#%";

        rig.imported(id);

        JsonNode issue = rig.sentIssue(number);
        assertThat(rig.erp.order(number)).isPresent();
        assertThat(issue.path("TypeCode").asText()).isEqualTo("ZMP");
        assertThat(issue.path("ReservationType").asInt()).isEqualTo(2);
        assertThat(issue.path("SalePriceType").asInt()).isEqualTo(16);
        assertThat(issue.path("Department").asText()).isEqualTo("CENTRALA");
        assertThat(issue.path("PaymentRegistry").path("Code").asText()).isEqualTo("KASA");
        assertThat(issue.path("PaymentFormId").asInt()).describedAs("M4").isEqualTo(2);
        JsonNode oneOff = issue.path("Positions").get(1);
        assertThat(oneOff.has("Code")).isFalse();
        assertThat(oneOff.path("Name").asText()).isEqualTo("Usługa grawerowania");
        assertThat(oneOff.path("VatRate").path("Code").asText()).isEqualTo("8");
        assertThat(oneOff.path("Value").decimalValue()).isEqualByComparingTo("20.00");
        JsonNode delivery = issue.path("Positions").get(2);
        assertThat(delivery.has("Code")).isFalse();
        assertThat(delivery.path("Name").asText()).isEqualTo("Kurier DPD");
    }

    @Test
    void s2TheWarehouseReadsThePickupPointInTheZmoAlsoAfterTheBuyerHasChosenAnother() throws Exception {
        rig.set("order.description", "{delivery} | punkt: {pickup-point} | tel. {phone}")
                .set("order.note", "{notes}, {email}, przesyłka {tracking}")
                .start();
        long id = rig.shop.addOrder(order("p")
                .notes("Proszę dzwonić")
                .pickupPoint("POP-WAW579", "INPOST")
                .deliveryEmail("paczka@example.com"));
        String beginning = "SH/" + id + " | zamówienie " + id + " | ";

        rig.imported(id);

        JsonNode issue = rig.sentIssue("SH/" + id);
        assertThat(issue.path("Description").asText())
                .startsWith(beginning)
                .contains(" | punkt: POP-WAW579 (INPOST) | tel. ");
        assertThat(issue.path("Note").asText()).isEqualTo("Proszę dzwonić, paczka@example.com");

        rig.shop.editOrder(id, header -> header.put("pickup_point", "POP-LDZ1"));
        rig.poll();

        Rig.eventually(() -> assertThat(rig.erp
                        .order("SH/" + id)
                        .orElseThrow()
                        .get("Description")
                        .asText())
                .startsWith(beginning)
                .contains(" | punkt: POP-LDZ1 (INPOST) | "));
        assertThat(rig.erp.orders()).hasSize(1);
    }

    @Test
    void withoutRenamingTheZmoKeepsTheErpsNumberAndTheMarkerIsInItsDescription() throws Exception {
        rig.set("symfonia.rename", "false").start();
        long id = rig.shop.addOrder(order("d").status(3));

        rig.poll();
        rig.awaitState("REALISED", id);

        assertThat(rig.erp.requests("PATCH", "/api/")).isZero();
        assertThat(rig.erp.orders()).singleElement().satisfies(zmo -> {
            assertThat(zmo.get("DocumentNumber").asText()).isEqualTo("ZMP/0001/2026");
            assertThat(zmo.get("Description").asText()).startsWith("SH/" + id + " | ");
        });
        assertThat(rig.order(id).path("erpNumber").asText()).isEqualTo("ZMP/0001/2026");
        assertThat(rig.order(id).path("number").asText()).isEqualTo("SH/" + id);
    }

    @Test
    void aForcedInvoiceWithoutANipIsAReceiptOrADeadLetterAsTheOperatorSays() throws Exception {
        rig.set("order.document", "invoice")
                .set("order.document.invoice-without-nip", "fail")
                .start();
        long id = rig.shop.addOrder(order("e"));

        rig.poll();

        assertThat(rig.order(id).path("problem").asText()).contains("nie ma NIP");
        assertThat(rig.erp.ordersIssued()).isZero();
    }

    @Test
    @DisplayName("H4 case 31: a forced invoice without a NIP can be an invoice for a person")
    void aForcedInvoiceWithoutANipCanBeAnInvoiceForAPerson() throws Exception {
        rig.set("order.document", "invoice")
                .set("order.document.invoice-without-nip", "invoice")
                .start();
        long id = rig.shop.addOrder(order("f").status(3));

        rig.poll();
        rig.awaitState("REALISED", id);

        assertThat(rig.erp.invoices()).singleElement().satisfies(sale -> assertThat(
                        sale.get("DocumentNumber").asText())
                .startsWith("FV"));
    }

    @ParameterizedTest(name = "symfonia.vat.differences={0}")
    @DisplayName("V2: a card's rate that is not the shop's is a dead letter, unless the operator accepts it")
    @ValueSource(strings = {"refuse", "accept"})
    void theCardsRate(String differences) throws Exception {
        rig.set("symfonia.vat", "card")
                .set("symfonia.vat.differences", differences)
                .start();
        long same = rig.shop.addOrder(order("g").status(3));
        long other = rig.shop.addOrder(
                order("h").line("SPD-101", "108.00", "1").tax("8%", "8").status(3));
        rig.poll();
        rig.awaitState("REALISED", same);

        assertThat(rig.sentIssue("SH/" + other).path("Positions"))
                .allSatisfy(position -> assertThat(position.has("VatRate")).isFalse());
        if (differences.equals("accept")) {
            rig.awaitState("REALISED", other);
            assertThat(rig.order(other).path("events").toString())
                    .contains("WARNING", "kartoteki", "SPD-101", "8%", "ERP 23");
            assertThat(rig.order(same).path("events").toString()).doesNotContain("WARNING");
        } else {
            Rig.eventually(() -> assertThat(rig.order(other).path("problem").asText())
                    .contains("ZMO ZMP/", "SPD-101", "8%", "ERP 23"));
            assertThat(rig.deadLetters()).singleElement().satisfies(letter -> {
                assertThat(letter.path("cause").asText()).isEqualTo("ERP_DIFFERS");
                assertThat(letter.path("waitsFor").asText()).isEqualTo("PERSON");
            });
            assertThat(rig.erp.invoicesIssued()).isEqualTo(1);
        }
    }

    @ParameterizedTest(name = "contractor.duplicates={0}")
    @DisplayName("K2: which of several cards of one NIP is the buyer is the operator's choice")
    @ValueSource(strings = {"oldest", "newest", "stop"})
    void severalCards(String duplicates) throws Exception {
        rig.set("contractor.duplicates", duplicates).start();
        String nip = Nips.next();
        long oldest = rig.erp.addContractor("A", "Firma", nip, 0).get("Id").asLong();
        long newest = rig.erp.addContractor("B", "Firma", nip, 0).get("Id").asLong();
        long id = rig.shop.addOrder(order("i").firm("Firma", nip));
        rig.poll();

        if (duplicates.equals("stop")) {
            Rig.eventually(() -> assertThat(rig.deadLetters()).singleElement().satisfies(letter -> {
                assertThat(letter.path("cause").asText()).isEqualTo("CONTRACTOR_UNDECIDED");
                assertThat(letter.path("waitsFor").asText()).isEqualTo("PERSON");
                assertThat(letter.path("error").asText()).contains("A (Id " + oldest, "B (Id " + newest);
            }));
            assertThat(rig.erp.ordersIssued()).isZero();
        } else {
            rig.awaitState("ISSUED", id);
            assertThat(rig.sentIssue("SH/" + id).path("Buyer").path("Id").asLong())
                    .isEqualTo(duplicates.equals("oldest") ? oldest : newest);
        }
    }

    @ParameterizedTest(name = "order.lines.bundles={0}, order.lines.skip-zero={1}")
    @DisplayName("L7: bundles and lines of value 0 become what the operator says")
    @CsvSource({"children, false, KUB-300 SPD-101 KUB-300 KUB-300 DOSTAWA", "parent, true, KUB-300 SET-1 DOSTAWA"})
    void bundlesAndGifts(String bundles, boolean skipZero, String codes) throws Exception {
        rig.set("order.lines.bundles", bundles)
                .set("order.lines.skip-zero", Boolean.toString(skipZero))
                .start();
        rig.erp.addProduct("SET-1", "Zestaw", "10");
        long id = rig.shop.addOrder(order("j")
                .bundle("SET-1", "160.00", "1")
                .child("SPD-101", "150.00", "1")
                .child("KUB-300", "5.00", "2")
                .line("KUB-300", "0.00", "1"));

        rig.imported(id);

        assertThat(rig.sentIssue("SH/" + id).path("Positions"))
                .extracting(position -> position.path("Code").asText())
                .containsExactly(codes.split(" "));
    }

    @Test
    @DisplayName("orders of origins that are not wanted are ignored, those of the others imported")
    void origins() throws Exception {
        rig.set("shoper.import.origins", "0, 5").start();
        long allegro = rig.shop.addOrder(order("k").origin(3).status(3));
        long shop = rig.shop.addOrder(order("l").origin(0));
        long panel = rig.shop.addOrder(order("m").origin(5));

        rig.poll();
        rig.awaitState("ISSUED", shop, panel);
        rig.shop.setStatus(allegro, 3);
        rig.poll();

        assertThat(rig.get("/api/orders").path("total").asInt()).isEqualTo(2);
        assertThat(rig.deadLetters()).isEmpty();
        assertThat(rig.erp.ordersIssued()).isEqualTo(2);
    }

    private static OrderBuilder order(String buyer) {
        return new OrderBuilder()
                .with("email", buyer + "@example.pl")
                .date("2026-10-02 10:00:00")
                .line("KUB-300", "0.99", "1");
    }
}
