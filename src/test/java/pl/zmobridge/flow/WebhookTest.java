package pl.zmobridge.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pl.zmobridge.settings.LogFormat;
import pl.zmobridge.sim.OrderBuilder;
import pl.zmobridge.support.CapturedLog;
import pl.zmobridge.support.Rig;

@DisplayName("A webhook of the shop is a hint to look at once")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WebhookTest {
    private static final String ADDRESS = "kQ7pX2mB9vT4cN8wL1sZ";
    private static final String SECRET = "tajny-podpis-sklepu-1";
    private static final Duration SOON = Duration.ofSeconds(3);

    private final Rig rig = new Rig();

    @BeforeAll
    void start() throws Exception {
        rig.set("shoper.webhook.address", ADDRESS)
                .set("shoper.webhook.secret", SECRET)
                .set("ops.password", "długie-hasło-operatora")
                .set("shoper.import.settle", "20s") // as it is without a word; the orders are placed now
                .start();
        Rig.eventually(() -> assertThat(
                        rig.row("SELECT COUNT(*) AS found FROM shop_watch").get("found"))
                .isEqualTo(1L)); // the first poll is over
    }

    /** No order of another test waits before this one's. */
    @BeforeEach
    void settled() {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> rig.row("SELECT COUNT(*) AS found FROM orders WHERE state = 'RECEIVED'")
                        .get("found")
                        .equals(0L));
        rig.shop.forgetRequests();
    }

    @AfterAll
    void stop() {
        rig.close();
    }

    @Test
    @DisplayName(
            "A new order is in the ERP within three seconds, without a poll, and is read in the shop: what the message says is nothing")
    void newOrder() throws Exception {
        long id = rig.shop.addOrder(new OrderBuilder().line("KUB-300", "0.99", "1"));

        assertThat(hook(
                                "order.create",
                                "{\"order_id\":\"" + id + "\",\"sum\":\"999999.00\",\"lines\":[{\"code\":\"INNE\"}]}")
                        .statusCode())
                .isEqualTo(202);

        await().atMost(SOON).until(() -> state(id).equals("ISSUED"));
        assertThat(rig.sentIssue("SH/" + id)
                        .path("Positions")
                        .get(0)
                        .path("Code")
                        .asText())
                .isEqualTo("KUB-300");
        assertThat(rig.shop.requests(each -> true))
                .describedAs("its row and its lines, together")
                .isEqualTo(1);
    }

    @Test
    @DisplayName("An order that the shop announces a moment before its list has it is looked for again")
    void announcedEarly() throws Exception {
        long next = rig.shop.addOrder(new OrderBuilder().line("KUB-300", "0.99", "1"));
        rig.shop.removeOrder(next);
        hook("order.create", "{\"order_id\":\"" + next + "\",\"early\":true}");
        await().atMost(SOON.plusSeconds(10)).until(() -> rig.shop.requests(each -> true) > 0);

        rig.shop.addOrder(new OrderBuilder().line("KUB-300", "0.99", "1").build(), next);

        await().atMost(SOON.plusSeconds(10)).until(() -> state(next).equals("ISSUED"));
    }

    @Test
    @DisplayName("S1: an order that an integrator builds is not whole because the shop says that it was placed")
    void integrators() throws Exception {
        long id = rig.shop.addOrder(new OrderBuilder().origin(4).line("KUB-300", "0.99", "1"));

        hook("order.create", "{\"order_id\":\"" + id + "\"}");

        await().atMost(SOON.plusSeconds(10)).until(() -> rig.row(
                        "SELECT COUNT(*) AS found FROM waiting WHERE why = 'SETTLE' AND shop_order_id = " + id)
                .get("found")
                .equals(1L));
        assertThat(state(id)).isEmpty();
        rig.shop.removeOrder(id);
    }

    @Test
    @DisplayName("A paid order is sold, after one request")
    void paid() throws Exception {
        long id = rig.shop.addOrder(new OrderBuilder().line("KUB-300", "0.99", "1"));
        hook("order.create", "{\"order_id\":" + id + "}");
        await().atMost(SOON.plusSeconds(10)).until(() -> state(id).equals("ISSUED"));
        rig.shop.forgetRequests();
        rig.shop.setStatus(id, 3);

        hook("order.paid", "{\"order_id\":" + id + ",\"status_id\":\"3\"}");

        await().atMost(SOON.plusSeconds(10)).until(() -> state(id).equals("REALISED"));
        assertThat(rig.shop.requests(each -> true))
                .describedAs("new orders and its row, together")
                .isEqualTo(1);
    }

    @Test
    @DisplayName("A hundred orders at once are read together: less than one request an order")
    void many() throws Exception {
        List<Long> ids = rig.shop.addOrders(Stream.generate(
                        () -> new OrderBuilder().line("KUB-300", "0.99", "1").build())
                .limit(100)
                .toList());
        for (long id : ids) {
            assertThat(hook("order.create", "{\"order_id\":" + id + "}").statusCode())
                    .isEqualTo(202);
        }

        await().atMost(Duration.ofSeconds(20))
                .until(() -> rig.row("SELECT COUNT(*) AS found FROM orders WHERE shop_order_id >= " + ids.get(0))
                        .get("found")
                        .equals(100L));
        assertThat(rig.shop.requests(each -> true)).isLessThan(100);
    }

    @Test
    @DisplayName(
            "Who sends the same message again, or floods the bridge with hints, does not have the shop asked often")
    void flood() throws Exception {
        for (int i = 0; i < 300; i++) {
            hook("order.edit", "{\"order_id\":\"1\",\"n\":" + i / 3 + "}");
        }
        assertThat(rig.shop.requests(each -> true)).isLessThan(20);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "another secret, kQ7pX2mB9vT4cN8wL1sZ, inny-sekret-inny-1, 403",
        "another address, kQ7pX2mB9vT4cN8wL1sA, tajny-podpis-sklepu-1, 404",
        "a guess, x, tajny-podpis-sklepu-1, 404",
    })
    void whoDoesNotKnowBothIsRefused(String what, String address, String secret, int status) throws Exception {
        String body = "{\"order_id\":\"1\",\"what\":\"" + what + "\"}";

        assertThat(send(address, "order.create", "7", sign("7", secret, body), body)
                        .statusCode())
                .isEqualTo(status);
        assertThat(rig.shop.requests(each -> true)).isZero();
    }

    @Test
    void aSignatureOfAnotherBodyOrNoneIsRefusedAndSaidOnceAMinute() throws Exception {
        try (CapturedLog log = new CapturedLog(LogFormat.TEXT)) {
            for (int i = 0; i < 5; i++) {
                assertThat(send(ADDRESS, "order.edit", "7", sign("7", SECRET, "{}"), "{ }")
                                .statusCode())
                        .isEqualTo(403);
                assertThat(send(ADDRESS, "order.edit", "7", "", "{}").statusCode())
                        .isEqualTo(403);
                assertThat(send(ADDRESS, "order.edit", "", sign("", SECRET, "{}"), "{}")
                                .statusCode())
                        .isEqualTo(403);
            }
            assertThat(log.text()
                            .lines()
                            .filter(line -> line.contains(" webhooks refused since"))
                            .count())
                    .isLessThanOrEqualTo(1);
            assertThat(log.text().contains(SECRET)).isFalse();
        }
    }

    @Test
    @DisplayName("A message longer than 64 KB is not read, and every other address still needs a password")
    void limits() throws Exception {
        String body = "{\"order_id\":1,\"x\":\"" + "x".repeat(70_000) + "\"}";

        assertThat(send(ADDRESS, "order.edit", "7", sign("7", SECRET, body), body)
                        .statusCode())
                .isEqualTo(413);
        assertThat(rig.exchange(rig.request("/hooks/shoper/" + ADDRESS).GET().build())
                        .statusCode())
                .isEqualTo(401);
        assertThat(rig.exchange(rig.request("/hooks/other")
                                .POST(HttpRequest.BodyPublishers.noBody())
                                .build())
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void takenAndRefusedMessagesAreCounted() throws Exception {
        double refused = counted("refused");
        hook("client.edit", "{}");
        send(ADDRESS, "order.edit", "7", "", "{}");

        assertThat(counted("refused")).isEqualTo(refused + 1);
        assertThat(counted("taken")).isPositive();
    }

    private double counted(String result) throws Exception {
        return rig.exchange(rig.request("/observe/metrics").GET().build())
                .body()
                .lines()
                .filter(line -> line.startsWith("zmobridge_webhooks_total{") && line.contains(result))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    private HttpResponse<String> hook(String name, String body) throws Exception {
        return send(ADDRESS, name, "7", sign("7", SECRET, body), body);
    }

    private HttpResponse<String> send(String address, String name, String id, String signature, String body)
            throws Exception {
        return rig.exchange(rig.request("/hooks/shoper/" + address)
                .header("Content-Type", "application/json")
                .header("x-webhook-name", name)
                .header("X-Webhook-Id", id)
                .header("X-Webhook-SHA1", signature)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private static String sign(String id, String secret, String body) throws Exception {
        byte[] sum = MessageDigest.getInstance("SHA-1")
                .digest((id + ":" + secret + ":" + body).getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(sum);
    }

    private String state(long id) throws Exception {
        return String.valueOf(
                rig.row("SELECT COALESCE(MAX(state), '') AS state FROM orders WHERE shop_order_id = " + id)
                        .get("state"));
    }
}
