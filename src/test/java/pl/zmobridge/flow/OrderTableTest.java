package pl.zmobridge.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import pl.zmobridge.support.Rig;

@DisplayName("I11 a table of many orders")
class OrderTableTest {
    private static final int OF_EACH_SHOP = 1_250;
    /** Which column names it; one is behind it. */
    private static final int SHOP = 15;

    private static Rig rig;

    @BeforeAll
    static void start() throws Exception {
        rig = new Rig();
        rig.shop("buty", Map.of("order.number.prefix", "BU/")).start();
        for (String shop : List.of("main", "buty")) {
            rig.change(
                    "INSERT INTO orders (shop, shop_order_id, number, confirmed_number, state, zone, buyer_key, placed_at, received_at,"
                            + " updated_at) SELECT '" + shop
                            + "', seq, CONCAT('SH/', seq), seq, 'CLOSED', 'Europe/Warsaw', CONCAT('user:', seq), UTC_TIMESTAMP(3), UTC_TIMESTAMP(3),"
                            + " UTC_TIMESTAMP(3) FROM seq_1_to_" + OF_EACH_SHOP);
            rig.change(
                    "INSERT INTO imports (shop, shop_order_id, import_no, number, requested_at) SELECT shop, shop_order_id, 1, number,"
                            + " UTC_TIMESTAMP(3) FROM orders WHERE shop = '" + shop + "'");
        }
    }

    @AfterAll
    static void stop() {
        rig.close();
    }

    @Test
    @DisplayName("holds each of them once, of all shops, in the order of the list")
    void holdsEachOnce() throws Exception {
        List<String> rows = rows("");

        assertThat(rows).hasSize(2 * OF_EACH_SHOP);
        assertThat(new HashSet<>(rows)).hasSameSizeAs(rows);
        assertThat(rows.get(0)).isEqualTo("main/" + OF_EACH_SHOP);
        assertThat(rows.get(OF_EACH_SHOP)).isEqualTo("buty/" + OF_EACH_SHOP);
        assertThat(rows.get(rows.size() - 1)).isEqualTo("buty/1");
        assertThat(rows("&shop=buty")).hasSize(OF_EACH_SHOP).contains("buty/1", "buty/500", "buty/501");
    }

    @Test
    @DisplayName("is made for one request of an address at a time")
    void isMadeOnceAtATime() throws Exception {
        try (Connection connection = DriverManager.getConnection(rig.database(), "root", "");
                Statement statement = connection.createStatement()) {
            statement.execute("LOCK TABLES orders WRITE");
            CompletableFuture<HttpResponse<String>> one = asked();
            CompletableFuture<HttpResponse<String>> other = asked();

            HttpResponse<?> refused =
                    (HttpResponse<?>) CompletableFuture.anyOf(one, other).get();
            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(refused.headers().firstValue("Retry-After")).isPresent();
            assertThat(one.isDone() && other.isDone())
                    .describedAs("the other one waits for the register")
                    .isFalse();
            statement.execute("UNLOCK TABLES");
            assertThat(List.of(one.get().statusCode(), other.get().statusCode()))
                    .containsExactlyInAnyOrder(200, 429);
        }
        assertThat(rows("")).hasSize(2 * OF_EACH_SHOP);
    }

    private static CompletableFuture<HttpResponse<String>> asked() {
        return HttpClient.newHttpClient()
                .sendAsync(rig.request("/api/orders.csv").build(), BodyHandlers.ofString());
    }

    private static List<String> rows(String filter) throws Exception {
        String csv = rig.exchange(rig.request("/api/orders.csv?size=1" + filter).build())
                .body();
        List<String> rows = new ArrayList<>();
        for (String line : csv.split("\r\n")) {
            String[] cells = line.split("\";\"");
            rows.add(cells[SHOP] + "/" + cells[0].replaceAll("\\D", ""));
        }
        return rows.subList(1, rows.size());
    }
}
