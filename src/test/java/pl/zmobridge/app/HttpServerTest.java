package pl.zmobridge.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.ext.auth.User;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.impl.health.AbstractHealthCheck;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import pl.zmobridge.api.Access;
import pl.zmobridge.api.AnswerHeaders;
import pl.zmobridge.api.Doorkeeper;
import pl.zmobridge.api.server.HttpDoorFactory;
import pl.zmobridge.people.People;
import pl.zmobridge.people.RememberedSessions;
import pl.zmobridge.settings.Settings;
import pl.zmobridge.support.RawHttp;

@DisplayName("Camel as the bridge sets it up serves everything by one door")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HttpServerTest {
    private static final String KNOWN = "Authorization: Basic "
            + Base64.getEncoder().encodeToString("ola:hasło".getBytes(StandardCharsets.UTF_8)) + "\r\n";

    private final Main main = new Main();
    private int port;

    @BeforeAll
    void start() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        InstantSource clock = InstantSource.system();
        Settings.Http http = new Settings.Http("127.0.0.1", port, "ola", Optional.of("hasło"), 200, 20);
        main.setDefaultPropertyPlaceholderLocation("false");
        main.setInitialProperties(CamelSettings.of(http));
        main.bind("answerHeaders", new AnswerHeaders());
        main.bind("httpServer", new HttpDoorFactory(http, new Doorkeeper(access(http, clock), clock), clock));
        main.bind("broken", new Broken());
        main.configure().addRoutesBuilder(new RouteBuilder() {
            @Override
            public void configure() {
                from("platform-http:/who").setBody(exchange -> exchange.getMessage()
                        .getHeader("CamelVertxPlatformHttpAuthenticatedUser", User.class)
                        .principal()
                        .encode());
            }
        });
        main.start();
    }

    @AfterAll
    void stop() {
        main.stop();
    }

    @Test
    @DisplayName("A route learns who asks, and nobody can say it for himself")
    void actor() throws IOException {
        assertThat(answer("/who", "")).startsWith("HTTP/1.1 401");
        assertThat(answer(
                        "/who?CamelVertxPlatformHttpAuthenticatedUser=ewa",
                        KNOWN + "CamelVertxPlatformHttpAuthenticatedUser: ewa\r\n"))
                .startsWith("HTTP/1.1 200")
                .contains("ola")
                .doesNotContain("ewa");
    }

    @Test
    @DisplayName("Health and metrics are served by it too, open in the own network and closed through a proxy")
    void observe() throws IOException {
        assertThat(answer("/observe/health/live", "")).contains("\"status\"");
        assertThat(answer("/observe/metrics", "")).startsWith("HTTP/1.1 200");
        for (String path : new String[] {"/observe/metrics", "/observe/health", "/observe/health/ready"}) {
            assertThat(answer(path, "Via: 1.1 proxy\r\n")).startsWith("HTTP/1.1 401");
            assertThat(answer(path, "Sec-Fetch-Site: cross-site\r\n")).startsWith("HTTP/1.1 403");
        }
    }

    @Test
    @DisplayName("A failed check shows no stack trace to whoever asks")
    void stackTrace() throws IOException {
        assertThat(answer("/observe/health?stackTrace=true", ""))
                .contains("broken", "on purpose")
                .doesNotContain("HttpServerTest");
    }

    private String answer(String target, String headers) throws IOException {
        try (RawHttp http = new RawHttp(port)) {
            return http.send("GET " + target + " HTTP/1.1\r\nHost: 127.0.0.1\r\n" + headers
                            + "Connection: close\r\n\r\n")
                    .untilClosed();
        }
    }

    private static final class Broken extends AbstractHealthCheck {
        Broken() {
            super("zmobridge", "broken");
        }

        @Override
        protected void doCall(HealthCheckResultBuilder builder, Map<String, Object> options) {
            builder.down().error(new IllegalStateException("on purpose"));
        }
    }

    private static Access access(Settings.Http http, InstantSource clock) {
        People people = new People(Path.of("no-such-home"), http, new RememberedSessions(), clock);
        people.begin();
        return new Access(people);
    }
}
