package pl.zmobridge.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import pl.zmobridge.sim.OrderBuilder;
import pl.zmobridge.support.Rig;

@DisplayName("The console over HTTP")
class ConsoleHttpTest {
    static final Iterable<String> FILES = ConsoleFiles.NAMES;
    private static final int PAID = 3;
    private static Rig rig;
    private static long sold;

    @BeforeAll
    static void start() throws Exception {
        rig = new Rig().start();
        sold = rig.shop.addOrder(new OrderBuilder()
                .line("SPD-101", "149.95", "1")
                .status(PAID)
                .firm("=HYPERLINK(\"http://evil\";\"Firma\")", "5260001246")
                .with("email", "firma@example.com")
                .build());
        rig.shop.addOrder(new OrderBuilder().line("NIE-MA", "10.00", "1").build());
        rig.shop.addOrder(new OrderBuilder().line("NIE-MA", "10.00", "2").build());
        rig.shop.addOrder(new OrderBuilder().line("BRAK", "10.00", "1").build());
        rig.poll();
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            assertThat(rig.deadLetters())
                    .hasSize(3)
                    .allMatch(letter -> letter.path("error").asText().contains("nie znaleziono towaru"));
            assertThat(rig.order(sold).path("state").asText()).isEqualTo("REALISED");
        });
    }

    @AfterAll
    static void stop() {
        rig.close();
    }

    @Test
    @DisplayName("/ is the console, and every answer forbids foreign scripts, frames and guessing of types")
    void startPage() throws Exception {
        for (String path : new String[] {"/", "/console/app.js", "/api/summary", "/api/orders/0", "/console/no.js"}) {
            HttpResponse<String> answer = get(path);
            assertThat(header(answer, "Content-Security-Policy"))
                    .describedAs(path)
                    .contains("default-src 'self'", "frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'")
                    .doesNotContain("unsafe");
            assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(header(answer, "X-Frame-Options")).isEqualTo("DENY");
            assertThat(header(answer, "Referrer-Policy")).isEqualTo("no-referrer");
        }
        assertThat(get("/").body()).contains("<title>ZMO Bridge</title>");
        assertThat(header(get("/api/summary"), "Cache-Control")).isEqualTo("no-store");
    }

    @ParameterizedTest
    @FieldSource("FILES")
    @DisplayName("Each file of the console has its type, and is not sent again when the browser has it")
    void files(String name) throws Exception {
        HttpResponse<String> answer = get("/console/" + name);

        assertThat(answer.statusCode()).isEqualTo(200);
        String type = header(answer, "Content-Type");
        String expected = name.endsWith(".js")
                ? "text/javascript"
                : name.endsWith(".css") ? "text/css" : name.endsWith(".svg") ? "image/svg+xml" : "text/html";
        assertThat(type).startsWith(expected);
        HttpResponse<String> again = rig.exchange(rig.request("/console/" + name)
                .header("If-None-Match", header(answer, "ETag"))
                .build());
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/console/../application.properties",
                "/console/..%2Fapplication.properties",
                "/console/%2e%2e%2fdb%2fmigration%2fV1__register.sql",
                "/console/app.js%00.css",
                "/console/console%2Fapp.js",
                "/console/nothing.js?file=app.js",
                "/console/",
                "/db/migration/V1__register.sql"
            })
    @DisplayName("Nothing but the console's files can be asked for")
    void nothingElse(String path) throws Exception {
        assertThat(get(path).statusCode()).isEqualTo(404);
    }

    @Test
    @DisplayName("A page of another site cannot make a browser change anything; scripts and the console can")
    void forgedRequests() throws Exception {
        String own = rig.request("/").build().uri().getAuthority();
        assertThat(poll("Sec-Fetch-Site", "cross-site")).isEqualTo(403);
        assertThat(poll("Sec-Fetch-Site", "same-site")).isEqualTo(403);
        assertThat(poll("Origin", "https://evil.example")).isEqualTo(403);
        assertThat(poll("Origin", "http://" + own + ".evil.example")).isEqualTo(403);
        assertThat(poll("Origin", "http://127.0.0.1:1")).isEqualTo(403);
        assertThat(poll("Origin", "null")).isEqualTo(403);
        assertThat(poll("Sec-Fetch-Site", "same-origin", "Origin", "https://evil.example"))
                .isEqualTo(403);

        assertThat(poll("Sec-Fetch-Site", "same-origin", "Origin", "http://" + own))
                .isEqualTo(200);
        assertThat(poll("Sec-Fetch-Site", "none")).isEqualTo(200);
        assertThat(poll("X-Nothing", "said")).isEqualTo(200);
        assertThat(rig.exchange(rig.request("/api/summary")
                                .header("Sec-Fetch-Site", "cross-site")
                                .build())
                        .statusCode())
                .describedAs("another site gets no data")
                .isEqualTo(403);
        assertThat(rig.exchange(rig.request("/")
                                .header("Sec-Fetch-Site", "cross-site")
                                .build())
                        .statusCode())
                .describedAs("a link to the console works from everywhere")
                .isEqualTo(200);
    }

    @Test
    @DisplayName("The history counts orders by hour and day, and how long they took")
    void history() throws Exception {
        JsonNode history = rig.get("/api/history");

        assertThat(history.path("hours")).hasSize(24);
        assertThat(history.path("days")).hasSize(30);
        assertThat(sum(history.path("hours"), "received")).isEqualTo(4);
        assertThat(sum(history.path("days"), "received")).isEqualTo(4);
        assertThat(sum(history.path("days"), "issued")).isEqualTo(1);
        assertThat(sum(history.path("days"), "realised")).isEqualTo(1);
        assertThat(history.path("shopToZmo").path("orders").asInt()).isEqualTo(1);
        assertThat(history.path("shopToZmo").path("median").asInt()).isBetween(0, 60);
        assertThat(history.path("paidToDocument").path("p95").asInt()).isBetween(0, 60);
    }

    @Test
    @DisplayName("The table for spreadsheets holds the filtered orders, and none of it is run as a formula")
    void csv() throws Exception {
        HttpResponse<String> answer = get("/api/orders.csv?state=REALISED");

        assertThat(header(answer, "Content-Type")).startsWith("text/csv");
        assertThat(header(answer, "Content-Disposition")).contains("attachment");
        assertThat(header(answer, "Cache-Control")).isEqualTo("no-store");
        String[] lines = answer.body().split("\r\n");
        assertThat(lines).hasSize(2);
        assertThat(lines[0]).startsWith("\uFEFF\"shopOrderId\";\"number\"");
        assertThat(lines[1])
                .contains("\"SH/" + sold + "\"", "\"169,94\"", "\"'=HYPERLINK(\"\"http://evil\"\";\"\"Firma\"\")\"");
        assertThat(get("/api/orders.csv").body().split("\r\n")).hasSize(5);
        assertThat(get("/api/orders.csv?state=NO").statusCode()).isEqualTo(422);
    }

    @Test
    @DisplayName("One missing product code is one cause, however many orders it holds, and is replayed as one")
    void causes() throws Exception {
        JsonNode causes = rig.get("/api/dead-letter-causes");

        assertThat(causes.path("total").asInt()).isEqualTo(3);
        assertThat(causes.path("causes")).hasSize(2);
        JsonNode first = causes.path("causes").get(0);
        assertThat(first.path("count").asInt()).isEqualTo(2);
        assertThat(first.path("error").asText()).contains("NIE-MA");
        assertThat(first.path("letters").get(0).has("payload")).isFalse();
        assertThat(first.path("orders").asInt()).isEqualTo(2);
        assertThat(first.path("waitsFor").asText()).isEqualTo("PERSON");
        assertThat(first.path("steps").get(0).asText()).isEqualTo("IMPORT");
        assertThat(first.path("product").asText()).isEqualTo("NIE-MA");
        assertThat(first.path("quantity").asText()).isEqualTo("3");
        assertThat(first.path("letters").findValuesAsText("quantity")).containsExactly("2", "1");
        assertThat(first.path("letters")).allSatisfy(each -> {
            assertThat(each.path("buyer").asText()).isNotBlank();
            assertThat(each.path("total").asText()).matches("\\d+\\.\\d\\d");
            assertThat(each.path("currency").asText()).isEqualTo("PLN");
        });

        JsonNode letter = first.path("letters").get(0);
        JsonNode shown = rig.get("/api/dead-letters/" + letter.path("id").asLong());
        assertThat(shown.path("shopOrderId").asLong())
                .isEqualTo(letter.path("shopOrderId").asLong());
        assertThat(shown.path("payload").asText()).contains("NIE-MA");
        String path = "/api/dead-letter-causes/" + first.path("cause").asText() + "/replay";
        assertThat(rig.post(path, "").path("replayed").asInt()).isEqualTo(2);
        assertThat(post("/api/dead-letter-causes/none/replay").statusCode()).isEqualTo(404);
    }

    @Test
    @DisplayName("The summary says which systems are away and when the next poll is")
    void summary() throws Exception {
        JsonNode summary = rig.get("/api/summary");

        assertThat(summary.path("away")).isEmpty();
        assertThat(summary.path("systems").findValuesAsText("system")).containsExactly("shop", "ERP", "database");
        assertThat(summary.path("systems").findValuesAsText("state")).containsOnly("ANSWERS");
        assertThat(summary.path("systems"))
                .allSatisfy(system -> assertThat(system.path("answeredAt").asText())
                        .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:.+"));
        assertThat(summary.path("needsPerson").asInt()).isEqualTo(3);
        assertThat(summary.path("waitsForStock").asInt()).isZero();
        assertThat(summary.path("waitsForSystem").asInt()).isZero();
        assertThat(summary.path("pollLate").asBoolean()).isFalse();
        assertThat(summary.path("nextPoll").asText()).startsWith("2099-01-01T00:00");
        assertThat(summary.path("at").asText()).isNotEmpty();
    }

    private static int poll(String... headers) throws Exception {
        HttpRequest.Builder request = rig.request("/api/poll").POST(BodyPublishers.noBody());
        HttpResponse<String> answer = rig.exchange(request.headers(headers).build());
        assertThat(answer.body()).describedAs(Arrays.toString(headers)).isNotEmpty();
        return answer.statusCode();
    }

    private static int sum(JsonNode buckets, String series) {
        int sum = 0;
        for (JsonNode bucket : buckets) {
            sum += bucket.path(series).asInt();
        }
        return sum;
    }

    private static HttpResponse<String> get(String path) throws Exception {
        return rig.exchange(rig.request(path).build());
    }

    private static HttpResponse<String> post(String path) throws Exception {
        return rig.exchange(rig.request(path).POST(BodyPublishers.noBody()).build());
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
