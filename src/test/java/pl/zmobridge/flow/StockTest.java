package pl.zmobridge.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import pl.zmobridge.settings.LogFormat;
import pl.zmobridge.sim.Fault;
import pl.zmobridge.sim.FaultKind;
import pl.zmobridge.sim.Goods;
import pl.zmobridge.sim.SimRequest;
import pl.zmobridge.support.CapturedLog;
import pl.zmobridge.support.Rig;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("The stock that the shop shows")
class StockTest extends CasesFixture {
    private static final String VARIANTS = "/webapi/rest/product-stocks";
    private static final String INVENTORY = "/api/InventoryStates";

    @BeforeAll
    void start() throws Exception {
        rig = with(new Rig());
        rig.start();
        rig.poll();
    }

    @AfterAll
    void stop() {
        rig.close();
    }

    /** Both sides agree: the shop shows 1000 of everything, which is all that it may. */
    @BeforeEach
    void agree() throws Exception {
        Goods.CATALOGUE.forEach(goods -> rig.erp.setStock(goods.code(), "100000"));
        compare();
        rig.shop.forgetRequests();
    }

    private static Rig with(Rig rig) {
        return rig.set("stock.enabled", "true")
                .set("stock.buffer", "2")
                .set("stock.max", "1000")
                .set("stock.warehouses", "MAG")
                .set("stock.poll.cron", "0 0 0 1 1 ? 2099");
    }

    private JsonNode compare() throws Exception {
        return rig.post("/api/stock/poll", "");
    }

    private String inShop(String code) {
        return rig.shop.desk().stock(code).toPlainString();
    }

    private List<String> written(Rig of) {
        List<String> bodies = new ArrayList<>();
        for (SimRequest request : of.shop.requests()) {
            if (request.method().equals("PUT") && request.path().startsWith(VARIANTS)) {
                bodies.add(request.body());
            }
        }
        return bodies;
    }

    private JsonNode known() throws Exception {
        return rig.get("/api/stock").at("/shops/0");
    }

    @Test
    @DisplayName(
            "is written where it differs and nowhere else: less the buffer, in whole pieces, never below 0, at most as many as allowed")
    void differences() throws Exception {
        rig.erp.setStock("BLZ-220", "12");
        rig.erp.setStock("TKN-05", "7.8");
        rig.erp.setStock("KUB-300", "1");

        JsonNode told = compare();

        assertThat(told.path("compared").asInt())
                .isEqualTo(told.at("/shops/0/compared").asInt())
                .isGreaterThanOrEqualTo(9);
        assertThat(told.path("changed").asInt()).isEqualTo(3);
        assertThat(written(rig)).containsExactlyInAnyOrder("{\"stock\":10}", "{\"stock\":5}", "{\"stock\":0}");
        assertThat(inShop("BLZ-220")).isEqualTo("10");
        assertThat(inShop("TKN-05")).isEqualTo("5");
        assertThat(inShop("KUB-300")).isEqualTo("0");

        assertThat(compare().path("changed").asInt()).isZero();
        assertThat(written(rig)).hasSize(3);

        rig.erp.setStock("BLZ-220", "100000");
        assertThat(compare().path("changed").asInt()).isEqualTo(1);
        assertThat(inShop("BLZ-220")).isEqualTo("1000");
    }

    @Test
    @DisplayName("is only looked at in a dry run, which says what would change")
    void dryRun() throws Exception {
        rig.erp.setStock("SPD-101", "7");

        JsonNode told = rig.post("/api/stock/poll?dryRun=true", "");

        assertThat(told.path("dryRun").asBoolean()).isTrue();
        assertThat(told.path("differ").asInt()).isEqualTo(1);
        assertThat(told.path("changed").asInt()).isZero();
        assertThat(written(rig)).isEmpty();
        assertThat(known().at("/products/differ")).singleElement().satisfies(row -> {
            assertThat(row.path("code").asText()).isEqualTo("SPD-101");
            assertThat(row.path("from").asInt()).isEqualTo(1000);
            assertThat(row.path("to").asInt()).isEqualTo(5);
        });
    }

    @Test
    @DisplayName("is left alone when more than a third of it would fall to 0, until a person says go on")
    void toZero() throws Exception {
        List<String> falling = List.of("SPD-101", "BLZ-220", "KUB-300", "MIOD-1L", "TKN-05");
        falling.forEach(code -> rig.erp.setStock(code, "0"));

        JsonNode told = compare();

        assertThat(told.path("changed").asInt()).isZero();
        assertThat(told.at("/shops/0/cause").asText()).isEqualTo("STOCK_TO_ZERO");
        assertThat(written(rig)).isEmpty();
        assertThat(known().path("stopped").asBoolean()).isTrue();
        HttpResponse<String> health =
                rig.exchange(rig.request("/observe/health").GET().build());
        assertThat(health.statusCode()).isEqualTo(200);
        assertThat(health.body()).contains("stock is left alone until a person says go on");
        assertThat(rig.post("/api/stock/poll?dryRun=true", "").path("differ").asInt())
                .isEqualTo(5);
        assertThat(known().path("stopped").asBoolean()).isTrue();

        assertThat(rig.post("/api/stock/resume", "").path("resumed").asInt()).isEqualTo(1);
        Goods.CATALOGUE.forEach(goods -> rig.erp.setStock(goods.code(), "0"));
        assertThat(compare().at("/shops/0/cause").asText())
                .describedAs("so many nobody has agreed to")
                .isEqualTo("STOCK_TO_ZERO");
        agreeExcept(falling);
        assertThat(compare().path("changed").asInt()).isEqualTo(5);
        assertThat(inShop("BLZ-220")).isEqualTo("0");
        assertThat(known().path("stopped").asBoolean()).isFalse();

        agree();
        falling.forEach(code -> rig.erp.setStock(code, "0"));
        assertThat(compare().path("changed").asInt())
                .describedAs("what a person said was about that time")
                .isZero();
        agree();
        assertThat(known().path("stopped").asBoolean())
                .describedAs("its cause has gone")
                .isFalse();
    }

    private void agreeExcept(List<String> falling) {
        Goods.CATALOGUE.stream()
                .filter(goods -> !falling.contains(goods.code()))
                .forEach(goods -> rig.erp.setStock(goods.code(), "100000"));
    }

    @Test
    @DisplayName(
            "names the products that one side lacks, and does not touch them, nor those whose code is several variants'")
    void lacking() throws Exception {
        rig.shop.desk().variant("TYLKO-SKLEP", "5.00", "33");
        rig.erp.addProduct("TYLKO-ERP", "Towar hurtowy", "44");
        rig.shop.desk().variant("BUT-0042", "333.33", "1");
        rig.erp.setStock("BUT-0042", "9");

        JsonNode told = compare();

        assertThat(told.path("unknownInShop").asInt()).isEqualTo(1);
        assertThat(told.path("unknownInErp").asInt()).isEqualTo(1);
        assertThat(told.path("sameCode").asInt()).isEqualTo(1);
        assertThat(told.path("changed").asInt()).isZero();
        JsonNode products = known().path("products");
        assertThat(products.at("/unknownInShop/0").asText()).isEqualTo("TYLKO-ERP");
        assertThat(products.at("/unknownInErp/0").asText()).isEqualTo("TYLKO-SKLEP");
        assertThat(products.at("/sameCode/0").asText()).isEqualTo("BUT-0042");
        assertThat(inShop("TYLKO-SKLEP")).isEqualTo("33");
    }

    @Test
    @DisplayName(
            "is not raised by what an order takes that the ERP does not know yet, and follows the ERP once it does")
    void orders() throws Exception {
        rig.erp.setStock("MIOD-1L", "12");
        compare();
        assertThat(inShop("MIOD-1L")).isEqualTo("10");

        long id = rig.shop.addOrder(empty().line("MIOD-1L", "54.50", "3").line("NIE-MA", "1.00", "1"));
        assertThat(inShop("MIOD-1L")).isEqualTo("7");
        assertThat(compare().path("changed").asInt())
                .describedAs("no poll has seen it")
                .isZero();

        rig.poll();
        fails(id, "NIE-MA");
        assertThat(compare().path("changed").asInt())
                .describedAs("it has no ZMO")
                .isZero();
        assertThat(inShop("MIOD-1L")).isEqualTo("7");

        rig.erp.addProduct("NIE-MA", "Jest", "100");
        rig.post("/api/dead-letters/" + letter(id).orElseThrow().path("id").asLong() + "/replay", "");
        rig.awaitState("ISSUED", id);
        assertThat(rig.erp.stockToSale("MIOD-1L").intValue()).isEqualTo(9);
        compare();
        assertThat(inShop("MIOD-1L")).isEqualTo("7");
        rig.erp.removeProduct("NIE-MA");
    }

    @Test
    @DisplayName("waits while the shop is away, touches no order, and says a missing permission once, by its name")
    void away() throws Exception {
        rig.erp.setStock("SPD-101", "30");
        rig.shop.withdraw("product-stocks:edit");
        try (CapturedLog log = new CapturedLog(LogFormat.TEXT)) {
            for (int i = 0; i < 2; i++) {
                JsonNode told = compare();
                assertThat(told.at("/shops/0/cause").asText()).isEqualTo("SHOP_AREA_MISSING");
                assertThat(told.at("/shops/0/problem").asText()).contains("product-stocks");
            }
            assertThat(log.text()).containsOnlyOnce("is not kept").contains("product-stocks");
            rig.shop.grant("product-stocks:edit");
            rig.shop
                    .faults()
                    .add(Fault.of(FaultKind.NOT_FOUND_HTML).on("PUT", VARIANTS).times(20));
            assertThat(compare().at("/shops/0/problem").asText()).isNotBlank();
        } finally {
            rig.shop.grant("product-stocks:edit");
            rig.shop.faults().clear();
        }
        assertThat(inShop("SPD-101")).isEqualTo("1000");
        assertThat(compare().path("changed").asInt()).isEqualTo(1);
        assertThat(inShop("SPD-101")).isEqualTo("28");
        assertThat(issued(order())).isPositive();
    }

    @Test
    @DisplayName(
            "is kept by one of two bridges, also of orders that wait for their status; and by none without stock.enabled")
    void twoBridges() throws Exception {
        try (Rig one = with(new Rig()).set("stock.poll.cron", "0/4 * * * * ?").set("shoper.import.statuses", "3");
                Rig second = one.another()) {
            one.start();
            one.poll();
            long unpaid = one.shop.addOrder(order().status(1));
            one.erp.setStock("SPD-101", "900");
            one.poll();
            second.start();
            Rig.eventually(() -> assertThat(one.erp.requests("GET", INVENTORY)).isGreaterThanOrEqualTo(3));
            assertThat(one.shop.desk().stock("SPD-101").intValue())
                    .describedAs("900 - 2 - 1")
                    .isEqualTo(897);
            one.shop.setStatus(unpaid, 8);
            Rig.eventually(() -> assertThat(one.shop.desk().stock("SPD-101").intValue())
                    .describedAs("cancelled")
                    .isEqualTo(898));
            second.stop();
            one.stop();
            List<Long> seconds = one.erp.requests().stream()
                    .filter(request -> request.path().equals(INVENTORY))
                    .map(request -> request.at().getEpochSecond())
                    .toList();
            long turns = (seconds.get(seconds.size() - 1) - seconds.get(0)) / 4 + 1;
            assertThat((long) seconds.size())
                    .describedAs("one comparison for each turn of the schedule; a late one can end in the next")
                    .isLessThanOrEqualTo(turns + 1);

            second.set("stock.enabled", "false").start();
            HttpResponse<String> answer = second.exchange(second.request("/api/stock/poll")
                    .POST(HttpRequest.BodyPublishers.noBody())
                    .build());
            assertThat(answer.statusCode()).isEqualTo(409);
            assertThat(answer.body()).contains("stock.enabled");
        }
    }
}
