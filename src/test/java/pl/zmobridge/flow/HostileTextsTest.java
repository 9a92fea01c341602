package pl.zmobridge.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pl.zmobridge.sim.OrderBuilder;
import pl.zmobridge.support.Rig;

/** Whatever people type in a shop is text: it breaks nothing, runs nowhere, and comes out as it went in. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileTextsTest {
    private Rig rig;
    private int buyers;

    @BeforeAll
    void start() throws Exception {
        rig = new Rig()
                .set("symfonia.vat", "card") // any text can be the name of a rate
                .start();
    }

    @AfterAll
    void stop() {
        rig.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<img src=x onerror=alert(1)>",
                "Jan \"Janek\" O'Neill \\ Żak; DROP TABLE orders; --",
                "Zoë 🦄👩‍👩‍👧 Ąę",
                "${body}",
                "${bean:shopToken?method=bearer}",
                "${exception.message} ${header.Authorization}",
                "{{shoper.token}} {{shop.id}} {{env:PATH}}",
                "$simple{body} #{body} %{x} :#shop :?x ? #",
                "RAW(x) direct:sell ?a=b&c=d 100%",
                "{\"Id\":1} </script> &amp; \\u0000 \\n"
            })
    void textInEveryFieldComesOutVerbatim(String text) throws Exception {
        String code = "H-" + ++buyers;
        long user = 80_000 + buyers;
        rig.erp.addProduct(code, "Towar", "5");
        rig.shop.payment(100 + buyers, text);
        rig.shop.shipping(100 + buyers, text);
        rig.shop.status(100 + buyers, text, 2);
        rig.shop.status(200 + buyers, text + " 2", 4);
        long id = rig.shop.addOrder(new OrderBuilder()
                .user(user)
                .payment(100 + buyers)
                .shipping(100 + buyers, "5.00")
                .status(100 + buyers)
                .with("email", text)
                .with("shipping_tax_name", text)
                .delivery(
                        "firstname",
                        text,
                        "lastname",
                        text,
                        "city",
                        text,
                        "street1",
                        text,
                        "postcode",
                        "00-001",
                        "state",
                        text,
                        "phone",
                        text,
                        "pesel",
                        "1")
                .notes(text)
                .line(code, "10.00", "1")
                .lineField("name", text)
                .lineField("option", text)
                .lineField("unit", "szt.")
                .lineField("tax", text));

        JsonNode order = rig.imported(id);

        JsonNode issue = rig.sentIssue("SH/" + id);
        assertThat(issue.path("Note").asText()).isEqualTo(text);
        assertThat(issue.path("Description").asText())
                .isEqualTo("SH/" + id + " | zamówienie " + id + " | dostawa: " + text + " | płatność: " + text);
        assertThat(issue.path("Positions").get(0).path("Name").asText()).isEqualTo(text + " (" + text + ")");
        assertThat(issue.path("Positions").get(1).path("Name").asText()).isEqualTo(text);
        assertThat(issue.path("Recipient").path("Data").path("Name").asText()).isEqualTo(text + " " + text);
        ObjectNode card = rig.erp.contractors().stream()
                .filter(each -> each.get("Code").asText().equals("SH" + user))
                .findFirst()
                .orElseThrow();
        assertThat(card.get("Contact").get("Name").asText()).isEqualTo(text);
        assertThat(card.get("Contact").get("Email").asText()).isEqualTo(text);
        assertThat(card.get("DefaultAddress").get("City").asText()).isEqualTo(text);
        assertThat(card.get("DefaultAddress").get("Province").asText()).isEqualTo(text);

        assertThat(order.path("status").asText()).describedAs("H3").isEqualTo(text);
        assertThat(order.path("deliveryForm").asText()).describedAs("H1").isEqualTo(text);
        assertThat(order.path("paymentForm").asText()).describedAs("H2").isEqualTo(text);
        assertThat(order.path("contractor").path("firstName").asText()).isEqualTo(text);
        assertThat(order.path("lines").get(0).path("name").asText()).isEqualTo(text + " (" + text + ")");

        rig.shop.setStatus(id, 200 + buyers);
        rig.poll();
        assertThat(rig.order(id).path("closedReason").asText()).isEqualTo("Status w sklepie: " + text + " 2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<img src=x onerror=alert(1)>",
                "K-'\"\\",
                "${body}",
                "${bean:shopToken?method=bearer}",
                "{{shoper.token}}",
                ":#shop ?"
            })
    void aRefusalThatRepeatsSuchTextIsKeptVerbatim(String code) throws Exception {
        long id = rig.shop.addOrder(
                new OrderBuilder().with("email", "r" + ++buyers + "@example.pl").line(code, "1.00", "1"));

        rig.poll();
        Rig.eventually(() -> assertThat(rig.order(id).path("problem").asText())
                .isEqualTo("Pozycja 1: nie znaleziono towaru o kodzie " + code + "."));

        rig.erp.addProduct(code, "Towar", "5");
        rig.awaitState("ISSUED", id);
    }

    @Test
    void overlongTextsAreCutWithAWarningAndNeverRefused() throws Exception {
        String lastName = "Brzęczyszczykiewicz🦄".repeat(30);
        rig.shop.status(300, "Bardzo długi status ".repeat(40), 2);
        rig.shop.status(301, "Bardzo długi powód ".repeat(40), 4);
        rig.shop.shipping(300, "Bardzo długa dostawa ".repeat(40));
        rig.shop.payment(300, "Bardzo długa płatność ".repeat(40));
        long id = rig.shop.addOrder(new OrderBuilder()
                .with("email", "dlugi@example.pl")
                .status(300)
                .payment(300)
                .shipping(300, "5.00")
                .with("shipping_tax_name", "x".repeat(300))
                .delivery(
                        "lastname",
                        lastName,
                        "street1",
                        "Bardzo Długa ".repeat(100) + "7",
                        "country",
                        "K".repeat(300),
                        "city",
                        "M".repeat(2000),
                        "phone",
                        "1".repeat(300),
                        "postcode",
                        "9".repeat(300),
                        "company",
                        "F".repeat(3000))
                .notes("Bardzo długa uwaga. ".repeat(500))
                .line("SPD-101", "149.95", "1")
                .lineField("name", "N".repeat(5000))
                .lineField("unit", "u".repeat(500))
                .lineField("tax", "t".repeat(500)));

        JsonNode order = rig.imported(id);

        assertThat(order.path("events").findValuesAsText("kind")).contains("WARNING");
        JsonNode issue = rig.sentIssue("SH/" + id);
        assertThat(issue.path("Description").asText().codePoints()).hasSizeLessThanOrEqualTo(255);
        assertThat(issue.path("Recipient").path("Data").path("Name").asText()).isEqualTo("F".repeat(255));

        rig.shop.setStatus(id, 301);
        rig.poll();
        rig.awaitState("CLOSED", id);
    }

    @Test
    void controlCharactersAreLeftOutAndTheTextAroundThemStays() throws Exception {
        long id = rig.shop.addOrder(new OrderBuilder()
                .with("email", "kontrolny@example.pl")
                .delivery("lastname", "Żak\u0000\u001b[31m", "city", "Łódź\t\r\nBałuty")
                .notes("a\u0007b\u0000c\u2028d")
                .line("SPD-101", "149.95", "1"));

        rig.imported(id);

        JsonNode recipient = rig.sentIssue("SH/" + id).path("Recipient").path("Data");
        assertThat(recipient.path("Name").asText()).isEqualTo("Anna Żak[31m");
        assertThat(recipient.path("City").asText()).isEqualTo("Łódź Bałuty");
        assertThat(rig.sentIssue("SH/" + id).path("Note").asText()).isEqualTo("abc d");
    }
}
