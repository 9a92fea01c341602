package pl.zmobridge.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import pl.zmobridge.sim.MovableClock;

@DisplayName("Who may use the console and the API")
class AccessTest {
    private final MovableClock clock = MovableClock.at("2026-10-02T10:00:00Z");
    private final Access access = new Access("admin", Optional.of("hasło"), clock);

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
        for (int i = 0; i < SlowDown.FREE_MISTAKES; i++) {
            assertThat(refusal(request("admin:zgaduję" + i)).status()).isEqualTo(401);
        }
        assertThat(refusal(request("admin:hasło")).status()).isEqualTo(429);

        clock.advance(Duration.ofSeconds(1));

        assertThatCode(() -> access.check(request("admin:hasło"))).doesNotThrowAnyException();
    }

    @Test
    @DisplayName("A signed-in browser changes nothing for a page of another site")
    void forged() {
        Exchange request = request("admin:hasło");
        request.getMessage().setHeader(Exchange.HTTP_METHOD, "POST");
        request.getMessage().setHeader("Origin", "https://zmo.example.com");
        assertThatCode(() -> access.check(request))
                .describedAs("a proxy may speak TLS for the bridge")
                .doesNotThrowAnyException();

        request.getMessage().setHeader("Origin", "https://zmo.example.com:8443");
        assertThat(refusal(request).status()).isEqualTo(403);
        request.getMessage().setHeader("Origin", "https://evil.example.com");
        assertThat(refusal(request).status()).isEqualTo(403);
    }

    private ApiProblem refusal(Exchange request) {
        return catchThrowableOfType(ApiProblem.class, () -> access.check(request));
    }

    private static Exchange request(String credentials) {
        Exchange exchange = new DefaultExchange(new DefaultCamelContext());
        exchange.getMessage().setHeader(Exchange.HTTP_METHOD, "GET");
        exchange.getMessage().setHeader(Exchange.HTTP_URL, "http://zmo.example.com/api/poll");
        exchange.getMessage().setHeader("CamelVertxPlatformHttpRemoteAddress", "10.0.0.7:51000");
        if (credentials != null) {
            String coded = Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
            exchange.getMessage().setHeader("Authorization", "Basic " + coded);
        }
        return exchange;
    }
}
