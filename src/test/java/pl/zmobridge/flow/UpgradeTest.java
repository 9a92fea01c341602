package pl.zmobridge.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pl.zmobridge.sim.SimOrder;
import pl.zmobridge.support.MariaDb;
import pl.zmobridge.support.Rig;

/**
 * This version starts on the register of the one before, which was killed in the middle of its work; {@code upgrade/register.sql} says
 * which order stands where. Tests may not depend on each other: each has orders of its own.
 */
@DisplayName("After an upgrade")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UpgradeTest extends CasesFixture {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path THEN = Path.of("src/test/resources/upgrade");

    @BeforeAll
    void start() throws Exception {
        rig = new Rig()
                .set("db.url", MariaDb.newSchema())
                .set("shoper.import.statuses", "1,3,8")
                .set("feedback.realised-status", "4")
                .set("realisation.watch-days", "3650") // the orders are of November 2026
                .set("retention.days", "0")
                .set("redelivery.initial", "1h")
                .set("redelivery.max", "1h");
        register();
        shop();
        rig.shop.editOrder(1223, order -> order.put("vat_eu", true)); // the version before did not read that
        erp();
        rig.start();
    }

    @AfterAll
    void stop() {
        rig.close();
    }

    private void register() throws SQLException, IOException {
        try (Connection connection = DriverManager.getConnection(rig.database(), "root", "");
                Statement sql = connection.createStatement()) {
            sql.setEscapeProcessing(false);
            sql.execute(
                    "SET SESSION sql_mode = '', foreign_key_checks = 0"); // the dump has values for generated columns
            for (String statement :
                    Files.readString(THEN.resolve("register.sql")).split(";\n")) {
                sql.execute(statement);
            }
            sql.execute("UPDATE dead_letters SET next_attempt_at = UTC_TIMESTAMP(3) + INTERVAL 1 HOUR");
        }
    }

    private void shop() throws IOException {
        for (JsonNode each : lines("shop.jsonl")) {
            ObjectNode order = (ObjectNode) each;
            List<ObjectNode> lines = new ArrayList<>();
            order.remove("lines").forEach(line -> lines.add((ObjectNode) line));
            rig.shop.addOrder(new SimOrder(order, lines), order.path("order_id").asLong());
        }
    }

    /** What the ERP was told, in the same order, so that everything has the id that the register remembers. */
    private void erp() throws IOException {
        rig.erp.addProduct("SZT-1", "Szalik", "0");
        for (JsonNode write : lines("erp.jsonl")) {
            String query = URLDecoder.decode(write.path("query").asText(), StandardCharsets.UTF_8);
            switch (write.path("path").asText().replaceFirst(".*/", "")) {
                case "Create" -> rig.erp.addContractor((ObjectNode) write.get("body"));
                case "New" -> rig.erp.issueOrder((ObjectNode) write.get("body"));
                case "DocumentNumber" -> rig.erp.desk().renameOrder(number(query), query.replaceFirst(".*number=", ""));
                case "FV" -> rig.erp.desk().realiseByHand(number(query));
                default -> throw new IllegalArgumentException(write.toString());
            }
        }
        rig.erp.forgetRequests();
    }

    private static long number(String query) {
        return Long.parseLong(query.replaceFirst(".*?[iI]d=(\\d+).*", "$1"));
    }

    private static List<JsonNode> lines(String file) throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : Files.readAllLines(THEN.resolve(file))) {
            lines.add(JSON.readTree(line));
        }
        return lines;
    }

    /** The ZMO of the order, of which there is one. */
    private ObjectNode theZmo(long id) {
        List<ObjectNode> found = rig.erp.orders().stream()
                .filter(each -> each.get("Description").asText().startsWith("SH/" + id + " |"))
                .toList();
        assertThat(found).describedAs("ZMO of %d", id).hasSize(1);
        return found.get(0);
    }

    private void replay(long id) throws Exception {
        rig.post("/api/dead-letters/" + letter(id).orElseThrow().path("id").asLong() + "/replay", "");
    }

    // ---- imports that were going on

    @ParameterizedTest(name = "{0}: {1}")
    @DisplayName("an import that was going on ends with one ZMO (I1, I2)")
    @CsvSource({
        "1218, the ZMO was written and its answer lost",
        "1219, the ZMO was not written",
        "1220, the ZMO had no name yet",
        "1221, the contractor was created and the answer lost",
        "1222, nothing was written"
    })
    void imports(long id, String how) throws Exception {
        rig.awaitState("ISSUED", id);

        assertThat(theZmo(id).get("DocumentNumber").asText()).describedAs(how).isEqualTo("SH/" + id);
        assertThat(rig.order(id).path("erpOrderId").asLong())
                .isEqualTo(theZmo(id).get("Id").asLong());
        assertThat(rig.erp.contractors().stream().filter(each -> each.get("Name")
                        .equals(buyer(theZmo(id)).get("Name"))))
                .hasSize(1);
        assertThat(documents(id)).isEmpty();
    }

    @Test
    @DisplayName("an order that had no ZMO yet is read anew, so that today's rules hold for it (V3)")
    void readAnew() throws Exception {
        isLeftToAPerson(1223, "vat_eu");

        assertThat(letter(1223).orElseThrow().path("cause").asText()).isEqualTo("VAT_UNSETTLED");
        assertThat(rig.erp.order("SH/1223")).isEmpty();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @DisplayName("a sale that was going on, or was due, ends with one document (Z9)")
    @CsvSource({
        "1214, the document was issued and the answer lost",
        "1215, no document was issued",
        "1216, the sale was due"
    })
    void sales(long id, String how) throws Exception {
        rig.awaitState("REALISED", id);

        assertThat(theDocument(id).get("DocumentNumber").asText())
                .describedAs(how)
                .startsWith("PA/");
        assertThat(rig.order(id).path("salesDocuments")).hasSize(1);
        Rig.eventually(() -> assertThat(statusInShop(id)).isEqualTo("4"));
        theZmo(id);
    }

    @Test
    @DisplayName("feedback that was due is given")
    void feedback() {
        Rig.eventually(() -> assertThat(statusInShop(1217)).isEqualTo("4"));
    }

    private String statusInShop(long id) {
        return rig.shop.order(id).orElseThrow().get("status_id").asText();
    }

    // ---- dead letters

    @Test
    @DisplayName("an import that failed is shown with its cause, and done when the reason is gone (E7)")
    void wrongCode() throws Exception {
        isShown(1205, "IMPORT", "UNKNOWN_PRODUCT_CODE", "PERSON", "NIE-MA");
        rig.shop.desk().line(1205, 0, "code", "KUB-300");

        replay(1205);

        rig.awaitState("ISSUED", 1205);
        assertThat(theZmo(1205).at("/Positions/0/ProductCode").asText()).isEqualTo("KUB-300");
        assertThat(letter(1205)).isEmpty();
    }

    @Test
    @DisplayName("an order without a card is shown with its cause, and taken again when it was repaired in the shop")
    void withoutACard() throws Exception {
        isShown(1206, "IMPORT", "PRODUCT_WITHOUT_CODE", "PERSON", "Kubek bez kodu");
        rig.shop.desk().line(1206, 0, "code", "KUB-300");

        replay(1206);

        rig.awaitState("ISSUED", 1206);
        theZmo(1206);
    }

    @Test
    @DisplayName("a ZMO that was unclear when its dead letter was stored is asked about before it is written")
    void unclear() throws Exception {
        if (letter(1213).isPresent()) {
            isShown(1213, "IMPORT", "ERP_AWAY", "SYSTEM", "503");
            replay(1213);
        }

        rig.awaitState("ISSUED", 1213);
        theZmo(1213);
    }

    @Test
    @DisplayName("a sale that waits for stock is shown with its cause, and done when the goods come (Z4)")
    void stock() throws Exception {
        isShown(1204, "REALISE", "NO_STOCK", "STOCK", "SZT-1");
        rig.erp.restock("SZT-1", "2");

        pollUntil("REALISED", 1204);

        theDocument(1204);
    }

    @Test
    @DisplayName("feedback that failed is shown with its cause, and given when it is tried again")
    void feedbackThatFailed() throws Exception {
        isShown(1210, "FEEDBACK", "SHOP_AREA_MISSING", "PERSON", "403");

        replay(1210);

        Rig.eventually(() -> assertThat(statusInShop(1210)).isEqualTo("4"));
        theDocument(1210);
    }

    private void isShown(long id, String step, String cause, String waitsFor, String words) throws Exception {
        JsonNode letter = letter(id).orElseThrow(() -> new AssertionError("no dead letter of " + id));
        assertThat(letter.path("step").asText()).isEqualTo(step);
        assertThat(letter.path("cause").asText()).isEqualTo(cause);
        assertThat(letter.path("waitsFor").asText()).isEqualTo(waitsFor);
        assertThat(letter.path("error").asText()).contains(words);
    }

    // ---- what is over, and what is watched

    @ParameterizedTest
    @DisplayName("what was realised is left alone")
    @ValueSource(longs = {1201, 1202, 1212})
    void realised(long id) throws Exception {
        rig.poll();
        rig.poll();

        assertThat(rig.order(id).path("state").asText()).isEqualTo("REALISED");
        assertThat(rig.order(id).path("problem").isNull()).isTrue();
        theDocument(id);
        theZmo(id);
    }

    @Test
    @DisplayName("what was imported twice keeps both ZMO and both documents (Z7)")
    void importedTwice() throws Exception {
        rig.poll();

        assertThat(rig.order(1209).path("state").asText()).isEqualTo("REALISED");
        assertThat(rig.order(1209).path("imports")).hasSize(2);
        assertThat(rig.erp.invoices())
                .filteredOn(each -> each.get("OrderNumber").asText().startsWith("SH/1209"))
                .hasSize(2);
    }

    @Test
    @DisplayName("personal data that was erased stays erased")
    void erased() throws Exception {
        assertThat(rig.order(1212).path("contractor").isNull()).isTrue();
        assertThat(rig.order(1212).path("total").asText()).isEqualTo("26.92");
    }

    @ParameterizedTest
    @DisplayName("what was closed stays closed")
    @CsvSource({"1208, Status w sklepie: anulowane", "1211, Zamówienie próbne"})
    void closed(long id, String reason) throws Exception {
        rig.poll();

        assertThat(rig.order(id).path("state").asText()).isEqualTo("CLOSED");
        assertThat(rig.order(id).path("closedReason").asText()).isEqualTo(reason);
        assertThat(documents(id)).isEmpty();
    }

    @Test
    @DisplayName("an order that was watched is realised once it is paid (Z2)")
    void watched() throws Exception {
        rig.shop.setStatus(1203, 3);

        pollUntil("REALISED", 1203);

        assertThat(theDocument(1203).get("GrossValue").decimalValue()).isEqualByComparingTo("109.98");
    }

    @Test
    @DisplayName("an order that waited for a status is imported once it has it")
    void waiting() throws Exception {
        rig.shop.setStatus(1207, 1);

        pollUntil("ISSUED", 1207);

        theZmo(1207);
    }

    @Test
    @DisplayName("new orders are imported and realised like any other")
    void newOrder() throws Exception {
        long id = rig.shop.addOrder(order().status(3));

        pollUntil("REALISED", id);

        assertThat(sold(id)).isEqualByComparingTo("169.94");
    }
}
