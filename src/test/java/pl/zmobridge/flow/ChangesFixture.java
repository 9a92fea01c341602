package pl.zmobridge.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import pl.zmobridge.support.Rig;

/** Words for orders that change or end once they have a ZMO. */
abstract class ChangesFixture extends CasesFixture {
    static final int PAID = 3;
    static final int CANCELLED = 8;

    /** What the poll notes when it has compared the order with the shop. */
    final void due(long id, String change) throws SQLException {
        sql(
                "UPDATE orders o JOIN imports i ON i.shop = o.shop AND i.shop_order_id = o.shop_order_id AND i.import_no = o.import_no"
                        + " SET i.change_due = '" + change + "', o.due_step = 'IMPORT' WHERE o.shop_order_id = " + id);
    }

    /** What the poll does to an order that was cancelled. */
    final void cancelled(long id) throws Exception {
        rig.shop.setStatus(id, CANCELLED);
        rig.poll();
        rig.awaitState("CLOSED", id);
        if (zmosOf(id).size() == 1) {
            due(id, "WITHDRAW");
        }
    }

    final void settled(long id) {
        Rig.eventually(() -> {
            Map<String, Object> row = rig.row(
                    "SELECT i.step, i.change_due, i.made_from, o.due_step FROM orders o JOIN imports i USING (shop, shop_order_id, import_no)"
                            + " WHERE o.shop_order_id = " + id);
            assertThat(row.get("step")).isEqualTo("ISSUED");
            assertThat(row)
                    .containsEntry("change_due", null)
                    .containsEntry("made_from", null)
                    .containsEntry("due_step", null);
        });
    }

    final void gone(long id) {
        Rig.eventually(() -> {
            assertThat(zmosOf(id)).isEmpty();
            Map<String, Object> row = rig.row(
                    "SELECT i.step, i.erp_order_id, o.due_step FROM orders o JOIN imports i USING (shop, shop_order_id, import_no)"
                            + " WHERE o.shop_order_id = " + id);
            assertThat(row.get("step")).isEqualTo("NEW");
            assertThat(row.get("erp_order_id")).isNull();
            assertThat(row.get("due_step")).isNull();
        });
    }

    final List<JsonNode> zmosOf(long id) {
        List<JsonNode> zmos = new ArrayList<>();
        rig.erp.orders().stream()
                .filter(each -> each.path("Description").asText().startsWith("SH/" + id + " "))
                .forEach(zmos::add);
        return zmos;
    }

    final List<Integer> positions(long id) {
        List<Integer> ids = new ArrayList<>();
        zmo(id).get("Positions").forEach(each -> ids.add(each.get("Id").asInt()));
        return ids;
    }

    final long edits(long id) throws Exception {
        int zmo = zmo(id).get("Id").asInt();
        return rig.sent("PUT", "/api/OrdersIssue/Edit").stream()
                .filter(each -> each.path("Id").asInt() == zmo)
                .count();
    }

    /** Calls that name the order's ZMO by its id. */
    final int calls(long id) {
        String zmo = "=" + zmo(id).get("Id").asText();
        return (int) rig.erp.requests().stream()
                .filter(each -> each.query().contains(zmo))
                .count();
    }

    final void sql(String statement) throws SQLException {
        try (Connection connection = DriverManager.getConnection(rig.database(), "root", "");
                Statement each = connection.createStatement()) {
            each.executeUpdate(statement);
        }
    }
}
