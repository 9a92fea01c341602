package pl.zmobridge.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import pl.zmobridge.sim.OrderBuilder;
import pl.zmobridge.support.Nips;
import pl.zmobridge.support.Rig;

/** An order with a mark in every field that a buyer can fill; after all that can happen to it no column of any table holds one. */
@DisplayName("Every personal text of an order")
class PersonalTextsTest {
    private static final String MARK = "qxv";
    private static final String PESEL = "44051401359";
    private static final String PHONE = "600700801";
    private static final String POSTCODE = "87-654";

    private final String nip = Nips.next();
    private final Rig rig = new Rig();

    @AfterEach
    void stop() {
        rig.close();
    }

    @Test
    @DisplayName("goes when the order is forgotten, and what accounting needs stays")
    void forgotten() throws Exception {
        long id = lived();
        JsonNode before = rig.order(id);

        rig.post("/api/orders/" + id + "/forget", "");

        assertThat(marked()).isEmpty();
        assertThat(rig.row("SELECT shop_digest FROM orders"))
                .describedAs("made of name and address")
                .containsEntry("shop_digest", null);
        JsonNode after = rig.order(id);
        for (String kept : List.of("number", "state", "total", "currency", "erpNumber", "salesDocuments", "dueDate")) {
            assertThat(after.path(kept)).describedAs(kept).isEqualTo(before.path(kept));
        }
        assertThat(nameless(after)).describedAs("lines").isEqualTo(nameless(before));
    }

    @Test
    @DisplayName("goes when its time is over")
    void retained() throws Exception {
        long id = lived();
        rig.stop();
        rig.change("UPDATE orders SET updated_at = updated_at - INTERVAL 91 DAY");

        rig.start();

        Rig.eventually(() -> assertThat(rig.row("SELECT erased_at FROM orders").get("erased_at"))
                .isNotNull());
        assertThat(marked()).isEmpty();
        assertThat(rig.order(id).path("state").asText()).isEqualTo("REALISED");
    }

    @Test
    @DisplayName("stands in the columns that the page about personal data names, while the order lives")
    void known() throws Exception {
        long id = lived();

        assertThat(marked())
                .contains(
                        "orders.card",
                        "orders.raw",
                        "orders.buyer",
                        "orders.buyer_key",
                        "order_lines.name",
                        "buyers.buyer_key",
                        "dead_letters.payload",
                        "dead_letters.words",
                        "dead_letters.error",
                        "events.text",
                        "events.arguments",
                        "parcels.words",
                        "parcels.arguments");
        assertThat(rig.order(id).path("state").asText()).isEqualTo("REALISED");
    }

    /** An order that failed, was corrected, imported, changed, sold and changed once more. */
    private long lived() throws Exception {
        rig.start();
        long id = rig.shop.addOrder(order());
        rig.poll();
        Rig.eventually(() -> assertThat(rig.deadLetters()).hasSize(1));
        rig.shop.desk().line(id, 0, "code", "KUB-300");
        rig.post("/api/orders/" + id + "/import", "");
        rig.awaitState("ISSUED", id);

        rig.shop.desk().delivery(id, "street1", "Qxvplac 7");
        rig.poll();
        Rig.eventually(() -> assertThat(rig.row("SELECT COUNT(*) AS n FROM events WHERE kind = 'EDITED'"))
                .containsEntry("n", 1L));
        rig.shop.setStatus(id, 3);
        rig.poll();
        rig.awaitState("REALISED", id);

        rig.change(
                "INSERT INTO parcels (shop, shop_order_id, number, state, created_at, next_attempt_at, words, arguments)"
                        + " SELECT shop, shop_order_id, '620', 'REFUSED', UTC_TIMESTAMP(3), UTC_TIMESTAMP(3),"
                        + " 'Qxvkowalska', '{\"status\":\"qxv\"}' FROM orders WHERE shop_order_id = " + id);
        rig.shop.desk().delivery(id, "street1", "Qxvrynek 8");
        rig.poll();
        Rig.eventually(() -> assertThat(rig.deadLetters()).hasSize(1));
        assertThatThrownBy(() -> rig.post("/api/orders/" + id + "/forget", ""))
                .describedAs("somebody still has to look at it")
                .hasMessageContaining("409");
        long review = rig.deadLetters().get(0).path("id").asLong();
        rig.post("/api/dead-letters/" + review + "/discard", "{\"reason\":\"sprawdzone\"}");
        return id;
    }

    private OrderBuilder order() {
        return new OrderBuilder()
                .delivery("firstname", "Qxvanna", "lastname", "Qxvkowalska", "company", "Qxvbiuro", "pesel", PESEL)
                .delivery("street1", "Qxvulica 5", "street2", "Qxvlokal 6", "city", "Qxvmiasto", "state", "Qxvwoj")
                .delivery("postcode", POSTCODE, "phone", PHONE)
                .firm("Qxvfirma sp. z o.o.", nip)
                .with("email", "qxv.kupujacy@example.com")
                .deliveryEmail("qxv.odbiorca@example.com")
                .notes("Qxvuwagi: dzwonić po 16")
                .with("notes_priv", "Qxvprywatne")
                .with("notes_pub", "Qxvpubliczne")
                .with("promo_code", "QXVRABAT")
                .with("delivery_code", "Qxvkod")
                .with("tags", "Qxvtag")
                .additionalField(7, "Qxvgrawer na wieczku")
                .pickupPoint("QXV01A", "Qxvpaczkomat")
                .line("", "10.00", "1")
                .lineField("name", "Kubek z napisem Qxvdla Ani")
                .lineField("option", "Qxvnapis: Dla Ani")
                .lineField("text_options", "Qxvtekst")
                .lineField("file_options", "qxv-zdjecie.jpg");
    }

    private static List<JsonNode> nameless(JsonNode order) {
        List<JsonNode> lines = new ArrayList<>();
        order.path("lines").forEach(line -> lines.add(((ObjectNode) line.deepCopy()).without("name")));
        return lines;
    }

    /** Every {@code table.column} of the database that holds one of the marks. */
    private Set<String> marked() throws SQLException {
        Set<String> found = new TreeSet<>();
        try (Connection connection = DriverManager.getConnection(rig.database(), "root", "");
                Statement statement = connection.createStatement()) {
            for (String[] column : columns(statement)) {
                String text = "LOWER(CONVERT(CAST(`" + column[1] + "` AS BINARY) USING utf8mb4))";
                String marks = String.join(
                        " OR ",
                        List.of(MARK, nip, PESEL, PHONE, POSTCODE).stream()
                                .map(mark -> text + " LIKE '%" + mark + "%'")
                                .toList());
                try (ResultSet rows =
                        statement.executeQuery("SELECT COUNT(*) FROM `" + column[0] + "` WHERE " + marks)) {
                    rows.next();
                    if (rows.getLong(1) > 0) {
                        found.add(column[0] + "." + column[1]);
                    }
                }
            }
        }
        return found;
    }

    private static List<String[]> columns(Statement statement) throws SQLException {
        List<String[]> columns = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery("SELECT table_name, column_name FROM information_schema.columns"
                + " WHERE table_schema = DATABASE() ORDER BY table_name, ordinal_position")) {
            while (rows.next()) {
                columns.add(new String[] {rows.getString(1), rows.getString(2)});
            }
        }
        assertThat(columns).describedAs("columns of all tables").hasSizeGreaterThan(100);
        return columns;
    }
}
