package pl.zmobridge.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import pl.zmobridge.sim.OrderBuilder;
import pl.zmobridge.sim.SimSnapshot;
import pl.zmobridge.support.Nips;
import pl.zmobridge.support.Rig;

@DisplayName("I2: what the ERP is not asked about is written once all the same")
class UnaskedTest extends CasesFixture {
    /** A bridge that has polled, so that it knows which orders are new. */
    @BeforeEach
    void start() throws Exception {
        rig = new Rig().set("redelivery.initial", "1s").set("redelivery.max", "1s");
        rig.start();
        rig.poll();
        issued(order());
    }

    @AfterEach
    void stop() {
        rig.close();
    }

    // ---- the database

    @Test
    @DisplayName(
            "a database restored while the bridge runs: orders since the backup are found in the ERP, also those that it holds unwritten")
    void restoredWhileRunning() throws Exception {
        Backup older = new Backup();
        rig.change("INSERT INTO erp_stops (erp, stopped_at) VALUES ('" + rig.setting("symfonia.url")
                + "', UTC_TIMESTAMP(3))");
        long waiting = rig.shop.addOrder(order().status(3));
        rig.poll();
        Backup newer = new Backup();
        rig.change("UPDATE erp_stops SET stopped_at = NULL, resumed_at = UTC_TIMESTAMP(3)");
        rig.awaitState("REALISED", waiting);
        long paid = paid();
        long unpaid = issued(order());
        assertThat(asked()).isZero();

        newer.restore();
        rig.change("DELETE FROM erp_stops");
        Rig.eventually(() -> isAdopted("REALISED", waiting));
        rig.poll();
        isAdopted("REALISED", waiting, paid);
        isAdopted("ISSUED", unpaid);
        assertThat(asked()).isPositive();

        older.restore();
        rig.poll();
        isAdopted("REALISED", waiting, paid);
        isAdopted("ISSUED", unpaid);
        assertThat(rig.erp.ordersIssued()).isEqualTo(4);
        assertThat(rig.erp.invoices()).hasSize(2);
        assertThat(rig.deadLetters()).isEmpty();

        Rig.eventually(() -> {
            rig.poll();
            rig.erp.forgetRequests();
            issued(order());
            assertThat(asked()).describedAs("new orders are proven new again").isZero();
        });
    }

    @Test
    @DisplayName(
            "a database restored from yesterday's backup while the bridge is off: orders since the backup are found in the ERP")
    void restoredWhileOff() throws Exception {
        Backup yesterday = new Backup();
        long paid = paid();
        long unpaid = issued(order());
        rig.stop();
        yesterday.restore();
        long since = rig.shop.addOrder(order());

        rig.start();
        rig.poll();

        isAdopted("REALISED", paid);
        isAdopted("ISSUED", unpaid);
        rig.awaitState("ISSUED", since);
        assertThat(rig.erp.ordersIssued()).isEqualTo(4);
        assertThat(rig.erp.invoices()).hasSize(1);
        assertThat(rig.deadLetters()).isEmpty();
    }

    @Test
    @DisplayName("two bridges on one database write each order once, whoever polls; both see a restore")
    void twoBridges() throws Exception {
        try (Stopping another = new Stopping(rig.another())) {
            another.rig.start();
            another.rig.poll();
            Backup backup = new Backup();
            List<Long> ids = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                ids.add(rig.shop.addOrder(order().status(3)));
                (i % 2 == 0 ? rig : another.rig).poll();
            }
            rig.awaitState("REALISED", ids.stream().mapToLong(id -> id).toArray());
            assertThat(rig.erp.ordersIssued()).isEqualTo(7);

            another.rig.stop();
            backup.restore();
            rig.poll();

            isAdopted("REALISED", ids.stream().mapToLong(id -> id).toArray());
            assertThat(rig.erp.ordersIssued()).isEqualTo(7);
            assertThat(rig.erp.invoices()).hasSize(6);
        }
    }

    @Test
    @DisplayName(
            "N1, S6: another document has the number: a person is told, also by an ERP that answers 500 where others refuse")
    void numberTaken() throws Exception {
        rig.erp.refusalsAs500(true);
        long next = rig.shop.addOrder(order()) + 1;
        long stranger = rig.stranger("SH/" + next, "555.00");
        long id = rig.shop.addOrder(empty().line("KUB-300", "10.00", "1").status(3));
        assertThat(id).isEqualTo(next);

        rig.poll();
        Rig.eventually(() ->
                assertThat(letter(id).map(each -> each.path("cause").asText())).contains("ZMO_NOT_OURS"));

        rig.erp.desk().renameOrder(stranger, "ZMO/2025/1");
        rig.awaitState("REALISED", id);
        isAdopted("REALISED", id);
    }

    // ---- the contractor

    @Test
    @DisplayName(
            "a card that is gone, in an ERP that answers 500 where others refuse: it is asked for within the same attempt")
    void cardLostWithErrors() throws Exception {
        SimSnapshot backup = rig.erp.snapshot();
        issued(order().user(511));
        rig.erp.restore(backup);
        rig.erp.refusalsAs500(true);

        long id = issued(order().user(511));

        assertThat(buyer(zmo(id)).get("Code").asText()).isEqualTo("SH511");
        assertThat(rig.order(id).path("events").findValuesAsText("kind")).doesNotContain("FAILED");
    }

    @Test
    @DisplayName(
            "an ERP restored within the hour: the id of the buyer's card is another's, and the buyer gets a card again")
    void cardLost() throws Exception {
        SimSnapshot backup = rig.erp.snapshot();
        OrderBuilder first = order().user(501);
        long card = zmo(issued(first)).get("BuyerId").asLong();
        rig.erp.restore(backup);
        assertThat(rig.erp.addContractor("OBCY", "Obcy", "", 0).get("Id").asLong())
                .isEqualTo(card);

        long id = rig.shop.addOrder(order().user(501).status(3));
        rig.poll();
        rig.awaitState("REALISED", id);

        assertThat(buyer(zmo(id)).get("Code").asText()).isEqualTo("SH501");
        assertThat(rig.deadLetters()).isEmpty();
        assertThat(rig.erp.orders()).hasSize(2);
    }

    @Test
    @DisplayName(
            "S3, S6: a card of the same code with another id is not taken for the buyer's unseen; the next order asks")
    void anotherCardOfTheCode() throws Exception {
        SimSnapshot backup = rig.erp.snapshot();
        issued(order().user(502));
        rig.erp.restore(backup);
        rig.erp.addContractor("OBCY", "Obcy", "", 0);
        rig.erp.addContractor("SH502", "Anna Żak", "", 0);

        long id = rig.shop.addOrder(order().user(502).status(3));
        rig.poll();
        isLeftToAPerson(id, "nabywca");
        assertThat(letter(id).orElseThrow().path("cause").asText()).isEqualTo("ERP_DIFFERS");

        long next = rig.shop.addOrder(order().user(502).status(3));
        rig.poll();
        rig.awaitState("REALISED", next);
        assertThat(buyer(zmo(next)).get("Code").asText()).isEqualTo("SH502");
    }

    @Test
    @DisplayName(
            "a card that has a new account's code is found when the ERP refuses to create another, however it refuses")
    void codeTaken() throws Exception {
        rig.erp.addContractor("SH503", "Anna Żak", "", 0);
        rig.erp.addContractor("SH504", "Anna Żak", "", 0);
        rig.erp.addContractor("SH505", "Firma", Nips.next(), 0);
        int cards = rig.erp.contractors().size();

        long refused = issued(order().user(503));
        rig.erp.refusalsAs500(true);
        long failed = issued(order().user(504));
        long firms = issued(order().user(505));

        assertThat(buyer(zmo(refused)).get("Code").asText()).isEqualTo("SH503");
        assertThat(buyer(zmo(failed)).get("Code").asText()).isEqualTo("SH504");
        assertThat(buyer(zmo(firms)).get("Code").asText()).describedAs("K1").isEqualTo("SH-P505");
        assertThat(rig.erp.contractors()).hasSize(cards + 1);
        assertThat(rig.deadLetters()).isEmpty();
    }

    @Test
    @DisplayName(
            "K3: with contractor.update a card is made from what the ERP has just shown, so it is asked for each time")
    void updated() throws Exception {
        rig.stop();
        rig.set("contractor.update", "empty").start();
        rig.poll();
        issued(order().user(506));
        rig.erp.forgetRequests();

        issued(order().user(506));

        assertThat(rig.erp.requests("GET", "/api/Contractors")).isEqualTo(1);
    }

    private long paid() throws Exception {
        long id = rig.shop.addOrder(order().status(3));
        rig.poll();
        rig.awaitState("REALISED", id);
        return id;
    }

    /** How many questions whether a ZMO exists the ERP was asked. */
    private long asked() {
        return rig.erp.requests("GET", "/api/Orders") + rig.erp.requests("GET", "/api/Orders/Filter");
    }

    /** The register has them again, with the ZMO and the documents that there were. */
    private void isAdopted(String state, long... ids) {
        rig.awaitState(state, ids);
        for (long id : ids) {
            assertThat(rig.erp.orders())
                    .filteredOn(each -> each.get("Description").asText().startsWith("SH/" + id + " |"))
                    .hasSize(1);
            assertThat(documents(id)).hasSize(state.equals("REALISED") ? 1 : 0);
        }
    }

    private record Stopping(Rig rig) implements AutoCloseable {
        @Override
        public void close() {
            rig.stop();
        }
    }

    /** All rows of the register, to be brought back while bridges may run. */
    private final class Backup {
        private static final String KEPT =
                """
                SELECT table_name, GROUP_CONCAT(CONCAT('`', column_name, '`') ORDER BY ordinal_position) FROM information_schema.columns
                WHERE table_schema = DATABASE() AND extra NOT LIKE '%GENERATED%' AND table_name NOT LIKE 'flyway%'
                  AND table_name NOT LIKE 'backup%' AND table_name <> 'erp_sessions'
                GROUP BY table_name""";

        private final Map<String, String> tables = new LinkedHashMap<>();
        private final String prefix;

        Backup() throws SQLException {
            try (Connection connection = DriverManager.getConnection(rig.database(), "root", "");
                    Statement statement = connection.createStatement()) {
                try (ResultSet rows = statement.executeQuery(KEPT)) {
                    while (rows.next()) {
                        tables.put(rows.getString(1), rows.getString(2));
                    }
                }
                prefix = "backup" + System.identityHashCode(this) + "_";
                for (Map.Entry<String, String> table : tables.entrySet()) {
                    statement.execute("CREATE TABLE " + prefix + table.getKey() + " SELECT " + table.getValue()
                            + " FROM " + table.getKey());
                }
            }
        }

        void restore() throws SQLException {
            try (Connection connection = DriverManager.getConnection(rig.database(), "root", "");
                    Statement statement = connection.createStatement()) {
                connection.setAutoCommit(false);
                for (Map.Entry<String, String> table : tables.entrySet()) {
                    statement.execute("DELETE FROM " + table.getKey());
                    statement.execute("INSERT INTO " + table.getKey() + " (" + table.getValue() + ") SELECT "
                            + table.getValue() + " FROM " + prefix + table.getKey());
                }
                connection.commit();
            }
        }
    }
}
