package pl.zmobridge.sim;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SimControlTest {
    private final ShoperSim shop = new ShoperSim();
    private final SymfoniaSim symfonia = new SymfoniaSim();
    private SimClient toShop;
    private SimClient toSymfonia;

    @BeforeEach
    void open() {
        toShop = new SimClient(shop.start().url());
        toSymfonia = new SimClient(symfonia.start().url());
    }

    @AfterEach
    void close() {
        shop.close();
        symfonia.close();
    }

    @Test
    void ordersArePlacedMovedAndReadFromOutside() {
        JsonNode ids =
                toShop.post("/sim/orders", "{\"count\":3,\"seed\":5}").json().get("ids");
        toShop.post("/sim/orders", "{\"bad\":\"BLANK_CODE\"}");
        toShop.post(
                "/sim/status",
                "{\"orderId\":%d,\"statusId\":3}".formatted(ids.get(0).asLong()));

        JsonNode state = toShop.get("/sim/state").json();

        assertThat(state.get("orders")).hasSize(4);
        assertThat(state.at("/orders/0/status_id").asText()).isEqualTo("3");
        assertThat(state.at("/orders/0/lines/0/order_id").asLong())
                .isEqualTo(ids.get(0).asLong());
        assertThat(state.at("/statusChanges/0/by").asText()).isEqualTo("shop");
    }

    @Test
    void faultsAreSetAndClearedFromOutsideAndNeverStrikeTheControl() {
        toSymfonia.post(
                "/sim/faults", "{\"kind\":\"ERROR_503\",\"method\":\"GET\",\"path\":\"/api/Alive\",\"times\":2}");
        toSymfonia.post("/sim/faults", "[{\"kind\":\"DROPPED\",\"path\":\"/sim\"}]");

        assertThat(toSymfonia.get("/api/Alive").status()).isEqualTo(503);
        assertThat(toSymfonia.get("/sim/faults").json().get("ERROR_503").asInt())
                .isEqualTo(1);
        assertThat(toSymfonia.send("DELETE", "/sim/faults", "").status()).isEqualTo(200);
        assertThat(toSymfonia.get("/api/Alive").status()).isEqualTo(200);
        assertThat(toSymfonia.get("/sim/requests").json().get("GET /api/Alive").asInt())
                .isEqualTo(2);
    }

    @Test
    void stockAndSettingsAreChangedFromOutside() {
        toSymfonia.post("/sim/stock", "{\"code\":\"SPD-101\",\"set\":2}");
        toSymfonia.post("/sim/stock", "{\"code\":\"SPD-101\",\"add\":\"0.5\"}");

        assertThat(symfonia.stock("SPD-101")).isEqualByComparingTo("2.5");
        assertThat(toSymfonia
                        .get("/sim/state")
                        .json()
                        .at("/stock/SPD-101/toSale")
                        .asDouble())
                .isEqualTo(2.5);
        assertThat(toSymfonia
                        .post("/sim/settings", "{\"deleteRealisedOrders\":true}")
                        .status())
                .isEqualTo(200);
        assertThat(toSymfonia.post("/sim/settings", "{\"nonsense\":true}").status())
                .isEqualTo(400);
        assertThat(toSymfonia.get("/sim/nonsense").status()).isEqualTo(404);
    }
}
