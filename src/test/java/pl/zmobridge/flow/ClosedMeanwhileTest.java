package pl.zmobridge.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import pl.zmobridge.sim.Fault;
import pl.zmobridge.support.Rig;

@DisplayName("Closing an order and storing its dead letter see each other")
class ClosedMeanwhileTest extends CasesFixture {

    @AfterEach
    void stop() {
        rig.close();
    }

    @Test
    @DisplayName(
            "Z10 I3: an order that is closed in the moment in which its realisation fails keeps no open dead letter")
    void closedWhileItsRealisationFails() throws Exception {
        rig = new Rig()
                .set("redelivery.initial", "1h")
                .set("redelivery.max", "1h")
                .start();
        rig.erp.addProduct("BRAK", "Towar", "0");
        long id = issued(empty().line("BRAK", "10.00", "1"));
        rig.erp.faults().add(Fault.latency(Duration.ofSeconds(1)).on("PUT", "/api/OrdersIssue/FV"));
        rig.shop.setStatus(id, 3);
        rig.poll();
        Rig.eventually(() -> assertThat(rig.row("SELECT step FROM imports WHERE shop_order_id = " + id))
                .isEqualTo(Map.of("step", "SELLING")));

        try (Connection poll = DriverManager.getConnection(rig.database(), "root", "");
                Statement statement = poll.createStatement()) {
            poll.setAutoCommit(false);
            close(id, statement);
            Rig.eventually(() -> assertThat(rig.row("SELECT COUNT(*) AS waiting FROM information_schema.PROCESSLIST"
                            + " WHERE DB = DATABASE() AND ID <> CONNECTION_ID() AND INFO LIKE '%SET o.due_step%'"))
                    .isEqualTo(Map.of("waiting", 1L)));
            poll.commit();
        }

        Rig.eventually(() -> assertThat(rig.row(
                        "SELECT state, reason, closed_at IS NOT NULL AS closed FROM dead_letters WHERE shop_order_id = "
                                + id))
                .isEqualTo(Map.of("state", "RESOLVED", "reason", "Status w sklepie: Anulowane", "closed", 1)));
        assertThat(letter(id)).isEmpty();
        assertThat(rig.order(id).path("state").asText()).isEqualTo("CLOSED");
    }

    /** As close-order does it, in one transaction with what comes after. */
    private static void close(long id, Statement statement) throws SQLException {
        statement.execute(
                "UPDATE orders SET state = 'CLOSED', closed_reason = 'Status w sklepie: Anulowane', due_step = NULL"
                        + " WHERE shop_order_id = " + id + " AND state IN ('RECEIVED', 'ISSUED')");
        statement.execute(
                "UPDATE dead_letters SET state = 'RESOLVED', closed_at = UTC_TIMESTAMP(3) WHERE shop_order_id = " + id
                        + " AND state = 'OPEN'");
    }
}
