package pl.zmobridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Commands about orders and causes, as a bridge is asked")
class OrdersTest {
    private static final String ORDER =
            """
            {"shop":"main","shopOrderId":1201,"number":"SH/1201","confirmedNumber":"X-77","placedAt":"2026-11-02T10:05:06+01:00","state":"REALISED",
             "status":"opłacone","contractor":{"name":"Jan Łoś"},"total":"12.00","currency":"PLN","erpNumber":"SH/1201",
             "salesDocuments":[{"id":1,"number":"FV/9/2026","ksef":{"state":"ACCEPTED","number":"526-K-1","at":"2026-11-02T11:00:00+01:00","mode":"Online"}}],"problem":"Brak towaru BUT-0042",
             "problems":[{"step":"REALISE","error":"Brak towaru BUT-0042","hint":"uzupełnij stan"}],
             "lines":[{"code":"BUT-0042","name":"But","quantity":"2","unit":"szt.","vatRate":"23%","value":"12.00"}],
             "events":[{"at":"2026-11-02T10:06:00+01:00","text":"Zamówienie pobrane ze sklepu"}]}
            """;
    private static final String CAUSES =
            """
            {"total":3,"causes":[
              {"cause":"0a1b2c3d-1111-2222-3333-444455556666","step":"IMPORT","code":"NO_STOCK","waitsFor":"STOCK","count":2,
               "error":"Brak BUT-0042","hint":"uzupełnij","firstFailedAt":"2026-11-02T10:06:00+01:00","letters":[{"id":7},{"id":8}]},
              {"cause":"99998888-1111-2222-3333-444455556666","step":"REVIEW","code":"SENT_UNPAID","waitsFor":"PERSON","count":1,
               "error":"Wysłane","hint":"zapłać","firstFailedAt":"2026-11-02T10:06:00+01:00","letters":[{"id":9}]}]}
            """;

    @TempDir
    private Path home;

    private final Map<String, String> answers = new LinkedHashMap<>();
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private HttpServer bridge;

    @BeforeEach
    void start() throws IOException {
        bridge = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        bridge.createContext("/api/", this::answer);
        bridge.start();
        Files.createDirectories(home.resolve("config"));
        Files.writeString(
                home.resolve("config/application.properties"),
                "http.port=" + bridge.getAddress().getPort());
        answers.put("/api/orders?", page(ORDER));
        answers.put("/api/orders/", ORDER);
        answers.put("/api/dead-letter-causes/", "{\"discarded\":2,\"busy\":0,\"letters\":2}");
        answers.put("/api/dead-letter-causes", CAUSES);
        answers.put("/api/dead-letters", "{\"total\":0,\"items\":[]}");
    }

    @AfterEach
    void stop() {
        bridge.stop(0);
    }

    @Test
    void everyFilterGoesIntoTheQuestion() {
        Shell.Result result = typed(
                "orders",
                "łoś",
                "9/2026",
                "--state",
                "realised",
                "--status",
                "3",
                "--stuck",
                "--from",
                "2026-11-01",
                "--to",
                "2026-11-30",
                "--size",
                "20",
                "--page",
                "2");

        assertThat(result.exitCode()).describedAs(result.err()).isZero();
        assertThat(asked)
                .containsExactly(
                        "GET /api/orders?page=2&size=20&q=%C5%82o%C5%9B+9%2F2026&state=REALISED&status=3&stuck=true&from=2026-11-01&to=2026-11-30");
        assertThat(result.line("Time zone")).contains("Europe/Warsaw");
        assertThat(result.line("SH/1201"))
                .contains(
                        "2026-11-02 10:05",
                        "Jan Łoś",
                        "12.00 PLN",
                        "REALISED",
                        "opłacone",
                        "SH/1201, FV/9/2026",
                        "BUT-0042");
    }

    @Test
    void aPageSaysThatThereIsANextOne() {
        answers.put("/api/orders?", page(ORDER).replace("\"total\":1", "\"total\":70"));

        assertThat(typed("orders", "--size", "1").out()).contains("1 of 70 are shown; --page 2 shows the next.");
        answers.put("/api/orders?", "{\"total\":0,\"items\":[]}");
        assertThat(typed("orders", "--lang=pl").out()).contains("Żadne zamówienie nie pasuje.");
    }

    @Test
    void anOrderIsShownWholeWithWhatToDo() {
        Shell.Result result = typed("order", "1201");

        assertThat(asked).containsExactly("GET /api/orders/1201");
        assertThat(result.exitCode()).isZero();
        assertThat(result.out())
                .contains(
                        "Problem       Brak towaru BUT-0042", "To do         uzupełnij stan", "BUT-0042  But", "2 szt.")
                .contains("2026-11-02 10:06:00  Zamówienie pobrane ze sklepu")
                .contains("KSeF          526-K-1 (2026-11-02 11:00:00, Online)");
        assertThat(typed("order", "1201", "--lang", "pl").out())
                .contains("Co zrobić     uzupełnij stan", "ILOŚĆ", "KIEDY");
    }

    @Test
    void anOrderWithoutACardIsShownAsItCanBeRead() {
        answers.put(
                "/api/orders/",
                "{\"number\":\"SH/1202\",\"state\":\"RECEIVED\",\"contractor\":null,\"lines\":[],\"events\":[],\"problems\":[],"
                        + "\"asRead\":{\"contractor\":{\"name\":\"Wanda Lis\"},\"lines\":[{\"code\":\"KUB-300\",\"name\":\"Kubek\","
                        + "\"quantity\":\"2\",\"unit\":\"szt.\",\"tax\":\"23%\",\"price\":\"9.99\"}],\"readings\":[{\"name\":"
                        + "\"line discount taken off\",\"total\":\"19.98\",\"difference\":\"-3.00\"}]}}");

        Shell.Result result = typed("order", "1202");

        assertThat(result.line("Contractor")).contains("Wanda Lis");
        assertThat(result.line("KUB-300")).contains("Kubek", "2 szt.", "23%", "9.99");
        assertThat(result.line("line discount taken off")).contains("19.98", "-3.00");
    }

    @Test
    void anyNumberOfItsOwnNamesAnOrder() {
        for (String number : List.of("SH/1201", "sh/1201", "X-77", "FV/9/2026")) {
            asked.clear();
            typed("order", number);
            assertThat(asked).last().isEqualTo("GET /api/orders/1201?shop=main");
        }
        asked.clear();
        typed("order", "SH/1201", "--shop", "main");
        assertThat(asked).last().isEqualTo("GET /api/orders/1201?shop=main");
    }

    @Test
    void aNumberThatTheRegisterDoesNotHoldIsLeftToTheBridge() {
        typed("import", "SH/1202 (2)");

        assertThat(asked).last().isEqualTo("POST /api/orders/SH%2F1202%20%282%29/import");
    }

    @Test
    void aNumberOfSeveralOrdersIsNoName() {
        answers.put(
                "/api/orders?",
                "{\"total\":2,\"items\":[" + ORDER + "," + ORDER.replace("\"main\"", "\"books\"") + "]}");

        Shell.Result result = typed("realise", "SH/1201");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).contains("More than one order has the number SH/1201", "--shop");
        assertThat(asked).noneMatch(each -> each.startsWith("POST"));
    }

    @Test
    void causesAreListedAndNamedByCodeOrKey() {
        Shell.Result listed = typed("dead-letters", "--by-cause");
        assertThat(listed.line("NO_STOCK")).contains("0a1b2c3d", "2", "stock", "Brak BUT-0042");

        for (String name : List.of("no_stock", "0a1b2c3d", "0a1b2c3d-1111-2222-3333-444455556666")) {
            asked.clear();
            Shell.Result discarded = typed("discard", "--cause", name, "--reason", "towar wycofany");
            assertThat(discarded.exitCode()).describedAs(discarded.err()).isZero();
            assertThat(discarded.out()).contains("2 are discarded.");
            assertThat(asked)
                    .last()
                    .isEqualTo("POST /api/dead-letter-causes/0a1b2c3d-1111-2222-3333-444455556666/discard");
        }
        assertThat(typed("discard", "--cause", "NO_CARD", "--reason", "x").err())
                .contains("has the cause NO_CARD");
    }

    @Test
    void whatIsBusyStaysAndIsSaid() {
        answers.put("/api/dead-letter-causes/", "{\"discarded\":1,\"busy\":1}");

        Shell.Result result = typed("discard", "--cause", "NO_STOCK", "--reason", "x");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.out()).contains("1 is discarded.");
        assertThat(result.err()).contains("1 is being worked on");
    }

    @Test
    void oneCauseIsReplayedAndReviewsAreNot() {
        answers.put(
                "/api/dead-letters",
                "{\"total\":1,\"items\":[{\"id\":7,\"number\":\"SH/7\",\"step\":\"IMPORT\",\"attempts\":3},"
                        + "{\"id\":70,\"number\":\"SH/70\",\"step\":\"IMPORT\",\"attempts\":3}]}");

        Shell.Result result = typed("replay", "--cause", "NO_STOCK", "--wait", "0");

        assertThat(asked).contains("POST /api/dead-letter-causes/0a1b2c3d-1111-2222-3333-444455556666/replay");
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.out()).contains("1 dead letter: 0 resolved");
        assertThat(result.err()).contains("SH/7 ").doesNotContain("SH/70");
        Shell.Result reviews = typed("replay", "--cause", "SENT_UNPAID");
        assertThat(reviews.exitCode()).isEqualTo(1);
        assertThat(reviews.err()).contains("reviews");
    }

    private Shell.Result typed(String... arguments) {
        return Shell.run(Shell.with(arguments, "--home", home.toString()));
    }

    private static String page(String order) {
        return "{\"total\":1,\"zone\":\"Europe/Warsaw\",\"items\":[" + order + "]}";
    }

    private void answer(HttpExchange exchange) throws IOException {
        String address = exchange.getRequestURI().toString();
        asked.add(exchange.getRequestMethod() + " " + address);
        String text = answers.entrySet().stream()
                .filter(each -> address.startsWith(each.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("{}");
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
