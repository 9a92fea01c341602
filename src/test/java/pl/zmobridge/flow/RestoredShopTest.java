package pl.zmobridge.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import pl.zmobridge.sim.OrderBuilder;
import pl.zmobridge.sim.SimSnapshot;
import pl.zmobridge.support.Rig;

@DisplayName("S7 an id that comes back with another buyer and another date or sum is another order")
class RestoredShopTest extends CasesFixture {
    private SimSnapshot backup;
    private List<Long> known;

    /** Six orders of which the last four are newer than the backup. */
    @BeforeEach
    void start() throws Exception {
        rig = new Rig()
                .set("redelivery.initial", "1s")
                .set("redelivery.max", "1s")
                .start();
        rig.poll();
        rig.shop.addOrders(List.of(order().build(), order().build()));
        backup = rig.shop.snapshot();
        known = rig.shop.addOrders(
                IntStream.range(0, 4).mapToObj(i -> order().build()).toList());
        rig.poll();
        rig.awaitState("ISSUED", known.stream().mapToLong(id -> id).toArray());
    }

    @AfterEach
    void stop() {
        rig.close();
    }

    private OrderBuilder strangers() {
        return empty().line("KUB-300", "900.00", "1")
                .date(ago(Duration.ofMinutes(1)))
                .delivery("firstname", "Zenon", "lastname", "Obcy");
    }

    @Test
    @DisplayName("case 13: nothing is sold for it, and a person is told of both orders and of the restore")
    void paidStranger() throws Exception {
        rig.shop.restore(backup);
        long id = rig.shop.addOrder(strangers().status(3));
        assertThat(id).isEqualTo(known.get(0));

        rig.poll();

        isLeftToAPerson(id, String.valueOf(id), "169.94", "919.99", "Anna Żak", "Zenon Obcy");
        rig.poll();
        Rig.eventually(
                () -> assertThat(letterOf(id, "ANOTHER_ORDER").path("attempts").asInt())
                        .isGreaterThan(1));
        assertThat(rig.order(id).path("statusId").asLong())
                .describedAs("another order's status")
                .isOne();
        assertThat(documents(id)).isEmpty();
        JsonNode restored = letterOf(known.get(3), "SHOP_RESTORED");
        assertThat(restored.path("step").asText()).isEqualTo("REVIEW");
        assertThat(restored.path("waitsFor").asText()).isEqualTo("PERSON");
        assertThat(restored.path("error").asText()).contains("" + id, "" + known.get(3));
    }

    @Test
    @DisplayName("an order that has waited for its sale is not sold for another one of the same day")
    void waitsForItsSale() throws Exception {
        rig.erp.setStock("SPD-101", "0");
        long id = known.get(0);
        rig.shop.setStatus(id, 3);
        rig.poll();
        fails(id, "SPD-101");
        rig.shop.editOrder(id, row -> {
            row.put("sum", "919.99").put("email", "obcy@example.pl");
            row.withObject("/delivery_address").put("firstname", "Zenon").put("lastname", "Obcy");
        });
        rig.erp.setStock("SPD-101", "100");

        rig.poll();

        Rig.eventually(() ->
                assertThat(letterOf(id, "ANOTHER_ORDER").path("error").asText()).contains("919.99", "169.94"));
        assertThat(documents(id)).isEmpty();
    }

    @Test
    @DisplayName("a buyer who is corrected, and a sum that is, make no other order")
    void corrected() throws Exception {
        long id = known.get(0);
        rig.shop.editOrder(id, row -> row.withObject("/delivery_address").put("lastname", "Żak-Nowak"));
        rig.shop.setStatus(id, 3);

        rig.poll();

        rig.awaitState("REALISED", id);
    }

    @Test
    @DisplayName(
            "that the shop was restored is said once, is over when the shop has newer orders, and costs a quiet poll nothing")
    void saidOnce() throws Exception {
        rig.shop.restore(backup);
        rig.shop.forgetRequests();
        rig.poll();
        assertThat(rig.shop.requests(each -> true))
                .describedAs("new, newest, watched")
                .isEqualTo(3);
        JsonNode first = letterOf(known.get(3), "SHOP_RESTORED");
        rig.shop.forgetRequests();
        rig.poll();

        assertThat(rig.shop.requests(each -> true)).describedAs("new, watched").isEqualTo(2);
        assertThat(letterOf(known.get(3), "SHOP_RESTORED")).isEqualTo(first);
        assertThat(first.path("attempts").asInt()).isOne();

        rig.shop.addOrder(strangers().build(), known.get(3) + 1);
        rig.poll();
        assertThat(letters("SHOP_RESTORED")).isEmpty();
    }

    @Test
    @DisplayName("orders that a restored shop has lost were not deleted: their ZMO stay (E4)")
    void lost() throws Exception {
        rig.shop.restore(backup);
        rig.poll();
        rig.poll();

        assertThat(letters("SHOP_RESTORED")).hasSize(1);
        for (long id : known) {
            assertThat(rig.order(id).path("state").asText()).isEqualTo("ISSUED");
            assertThat(rig.erp.order("SH/" + id)).isPresent();
        }
    }

    @Test
    @DisplayName("an acknowledged restore is not said again")
    void acknowledged() throws Exception {
        rig.shop.restore(backup);
        rig.poll();
        long letter = letterOf(known.get(3), "SHOP_RESTORED").path("id").asLong();

        sql("UPDATE dead_letters SET state = 'DISCARDED' WHERE id = " + letter);
        rig.stop();
        rig.start();
        rig.poll();

        assertThat(letters("SHOP_RESTORED")).isEmpty();
    }

    @Test
    @DisplayName("that the very last order was deleted is no restore")
    void lastOneDeleted() throws Exception {
        rig.shop.removeOrder(known.get(3));

        rig.poll();
        rig.shop.forgetRequests();
        rig.poll();

        assertThat(rig.shop.requests(each -> true)).describedAs("new, watched").isEqualTo(2);
        assertThat(letters("SHOP_RESTORED")).isEmpty();
    }

    @Test
    @DisplayName("a shop that has caught up before the next poll is known by the orders that have become others")
    void caughtUp() throws Exception {
        rig.shop.restore(backup);
        IntStream.range(0, 5).forEach(i -> rig.shop.addOrder(strangers()));

        rig.poll();

        assertThat(letters("SHOP_RESTORED")).hasSize(1);
        assertThat(letters("SHOP_RESTORED").get(0).path("error").asText()).contains("inne zamówienia");
        assertThat(letters("ANOTHER_ORDER")).hasSize(4);
        rig.poll();
        assertThat(letters("SHOP_RESTORED")).hasSize(1);
    }

    @Test
    @DisplayName("an order that is itself again goes on as before: it is sold when it is paid, not before")
    void itselfAgain() throws Exception {
        SimSnapshot whole = rig.shop.snapshot();
        rig.shop.restore(backup);
        long id = rig.shop.addOrder(strangers());
        rig.poll();
        letterOf(id, "ANOTHER_ORDER");

        rig.shop.restore(whole);

        Rig.eventually(() -> assertThat(letters("ANOTHER_ORDER")).isEmpty());
        rig.poll();
        assertThat(rig.order(id).path("state").asText()).isEqualTo("ISSUED");
        assertThat(documents(id)).isEmpty();
        rig.shop.setStatus(id, 3);
        rig.poll();
        rig.awaitState("REALISED", id);
    }

    @Test
    @DisplayName("the new order comes in when a person gives up the known one and imports it again")
    void wayOut() throws Exception {
        rig.shop.restore(backup);
        long id = rig.shop.addOrder(strangers());
        rig.poll();
        long letter = letterOf(id, "ANOTHER_ORDER").path("id").asLong();

        rig.post("/api/dead-letters/" + letter + "/discard", "{\"reason\":\"rozliczone ręcznie\"}");
        rig.post("/api/orders/" + id + "/reimport?confirm=true", "");

        rig.awaitState("ISSUED", id);
        assertThat(rig.order(id).path("total").asText()).isEqualTo("919.99");
        assertThat(rig.order(id).path("contractor").toString()).contains("Obcy");
    }

    private void sql(String statement) throws SQLException {
        try (Connection connection = DriverManager.getConnection(rig.database(), "root", "");
                Statement sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }

    private JsonNode letterOf(long id, String cause) throws Exception {
        return letters(cause).stream()
                .filter(each -> each.path("shopOrderId").asLong() == id)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + cause + " of " + id));
    }

    private List<JsonNode> letters(String cause) throws Exception {
        return StreamSupport.stream(rig.deadLetters().spliterator(), false)
                .filter(each -> each.path("cause").asText().equals(cause))
                .toList();
    }
}
