package pl.zmobridge.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pl.zmobridge.sim.OrderBuilder;
import pl.zmobridge.sim.ShoperSim;
import pl.zmobridge.sim.SymfoniaSim;
import pl.zmobridge.support.Rig;

/** The HTTP API, as the contract says it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApiTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Rig rig;
    private long sold;
    private long stuck;

    @BeforeAll
    void start() throws Exception {
        rig = new Rig()
                .set("redelivery.initial", "1h")
                .set("redelivery.max", "2h")
                .start();
        sold = rig.shop.addOrder(new OrderBuilder()
                .with("email", "a@example.pl")
                .date("2026-10-02 09:41:07")
                .status(3)
                .line("SPD-101", "149.95", "1"));
        stuck = rig.shop.addOrder(
                new OrderBuilder().with("email", "b@example.pl").line("NIE-MA", "1.00", "1"));
        rig.poll();
        rig.awaitState("REALISED", sold);
        Rig.eventually(() -> assertThat(rig.deadLetters()).hasSize(1));
    }

    @AfterAll
    void stop() {
        rig.close();
    }

    @Test
    void theSummaryCountsEveryState() throws Exception {
        JsonNode summary = rig.get("/api/summary");

        assertThat(names(summary)).contains("shop", "orders", "deadLetters", "lastPoll", "cursor");
        assertThat(summary.path("shop").asText()).isEqualTo("main");
        assertThat(summary.path("orders").toString())
                .isEqualTo("{\"RECEIVED\":1,\"ISSUED\":0,\"REALISED\":1,\"CLOSED\":0}");
        assertThat(summary.path("deadLetters").isInt()).isTrue();
        assertThat(summary.path("deadLetters").asInt()).isEqualTo(1);
        assertThat(summary.path("cursor").asLong()).isEqualTo(stuck);
        assertThat(OffsetDateTime.parse(summary.path("lastPoll").asText())).isBefore(OffsetDateTime.now());
    }

    @Test
    void anOrderHasTheFieldsOfTheContractInTheTypesOfTheContract() throws Exception {
        JsonNode order = rig.order(sold);

        assertThat(names(order))
                .contains(
                        "shopOrderId",
                        "number",
                        "confirmedNumber",
                        "placedAt",
                        "state",
                        "statusId",
                        "status",
                        "document",
                        "contractor",
                        "recipient",
                        "deliveryForm",
                        "paymentForm",
                        "paymentFormId",
                        "paymentRule",
                        "dueDate",
                        "total",
                        "currency",
                        "erpOrderId",
                        "erpNumber",
                        "salesDocuments",
                        "problem",
                        "lines",
                        "imports",
                        "events");
        assertThat(order.path("shopOrderId").isIntegralNumber()).isTrue();
        assertThat(order.path("shopOrderId").asLong()).isEqualTo(sold);
        assertThat(order.path("number").asText()).isEqualTo("SH/" + sold);
        assertThat(order.path("confirmedNumber"))
                .isEqualTo(JSON.getNodeFactory().textNode(String.valueOf(sold)));
        assertThat(order.path("placedAt").asText()).isEqualTo("2026-10-02T09:41:07+02:00");
        assertThat(order.path("statusId").asLong()).isEqualTo(3);
        assertThat(order.path("status").asText()).isEqualTo("opłacone");
        assertThat(order.path("document").asText()).isEqualTo("RECEIPT");
        assertThat(order.path("paymentFormId").asInt()).isEqualTo(4);
        assertThat(order.path("paymentRule").asText()).isEqualTo("M3");
        assertThat(order.path("dueDate").asText()).isEqualTo("2026-10-09");
        assertThat(order.path("total"))
                .describedAs("money")
                .isEqualTo(JSON.getNodeFactory().textNode("169.94"));
        assertThat(order.path("currency").asText()).isEqualTo("PLN");
        assertThat(order.path("erpNumber").asText()).isEqualTo("SH/" + sold);
        assertThat(order.path("problem").isNull()).isTrue();
        JsonNode document = order.path("salesDocuments").get(0);
        assertThat(names(document)).containsExactlyInAnyOrder("id", "number", "kind");
        assertThat(document.path("id").isIntegralNumber()).isTrue();
        JsonNode line = order.path("lines").get(0);
        assertThat(line.path("code").asText()).isEqualTo("SPD-101");
        assertThat(line.path("value"))
                .describedAs("money")
                .isEqualTo(JSON.getNodeFactory().textNode("149.95"));
        assertThat(order.path("imports")).hasSize(1);
        order.path("events")
                .forEach(event -> OffsetDateTime.parse(event.path("at").asText()));
        assertThat(order.path("events").findValuesAsText("kind")).contains("RECEIVED", "ISSUED", "REALISED");
    }

    @Test
    void listsAreNeverNull() throws Exception {
        JsonNode order = rig.order(stuck);
        for (String list : List.of("salesDocuments", "lines", "imports", "events")) {
            assertThat(order.path(list).isArray()).describedAs(list).isTrue();
        }
        assertThat(order.path("problem").asText()).contains("NIE-MA");
        assertThat(rig.get("/api/orders?q=nie-ma-takiego").toString())
                .isEqualTo("{\"total\":0,\"page\":1,\"size\":50,\"items\":[]}");
        assertThat(rig.get("/api/dead-letters?state=DISCARDED").toString()).isEqualTo("{\"total\":0,\"items\":[]}");
    }

    @ParameterizedTest
    @CsvSource({
        "'', 2",
        "state=REALISED, 1",
        "state=received, 1",
        "state=CLOSED, 0",
        "q=SH/, 2",
        "q=%C5%BBak, 2",
        "q=%25, 0",
        "q=_, 0",
        "q=PA/, 1",
        "size=1, 2",
        "page=9, 2",
        "q='; DROP TABLE orders--, 0",
        "q=%24%7Bbody%7D, 0"
    })
    void ordersAreFoundByStateNumberBuyerAndDocument(String query, int total) throws Exception {
        assertThat(rig.get("/api/orders?" + query.replace(" ", "%20"))
                        .path("total")
                        .asInt())
                .isEqualTo(total);
    }

    @Test
    void pagesDoNotOverlap() throws Exception {
        assertThat(rig.get("/api/orders?size=1&page=1")
                        .path("items")
                        .get(0)
                        .path("shopOrderId")
                        .asLong())
                .isEqualTo(stuck);
        assertThat(rig.get("/api/orders?size=1&page=2")
                        .path("items")
                        .get(0)
                        .path("shopOrderId")
                        .asLong())
                .isEqualTo(sold);
    }

    @ParameterizedTest
    @ValueSource(strings = {"like=x", "offset=abc", "orderId=1", "body=1", "total=7", "work=1"})
    void aParameterThatNobodyKnowsChangesNothing(String query) throws Exception {
        assertThat(rig.get("/api/orders?" + query).path("total").asInt()).isEqualTo(2);
        assertThat(rig.get("/api/orders?" + query).path("items")).hasSize(2);
        assertThat(rig.get("/api/summary?" + query)
                        .path("orders")
                        .path("REALISED")
                        .asInt())
                .isEqualTo(1);
        assertThat(rig.get("/api/orders/" + sold + "?" + query)
                        .path("shopOrderId")
                        .asLong())
                .isEqualTo(sold);
        assertThat(rig.get("/api/dead-letters?" + query).path("total").asInt()).isEqualTo(1);
    }

    @Test
    void aDeadLetterHasTheFieldsOfTheContract() throws Exception {
        JsonNode letter = rig.deadLetters().get(0);

        assertThat(names(letter))
                .contains(
                        "id",
                        "shopOrderId",
                        "number",
                        "step",
                        "error",
                        "attempts",
                        "firstFailedAt",
                        "nextAttemptAt",
                        "state",
                        "system",
                        "cause",
                        "waitsFor",
                        "words",
                        "hint",
                        "actor",
                        "payload");
        assertThat(letter.path("cause").asText()).isEqualTo("UNKNOWN_PRODUCT_CODE");
        assertThat(letter.path("system").asText()).isEqualTo("ERP");
        assertThat(letter.path("waitsFor").asText()).isEqualTo("PERSON");
        assertThat(letter.path("arguments").path("code").asText()).isEqualTo("NIE-MA");
        assertThat(letter.path("words").asText()).isEqualTo("Pozycja 1: nie znaleziono towaru o kodzie NIE-MA.");
        assertThat(letter.path("shopOrderId").isIntegralNumber()).isTrue();
        assertThat(letter.path("shopOrderId").asLong()).isEqualTo(stuck);
        assertThat(letter.path("step").asText()).isEqualTo("IMPORT");
        assertThat(letter.path("state").asText()).isEqualTo("OPEN");
        assertThat(letter.path("error").asText()).isEqualTo("Pozycja 1: nie znaleziono towaru o kodzie NIE-MA.");
        assertThat(OffsetDateTime.parse(letter.path("nextAttemptAt").asText()))
                .isAfter(OffsetDateTime.parse(letter.path("firstFailedAt").asText())
                        .plusMinutes(50));
        assertThat(letter.path("payload").asText())
                .contains("NIE-MA")
                .doesNotContain(ShoperSim.TOKEN, SymfoniaSim.APPLICATION_GUID);
    }

    @Test
    void theSummarySaysHowManyOrdersWaitForAPerson() throws Exception {
        assertThat(rig.get("/api/summary").path("needsPerson").asInt()).isEqualTo(1);
        assertThat(rig.get("/api/summary").path("reviews").asInt()).isZero();
    }

    @Test
    void aPollAnswersWhatItDid() throws Exception {
        assertThat(names(rig.poll())).containsExactlyInAnyOrder("received", "watched", "requests", "millis");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/orders/999999, 404",
        "/api/orders/abc, 404",
        "/api/orders?state=NOPE, 422",
        "/api/orders?page=0, 422",
        "/api/orders?size=100000, 422",
        "/api/orders?page=x, 422",
        "/api/dead-letters?state=x, 422"
    })
    void anErrorIsAProblemDocument(String path, int status) throws Exception {
        HttpResponse<String> answer = rig.exchange(rig.request(path).GET().build());

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).get().asString().startsWith("application/problem+json");
        JsonNode problem = JSON.readTree(answer.body());
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("title").asText()).isNotBlank();
        assertThat(problem.path("detail").asText()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/observe/health", "/observe/metrics"})
    void healthAndMetricsAnswer(String path) throws Exception {
        HttpResponse<String> answer = rig.exchange(rig.request(path).GET().build());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).doesNotContain(ShoperSim.TOKEN, SymfoniaSim.APPLICATION_GUID);
    }

    @ParameterizedTest
    @CsvSource({
        "GET /api/summary, evil.example.com, 403",
        "GET /api/summary, localhost, 200",
        "POST /api/poll, evil.example.com, 403"
    })
    void withoutAPasswordOnlyThisMachineByItsOwnNameIsAnswered(String request, String host, int status)
            throws Exception {
        assertThat(raw(request, host)).startsWith("HTTP/1.1 " + status);
    }

    private String raw(String request, String host) throws Exception {
        try (Socket socket = new Socket("127.0.0.1", rig.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write((request + " HTTP/1.1\r\nHost: " + host + ":" + rig.port()
                                    + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    @Test
    void aParameterOfTheRequestIsNeverOneOfAStatement() throws Exception {
        assertThat(rig.get("/api/orders?shops=other&like=x&offset=7")
                        .path("total")
                        .asInt())
                .isEqualTo(rig.get("/api/orders").path("total").asInt())
                .isPositive();
    }

    @Test
    void aRequestMayNameItsShop() throws Exception {
        assertThat(rig.get("/api/summary?shop=main").path("shop").asText()).isEqualTo("main");
        assertThat(raw("GET /api/summary?shop=other", "127.0.0.1"))
                .startsWith("HTTP/1.1 404")
                .contains("its shops: main");
    }

    @Test
    void anyCharacterMayStandInAQuery() throws Exception {
        assertThat(raw("GET /api/orders?q={x}|y", "127.0.0.1")).startsWith("HTTP/1.1 200");
    }
}
