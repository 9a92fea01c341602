package pl.zmobridge.sim;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pl.zmobridge.sim.SimClient.Answer;

class ShoperSimTest {
    private final MovableClock clock = MovableClock.at("2026-10-02T07:41:07Z");
    private final ShoperSim shop = new ShoperSim(clock);
    private SimClient client;

    @BeforeEach
    void open() {
        shop.start();
        client = SimClient.of(shop);
    }

    @AfterEach
    void close() {
        shop.close();
    }

    private void placeOrders(int count) {
        shop.addOrders(new SampleOrders(1).list(count));
    }

    private Answer orders(String filter, String more) {
        return client.get("/orders?filters=" + SimClient.encoded(filter) + more);
    }

    private static List<Long> ids(Answer answer) {
        return StreamSupport.stream(answer.json().get("list").spliterator(), false)
                .map(row -> row.get("order_id").asLong())
                .toList();
    }

    @Test
    void aPageHoldsAtMostFiftyAndALargerLimitSilentlyBecomesTen() {
        placeOrders(60);

        assertThat(ids(client.get("/orders?limit=50&order=order_id%20ASC"))).hasSize(50);
        Answer greedy = client.get("/orders?limit=51");
        assertThat(ids(greedy)).hasSize(10);
        assertThat(greedy.json().get("pages").asInt()).isEqualTo(6);
        assertThat(greedy.json().get("count").isTextual()).isTrue();
        assertThat(greedy.json().get("count").asText()).isEqualTo("60");
    }

    @Test
    void theLastPageHoldsTheRestAndTheOneAfterItNothing() {
        placeOrders(12);

        assertThat(ids(client.get("/orders?limit=5&page=3&order=order_id%20ASC")))
                .containsExactly(1211L, 1212L);
        assertThat(ids(client.get("/orders?limit=5&page=4"))).isEmpty();
    }

    @Test
    void anOrderFieldAloneSortsDescending() {
        placeOrders(3);

        assertThat(ids(client.get("/orders?order=order_id"))).containsExactly(1203L, 1202L, 1201L);
        assertThat(ids(client.get("/orders?order=order_id%20DESC"))).containsExactly(1203L, 1202L, 1201L);
        assertThat(ids(client.get("/orders?order=order_id%20ASC"))).containsExactly(1201L, 1202L, 1203L);
    }

    @Test
    void filtersCompareNumbersTextsAndLists() {
        long cheap =
                shop.addOrder(new OrderBuilder().line("KUB-300", "0.99", "1").date("2026-10-01 10:00:00"));
        long dear = shop.addOrder(new OrderBuilder()
                .line("BUT-0042", "333.33", "1")
                .date("2026-10-02 10:00:00")
                .with("email", "Anna@Example.com"));

        assertThat(ids(orders("{\"sum\":{\">\":\"100\"}}", ""))).containsExactly(dear);
        assertThat(ids(orders("{\"sum\":{\"<=\":20.98}}", ""))).containsExactly(cheap);
        assertThat(ids(orders("{\"date\":{\">=\":\"2026-10-02 00:00:00\"}}", "")))
                .containsExactly(dear);
        assertThat(ids(orders("{\"order_id\":{\">\":" + cheap + "}}", ""))).containsExactly(dear);
        assertThat(ids(orders("{\"order_id\":{\"!=\":" + cheap + "}}", ""))).containsExactly(dear);
        assertThat(ids(orders("{\"order_id\":" + cheap + "}", ""))).containsExactly(cheap);
        assertThat(ids(orders("{\"email\":{\"LIKE\":\"anna%\"}}", ""))).containsExactly(dear);
        assertThat(ids(orders("{\"order_id\":{\"IN\":[1,\"" + dear + "\"]}}", "")))
                .containsExactly(dear);
        assertThat(ids(orders("{\"order_id\":{\"in\":[" + cheap + "," + dear + "]}}", "&order=order_id%20ASC")))
                .containsExactly(cheap, dear);
    }

    @Test
    void aFilterOnAnUnknownFieldIsSilentlyIgnored() {
        placeOrders(2);

        assertThat(ids(orders("{\"mtime\":{\">\":\"2030-01-01\"}}", ""))).hasSize(2);
    }

    @Test
    void aFilterThatIsNoJsonIsRefused() {
        Answer answer = orders("{order_id", "");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().get("error").asText()).isEqualTo("invalid_request");
    }

    @Test
    void linesOfSeveralOrdersComeInOneRequest() {
        long first =
                shop.addOrder(new OrderBuilder().line("SPD-101", "149.95", "1").line("KUB-300", "0.99", "2"));
        long second = shop.addOrder(new OrderBuilder().line("TKN-05", "27.35", "1.25"));
        shop.addOrder(new OrderBuilder().line("SPD-101", "149.95", "1"));

        JsonNode lines = client.get("/order-products?limit=50&filters="
                        + SimClient.encoded("{\"order_id\":{\"IN\":[" + first + "," + second + "]}}"))
                .json()
                .get("list");

        assertThat(lines).hasSize(3);
        assertThat(lines.get(2).get("quantity").asText()).isEqualTo("1.25");
        assertThat(lines.get(2).get("unit_fp").asText()).isEqualTo("1");
    }

    @Test
    void aRowHoldsIdsAndNoLinesAndTakesTheShopsOwnTime() {
        long id = shop.addOrder(new OrderBuilder().line("SPD-101", "149.95", "1"));

        JsonNode order = client.get("/orders/" + id).json();

        assertThat(order.get("date").asText()).isEqualTo("2026-10-02 09:41:07");
        assertThat(order.get("sum").asText()).isEqualTo("169.94");
        assertThat(order.get("billing_address").isNull()).isTrue();
        assertThat(order.get("delivery_address").get("order_id").asLong()).isEqualTo(id);
        assertThat(order.has("lines")).isFalse();
    }

    @Test
    void aMissingOrderIs404WithABodyAndAWrongPath400() {
        Answer missing = client.get("/orders/99999");
        Answer wrong = client.get("/zamowienia");

        assertThat(missing.status()).isEqualTo(404);
        assertThat(missing.json().get("error").asText()).isEqualTo("invalid_request");
        assertThat(wrong.status()).isEqualTo(400);
    }

    @Test
    void aWrongTokenIsUnauthorizedAndAnExpiredLoginMustLogInAgain() {
        assertThat(new SimClient(shop.url() + "/webapi/rest")
                        .authorized("Bearer nonsense")
                        .get("/orders")
                        .json()
                        .get("error")
                        .asText())
                .isEqualTo("unauthorized_client");

        String basic = Base64.getEncoder()
                .encodeToString((ShoperSim.LOGIN + ":" + ShoperSim.PASSWORD).getBytes(StandardCharsets.UTF_8));
        client.authorized("Basic " + basic);
        JsonNode login = client.post("/auth", "").json();
        assertThat(login.get("token_type").asText()).isEqualTo("bearer");
        client.authorized("Bearer " + login.get("access_token").asText());
        assertThat(client.get("/orders").status()).isEqualTo(200);

        shop.expireTokens();

        assertThat(client.get("/orders").status()).isEqualTo(401);
        assertThat(client.authorized("Basic wrong").post("/auth", "").status()).isEqualTo(401);
    }

    @Test
    void aWithdrawnAreaIsForbiddenAndTheOthersAreNot() {
        long id = shop.addOrder(new OrderBuilder());
        shop.withdraw("payments");
        shop.withdraw("orders:edit");

        Answer forbidden = client.get("/payments");

        assertThat(forbidden.status()).isEqualTo(403);
        assertThat(forbidden.json().get("error").asText()).isEqualTo("insufficient_scope");
        assertThat(client.get("/orders").status()).isEqualTo(200);
        assertThat(client.put("/orders/" + id, "{\"status_id\":\"2\"}").status())
                .isEqualTo(403);

        shop.grant("payments");
        assertThat(client.get("/payments").status()).isEqualTo(200);
    }

    @Test
    void theBucketFillsRefusesAndLeaks() {
        shop.bucket(3, 2);

        assertThat(client.get("/statuses").header("X-SHOP-API-CALLS")).isEqualTo("1");
        client.get("/statuses");
        Answer third = client.get("/statuses");
        assertThat(third.header("X-SHOP-API-CALLS")).isEqualTo("3");
        assertThat(third.header("X-SHOP-API-LIMIT")).isEqualTo("3");
        assertThat(third.header("X-SHOP-API-BANDWIDTH")).isEqualTo("2");

        Answer refused = client.get("/statuses");
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("Retry-After")).isEqualTo("1");
        assertThat(shop.refusedCalls()).isEqualTo(1);

        clock.advance(Duration.ofSeconds(1));
        assertThat(client.get("/statuses").status()).isEqualTo(200);
        assertThat(client.get("/statuses").status()).isEqualTo(200);
        assertThat(client.get("/statuses").status()).isEqualTo(429);

        shop.bucketOff();
        assertThat(client.get("/statuses").status()).isEqualTo(200);
    }

    @Test
    void everyAnswerIsDated() {
        assertThat(client.get("/statuses").header("Date")).endsWith(" GMT");
        assertThat(client.get("/orders/99999").header("Date")).endsWith(" GMT");
    }

    @Test
    void aStatusIsChangedByPutAndTheChangeIsRemembered() {
        long id = shop.addOrder(new OrderBuilder());
        clock.advance(Duration.ofMinutes(1));

        Answer answer = client.put("/orders/" + id, "{\"status_id\":\"4\"}");

        assertThat(answer.text()).isEqualTo("1");
        assertThat(shop.order(id).orElseThrow().get("status_date").asText()).isEqualTo("2026-10-02 09:42:07");
        assertThat(shop.statusChanges()).containsExactly(new StatusChange(id, 4, "api"));
        assertThat(client.put("/orders/" + id, "{\"status_id\":\"777\"}").status())
                .isEqualTo(400);
        assertThat(client.put("/orders/99999", "{\"status_id\":\"4\"}").status())
                .isEqualTo(404);
    }

    @Test
    void dictionariesNameWhatTheBuyerSees() {
        JsonNode statuses =
                client.get("/statuses?limit=50&order=status_id%20ASC").json().get("list");
        JsonNode payments =
                client.get("/payments?limit=50&order=payment_id%20ASC").json().get("list");

        assertThat(statuses.findValuesAsText("status_id")).containsExactly("1", "2", "3", "4", "5", "8", "9", "10");
        assertThat(payments.get(1).at("/translations/pl_PL/title").asText()).isEqualTo("Pobranie");
        assertThat(client.get("/shippings/3").json().get("name").asText()).isEqualTo("Paczkomaty InPost");
        assertThat(client.get("/application-config")
                        .json()
                        .get("locale_timezone")
                        .asText())
                .isEqualTo("Europe/Warsaw");
    }

    @Test
    void quirksChangeTheFormAndNotTheMeaning() {
        shop.addOrder(new OrderBuilder().line("SPD-101", "149.95", "1"));
        shop.quirks(
                ShopQuirk.LIST_AS_OBJECT,
                ShopQuirk.COUNT_AS_NUMBER,
                ShopQuirk.NUMBERS_AS_NUMBERS,
                ShopQuirk.ZERO_DATES,
                ShopQuirk.MISSING_ADDRESS_AS_ARRAY,
                ShopQuirk.UNKNOWN_FIELDS);

        JsonNode page = client.get("/orders").json();
        JsonNode order = page.get("list").get("0");

        assertThat(page.get("count").isInt()).isTrue();
        assertThat(order.get("sum").decimalValue()).isEqualByComparingTo("169.94");
        assertThat(order.get("confirm_date").asText()).isEqualTo("0000-00-00 00:00:00");
        assertThat(order.get("billing_address").isArray()).isTrue();
        assertThat(order.at("/delivery_address/postcode").asText()).isEqualTo("90-001");
        assertThat(order.has("sim_new_field")).isTrue();
    }

    @Test
    void bulkAnswersEachOfItsRequests() {
        long id = shop.addOrder(new OrderBuilder());

        JsonNode answer = client.post(
                        "/bulk",
                        """
                        [{"id":"a","path":"/webapi/rest/orders","method":"GET","params":{"limit":1,"filters":{"order_id":%d}}},
                         {"id":"b","path":"/webapi/rest/orders/1","method":"GET"}]"""
                                .formatted(id))
                .json();

        assertThat(answer.get("errors").asBoolean()).isTrue();
        assertThat(answer.at("/items/0/body/list/0/order_id").asLong()).isEqualTo(id);
        assertThat(answer.at("/items/1/code").asInt()).isEqualTo(404);
        assertThat(client.post("/bulk", "[" + "{},".repeat(25) + "{}]").status())
                .isEqualTo(400);
    }

    @Test
    void aBulkIsOneRequestAndCountsAsOneCallOrAsMany() {
        shop.bucket(10, 1);
        String bulk =
                """
                [{"id":"a","path":"/webapi/rest/orders","method":"GET"},{"id":"b","path":"/webapi/rest/orders","method":"PUT"}]""";

        Answer one = client.post("/bulk", bulk);
        assertThat(one.json().at("/items/1/code").asInt())
                .describedAs("only questions")
                .isEqualTo(405);
        assertThat(one.header("X-SHOP-API-CALLS")).isEqualTo("1");
        shop.bulkCountsEach(true);
        assertThat(client.post("/bulk", bulk).header("X-SHOP-API-CALLS")).isEqualTo("3");
        assertThat(shop.requests(each -> true)).isEqualTo(2);
    }

    @Test
    void requestsAreLoggedAndCounted() {
        shop.addOrder(new OrderBuilder());
        client.get("/orders/1201");
        client.get("/orders?limit=50");

        assertThat(shop.requests()).extracting(SimRequest::query).containsExactly("", "limit=50");
        assertThat(shop.requestCounters()).containsEntry("GET /webapi/rest/orders/{id}", 1L);
    }
}
