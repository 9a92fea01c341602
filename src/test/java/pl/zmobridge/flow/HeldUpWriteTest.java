package pl.zmobridge.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pl.zmobridge.sim.Fault;
import pl.zmobridge.sim.FaultKind;
import pl.zmobridge.sim.OrderBuilder;
import pl.zmobridge.support.Rig;

/** I8: a write that waits for more than ten seconds after its intent, here for a session, is begun only if the order is still ours. */
class HeldUpWriteTest {
    private static final String ISSUE = "/api/OrdersIssue/New";

    private final Rig rig = new Rig();

    @BeforeEach
    void aSessionThatEndsAtTheWriteAndTakesLongToOpenAgain() {
        rig.erp
                .faults()
                .add(Fault.of(FaultKind.SESSIONS_EXPIRED).on("POST", ISSUE).once());
        rig.erp
                .faults()
                .add(Fault.latency(Duration.ofMillis(10_500))
                        .on("GET", "/api/Sessions/OpenNewSession")
                        .skip(1)
                        .once());
    }

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void anOrderThatIsStillOursIsWritten() throws Exception {
        long order = heldUp();

        rig.awaitState("ISSUED", order);
        assertThat(rig.erp.requests("POST", ISSUE)).isEqualTo(2); // the first was refused with 401
        assertThat(rig.deadLetters()).isEmpty();
    }

    @Test
    void anOrderThatAnotherBridgeHasClaimedMeanwhileIsLeftToIt() throws Exception {
        long order = heldUp();
        sql("UPDATE buyers SET claim_token = 'another', claimed_until = UTC_TIMESTAMP(3) + INTERVAL 1 HOUR");

        await().until(() ->
                rig.erp.requests("GET", "/api/Sessions/OpenNewSession") == 2 && rig.erp.sessionsOpened() == 2);
        await().during(Duration.ofSeconds(2)).until(() -> rig.erp.requests("POST", ISSUE) == 1);
        assertThat(rig.erp.ordersIssued()).isZero();

        sql("UPDATE buyers SET claimed_until = '1970-01-01'"); // the other one has died,
        sql("UPDATE imports SET unclear_until = NULL"); // long ago (I10)
        rig.awaitState("ISSUED", order);
        assertThat(rig.erp.ordersIssued()).isEqualTo(1);
    }

    /** An order whose write has been refused and waits for the new session. */
    private long heldUp() throws Exception {
        long order = rig.shop.addOrder(new OrderBuilder().line("KUB-300", "0.99", "1"));
        rig.start();
        await().atMost(Duration.ofSeconds(20)).until(() -> rig.erp.requests("POST", ISSUE) == 1);
        return order;
    }

    private void sql(String statement) throws SQLException {
        try (Connection connection = DriverManager.getConnection(rig.database(), "root", "");
                Statement sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }
}
