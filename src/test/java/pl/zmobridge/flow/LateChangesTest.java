package pl.zmobridge.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pl.zmobridge.support.Rig;

@DisplayName("What changes in the shop after the import, at the same sum, is seen before the sale")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LateChangesTest extends ChangesFixture {
    @BeforeAll
    void start() throws Exception {
        rig = new Rig()
                .set("order.invoice-wish.field", "3")
                .set("order.description", "{notes} | {field:4}")
                .set("redelivery.initial", "1s")
                .set("redelivery.max", "1s");
        rig.start();
    }

    @AfterAll
    void stop() {
        rig.close();
    }

    @Test
    @DisplayName(
            "S10: orders that are joined after their import go out once, and a person is told which ZMO is too many")
    void joined() throws Exception {
        long parent = issued(order());
        long child = issued(empty().line("KUB-300", "30.00", "2"));
        rig.shop.desk().addLine(parent, "KUB-300", "30.00", "2");
        rig.shop.desk().combine(parent, child);

        paid(child);
        paid(parent);
        pollUntil("REALISED", parent);

        assertThat(sold(parent)).isEqualByComparingTo("229.94");
        isLeftToAPerson(child, "zamówieniem " + parent, "ZMO SH/" + child, "usuń");
        assertThat(letter(child).orElseThrow().path("cause").asText()).isEqualTo("HELD_BY_RULE");

        replay(child);
        rig.awaitState("REALISED", child);
        assertThat(documents(child)).hasSize(1);
    }

    @Test
    @DisplayName("S10: orders that are joined at an unchanged sum do not add up, which is a dead letter until they do")
    void joinedWithoutItsGoods() throws Exception {
        long parent = issued(order());
        long child = issued(empty().line("KUB-300", "30.00", "2"));
        rig.shop.desk().combine(parent, child);

        paid(child);
        paid(parent);
        rig.poll();

        isLeftToAPerson(parent, "„KUB-300” jest w nim 0", "zamówieniach 2");
        isLeftToAPerson(child, Long.toString(parent));
        assertThat(zmosOf(parent)).hasSize(1);

        rig.shop.desk().addLine(parent, "KUB-300", "30.00", "2");
        rig.awaitState("REALISED", parent);
        assertThat(documents(child)).isEmpty();
    }

    @Test
    @DisplayName("S10: orders that are taken apart again before anybody has decided are sold each by itself")
    void takenApart() throws Exception {
        long parent = issued(order());
        long child = issued(order());
        rig.shop.desk().combine(parent, child);
        paid(child);
        rig.poll();
        isLeftToAPerson(child, Long.toString(parent));

        rig.shop.editOrder(child, row -> row.putNull("parent_order_id"));
        rig.shop.editOrder(parent, row -> row.putArray("children"));

        rig.awaitState("REALISED", child);
        pollUntil("ISSUED", parent);
    }

    @ParameterizedTest(name = "H4: what is no NIP, typed after the import, waits for a person before the sale: {0}")
    @ValueSource(strings = {"00000000000", "nie wiem", "7251801126; 6570011222"})
    void noNip(String typed) throws Exception {
        long id = issued(order());
        rig.shop.desk().delivery(id, "tax_identification_number", typed);

        paid(id);
        rig.poll();

        isLeftToAPerson(id, typed);
        assertThat(letter(id).orElseThrow().path("cause").asText()).isEqualTo("HELD_BY_RULE");

        rig.shop.desk().delivery(id, "tax_identification_number", "");
        rig.awaitState("REALISED", id);
        assertThat(theDocument(id).get("DocumentNumber").asText()).startsWith("PA");
    }

    @Test
    @DisplayName("S4, D1: a wish for an invoice that is ticked after the import makes the ZMO anew, as another kind")
    void wish() throws Exception {
        long id = issued(order());
        rig.shop.editOrder(id, row -> field(row, "3", "2", "1"));

        paid(id);
        pollUntil("REALISED", id);

        assertThat(theDocument(id).get("DocumentNumber").asText()).startsWith("FV");
        assertThat(zmosOf(id)).hasSize(1);
    }

    @Test
    @DisplayName("S2, V1: another VAT rate of the delivery edits the ZMO")
    void deliveryTax() throws Exception {
        long id = issued(order());
        rig.shop.desk().header(id, "shipping_tax_name", "8%", "shipping_tax_value", "8");

        paid(id);
        pollUntil("REALISED", id);

        assertThat(edits(id)).isEqualTo(1);
        assertThat(zmo(id).at("/Positions/1/VatRate/Code").asText()).isEqualTo("8");
    }

    @Test
    @DisplayName(
            "S2: the buyer's words and what he filled in, corrected after the import, are in the ZMO before the sale")
    void words() throws Exception {
        long id = issued(order());
        rig.shop.desk().header(id, "notes", "Proszę dzwonić");
        rig.shop.editOrder(id, row -> field(row, "4", "1", "piętro 2"));

        paid(id);
        pollUntil("REALISED", id);

        assertThat(zmo(id).get("Description").asText()).contains("Proszę dzwonić", "piętro 2");
    }

    @Test
    @DisplayName("S5: words that change after the sale need no correction, a tick may")
    void afterTheSale() throws Exception {
        long id = rig.shop.addOrder(order().status(PAID));
        pollUntil("REALISED", id);

        rig.shop.desk().header(id, "notes", "Dziękuję");
        rig.shop.editOrder(id, row -> field(row, "4", "1", "piętro 2"));
        String before = digest(id);
        rig.poll();
        Rig.eventually(() -> assertThat(digest(id)).isNotEqualTo(before));
        assertThat(letter(id)).isEmpty();

        rig.shop.editOrder(id, row -> field(row, "3", "2", "1"));
        rig.poll();
        Rig.eventually(() -> assertThat(letter(id).orElseThrow().path("error").asText())
                .contains("zaznaczone pola dodatkowe: – → 3"));
    }

    private String digest(long id) throws Exception {
        return String.valueOf(rig.row("SELECT shop_digest FROM orders WHERE shop_order_id = " + id)
                .get("shop_digest"));
    }

    private static void field(ObjectNode row, String id, String type, String value) {
        row.withArray("additional_fields")
                .addObject()
                .put("field_id", id)
                .put("type", type)
                .put("active", "1")
                .put("value", value);
    }

    private void paid(long id) {
        rig.shop.setStatus(id, PAID);
    }

    private void replay(long id) throws Exception {
        rig.post("/api/dead-letters/" + letter(id).orElseThrow().path("id").asLong() + "/replay", "");
    }
}
