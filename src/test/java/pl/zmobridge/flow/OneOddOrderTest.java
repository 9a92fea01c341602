package pl.zmobridge.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import pl.zmobridge.support.Rig;

@DisplayName("I5 an order that the register refuses stops no other")
class OneOddOrderTest extends CasesFixture {

    @AfterEach
    void stop() {
        rig.close();
    }

    @Test
    @DisplayName("when what is new of it cannot be stored, the news of the others are")
    void theNewsOfTheOthersAreStored() throws Exception {
        rig = new Rig().start();
        long odd = issued(order());
        long fine = issued(order());
        register("CREATE TRIGGER odd BEFORE UPDATE ON orders FOR EACH ROW IF NEW.shop_order_id = " + odd
                + " AND NEW.status_id = 3 THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'odd'; END IF");
        rig.shop.setStatus(odd, 3);
        rig.shop.setStatus(fine, 3);

        assertThat(rig.poll().path("watched").asInt()).isEqualTo(2);

        rig.awaitState("REALISED", fine);
        assertThat(rig.order(odd).path("state").asText()).isEqualTo("ISSUED");
        register("DROP TRIGGER odd");
        pollUntil("REALISED", odd);
    }

    @Test
    @DisplayName("when its dead letter cannot be stored whole, a shorter one is, and its order waits")
    void aShorterLetterIsStored() throws Exception {
        rig = new Rig()
                .set("symfonia.concurrency", "1")
                .set("redelivery.initial", "1h")
                .set("redelivery.max", "1h")
                .start();
        register("CREATE TRIGGER odd BEFORE INSERT ON dead_letters FOR EACH ROW IF NEW.payload IS NOT NULL"
                + " THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'odd'; END IF");
        long odd = rig.shop.addOrder(empty().line("NIE-MA", "10.00", "1"));
        long fine = rig.shop.addOrder(order());

        rig.poll();

        rig.awaitState("ISSUED", fine);
        fails(odd, "NIE-MA");
        assertThat(letter(odd).orElseThrow().path("cause").asText()).isEqualTo("UNKNOWN_PRODUCT_CODE");
        assertThat(rig.order(odd).path("state").asText()).isEqualTo("RECEIVED");
    }

    private void register(String sql) throws Exception {
        try (Connection connection = DriverManager.getConnection(rig.database(), "root", "");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
