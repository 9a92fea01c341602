package pl.zmobridge.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pl.zmobridge.people.Role;
import pl.zmobridge.people.UsersFile;
import pl.zmobridge.sim.OrderBuilder;
import pl.zmobridge.support.Browser;
import pl.zmobridge.support.Rig;

@DisplayName("Signing in with a browser")
class SignInBrowserTest {
    private static final String OLA = "hasło operatorki";
    private static final String JAN = "hasło widza";
    private static final Path PICTURES = Path.of("target/console");

    @TempDir
    private static Path home;

    private static Rig rig;
    private static long stuck;

    @BeforeAll
    static void start() throws Exception {
        if (!Browser.isInstalled()) {
            System.err.println(Browser.HOW_TO_GET_IT);
            Assumptions.abort(Browser.HOW_TO_GET_IT);
        }
        rig = new Rig().set("redelivery.initial", "10m").set("redelivery.max", "15m");
        rig.home(home);
        new UsersFile(home).put("ola", Role.OPERATOR, OLA);
        new UsersFile(home).put("jan", Role.VIEWER, JAN);
        rig.startIn(home);
        stuck = rig.shop.addOrder(new OrderBuilder().line("NIE-MA", "10.00", "1"));
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            asOla("POST", "/api/poll");
            return json(asOla("GET", "/api/dead-letters?state=OPEN"))
                            .path("total")
                            .asInt()
                    == 1;
        });
    }

    @AfterAll
    static void stop() {
        if (rig != null) {
            rig.close();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "pl, 1280, Logowanie, Zaloguj się, hasło jest inne, Ponów, nadal wstrzymane, Wyloguj",
        "en, 400, Sign in to, Sign in, password is another one, Try again, still stuck, Sign out"
    })
    @DisplayName("A person signs in, replays an order, and signs out; the way back is closed")
    void signInReplaySignOut(
            String language,
            int width,
            String title,
            String enter,
            String wrong,
            String replay,
            String still,
            String leave)
            throws Exception {
        try (Browser browser = new Browser(language, false, width, 900)) {
            browser.open(page("#/dead-letters")).awaitText("h1", title);
            browser.picture(PICTURES.resolve(language + "-sign-in.png"));
            browser.fill("[name=user]", "ola")
                    .fill("[name=password]", "zgaduję")
                    .click("form button", enter);
            browser.awaitText("[role=alert]", wrong);
            browser.fill("[name=password]", OLA).click("form button", enter);

            browser.awaitText("#main", "SH/" + stuck).awaitText("#top", "ola");
            assertThat(browser.run("return document.cookie").asText())
                    .describedAs("no script sees the session")
                    .isEmpty();
            browser.click("#main button.small", replay).awaitText("#toasts", still);
            assertThat(browser.run("return document.documentElement.scrollWidth <= innerWidth")
                            .asBoolean())
                    .isTrue();
            browser.picture(PICTURES.resolve(language + "-signed-in.png"));

            browser.click("#top button", leave).awaitText("h1", title);
            browser.open(page("")).awaitText("h1", title);
        }
        assertThat(json(asOla("GET", "/api/orders/" + stuck)).path("events").toString())
                .contains("(ola)");
    }

    @Test
    @DisplayName("A viewer sees orders and no buttons that change anything")
    void viewer() throws Exception {
        try (Browser browser = new Browser("en", false, 1280, 900)) {
            browser.open(page("#/orders/" + stuck)).awaitText("h1", "Sign in to");
            browser.fill("[name=user]", "jan").fill("[name=password]", JAN).click("form button", "Sign in");
            browser.awaitText("#main", "SH/" + stuck).awaitText("#top", "jan");

            assertThat(browser.text("#main")).doesNotContain("Import now", "Import again");
            browser.open(page("#/dead-letters")).awaitText("#main", "NIE-MA");
            assertThat(browser.text("#main")).doesNotContainPattern("(?m)^(Try again|Discard)( .*)?$");
        }
    }

    private static String page(String hash) {
        return "http://127.0.0.1:" + rig.port() + "/" + hash;
    }

    private static HttpResponse<String> asOla(String method, String path) throws Exception {
        String pair = Base64.getEncoder().encodeToString(("ola:" + OLA).getBytes(StandardCharsets.UTF_8));
        return rig.exchange(rig.request(path)
                .header("Authorization", "Basic " + pair)
                .method(method, BodyPublishers.noBody())
                .build());
    }

    private static JsonNode json(HttpResponse<String> answer) throws Exception {
        return new ObjectMapper().readTree(answer.body());
    }
}
