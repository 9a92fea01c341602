package pl.zmobridge.flow;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;
import pl.zmobridge.people.Role;
import pl.zmobridge.people.UsersFile;
import pl.zmobridge.sim.OrderBuilder;
import pl.zmobridge.support.Rig;

@DisplayName("Named users, over HTTP")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PeopleFlowTest {
    private static final String OLA = "hasło operatorki";
    private static final String JAN = "hasło widza";
    private static final String COOKIE = "zmo-bridge-session=";

    private final Rig rig = new Rig();
    private final ListAppender<ILoggingEvent> audit = new ListAppender<>();
    private Path home;
    private UsersFile users;
    private long stuck;

    @BeforeAll
    void start(@TempDir Path directory) throws Exception {
        home = directory;
        audit.start();
        ((Logger) LoggerFactory.getLogger("pl.zmobridge.audit")).addAppender(audit);
        rig.home(home);
        users = new UsersFile(home);
        users.put("ola", Role.OPERATOR, OLA);
        users.put("jan", Role.VIEWER, JAN);
        rig.set("redelivery.initial", "10m").set("redelivery.max", "15m").startIn(home);
        stuck = rig.shop.addOrder(new OrderBuilder().line("NIE-MA", "1.00", "1"));
        Rig.eventually(
                () -> assertThat(status(as("ola", OLA, "POST", "/api/poll"))).isEqualTo(200));
        Rig.eventually(() -> assertThat(letters()).isNotEmpty());
    }

    @AfterAll
    void stop() {
        ((Logger) LoggerFactory.getLogger("pl.zmobridge.audit")).detachAppender(audit);
        rig.close();
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/summary, 200",
        "GET, /api/orders, 200",
        "GET, /api/orders.csv, 200",
        "GET, /api/dead-letters, 200",
        "GET, /, 200",
        "POST, /api/poll, 403",
        "POST, /api/erp/resume, 403",
        "POST, /api/dead-letters/replay, 403",
        "POST, /api/dead-letters/1/discard, 403",
        "POST, /api/orders/1/forget, 403",
        "POST, /api/orders/1/realise, 403"
    })
    @DisplayName("A viewer sees everything and changes nothing")
    void viewer(String method, String path, int expected) throws Exception {
        HttpResponse<String> answer = as("jan", JAN, method, path);

        assertThat(answer.statusCode()).isEqualTo(expected);
        if (expected == 403) {
            assertThat(answer.body()).contains("\"jan\\\" is a viewer").contains("\"code\":\"VIEWER\"");
        }
    }

    @Test
    @DisplayName("Who has done something to an order stands in its timeline, with its dead letter and in the log")
    void whoItWas() throws Exception {
        long order = rig.shop.addOrder(
                new OrderBuilder().line("SPD-101", "10.00", "1").build());
        int before = audit.list.size();
        as("ola", OLA, "POST", "/api/orders/" + order + "/import");
        as("ola", OLA, "POST", "/api/orders/" + order + "/realise");
        as("ola", OLA, "POST", "/api/orders/" + order + "/reimport?confirm=true");
        Rig.eventually(
                () -> // what is imported again is sold again, and then it is over
                assertThat(json(as("ola", OLA, "GET", "/api/orders/" + order))
                                .path("state")
                                .asText())
                        .isEqualTo("REALISED"));
        assertThat(status(as("ola", OLA, "POST", "/api/orders/" + order + "/forget")))
                .isEqualTo(200);
        as("jan", JAN, "POST", "/api/orders/" + order + "/forget");

        assertThat(events(order, "en"))
                .contains(
                        "Import at an operator's request (ola)",
                        "Realisation at an operator's request (ola)",
                        "Imported again at an operator's request (ola) as SH/" + order + " (2)",
                        "Personal data erased at an operator's request (ola)");
        assertThat(events(order, "pl")).contains("Realizacja na żądanie operatora (ola)");
        assertThat(audit.list.subList(before, audit.list.size()))
                .extracting(ILoggingEvent::getFormattedMessage)
                .containsExactly(
                        "ola (operator) at 127.0.0.1: POST /api/orders/" + order + "/import, HTTP 200",
                        "ola (operator) at 127.0.0.1: POST /api/orders/" + order + "/realise, HTTP 200",
                        "ola (operator) at 127.0.0.1: POST /api/orders/" + order + "/reimport, HTTP 200",
                        "ola (operator) at 127.0.0.1: POST /api/orders/" + order + "/forget, HTTP 200",
                        "jan (viewer) at 127.0.0.1: POST /api/orders/" + order + "/forget, HTTP 403");
    }

    @Test
    @DisplayName(
            "Replaying one entry, all of a cause and all that are open, and discarding one, is told with a name too")
    void whoReplayed() throws Exception {
        long letter = letters().get(0).path("id").asLong();
        as("ola", OLA, "POST", "/api/dead-letters/" + letter + "/replay");
        as("ola", OLA, "POST", "/api/dead-letters/replay");
        Rig.eventually(() -> assertThat(status(send(signed("ola", OLA, "/api/dead-letters/" + letter + "/discard")
                        .POST(BodyPublishers.ofString("{\"reason\":\"test\"}")))))
                .isEqualTo(200));

        assertThat(events(stuck, "en"))
                .contains("Another try at an operator's request (ola)", "Entry closed by an operator (ola)");
        assertThat(events(stuck, "en").stream().filter("Another try at an operator's request (ola)"::equals))
                .hasSize(2);
        assertThat(json(as("ola", OLA, "GET", "/api/dead-letters/" + letter))
                        .path("actor")
                        .asText())
                .isEqualTo("ola");
    }

    @Test
    @DisplayName("A browser signs in, works with its cookie, and signs out; whoever kept the cookie has nothing")
    void session() throws Exception {
        HttpResponse<String> in = signIn("jan", JAN, "Origin", "https://" + authority());
        assertThat(in.statusCode()).isEqualTo(200);
        assertThat(in.body()).contains("\"jan\"", "\"viewer\"").doesNotContain(JAN);
        String set = in.headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(set).startsWith(COOKIE).contains("; Path=/", "; HttpOnly", "; SameSite=Strict", "; Secure");
        String cookie = set.replaceFirst(";.*", "");
        assertThat(signIn("jan", JAN, "Origin", "http://" + authority())
                        .headers()
                        .firstValue("Set-Cookie")
                        .orElseThrow())
                .doesNotContain("Secure")
                .doesNotContain(cookie);

        JsonNode user = json(send(with(cookie, "/api/summary"))).path("user");
        assertThat(user)
                .isEqualTo(new ObjectMapper().readTree("{\"name\":\"jan\",\"role\":\"viewer\",\"session\":true}"));
        assertThat(status(send(with(cookie, "/api/poll").POST(BodyPublishers.noBody()))))
                .isEqualTo(403);
        assertThat(rig.row("SELECT HEX(id) AS id FROM sign_ins LIMIT 1")
                        .get("id")
                        .toString())
                .doesNotContain(cookie.substring(COOKIE.length()));

        HttpResponse<String> out = send(with(cookie, "/api/session/end").POST(BodyPublishers.noBody()));
        assertThat(out.headers().firstValue("Set-Cookie").orElseThrow())
                .startsWith(COOKIE + ";")
                .contains("Max-Age=0");
        assertThat(status(send(with(cookie, "/api/summary")))).isEqualTo(401);
    }

    @Test
    @DisplayName("A page of another site can use no session, begin none and end none")
    void forged() throws Exception {
        String cookie = cookie("ola", OLA);
        for (String path : List.of("/api/poll", "/api/session/end", "/api/dead-letters/replay")) {
            for (String[] said :
                    new String[][] {{"Origin", "https://evil.example"}, {"Sec-Fetch-Site", "cross-site"}}) {
                assertThat(status(send(with(cookie, path).headers(said).POST(BodyPublishers.noBody()))))
                        .describedAs(path)
                        .isEqualTo(403);
            }
        }
        assertThat(signIn("ola", OLA, "Origin", "https://evil.example").statusCode())
                .isEqualTo(403);
        assertThat(status(send(with(cookie, "/api/summary")))).isEqualTo(200);
    }

    @Test
    @DisplayName(
            "A session ends when it was not used for long, after a day, and when its user's password is changed; another bridge knows it")
    void sessionsEnd() throws Exception {
        String idle = cookie("ola", OLA);
        rig.change("UPDATE sign_ins SET used_at = used_at - INTERVAL 3 HOUR");
        assertThat(status(send(with(idle, "/api/summary")))).isEqualTo(401);
        String old = cookie("ola", OLA);
        rig.change("UPDATE sign_ins SET ends_at = UTC_TIMESTAMP(3)");
        assertThat(status(send(with(old, "/api/summary")))).isEqualTo(401);

        users.put("ewa", Role.OPERATOR, "hasło ewy 1");
        String ewa = cookie("ewa", "hasło ewy 1");
        Rig second = rig.another();
        try {
            second.startIn(home);
            assertThat(second.exchange(second.request("/api/summary")
                                    .header("Cookie", ewa)
                                    .build())
                            .statusCode())
                    .isEqualTo(200);
        } finally {
            second.stop();
        }
        users.put("ewa", Role.OPERATOR, "hasło ewy 2");
        assertThat(status(send(with(ewa, "/api/summary")))).isEqualTo(401);
        assertThat(rig.row("SELECT COUNT(*) AS n FROM sign_ins WHERE ends_at < UTC_TIMESTAMP(3)")
                        .get("n"))
                .describedAs("whoever signs in sweeps up")
                .isEqualTo(0L);
    }

    @Test
    @DisplayName(
            "A browser without a session is led to the page where it signs in, which holds no data; scripts and pages are told")
    void signInPage() throws Exception {
        HttpResponse<String> led = send(rig.request("/").header("Accept", "text/html,*/*;q=0.8"));
        assertThat(led.statusCode()).isEqualTo(303);
        assertThat(led.headers().firstValue("Location")).hasValue("/console/login.html");
        assertThat(led.headers().firstValue("WWW-Authenticate")).isEmpty();
        HttpResponse<String> page = send(rig.request("/console/login.html"));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'self'");
        assertThat(status(send(rig.request("/console/app.js")))).isEqualTo(401);
        assertThat(status(send(rig.request("/console/login.html/..%2Fapp.js")))).isNotEqualTo(200);
        assertThat(send(rig.request("/api/summary")).headers().firstValue("WWW-Authenticate"))
                .isPresent();
        assertThat(send(rig.request("/api/summary").header("X-Requested-With", "console"))
                        .headers()
                        .firstValue("WWW-Authenticate"))
                .isEmpty();
    }

    @Test
    @DisplayName("Wrong passwords are counted, and told in the language of the browser")
    void wrong() throws Exception {
        assertThat(signIn("ola", "zgaduję", "Accept-Language", "pl").body()).contains("hasło jest inne");
        assertThat(signIn("nobody", "zgaduję", "Accept-Language", "en").body()).contains("the password is another one");
        assertThat(send(rig.request("/observe/metrics")).body())
                .containsPattern("zmobridge_passwords_wrong_total [1-9]");
    }

    private List<String> events(long order, String language) throws Exception {
        return json(send(signed("ola", OLA, "/api/orders/" + order).header("Accept-Language", language)))
                .path("events")
                .findValuesAsText("text");
    }

    private JsonNode letters() throws Exception {
        return json(as("ola", OLA, "GET", "/api/dead-letters?state=OPEN")).path("items");
    }

    private String cookie(String name, String password) throws Exception {
        return signIn(name, password, "X-Requested-With", "console")
                .headers()
                .firstValue("Set-Cookie")
                .orElseThrow()
                .replaceFirst(";.*", "");
    }

    private HttpResponse<String> signIn(String name, String password, String... headers) throws Exception {
        String body = new ObjectMapper().writeValueAsString(Map.of("user", name, "password", password));
        return send(rig.request("/api/session").headers(headers).POST(BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder with(String cookie, String path) {
        return rig.request(path).header("Cookie", "other=1; " + cookie);
    }

    private HttpResponse<String> as(String name, String password, String method, String path) throws Exception {
        return send(signed(name, password, path).method(method, BodyPublishers.noBody()));
    }

    private HttpRequest.Builder signed(String name, String password, String path) {
        String pair = Base64.getEncoder().encodeToString((name + ":" + password).getBytes(StandardCharsets.UTF_8));
        return rig.request(path).header("Authorization", "Basic " + pair);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return rig.exchange(request.build());
    }

    private String authority() {
        return rig.request("/").build().uri().getAuthority();
    }

    private static int status(HttpResponse<String> answer) {
        return answer.statusCode();
    }

    private static JsonNode json(HttpResponse<String> answer) throws Exception {
        return new ObjectMapper().readTree(answer.body());
    }
}
