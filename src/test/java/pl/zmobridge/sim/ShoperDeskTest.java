package pl.zmobridge.sim;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What happens to orders in the shop after they were placed, as the API shows it. */
class ShoperDeskTest {
    private final ShoperSim shop = new ShoperSim(MovableClock.at("2026-10-02T07:41:07Z"));
    private SimClient client;

    @BeforeEach
    void open() {
        shop.start();
        client = SimClient.of(shop);
    }

    @AfterEach
    void close() {
        shop.close();
    }

    private static OrderBuilder order() {
        return new OrderBuilder().line("SPD-101", "149.95", "1");
    }

    private JsonNode row(long id) {
        return client.get("/orders/" + id).json();
    }

    private String sum(long id) {
        return row(id).get("sum").asText();
    }

    private JsonNode lines(long id) {
        return client.get("/order-products?filters=" + SimClient.encoded("{\"order_id\":" + id + "}"))
                .json()
                .get("list");
    }

    @Test
    void anOrderCanBeBuiltInSteps() {
        long id = shop.desk()
                .begin(new OrderBuilder()
                        .origin(4)
                        .shipping(1, "12.00")
                        .line("A", "100.00", "1")
                        .line("B", "10.00", "1"));
        assertThat(sum(id)).isEqualTo("12.00");
        assertThat(lines(id)).isEmpty();

        assertThat(shop.desk().nextLine(id)).isTrue();
        assertThat(sum(id)).isEqualTo("112.00");
        assertThat(shop.desk().nextLine(id)).isTrue();
        assertThat(sum(id)).isEqualTo("122.00");
        assertThat(row(id).get("total_products").asInt()).isEqualTo(2);
        assertThat(row(id).get("origin").asText()).isEqualTo("4");
        assertThat(shop.desk().nextLine(id)).isFalse();
    }

    @Test
    void editsOfLinesMoveTheSumAndKeepWhatAVoucherTookOff() {
        long id = shop.addOrder(order().voucher(9, "LATO", "50.00"));
        assertThat(sum(id)).isEqualTo("119.94");

        shop.desk().addLine(id, "KUB-300", "30.00", "1");
        assertThat(sum(id)).isEqualTo("149.94");
        assertThat(lines(id).get(1).get("id").asText()).isEqualTo("89");
        assertThat(lines(id).get(1).get("order_id").asLong()).isEqualTo(id);

        shop.desk().line(id, 1, "quantity", "2");
        assertThat(sum(id)).isEqualTo("179.94");
        shop.desk().removeLine(id, 0);
        assertThat(sum(id)).isEqualTo("29.99");
        shop.desk().header(id, "shipping_cost", "0.00");
        assertThat(sum(id)).isEqualTo("10.00");
        shop.desk().header(id, "sum", "7.00");
        assertThat(sum(id)).isEqualTo("7.00");
    }

    @Test
    void anEditOfAPaidOrderLeavesItUnderpaid() {
        long id = shop.addOrder(order());
        shop.desk().pay(id);
        assertThat(row(id).get("is_paid").asBoolean()).isTrue();

        shop.desk().addLine(id, "KUB-300", "30.00", "1");

        assertThat(row(id).get("paid").asText()).isEqualTo("169.94");
        assertThat(row(id).get("is_underpayment").asBoolean()).isTrue();
    }

    @Test
    void addressesAndNipCanBeEntered() {
        long id = shop.addOrder(order());

        shop.desk().firm(id, "Żuraw Sp. z o.o.", "5252525252");
        shop.desk().delivery(id, "city", "Kraków");

        assertThat(row(id).at("/billing_address/tax_identification_number").asText())
                .isEqualTo("5252525252");
        assertThat(row(id).at("/billing_address/city").asText()).isEqualTo("Łódź");
        assertThat(row(id).at("/delivery_address/city").asText()).isEqualTo("Kraków");
    }

    @Test
    void aDeletedOrderIs404WithTheShopsJsonAndInNoList() {
        long id = shop.addOrder(order());
        long other = shop.addOrder(order());

        shop.desk().delete(id);

        assertThat(client.get("/orders/" + id).status()).isEqualTo(404);
        assertThat(row(id).get("error").asText()).isEqualTo("invalid_request");
        assertThat(lines(id)).isEmpty();
        assertThat(client.get("/orders").json().get("list").findValuesAsText("order_id"))
                .contains(String.valueOf(other))
                .doesNotContain(String.valueOf(id));
    }

    @Test
    void aRestoredShopGivesIdsAgain() {
        long kept = shop.addOrder(order());
        SimSnapshot backup = shop.snapshot();
        shop.desk().addLine(kept, "KUB-300", "30.00", "1");
        long lost = shop.addOrder(order());

        shop.restore(backup);

        assertThat(sum(kept)).isEqualTo("169.94");
        assertThat(client.get("/orders/" + lost).status()).isEqualTo(404);
        assertThat(shop.addOrder(new OrderBuilder().line("BUT-0042", "333.33", "1")))
                .isEqualTo(lost);
        assertThat(sum(lost)).isEqualTo("353.32");
    }

    @Test
    void anOrderCanAppearBelowAnExistingOne() {
        long newest = shop.addOrder(order().build(), 1206);
        long late = shop.addOrder(order().build(), 1205);

        assertThat(client.get("/orders?order=order_id%20ASC").json().get("list").findValuesAsText("order_id"))
                .contains(String.valueOf(late), String.valueOf(newest));
        assertThat(shop.addOrder(order())).isEqualTo(1207);
    }

    @Test
    void ordersCanBeCombined() {
        long parent = shop.addOrder(order());
        long child = shop.addOrder(order());

        shop.desk().combine(parent, child);

        assertThat(row(parent).at("/children/0").asText()).isEqualTo(String.valueOf(child));
        assertThat(row(child).get("parent_order_id").asText()).isEqualTo(String.valueOf(parent));
        long built = shop.addOrder(order().children(parent).parent(child));
        assertThat(row(built).get("children")).hasSize(1);
        assertThat(row(built).get("parent_order_id").asText()).isEqualTo(String.valueOf(child));
    }

    @Test
    void productsAreCountedByLinesOrByQuantities() {
        long id = shop.addOrder(new OrderBuilder().line("A", "1.00", "3").line("B", "1.00", "2"));
        assertThat(row(id).get("total_products").asInt()).isEqualTo(2);

        shop.desk().countQuantities(true);

        assertThat(row(id).get("total_products").asInt()).isEqualTo(5);
    }

    @Test
    void thePanelCanBeReachedOverHttp() {
        SimClient control = new SimClient(shop.url());
        long id = shop.addOrder(order());
        control.post("/sim/snapshot", "{}");

        assertThat(control.post(
                                "/sim/desk",
                                "{\"do\":\"addLine\",\"id\":%d,\"code\":\"B\",\"price\":\"30.00\"}".formatted(id))
                        .status())
                .isEqualTo(200);
        assertThat(control.post(
                                "/sim/desk",
                                "{\"do\":\"billing\",\"id\":%d,\"fields\":{\"company\":\"X\"}}".formatted(id))
                        .status())
                .isEqualTo(200);
        assertThat(sum(id)).isEqualTo("199.94");
        assertThat(row(id).at("/billing_address/company").asText()).isEqualTo("X");

        control.post("/sim/restore", "{}");
        assertThat(sum(id)).isEqualTo("169.94");
        assertThat(control.post("/sim/desk", "{\"do\":\"dance\"}").status()).isEqualTo(400);
    }

    @Test
    void aNewLineLowersTheStockAndAWriteSetsItWhateverItIs() {
        shop.addOrder(new OrderBuilder().line("SPD-101", "149.95", "2").line("NIE-MA", "1.00", "1"));
        assertThat(shop.desk().stock("SPD-101")).isEqualByComparingTo("998");
        JsonNode first = client.get("/product-stocks?limit=50&order=stock_id%20ASC")
                .json()
                .at("/list/0");
        assertThat(first.get("code").asText()).isEqualTo("SPD-101");
        assertThat(first.get("stock").asText()).isEqualTo("998");

        assertThat(client.put("/product-stocks/" + first.get("stock_id").asText(), "{\"stock\":12}")
                        .text())
                .isEqualTo("1");

        assertThat(shop.desk().stock("SPD-101")).isEqualByComparingTo("12");
        assertThat(client.put("/product-stocks/9999", "{\"stock\":12}").status())
                .isEqualTo(404);
        assertThat(client.put("/product-stocks/100", "{\"stock\":\"x\"}").status())
                .isEqualTo(400);
        shop.withdraw("product-stocks:edit");
        assertThat(client.put("/product-stocks/100", "{\"stock\":1}").status()).isEqualTo(403);
        shop.desk().variant("SPD-101", "149.95", "3");
        assertThat(client.get("/product-stocks?filters=" + SimClient.encoded("{\"code\":\"SPD-101\"}"))
                        .json()
                        .get("list"))
                .hasSize(2);
    }

    @Test
    void aParcelMovesTheOrdersStatusByItself() {
        long id = shop.addOrder(order());
        String parcel = "{\"order_id\":%d,\"shipping_id\":1,\"shipping_code\":\"X1\",\"sent\":%d}";

        assertThat(client.post("/parcels", parcel.formatted(id, 0)).status()).isEqualTo(200);
        assertThat(row(id).get("status_id").asText()).isEqualTo("2");
        client.post("/parcels", parcel.formatted(id, 1));

        assertThat(row(id).get("status_id").asText()).isEqualTo("4");
        assertThat(row(id).get("total_parcels").asInt()).isEqualTo(2);
        assertThat(client.get("/parcels").json().get("list").findValuesAsText("shipping_code"))
                .containsExactly("X1", "X1");
        assertThat(client.post("/parcels", parcel.formatted(99999, 1)).status()).isEqualTo(400);
    }
}
