package pl.zmobridge.flow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import pl.zmobridge.support.Rig;

/** With {@code order.edited=ask} a person says when a ZMO is edited. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AskedChangesTest extends CasesFixture {
    @BeforeAll
    void start() throws Exception {
        rig = new Rig()
                .set("order.edited", "ask")
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
            "S4: with ask, an order that was edited is not sold, a person sees each difference, and edits the ZMO by trying again")
    void asked() throws Exception {
        long id = issued(order());
        rig.shop.desk().addLine(id, "KUB-300", "30.00", "1");

        rig.post("/api/orders/" + id + "/realise", "");

        isLeftToAPerson(id, "order.edited=ask", "suma: 169.94 → 199.94", "pozycja „KUB-300”: – → 1 szt. za 30.00");
        assertThat(rig.order(id).path("changedInShop").asBoolean()).isTrue();
        assertThat(rig.sent("PUT", "/api/OrdersIssue/Edit")).isEmpty();
        assertThat(letter(id).orElseThrow().path("cause").asText()).isEqualTo("ZMO_NOT_EDITED");
        Rig.eventually(() ->
                assertThat(letter(id).orElseThrow().path("attempts").asInt()).isGreaterThan(1));

        rig.post("/api/dead-letters/" + letter(id).orElseThrow().path("id").asLong() + "/replay", "");

        rig.awaitState("REALISED", id);
        assertThat(sold(id)).isEqualByComparingTo("199.94");
        assertThat(rig.order(id).path("changedInShop").asBoolean(true)).isFalse();
        assertThat(rig.order(id).at("/lines/1/vatRate").asText()).isEqualTo("23%");
    }

    @Test
    @DisplayName("S4: with ask, a change that is taken back in the shop needs nobody any more")
    void takenBack() throws Exception {
        long id = issued(order());
        rig.shop.desk().addLine(id, "KUB-300", "30.00", "1");
        rig.post("/api/orders/" + id + "/realise", "");
        isLeftToAPerson(id, "199.94");

        rig.shop.desk().removeLine(id, 1);

        rig.awaitState("REALISED", id);
        assertThat(sold(id)).isEqualByComparingTo("169.94");
    }
}
