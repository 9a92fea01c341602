package pl.zmobridge.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import pl.zmobridge.sim.OrderBuilder;
import pl.zmobridge.support.Rig;

@DisplayName("A person who wants an order that a worker has at the moment (I8)")
class BusyOrderTest {
    private final Rig rig = new Rig();
    private long letter;

    @BeforeEach
    void anOrderThatFailed() throws Exception {
        rig.shop.addOrder(new OrderBuilder().line("NIE-MA", "10.00", "1"));
        rig.start();
        Rig.eventually(() -> assertThat(rig.deadLetters()).hasSize(1));
        letter = rig.deadLetters().path(0).path("id").asLong();
    }

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    @DisplayName("waits for one that is just letting go")
    void waits() throws Exception {
        anotherHasIt("700000 MICROSECOND");

        replay();

        assertThat(rig.deadLetters().path(0).path("attempts").asInt()).isGreaterThan(1);
    }

    @Test
    @DisplayName("is told after two seconds that somebody works on it")
    void isTold() throws Exception {
        anotherHasIt("40 SECOND");

        assertThatThrownBy(this::replay).hasMessageContaining("409").hasMessageContaining("BUSY");
    }

    private void replay() throws Exception {
        rig.post("/api/dead-letters/" + letter + "/replay", "");
    }

    private void anotherHasIt(String howLong) throws SQLException {
        try (Connection connection = DriverManager.getConnection(rig.database(), "root", "");
                Statement sql = connection.createStatement()) {
            sql.execute("UPDATE buyers SET claim_token = 'another', claimed_until = UTC_TIMESTAMP(3) + INTERVAL "
                    + howLong);
        }
    }
}
