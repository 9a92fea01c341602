package pl.zmobridge.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpRequest;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pl.zmobridge.sim.OrderBuilder;
import pl.zmobridge.support.Rig;

/** What the API tells, in the language of {@code Accept-Language}. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LanguagesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String POLISH_LETTER = "[ąćęłńóśźżĄĆĘŁŃÓŚŹŻ]";

    private Rig rig;
    private long sold;
    private long stuck;

    @BeforeAll
    void start() throws Exception {
        rig = new Rig()
                .set("redelivery.initial", "1h")
                .set("redelivery.max", "2h")
                .start();
        sold = rig.shop.addOrder(
                new OrderBuilder().with("email", "a@example.pl").status(3).line("SPD-101", "149.95", "1"));
        stuck = rig.shop.addOrder(
                new OrderBuilder().with("email", "b@example.pl").line("NIE-MA", "1.00", "1"));
        rig.poll();
        rig.awaitState("REALISED", sold);
        Rig.eventually(() -> assertThat(rig.deadLetters()).hasSize(1));
    }

    @AfterAll
    void stop() {
        rig.close();
    }

    @Test
    void theTimelineIsToldInTheLanguageThatIsAskedFor() throws Exception {
        assertThat(timeline(sold, "pl"))
                .containsSubsequence("Zamówienie pobrane ze sklepu", "Wystawiono ZMO SH/" + sold)
                .last()
                .asString()
                .startsWith("Wystawiono PA");
        assertThat(timeline(sold, "en-GB,en;q=0.9,pl;q=0.5"))
                .containsSubsequence("Order taken from the shop", "ZMO SH/" + sold + " issued")
                .allSatisfy(text -> assertThat(text).doesNotContainPattern(POLISH_LETTER))
                .last()
                .asString()
                .matches("PA.* issued");
        assertThat(timeline(stuck, "en"))
                .last()
                .isEqualTo(
                        "Import, attempt 1: Symfonia does not know the product NIE-MA: “Pozycja 1: nie znaleziono towaru"
                                + " o kodzie NIE-MA.”");
        assertThat(texts(rig.order(sold)))
                .describedAs("who asks for no language is answered as ever")
                .isEqualTo(timeline(sold, "pl"));
    }

    @Test
    void aDeadLetterIsToldInTheLanguageThatIsAskedFor() throws Exception {
        JsonNode english = asked("/api/dead-letters", "en").path("items").get(0);
        JsonNode polish = asked("/api/dead-letters", "pl").path("items").get(0);

        assertThat(english.path("error").asText())
                .isEqualTo(
                        "Symfonia does not know the product NIE-MA: “Pozycja 1: nie znaleziono towaru o kodzie NIE-MA.”");
        assertThat(english.path("hint").asText()).startsWith("add a product of this code in Symfonia");
        assertThat(polish.path("error").asText()).isEqualTo("Pozycja 1: nie znaleziono towaru o kodzie NIE-MA.");
        assertThat(polish.path("hint").asText()).startsWith("dodaj towar o tym kodzie w Symfonii");
        JsonNode order = asked("/api/orders/" + stuck, "en");
        assertThat(order.path("problem")).isEqualTo(english.path("error"));
        assertThat(order.path("problems").get(0).path("cause").asText()).isEqualTo("UNKNOWN_PRODUCT_CODE");
        JsonNode cause = asked("/api/dead-letter-causes", "en").path("causes").get(0);
        assertThat(cause.path("code").asText()).isEqualTo("UNKNOWN_PRODUCT_CODE");
        assertThat(cause.path("error")).isEqualTo(english.path("error"));
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "GET  | /api/orders/999999           | Zamówienia 999999 tu nie ma",
                "GET  | /api/orders/abc              | „abc” nie jest numerem",
                "GET  | /api/dead-letters/999999     | Wstrzymanego wpisu 999999 tu nie ma",
                "GET  | /api/orders?state=NOPE       | state: dozwolone wartości to ",
                "GET  | /api/orders?page=0           | page musi być liczbą całkowitą od 1 do ",
                "GET  | /api/orders?from=yesterday   | from musi być dniem, na przykład 2026-09-24",
                "GET  | /api/summary?shop=other      | Ten most nie ma sklepu „other”; jego sklepy: main",
                "GET  | /console/none.js             | Konsola nie ma takiego pliku",
                "POST | /api/dead-letter-causes/x/replay | Żaden wstrzymany wpis nie ma już tej przyczyny",
                "POST | /api/dead-letters/1/discard  | Odrzucenie wymaga powodu"
            })
    void aProblemIsToldInPolishToWhoAsksForIt(String method, String path, String detail) throws Exception {
        HttpRequest.Builder request = rig.request(path).method(method, HttpRequest.BodyPublishers.noBody());
        JsonNode polish = JSON.readTree(
                rig.exchange(request.header("Accept-Language", "pl").build()).body());
        JsonNode other = JSON.readTree(rig.exchange(rig.request(path)
                        .method(method, HttpRequest.BodyPublishers.noBody())
                        .build())
                .body());

        assertThat(polish.path("detail").asText()).contains(detail);
        assertThat(polish.path("title").asText()).isIn("Nie znaleziono", "Nieprawidłowe zapytanie");
        assertThat(other.path("detail").asText()).doesNotContainPattern(POLISH_LETTER);
        assertThat(other.path("title").asText()).isIn("Not found", "Unprocessable content");
        assertThat(other.path("code")).isEqualTo(polish.path("code"));
    }

    private List<String> timeline(long order, String language) throws Exception {
        return texts(asked("/api/orders/" + order, language));
    }

    private static List<String> texts(JsonNode order) {
        return order.path("events").findValuesAsText("text");
    }

    private JsonNode asked(String path, String language) throws Exception {
        return JSON.readTree(rig.exchange(rig.request(path)
                        .header("Accept-Language", language)
                        .GET()
                        .build())
                .body());
    }
}
