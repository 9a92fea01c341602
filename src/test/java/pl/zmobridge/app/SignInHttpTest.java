package pl.zmobridge.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apache.camel.Exchange;
import org.apache.camel.main.Main;
import org.apache.camel.main.SimpleMainShutdownStrategy;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pl.zmobridge.api.Access;
import pl.zmobridge.api.AnswerHeaders;
import pl.zmobridge.api.ApiDoor;
import pl.zmobridge.api.ApiReplies;
import pl.zmobridge.api.ApiRequests;
import pl.zmobridge.api.Doorkeeper;
import pl.zmobridge.api.SessionCalls;
import pl.zmobridge.api.server.HttpDoorFactory;
import pl.zmobridge.attempt.Shops;
import pl.zmobridge.console.ConsoleFiles;
import pl.zmobridge.people.People;
import pl.zmobridge.people.RememberedSessions;
import pl.zmobridge.people.Role;
import pl.zmobridge.people.UsersFile;
import pl.zmobridge.reload.Gate;
import pl.zmobridge.settings.Settings;

/** The HTTP server and the block of its calls, with nothing behind them. */
@DisplayName("The HTTP server with users")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SignInHttpTest {
    private static final String OLA = "hasło operatorki";
    private static final String JAN = "hasło widza";
    private static final String COOKIE = "zmo-bridge-session=";

    private final int port = freePort();
    private final Main main = new Main();
    private final HttpClient http = HttpClient.newHttpClient();

    /** Stands for what the register would show. */
    public static final class Nothing {
        public void begin(Exchange exchange) {
            exchange.setVariable("found", this);
        }

        public boolean isIncomplete() {
            return false;
        }

        public void keep() {}

        public Map<String, Object> show() {
            return Map.of("shown", "data");
        }
    }

    @BeforeAll
    void start(@TempDir Path home) throws Exception {
        new UsersFile(home).put("ola", Role.OPERATOR, OLA);
        new UsersFile(home).put("jan", Role.VIEWER, JAN);
        Settings.Http settings = new Settings.Http("127.0.0.1", port, "admin", Optional.empty(), 200, 20);
        People people = new People(home, settings, new RememberedSessions(), InstantSource.system());
        people.begin();
        Properties properties = CamelSettings.of(settings);
        properties.put("camel.main.routesIncludePattern", "classpath:engine/api.camel.yaml");
        properties.put("camel.management.enabled", "false");
        properties.put("camel.metrics.enabled", "false");
        main.setShutdownStrategy(new SimpleMainShutdownStrategy());
        main.setDefaultPropertyPlaceholderLocation("false");
        main.setInitialProperties(properties);
        ApiRequests requests = new ApiRequests(new Shops(List.of()));
        main.bind("api", new ApiDoor(requests, new ApiReplies(), new Gate(), null, () -> null));
        InstantSource clock = InstantSource.system();
        main.bind("httpServer", new HttpDoorFactory(settings, new Doorkeeper(new Access(people), clock), clock));
        main.bind("requests", requests);
        main.bind("session", new SessionCalls(people));
        main.bind("answerHeaders", new AnswerHeaders());
        main.bind("consoleFiles", new ConsoleFiles());
        main.bind("viewing", new Nothing());
        main.start();
    }

    @AfterAll
    void stop() {
        main.stop();
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    @DisplayName("A browser signs in, works with its cookie, and signs out; whoever kept the cookie has nothing")
    void session() throws Exception {
        HttpResponse<String> in = signIn("jan", JAN, "Origin", "https://127.0.0.1:" + port);
        assertThat(in.statusCode()).isEqualTo(200);
        assertThat(in.body()).contains("\"jan\"", "\"viewer\"").doesNotContain(JAN);
        String set = in.headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(set).startsWith(COOKIE).contains("; Path=/", "; HttpOnly", "; SameSite=Strict", "; Secure");
        String cookie = set.replaceFirst(";.*", "");
        assertThat(signIn("jan", JAN, "Origin", "http://127.0.0.1:" + port)
                        .headers()
                        .firstValue("Set-Cookie")
                        .orElseThrow())
                .doesNotContain("Secure")
                .doesNotContain(cookie);

        assertThat(send(with(cookie, "/api/summary")).body()).contains("data");
        HttpResponse<String> out = send(with(cookie, "/api/session/end").POST(BodyPublishers.noBody()));
        assertThat(out.headers().firstValue("Set-Cookie").orElseThrow())
                .startsWith(COOKIE + ";")
                .contains("Max-Age=0");
        assertThat(send(with(cookie, "/api/summary")).statusCode()).isEqualTo(401);
    }

    @Test
    @DisplayName("A page of another site can use no session, begin none and end none")
    void forged() throws Exception {
        String cookie = cookie("ola", OLA);
        for (String path : List.of("/api/poll", "/api/session/end", "/api/dead-letters/replay")) {
            for (String[] said : List.of(
                    new String[] {"Origin", "https://evil.example"}, new String[] {"Sec-Fetch-Site", "cross-site"})) {
                assertThat(send(with(cookie, path).headers(said).POST(BodyPublishers.noBody()))
                                .statusCode())
                        .describedAs(path)
                        .isEqualTo(403);
            }
        }
        assertThat(signIn("ola", OLA, "Origin", "https://evil.example").statusCode())
                .isEqualTo(403);
        assertThat(send(with(cookie, "/api/summary")).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/summary, 200",
        "GET, /api/orders/1/explain, 200",
        "POST, /api/orders/1/explain, 200",
        "GET, /, 200",
        "POST, /api/poll, 403",
        "POST, /api/erp/resume, 403",
        "POST, /api/dead-letters/replay, 403",
        "POST, /api/dead-letters/1/discard, 403",
        "POST, /api/orders/1/forget, 403",
        "POST, /api/orders/1/realise, 403",
        "POST, /api/orders/1/explain/../realise, 404",
        "POST, /api/orders/1/realise?x=/api/orders/1/explain, 403",
        "POST, /api/session/../poll, 404",
        "POST, /an-address-of-a-route-file, 403"
    })
    @DisplayName("A viewer sees everything and changes nothing, by Basic or by session")
    void viewer(String method, String path, int status) throws Exception {
        HttpResponse<String> basic = send(signed("jan", JAN, path).method(method, BodyPublishers.noBody()));
        HttpResponse<String> session = send(with(cookie("jan", JAN), path).method(method, BodyPublishers.noBody()));

        assertThat(List.of(basic.statusCode(), session.statusCode())).containsOnly(status);
        if (status == 403) {
            assertThat(basic.body()).contains("\\\"jan\\\" is a viewer").contains("\"code\":\"VIEWER\"");
        }
    }

    @Test
    @DisplayName(
            "A browser without a session is led to the page where it signs in, which holds no data; scripts and pages are told")
    void signInPage() throws Exception {
        HttpResponse<String> led = send(request("/").header("Accept", "text/html,*/*;q=0.8"));
        assertThat(led.statusCode()).isEqualTo(303);
        assertThat(led.headers().firstValue("Location")).hasValue("/console/login.html");
        assertThat(led.headers().firstValue("WWW-Authenticate")).isEmpty();
        HttpResponse<String> page = send(request("/console/login.html"));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'self'");
        for (String path : List.of(
                "/console/app.js",
                "/console/../api/summary",
                "/console/login.html/../../api/summary",
                "/console/login.html%2F..%2F..%2Fapi%2Fsummary",
                "/api/session/../summary",
                "//console/login.html/..;/api/summary")) {
            HttpResponse<String> answer = send(request(path));
            assertThat(answer.statusCode()).describedAs(path).isIn(401, 404);
            assertThat(answer.body()).describedAs(path).doesNotContain("data\"");
        }
        assertThat(send(request("/api/summary")).headers().firstValue("WWW-Authenticate"))
                .isPresent();
        assertThat(send(request("/api/summary").header("X-Requested-With", "console"))
                        .headers()
                        .firstValue("WWW-Authenticate"))
                .isEmpty();
    }

    @Test
    @DisplayName(
            "A wrong password is told in the language of the browser, and does not say whether there is such a user")
    void wrong() throws Exception {
        HttpResponse<String> known = signIn("jan", "zgaduję", "Accept-Language", "pl");
        assertThat(known.statusCode()).isEqualTo(401);
        assertThat(known.headers().firstValue("WWW-Authenticate")).isEmpty();
        assertThat(known.body()).contains("hasło jest inne");
        assertThat(signIn("nobody", "zgaduję", "Accept-Language", "pl").body()).isEqualTo(known.body());
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
        return send(request("/api/session").headers(headers).POST(BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder with(String cookie, String path) {
        return request(path).header("Cookie", "other=1; " + cookie);
    }

    private HttpRequest.Builder signed(String name, String password, String path) {
        String pair = Base64.getEncoder().encodeToString((name + ":" + password).getBytes(StandardCharsets.UTF_8));
        return request(path).header("Authorization", "Basic " + pair);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), BodyHandlers.ofString());
    }
}
