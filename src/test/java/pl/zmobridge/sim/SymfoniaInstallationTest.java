package pl.zmobridge.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pl.zmobridge.sim.SimClient.Answer;

/** Installations differ: in sessions, texts, countries, lists, and in how a write goes wrong. */
class SymfoniaInstallationTest extends SymfoniaFixture {
    @ParameterizedTest
    @CsvSource({
        "COUNTED, 400, otwartych sesji 1 z 1",
        "NO_LICENCE, 400, brak wolnej licencji",
        "SESSION_LIMIT, 400, Przekroczono limit sesji",
        "ERROR, 500, brak wolnej licencji",
        "OBJECT, 200, Przekroczono limit sesji"
    })
    void atTheLicenceLimitThereIsNoToken(ErpLicence how, int status, String words) {
        symfonia.sessionLimit(1);
        symfonia.switches().licence(how);

        Answer answer = client.openSession();

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.json().isObject()).isTrue();
        assertThat(answer.json().toString()).contains(words);
        assertThat(symfonia.openSessions()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 500})
    void theEndOfASessionCanBeToldByItsTextOnly(int status) {
        symfonia.switches().sessionOver(status, ErpSwitches.SESSION_OVER);
        symfonia.expireSessions();

        Answer answer = client.get("/api/PaymentForms");

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.json().toString()).contains("\"Nieprawidłowy klucz lub sesja wygasła.\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Session %s", "Session {%s}", "Session \"%s\""})
    void tokensWorkWithBracesAndQuotesAndWithout(String form) {
        String token = client.openSession().json().asText();

        assertThat(client.authorized(form.formatted(token))
                        .get("/api/PaymentForms")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void answersCanBeginWithAByteOrderMark() {
        symfonia.switches().byteOrderMark(true);

        assertThat(client.openSession().text()).startsWith("\uFEFF\"");
        assertThat(client.get("/api/Orders?id=1").text()).startsWith("\uFEFF{\"Message\"");
    }

    @Test
    void textsCanBeKeptOtherwiseThanTheyCame() {
        ObjectNode order = order("1").put("Description", " SH/1201 | zażółć ");
        assertThat(description(order)).isEqualTo(" SH/1201 | zażółć ");

        symfonia.switches().texts(ErpTexts.TRIMMED, ErpTexts.UPPER_CASE, ErpTexts.PIPES_REPLACED);
        assertThat(description(order)).isEqualTo("SH/1201 / ZAŻÓŁĆ");

        symfonia.switches().texts().descriptionLimit(8);
        assertThat(description(order)).isEqualTo(" SH/1201");
    }

    private String description(ObjectNode order) {
        return issue(order).json().get("Description").asText();
    }

    @Test
    void anEmojiCanBeA500BeforeAnyWork() {
        ObjectNode order = order("1").put("Note", "dzwonić 📞");
        assertThat(issue(order).status()).isEqualTo(200);
        symfonia.switches().refuseEmoji(true);

        assertThat(issue(order).status()).isEqualTo(500);
        assertThat(issue(order.put("Note", "dzwonić ☎")).status()).isEqualTo(200);
        assertThat(symfonia.ordersIssued()).isEqualTo(2);

        symfonia.switches().windows1250(true);
        assertThat(issue(order.put("Note", "dzwonić ☎")).status()).isEqualTo(500);
        assertThat(issue(order.put("Note", "Олена")).status()).isEqualTo(500);
        assertThat(issue(order.put("Note", "„dzwonić” – zażółć")).status()).isEqualTo(200);
    }

    @Test
    void aCountryMustBeItsIsoCodeWhereTheInstallationInsists() {
        String body = "{\"Code\":\"N%1$s\",\"Name\":\"Nowy\",\"DefaultAddress\":{\"Country\":\"%1$s\"}}";
        assertThat(create(body.formatted("Polska")).status()).isEqualTo(200);
        symfonia.switches().strictCountries(true);

        assertThat(create(body.formatted("Niemcy")).message()).isEqualTo("Nie znaleziono kraju o kodzie Niemcy.");
        assertThat(create(body.formatted("DE")).status()).isEqualTo(200);
        ObjectNode order = order("1");
        ObjectNode data = order.putObject("Recipient")
                .putObject("Data")
                .put("Name", "Jan")
                .put("Country", "Polska");
        assertThat(issue(order).status()).isEqualTo(400);
        data.put("Country", "PL");
        assertThat(issue(order).status()).isEqualTo(200);
        assertThat(client.get("/api/Countries").json().findValuesAsText("Code")).contains("PL", "DE");
    }

    private Answer create(String body) {
        return client.post("/api/Contractors/Create?syncFk=false", body);
    }

    @Test
    void theSmallListsAreThere() {
        JsonNode rates = client.get("/api/VatRates").json();
        assertThat(rates.findValuesAsText("Code")).containsExactly("23", "8", "5", "0", "zw", "np");
        assertThat(rates.at("/4/Value").decimalValue()).isEqualByComparingTo("0");
        assertThat(rates.at("/4/Active").asBoolean()).isTrue();
        assertThat(client.get("/api/Currencies").json().findValuesAsText("Code"))
                .contains("PLN", "EUR");
        assertThat(client.get("/api/PaymentForms?registryId=2").json().findValuesAsText("Name"))
                .containsExactly("Gotówka");
        assertThat(client.get("/api/PaymentForms?registryId=1").json().findValuesAsText("Name"))
                .doesNotContain("Gotówka")
                .contains("Pobranie");
        assertThat(client.get("/api/PaymentRegistries").json().findValuesAsText("DefaultPaymentFormId"))
                .containsExactly("4", "1");
        for (String list : new String[] {"Markers", "Kinds", "Catalogs"}) {
            assertThat(client.get("/api/Orders/" + list).json()).hasSize(1);
        }
    }

    @Test
    void stockCanBeReadForAllProducts() {
        symfonia.setStock("SPD-101", "5");
        issuedId("2");

        JsonNode all = client.get("/api/InventoryStates").json();

        assertThat(all).hasSize(Goods.CATALOGUE.size());
        assertThat(all.at("/0/ProductCode").asText()).isEqualTo("SPD-101");
        assertThat(all.at("/0/AmountInStore").asInt()).isEqualTo(5);
        assertThat(all.at("/0/AmountToSale").asInt()).isEqualTo(3);
        assertThat(client.get("/api/InventoryStates/ByWarehouse?code=MAG").json())
                .isEqualTo(all);
        assertThat(client.get("/api/InventoryStates/ByWarehouse?code=SKLEP").json())
                .isEmpty();
        assertThat(client.get("/api/InventoryStates/Changes?date=2026-10-01").status())
                .isEqualTo(400);
    }

    @Test
    void aCurrencyHasTheRateOfTheLastDayThatHasOne() {
        symfonia.desk().currencyRate("EUR", "2026-10-01", "4.3100");
        String question = "/api/CurrencyRates?currencyId=2&date=";

        assertThat(client.get(question + "2026-10-02").json().at("/0/Rate").decimalValue())
                .isEqualByComparingTo("4.31");
        assertThat(client.get(question + "2026-09-30").json().at("/0/Rate").decimalValue())
                .isEqualByComparingTo("4.25");
        symfonia.desk().noCurrencyRates("EUR");
        assertThat(client.get(question + "2026-10-02").json()).isEmpty();
    }

    @Test
    void aNewCanDoItsWorkAndAnswerNull() {
        symfonia.switches().nullAnswers(1);

        Answer answer = issue(order("1"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEqualTo("null");
        assertThat(symfonia.orders()).hasSize(1);
    }

    @Test
    void aNewCanStayInTheBufferUnasked() {
        symfonia.switches().leaveInBuffer(1);

        JsonNode order = issue(order("1")).json();

        assertThat(order.get("Buffer").asBoolean()).isTrue();
        assertThat(order.get("DocumentNumber").asText()).isEmpty();
    }

    @Test
    void aSlowWriteOutlastsItsClientWhileQuestionsSeeNothingOfIt() throws IOException {
        symfonia.faults()
                .add(Fault.slowWrite(Duration.ofMillis(1500))
                        .on("POST", "/api/OrdersIssue/New")
                        .once());
        try (Socket hasty = new Socket("127.0.0.1", symfonia.port())) {
            hasty.getOutputStream().write(post("/api/OrdersIssue/New?issue=true", Json.write(order("1"))));
            hasty.getOutputStream().flush();
            await().until(() -> symfonia.goingOn() == 1);
        }

        assertThat(client.get("/api/Orders/Filter?dateFrom=2026-10-02&dateTo=2026-10-02")
                        .json())
                .isEmpty();
        assertThat(symfonia.goingOn()).isEqualTo(1);
        client.get("/api/Sessions/CloseSession");
        await().until(() -> symfonia.goingOn() == 0);
        assertThat(symfonia.orders())
                .describedAs("admitted before its session ended")
                .hasSize(1);
    }

    private byte[] post(String path, String body) {
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        String head =
                "POST %s HTTP/1.1\r\nHost: localhost\r\nAuthorization: %s\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
                        .formatted(path, client.authorization(), content.length);
        return (head + body).getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void aSlowWriteThatIsRefusedIsRefusedAtOnce() {
        symfonia.faults().add(Fault.slowWrite(Duration.ofHours(1)).on("POST", "/api/OrdersIssue/New"));
        symfonia.expireSessions();

        assertThat(CompletableFuture.supplyAsync(() -> issue(order("1")).status()))
                .succeedsWithin(Duration.ofSeconds(10))
                .isEqualTo(401);
    }

    @Test
    void aNameThatIsNoSwitchIsRefused() {
        assertThat(new SimClient(symfonia.url())
                        .post(
                                "/sim/settings",
                                "{\"licence\":\"NO_LICENCE\",\"texts\":[\"TRIMMED\"],\"sessionOver\":403}")
                        .status())
                .isEqualTo(200);
        assertThat(new SimClient(symfonia.url())
                        .post("/sim/settings", "{\"licenses\":1}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void peopleCanBeTakenToTheDeskOverHttp() {
        SimClient control = new SimClient(symfonia.url());
        long id = issuedId("1");
        assertThat(control.post("/sim/snapshot", "{}").status()).isEqualTo(200);
        assertThat(control.post("/sim/desk", "{\"do\":\"realise\",\"id\":" + id + "}")
                        .status())
                .isEqualTo(200);
        assertThat(symfonia.invoices()).hasSize(1);

        assertThat(control.post("/sim/restore", "{}").status()).isEqualTo(200);
        assertThat(symfonia.invoices()).isEmpty();
        assertThat(control.post("/sim/desk", "{\"do\":\"dance\"}").status()).isEqualTo(400);
    }
}
