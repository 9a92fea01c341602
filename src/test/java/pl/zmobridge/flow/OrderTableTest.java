package pl.zmobridge.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
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

    @Test
    @DisplayName("is found as it is read: what its reader has not come to may still change")
    void isFoundAsItIsRead() throws Exception {
        try (Wide wide = new Wide();
                Socket reader = wide.begun()) {
            wide.change("UPDATE orders SET status = 'CHANGED' WHERE shop = 'buty' AND shop_order_id = 1000001");

            String answer = text(reader.getInputStream().readAllBytes());
            String table = answer.replaceAll("\r\n[0-9a-f]+\r\n", ""); // between chunks
            assertThat(answer).endsWith("\r\n0\r\n\r\n");
            assertThat(table).contains("\"1000001\";\"WIDE\";\"1\";\"\";\"CLOSED\";\"CHANGED\"");
            assertThat(table.split("\r\n\""))
                    .describedAs("but for the few of the first bytes")
                    .hasSizeGreaterThan(Wide.ORDERS - 10);
        }
    }

    @Test
    @DisplayName("is not made on for a reader who has gone")
    void isNotMadeOn() throws Exception {
        try (Wide wide = new Wide()) {
            wide.change("SET GLOBAL log_output = 'TABLE'");
            wide.change("SET GLOBAL general_log = 1");
            try {
                wide.begun().close();
                Rig.eventually(() -> assertThat(rows("&shop=buty&q=wide")).hasSize(Wide.ORDERS));
                int piecesOfOne = Wide.ORDERS / 500 + 1;
                assertThat(((Number) rig.row(
                                                "SELECT COUNT(*) AS pieces FROM mysql.general_log WHERE argument LIKE '%wide%LIMIT 500%'"
                                                        + " AND argument NOT LIKE '%general_log%'")
                                        .get("pieces"))
                                .intValue())
                        .isBetween(piecesOfOne + 1, 2 * piecesOfOne - 10);
            } finally {
                wide.change("SET GLOBAL general_log = 0");
                wide.change("TRUNCATE mysql.general_log");
            }
        }
    }

    @Test
    @DisplayName("is sorted as far as its newest ten thousand, and the answer says so")
    void isSortedInBounds() throws Exception {
        try (Wide wide = new Wide()) {
            wide.change("UPDATE orders SET total = shop_order_id % 997 WHERE shop_order_id > 1000000");
            wide.change("UPDATE orders SET total = 5000 WHERE shop_order_id = 1020000");
            wide.change("UPDATE orders SET total = 4000 WHERE shop_order_id = 1020001");

            JsonNode first = rig.get("/api/orders?shop=buty&q=wide&sort=-total&size=2");
            assertThat(first.path("total").asInt()).isEqualTo(Wide.ORDERS);
            assertThat(first.path("sorted").asInt()).isEqualTo(10_000);
            assertThat(first.path("items").findValuesAsText("total")).containsExactly("4000.00", "996.00");
            assertThat(rig.get("/api/orders?shop=buty&q=wide&sort=-total&size=500&page=20")
                            .path("items"))
                    .hasSize(500);
            assertThat(rig.get("/api/orders?shop=buty&q=wide&sort=-total&size=500&page=21")
                            .path("items"))
                    .isEmpty();
            assertThat(rig.get("/api/orders?shop=main&sort=buyer&size=1")
                            .path("sorted")
                            .asInt())
                    .isEqualTo(OF_EACH_SHOP);
            assertThat(rig.get("/api/orders?q=wide&size=1").has("sorted")).isFalse();
        }
    }

    @Test
    @DisplayName("is broken off, not ended, when the register fails on the way")
    void isBrokenOff() throws Exception {
        try (Wide wide = new Wide();
                Socket reader = wide.begun()) {
            wide.change("RENAME TABLE imports TO imports_away");
            try {
                assertThat(text(reader.getInputStream().readAllBytes())).doesNotContain("\r\n0\r\n\r\n");
            } finally {
                wide.change("RENAME TABLE imports_away TO imports");
            }
            assertThat(rows("&q=CHANGED")).isEmpty();
        }
    }

    /** Orders whose rows are more than the buffers of both sides hold. */
    private static final class Wide implements AutoCloseable {
        static final int ORDERS = 30_000;

        Wide() throws SQLException {
            change(
                    "INSERT INTO orders (shop, shop_order_id, number, confirmed_number, state, zone, buyer_key, buyer, received_at, updated_at)"
                            + " SELECT 'buty', 1000000 + seq, 'WIDE', seq, 'CLOSED', 'Europe/Warsaw', 'user:1', REPEAT('x', 250),"
                            + " UTC_TIMESTAMP(3), UTC_TIMESTAMP(3) FROM seq_1_to_" + ORDERS);
            change(
                    "INSERT INTO imports (shop, shop_order_id, import_no, number, requested_at) SELECT shop, shop_order_id, 1, number,"
                            + " UTC_TIMESTAMP(3) FROM orders WHERE shop_order_id > 1000000");
        }

        /** A connection by which the first bytes of their table have come. */
        Socket begun() throws IOException {
            Socket reader = new Socket();
            reader.setReceiveBufferSize(16 * 1024);
            reader.setSoTimeout(20_000);
            reader.connect(new InetSocketAddress("127.0.0.1", rig.port()));
            reader.getOutputStream()
                    .write(
                            "GET /api/orders.csv?shop=buty&q=wide HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                                    .getBytes(StandardCharsets.US_ASCII));
            assertThat(text(reader.getInputStream().readNBytes(1000))).startsWith("HTTP/1.1 200");
            return reader;
        }

        void change(String sql) throws SQLException {
            rig.change(sql);
        }

        @Override
        public void close() throws SQLException {
            change("DELETE FROM imports WHERE shop_order_id > 1000000");
            change("DELETE FROM orders WHERE shop_order_id > 1000000");
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
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
