package pl.zmobridge.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.vertx.core.MultiMap;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessResourceFailureException;
import pl.zmobridge.people.People;
import pl.zmobridge.people.RememberedSessions;
import pl.zmobridge.people.Role;
import pl.zmobridge.people.SessionMemory;
import pl.zmobridge.settings.Settings;
import pl.zmobridge.sim.MovableClock;

@DisplayName("Who may use the console and the API")
class AccessTest {
    private static final String ELSEWHERE = "10.0.0.7:51000";
    private static final String HERE = "127.0.0.1:51000";

    private final MovableClock clock = MovableClock.at("2026-10-02T10:00:00Z");
    private final Access access = access(Optional.of("hasło"));
    private final Access open = access(Optional.empty());

    private Access access(Optional<String> password) {
        return access(password, new RememberedSessions());
    }

    private Access access(Optional<String> password, SessionMemory sessions) {
        Settings.Http http = new Settings.Http("0.0.0.0", 8080, "admin", password, 200, 20);
        People people = new People(Path.of("no-such-home"), http, sessions, clock);
        people.begin();
        return new Access(people);
    }

    @Test
    @DisplayName("Without a password yet, the browser is asked for one, as often as it likes")
    void asked() {
        for (int i = 0; i < 20; i++) {
            ApiProblem told = refusal(request(null));
            assertThat(told.status()).isEqualTo(401);
            assertThat(told.headers().get("WWW-Authenticate")).startsWith("Basic realm=");
        }
    }

    @Test
    @DisplayName("After some wrong passwords even the right one has to wait, then it is let in")
    void slowedDown() {
        for (int i = 0; i < 5; i++) {
            assertThat(refusal(request("admin:zgaduję" + i)).status()).isEqualTo(401);
        }
        assertThat(refusal(request("admin:hasło")).status()).isEqualTo(429);

        clock.advance(Duration.ofSeconds(1));

        assertThat(access.admit(request("admin:hasło")).name()).isEqualTo("admin");
    }

    @Test
    @DisplayName(
            "A browser that asks for a page is sent to the one to sign in; one of our pages that asks for data is told")
    void pages() {
        ApiProblem page = refusal(
                get("/api/poll", ELSEWHERE, "zmo.example.com", "Accept", "text/html,application/xhtml+xml,*/*;q=0.8"));
        assertThat(page.status()).isEqualTo(303);
        assertThat(page.headers()).containsEntry("Location", "/console/login.html");

        ApiProblem data = refusal(get("/api/poll", ELSEWHERE, "zmo.example.com", "X-Requested-With", "console"));
        assertThat(data.status()).isEqualTo(401);
        assertThat(data.headers()).doesNotContainKey("WWW-Authenticate");
    }

    @Test
    @DisplayName("Before anybody has signed in only the page to do so is answered, by its exact name")
    void beforeSignIn() {
        for (String path : List.of("/console/login.html", "/console/login.js", "/console/pl.js")) {
            assertThat(access.admit(at("GET", path)).role()).isEqualTo(Role.GUEST);
        }
        assertThat(access.admit(at("POST", "/api/session")).role()).isEqualTo(Role.GUEST);
        for (String path : List.of(
                "/console/app.js",
                "/console/login.html/",
                "/console/../api/orders",
                "/console/login.html/../../api/orders",
                "/CONSOLE/login.html",
                "/api/session",
                "/api/session/../orders")) {
            assertThat(refusal(at("GET", path)).status()).describedAs(path).isEqualTo(401);
        }
        assertThat(refusal(at("POST", "/api/poll")).status()).isEqualTo(401);
    }

    @Test
    @DisplayName(
            "Behind a proxy on this machine the last address counts, in whatever line it stands; guessing goes by it")
    void forgedAddress() {
        for (int i = 0; i < 5; i++) {
            MultiMap headers = MultiMap.caseInsensitiveMultiMap()
                    .add("Authorization", basic("admin:zgaduję" + i))
                    .add("X-Forwarded-For", "198.51.100." + i)
                    .add("X-Forwarded-For", "203.0.113.9");
            assertThat(refusal(new RequestHead("GET", "/api/poll", "zmo.example.com", HERE, false, headers))
                            .status())
                    .isEqualTo(401);
        }
        MultiMap right = MultiMap.caseInsensitiveMultiMap()
                .add("Authorization", basic("admin:hasło"))
                .add("X-Forwarded-For", "203.0.113.9");
        assertThat(refusal(new RequestHead("GET", "/api/poll", "zmo.example.com", HERE, false, right))
                        .status())
                .isEqualTo(429);
    }

    @Test
    @DisplayName("While the database is away an unknown session is told so, and the page to sign in is there")
    void databaseAway() {
        SessionMemory away = new SessionMemory() {
            @Override
            public void keep(Session session) {
                throw new DataAccessResourceFailureException("away");
            }

            @Override
            public Optional<Session> find(byte[] id) {
                throw new DataAccessResourceFailureException("away");
            }

            @Override
            public void forget(byte[] id) {
                throw new DataAccessResourceFailureException("away");
            }
        };
        Access withSessions = access(Optional.of("hasło"), away);
        String cookie = People.COOKIE + "=" + "A".repeat(43);

        ApiProblem told = catchThrowableOfType(
                ApiProblem.class,
                () -> withSessions.admit(get("/api/orders", ELSEWHERE, "zmo.example.com", "Cookie", cookie)));
        assertThat(told.status()).isEqualTo(503);
        assertThat(told.code()).isEqualTo("SESSION_UNKNOWN");
        assertThat(withSessions
                        .admit(get("/console/login.html", ELSEWHERE, "zmo.example.com", "Cookie", cookie))
                        .role())
                .isEqualTo(Role.GUEST);
    }

    @Test
    @DisplayName("A page of another site signs nobody in or out")
    void forgedSignIn() {
        for (String path : List.of("/api/session", "/api/session/end")) {
            MultiMap headers = MultiMap.caseInsensitiveMultiMap().add("Origin", "https://evil.example.com");
            RequestHead head = new RequestHead("POST", path, "zmo.example.com", ELSEWHERE, false, headers);
            assertThat(refusal(head).status()).isEqualTo(403);
        }
    }

    private static RequestHead at(String method, String path) {
        return new RequestHead(method, path, "zmo.example.com", ELSEWHERE, false, MultiMap.caseInsensitiveMultiMap());
    }

    @Test
    @DisplayName("A signed-in browser changes nothing for a page of another site")
    void forged() {
        assertThatCode(() -> access.admit(posted("https://zmo.example.com")))
                .describedAs("a proxy may speak TLS for the bridge")
                .doesNotThrowAnyException();

        assertThat(refusal(posted("https://zmo.example.com:8443")).status()).isEqualTo(403);
        assertThat(refusal(posted("https://evil.example.com")).status()).isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/orders, cross-site, false",
        "/api/orders.csv, cross-site, false",
        "/observe/metrics, cross-site, false",
        "/observe/health, cross-site, false",
        "/api/orders, same-site, true",
        "/api/orders, same-origin, true",
        "/api/orders, none, true",
        "/, cross-site, true",
        "/console/app.js, cross-site, true"
    })
    @DisplayName("A page of another site gets no data, and a link to the console works from everywhere")
    void crossSite(String path, String site, boolean answered) {
        RequestHead head = get(path, HERE, "localhost:8080", "Sec-Fetch-Site", site);

        assertThat(isLetIn(open, head)).isEqualTo(answered);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Forwarded",
                "forwarded",
                "X-Forwarded-For",
                "x-forwarded-host",
                "X-Forwarded-Proto",
                "X-Forwarded-Server",
                "X-Real-IP",
                "Via"
            })
    @DisplayName("Without a password, what a proxy passes on is not answered, though it comes from this machine")
    void throughProxy(String header) {
        assertThat(isLetIn(open, get("/api/orders", HERE, "localhost:8080"))).isTrue();

        RequestHead passedOn = get("/api/orders", HERE, "localhost:8080", header, "203.0.113.9");

        ApiProblem told = catchThrowableOfType(ApiProblem.class, () -> open.admit(passedOn));
        assertThat(told.status()).isEqualTo(403);
        assertThat(told.getMessage()).contains("Set ops.password before you put a proxy");
        assertThat(isLetIn(open, get("/observe/metrics", HERE, "localhost:8080", header, "203.0.113.9")))
                .isFalse();
    }

    @Test
    @DisplayName("Without a password, HTTP/1.0 is what nginx speaks when nobody has told it to say more")
    void plainNginx() {
        RequestHead head =
                new RequestHead("GET", "/api/orders", "127.0.0.1:8080", HERE, true, MultiMap.caseInsensitiveMultiMap());

        assertThat(isLetIn(open, head)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1:51000, localhost:8080, true",
        "127.0.0.1:51000, LOCALHOST, true",
        "127.0.0.1:51000, 127.0.0.1, true",
        "0:0:0:0:0:0:0:1:51000, [::1]:8080, true",
        "127.0.0.1:51000, zmo.example.com, false",
        "127.0.0.1:51000, localhost.example.com, false",
        "127.0.0.1:51000, '', false",
        "10.0.0.7:51000, localhost:8080, false"
    })
    @DisplayName("Without a password, only this machine by a name of its own is answered")
    void fromHere(String remote, String host, boolean answered) {
        assertThat(isLetIn(open, get("/api/orders", remote, host))).isEqualTo(answered);
        assertThat(isLetIn(open, get("/observe/health", remote, host))).isEqualTo(answered);
    }

    @Test
    @DisplayName("Health and metrics ask for no password in the own network, and for it through a proxy")
    void watching() {
        for (String path : new String[] {"/observe/health", "/observe/health/ready", "/observe/metrics"}) {
            assertThat(isLetIn(access, get(path, ELSEWHERE, "bridge:8080"))).isTrue();
            assertThat(isLetIn(access, get(path, HERE, "localhost:8080", "X-Forwarded-For", "203.0.113.9")))
                    .isFalse();
        }
        assertThat(isLetIn(access, get("/observe/metrics/", ELSEWHERE, "bridge:8080")))
                .describedAs("nothing else is open by mistake")
                .isFalse();
    }

    @Test
    @DisplayName("Whether the process is there is no secret, so that a supervisor anywhere may ask")
    void live() {
        RequestHead live = get("/observe/health/live", ELSEWHERE, "10.1.2.3:8080");

        assertThat(open.atOnce(live)).describedAs("without a look at anybody").isPresent();
        assertThat(access.atOnce(live)).isPresent();
        assertThat(open.atOnce(get("/observe/health/live/", ELSEWHERE, "10.1.2.3:8080")))
                .isEmpty();
    }

    private ApiProblem refusal(RequestHead request) {
        return catchThrowableOfType(ApiProblem.class, () -> access.admit(request));
    }

    private static boolean isLetIn(Access access, RequestHead head) {
        return catchThrowableOfType(ApiProblem.class, () -> access.admit(head)) == null;
    }

    private static RequestHead request(String credentials) {
        return credentials == null
                ? get("/api/poll", ELSEWHERE, "zmo.example.com")
                : get("/api/poll", ELSEWHERE, "zmo.example.com", "Authorization", basic(credentials));
    }

    private static RequestHead posted(String origin) {
        MultiMap headers = MultiMap.caseInsensitiveMultiMap()
                .add("Authorization", basic("admin:hasło"))
                .add("Origin", origin);
        return new RequestHead("POST", "/api/poll", "zmo.example.com", ELSEWHERE, false, headers);
    }

    private static RequestHead get(String path, String remote, String host, String... header) {
        MultiMap headers = MultiMap.caseInsensitiveMultiMap();
        if (header.length > 0) {
            headers.add(header[0], header[1]);
        }
        return new RequestHead("GET", path, host, remote, false, headers);
    }

    private static String basic(String credentials) {
        return "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
    }
}
