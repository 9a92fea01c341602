package pl.zmobridge.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pl.zmobridge.sim.OrderBuilder;
import pl.zmobridge.support.HttpEar;
import pl.zmobridge.support.Rig;

@DisplayName("Personal data of orders that are over")
class RetentionTest {
    private static final String NAME = "Żaneta-Prywatna";

    private final Rig rig = new Rig();

    @TempDir
    private Path home;

    @AfterEach
    void stop() {
        rig.close();
    }

    @Test
    void isErasedByTwoBridgesAtOnceAndWhatAccountingNeedsStays() throws Exception {
        rig.set("shoper.import.order", "FIFO").start();
        long[] over = IntStream.range(0, 100)
                .mapToLong(i -> rig.shop.addOrder(order(i).status(3)))
                .toArray();
        long recent = rig.shop.addOrder(order(200).status(3));
        long open = rig.shop.addOrder(order(201));
        long stuck = rig.shop.addOrder(order(202).line("", "1.00", "1"));
        rig.poll();
        rig.awaitState("REALISED", over);
        rig.awaitState("REALISED", recent);
        rig.awaitState("ISSUED", open);
        Rig.eventually(
                () -> assertThat(rig.order(stuck).path("problem").asText()).isNotEmpty());
        JsonNode before = rig.order(over[7]);
        rig.stop();
        execute(
                "INSERT INTO dead_letters (shop, shop_order_id, step, state, error, first_failed_at, last_failed_at, next_attempt_at, payload)"
                        + " VALUES ('main', " + over[3] + ", 'IMPORT', 'RESOLVED', '" + NAME
                        + "', NOW(), NOW(), NOW(), '" + NAME + "')");
        execute("INSERT INTO events (shop, shop_order_id, at, kind, text) VALUES ('main', " + over[3]
                + ", NOW(), 'CHANGED', 'Zmiany w sklepie: " + NAME + "')");
        execute("UPDATE orders SET updated_at = updated_at - INTERVAL 91 DAY WHERE shop_order_id <> " + recent);

        Rig other = rig.another();
        rig.start();
        other.start();
        Rig.eventually(() -> assertThat(rig.row("SELECT COUNT(*) AS n FROM orders WHERE erased_at IS NOT NULL"))
                .containsEntry("n", 100L));
        other.stop();

        assertThat(find(NAME))
                .describedAs("orders that are not over, or not for long")
                .containsOnly(recent, open, stuck);
        assertThat(rig.row("SELECT COUNT(*) AS n FROM buyers"))
                .describedAs("100 orders and 3 buyers")
                .containsEntry("n", 103L);
        assertThat(rig.row("SELECT COUNT(*) AS n FROM events WHERE kind = 'ERASED'"))
                .containsEntry("n", 100L);
        JsonNode erased = rig.order(over[7]);
        for (String kept : List.of("number", "state", "total", "currency", "erpNumber", "salesDocuments", "dueDate")) {
            assertThat(erased.path(kept)).describedAs(kept).isEqualTo(before.path(kept));
        }
        assertThat(erased.path("contractor").isNull()
                        || erased.path("contractor").isMissingNode())
                .isTrue();
        assertThat(rig.order(open).path("contractor").path("lastName").asText()).isEqualTo(NAME);
    }

    @Test
    void isFetchedAnewWhenTheOrderIsImportedAgain() throws Exception {
        rig.start();
        long id = rig.shop.addOrder(order(1).status(3));
        rig.poll();
        rig.awaitState("REALISED", id);
        rig.post("/api/orders/" + id + "/forget", "");
        assertThat(find(NAME)).isEmpty();
        assertThat(rig.row("SELECT shop_digest FROM orders"))
                .describedAs("made of name and address")
                .containsEntry("shop_digest", null);

        assertThatThrownBy(() -> rig.post("/api/orders/" + id + "/reimport", ""))
                .hasMessageContaining("409")
                .hasMessageContaining("SH/" + id + " (2)");
        rig.post("/api/orders/" + id + "/reimport?confirm=true", "");
        rig.awaitState("REALISED", id);

        assertThat(rig.erp.ordersIssued()).describedAs("Z7").isEqualTo(2);
        assertThat(rig.order(id).path("contractor").path("lastName").asText()).isEqualTo(NAME);
        assertThat(rig.row("SELECT erased_at FROM orders")).containsEntry("erased_at", null);
    }

    @Test
    void isErasedOnRequestOnlyWhenTheOrderIsOver() throws Exception {
        rig.start();
        long id = rig.shop.addOrder(order(1));
        rig.imported(id);

        assertThatThrownBy(() -> rig.post("/api/orders/" + id + "/forget", ""))
                .hasMessageContaining("409")
                .hasMessageContaining("realised or closed");
        assertThatThrownBy(() -> rig.post("/api/orders/999/forget", "")).hasMessageContaining("404");
        assertThat(find(NAME)).containsOnly(id);
    }

    @Test
    void isKeptForEverWhenTheRetentionIsZero() throws Exception {
        rig.start();
        long id = rig.shop.addOrder(order(1).status(3));
        rig.poll();
        rig.awaitState("REALISED", id);
        rig.stop();
        execute("UPDATE orders SET updated_at = updated_at - INTERVAL 9000 DAY");

        try (HttpEar ear = new HttpEar()) {
            rig.set("retention.days", "0");
            Path retention = rig.home(home).resolve("routes/retention.camel.yaml");
            String text = Files.readString(retention);
            String atStart = "id: call-erase-at-start\n            uri: direct:erase-quietly\n";
            assertThat(text).contains(atStart);
            Files.writeString(
                    retention,
                    text.replace(atStart, atStart + "        - to:\n            uri: " + ear.url() + "/erased\n"));
            rig.startIn(home);
            Rig.eventually(() -> assertThat(ear.heard()).hasSize(1));
        }
        assertThat(find(NAME)).containsOnly(id);
    }

    /** Orders of which any table holds this text. */
    private List<Long> find(String text) throws SQLException {
        List<Long> orders = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(rig.database(), "root", "");
                Statement statement = connection.createStatement()) {
            for (String where : List.of(
                    "orders WHERE CONCAT_WS(' ', card, raw, buyer, buyer_key) LIKE ",
                    "dead_letters WHERE CONCAT_WS(' ', error, payload, reason) LIKE ",
                    "events WHERE text LIKE ")) {
                try (ResultSet found =
                        statement.executeQuery("SELECT DISTINCT shop_order_id FROM " + where + "'%" + text + "%'")) {
                    while (found.next()) {
                        orders.add(found.getLong(1));
                    }
                }
            }
            try (ResultSet found = statement.executeQuery(
                    "SELECT COUNT(*) FROM buyers b WHERE NOT EXISTS (SELECT 1 FROM orders o WHERE o.buyer_key = b.buyer_key)")) {
                found.next();
                assertThat(found.getLong(1))
                        .describedAs("buyers without orders")
                        .isZero();
            }
        }
        return orders;
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(rig.database(), "root", "");
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private static OrderBuilder order(int buyer) {
        return new OrderBuilder()
                .with("email", "b" + buyer + "@example.com")
                .delivery("lastname", NAME)
                .line("KUB-300", "0.99", "1");
    }
}
