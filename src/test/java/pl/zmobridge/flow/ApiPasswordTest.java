package pl.zmobridge.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
}
