package pl.zmobridge.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import pl.zmobridge.sim.OrderBuilder;
import pl.zmobridge.support.Nips;
import pl.zmobridge.support.Rig;

@DisplayName("D2 the bridge says why an order becomes what it becomes")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExplainTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String RULES =
            """
            documents:
              - id: allegro
                when: { origin: [3] }
                then: { kind: NONE, reason: "Fakturuje Allegro" }
              - id: firm
                when: { nip: true }
                then: { kind: INVOICE, type: ZMO, series: sZMO }
              - id: person
                then: { kind: RECEIPT, type: ZMP, series: sZMP }
            """;

    @TempDir
    private static Path home;

    private final Rig ruled = new Rig();
    private final Rig plain = new Rig();

    @BeforeAll
    void start() throws Exception {
        ruled.home(home);
        Files.writeString(home.resolve("config/documents.yaml"), RULES);
        ruled.startIn(home);
        plain.start();
    }

    @AfterAll
    void stop() {
        ruled.close();
        plain.close();
    }

    @Test
    @DisplayName("which rule decided, why those before it did not, payment, VAT and contractor of an imported order")
    void known() throws Exception {
        long id = ruled.shop.addOrder(
                order("a").firm("Firma sp. z o.o.", Nips.next()).line("SPD-101", "149.95", "1"));
        ruled.imported(id);

        JsonNode told = explain(ruled, id, "en");

        assertThat(told.path("rule").asText()).isEqualTo("firm");
        assertThat(told.path("tried")).hasSize(2);
        assertThat(told.at("/tried/0/rule").asText()).isEqualTo("allegro");
        assertThat(told.at("/tried/0/fits").asBoolean()).isFalse();
        assertThat(told.at("/tried/0/because").asText()).isEqualTo("origin: 0, and the rule demands: 3");
        assertThat(told.at("/tried/1/because").asText()).isEqualTo("all conditions hold");
        assertThat(told.path("inRegister").asBoolean()).isTrue();
        assertThat(told.path("becomes").toString())
                .isEqualTo("{\"kind\":\"INVOICE\",\"type\":\"ZMO\",\"series\":\"sZMO\"}");
        assertThat(told.at("/payment/rule").asText())
                .isEqualTo(ruled.order(id).path("paymentRule").asText());
        assertThat(told.at("/payment/form").asText()).isEqualTo("Przelew – 7 dni");
        assertThat(told.path("lines")).hasSize(2);
        assertThat(told.at("/lines/0/source").asText()).isEqualTo("code");
        assertThat(told.at("/contractor/policy").asText()).startsWith("Firm:");
        assertThat(told.path("problems")).isEmpty();
        assertThat(told.has("currencyRate")).isFalse();
        assertThat(explain(ruled, id, "pl").at("/tried/1/because").asText())
                .isEqualTo("wszystkie warunki są spełnione");
        assertThat(told.toString()).describedAs("I6").doesNotContain("Firma sp.");
    }

    @Test
    @DisplayName("an order that is not imported is read in the shop, and nothing of it is kept")
    void unknown() throws Exception {
        ruled.poll();
        long id = ruled.shop.addOrder(order("b").origin(3).line("SPD-101", "10.00", "1"));

        JsonNode told = explain(ruled, id, "pl");

        assertThat(told.path("rule").asText()).isEqualTo("allegro");
        assertThat(told.at("/becomes/kind").asText()).isEqualTo("NONE");
        assertThat(told.at("/becomes/reason").asText()).isEqualTo("Fakturuje Allegro");
        assertThat(told.path("inRegister").asBoolean()).isFalse();
        assertThat(told.at("/payment/rule").asText()).isEqualTo("M3");
        assertThat(told.at("/payment/because").asText()).contains("M2");
        assertThat(told.at("/lines/0/source").asText()).isEqualTo("code");
        assertThat(status(ruled, "/api/orders/" + id))
                .describedAs("kept nowhere")
                .isEqualTo(404);
        assertThat(status(ruled, "/api/orders/" + id + "/explain?fetch=false")).isEqualTo(404);
        assertThat(status(ruled, "/api/orders/999999/explain"))
                .describedAs("not in the shop either")
                .isEqualTo(404);
    }

    @Test
    @DisplayName("rules that are not in force are tried, and a wrong file is refused with its line")
    void trial() throws Exception {
        long id = ruled.shop.addOrder(order("c").line("SPD-101", "10.00", "1"));
        String trial =
                "documents:\n  - id: large\n    when: { total: { from: 10 } }\n    then: { kind: HOLD, reason: duże }\n";

        JsonNode told = post(ruled, id, trial);
        assertThat(told.path("rule").asText()).isEqualTo("large");
        assertThat(told.at("/becomes/kind").asText()).isEqualTo("HOLD");
        assertThat(explain(ruled, id, "en").path("rule").asText()).isEqualTo("person");

        JsonNode none = post(ruled, id, trial.replace("from: 10", "from: 1000"));
        assertThat(none.has("rule")).isFalse();
        assertThat(none.at("/tried/0/fits").asBoolean()).isFalse();
        assertThat(none.at("/problems/0").asText()).contains("config/documents.yaml");

        JsonNode bad = post(ruled, id, trial.replace("total", "totl"));
        assertThat(bad.path("status").asInt()).isEqualTo(422);
        assertThat(bad.path("detail").asText()).contains("line 3", "total");
    }

    @Test
    @DisplayName("without a file of rules H4 is what decided")
    void withoutRules() throws Exception {
        long id = plain.shop.addOrder(order("d").line("SPD-101", "10.00", "1"));

        JsonNode told = explain(plain, id, "en");

        assertThat(told.has("rule")).isFalse();
        assertThat(told.path("tried")).hasSize(1);
        assertThat(told.at("/tried/0/rule").asText()).isEqualTo("H4");
        assertThat(told.at("/tried/0/fits").asBoolean()).isTrue();
        assertThat(told.at("/tried/0/because").asText()).contains("no NIP", "a receipt");
        assertThat(told.at("/becomes/type").asText()).isEqualTo("ZMP");
    }

    private static OrderBuilder order(String buyer) {
        return new OrderBuilder().with("email", buyer + "@example.pl");
    }

    private static JsonNode explain(Rig rig, long id, String language) throws Exception {
        return JSON.readTree(rig.exchange(rig.request("/api/orders/" + id + "/explain")
                        .header("Accept-Language", language)
                        .GET()
                        .build())
                .body());
    }

    private static JsonNode post(Rig rig, long id, String rules) throws Exception {
        String body = JSON.createObjectNode().put("rules", rules).toString();
        HttpResponse<String> answer = rig.exchange(rig.request("/api/orders/" + id + "/explain")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
        return JSON.readTree(answer.body());
    }

    private static int status(Rig rig, String path) throws Exception {
        return rig.exchange(rig.request(path).GET().build()).statusCode();
    }
}
