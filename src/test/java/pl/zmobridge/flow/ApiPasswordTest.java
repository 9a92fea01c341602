package pl.zmobridge.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pl.zmobridge.sim.OrderBuilder;
import pl.zmobridge.support.Rig;

/** With a password, whoever knows it is answered, and nobody else. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApiPasswordTest {
    private Rig rig;

    @BeforeAll
    void start() throws Exception {
        rig = new Rig().set("ops.user", "ola").set("ops.password", "Zażółć:1").start();
    }

    @AfterAll
    void stop() {
        rig.close();
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/summary, ola:Zażółć:1, 200", "GET, /api/summary, '', 401", "GET, /api/summary, ola:zły, 401",
        "GET, /api/summary, admin:Zażółć:1, 401", "GET, /api/orders, '', 401", "GET, /api/orders/1, '', 401",
        "GET, /api/dead-letters, '', 401", "POST, /api/poll, '', 401", "POST, /api/poll, ola:Zażółć:1, 200",
        "GET, /observe/health, '', 200"
    })
    void theRightUserAndPasswordOnly(String method, String path, String who, int status) throws Exception {
        HttpRequest.Builder request = rig.request(path).method(method, HttpRequest.BodyPublishers.noBody());
        if (!who.isEmpty()) {
            request.header(
                    "Authorization",
                    "Basic " + Base64.getEncoder().encodeToString(who.getBytes(StandardCharsets.UTF_8)));
        }

        HttpResponse<String> answer = rig.exchange(request.build());

        assertThat(answer.statusCode()).isEqualTo(status);
        if (status == 401) {
            assertThat(answer.headers().firstValue("WWW-Authenticate"))
                    .get()
                    .asString()
                    .startsWith("Basic ");
            assertThat(answer.headers().firstValue("Content-Type"))
                    .get()
                    .asString()
                    .startsWith("application/problem+json");
            assertThat(answer.body()).doesNotContain("Zażółć");
        }
    }

    @Test
    void whoDiscardsADeadLetterIsKeptWithIt() throws Exception {
        rig.shop.addOrder(new OrderBuilder().line("NIE-MA", "1.00", "1"));
        signed("POST", "/api/poll", "");
        Rig.eventually(() ->
                assertThat(signed("GET", "/api/dead-letters", "").path("items")).hasSize(1));
        JsonNode letter = signed("GET", "/api/dead-letters", "").path("items").get(0);
        assertThat(letter.path("actor").isNull()).isTrue();

        signed("POST", "/api/dead-letters/" + letter.path("id").asLong() + "/replay", "");
        assertThat(signed("GET", "/api/dead-letters", "")
                        .path("items")
                        .get(0)
                        .path("actor")
                        .asText())
                .isEqualTo("ola");
        JsonNode discarded =
                signed("POST", "/api/dead-letters/" + letter.path("id").asLong() + "/discard", "{\"reason\":\"test\"}");
        assertThat(discarded.path("actor").asText()).isEqualTo("ola");
        assertThat(discarded.path("reason").asText()).isEqualTo("test");
    }

    private JsonNode signed(String method, String path, String body) throws Exception {
        String who = Base64.getEncoder().encodeToString("ola:Zażółć:1".getBytes(StandardCharsets.UTF_8));
        return new ObjectMapper()
                .readTree(rig.exchange(rig.request(path)
                                .method(method, HttpRequest.BodyPublishers.ofString(body))
                                .header("Authorization", "Basic " + who)
                                .build())
                        .body());
    }
}
