package pl.zmobridge.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import pl.zmobridge.sim.Fault;
import pl.zmobridge.sim.FaultKind;
import pl.zmobridge.sim.Goods;
import pl.zmobridge.sim.OrderBuilder;
import pl.zmobridge.sim.ShoperSim;
import pl.zmobridge.support.Rig;

/** The shop's own number of pieces falls with an order, the ERP's with its ZMO or sale: nothing between the two may be sold twice. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("What orders take is not sold once more")
class StockOrdersTest extends CasesFixture {
    private static final String EDIT = "/api/OrdersIssue/Edit";

    private ShoperSim books;

    @BeforeAll
    void start() throws Exception {
        books = new ShoperSim().start();
        rig = new Rig();
        rig.set("stock.enabled", "true")
                .set("stock.poll.cron", "0 0 0 1 1 ? 2099")
                .set("symfonia.product-code.KOD-SKLEPU", "KOD-ERP")
                .shop(
                        "ksiazki",
                        Map.of(
                                "shoper.url", books.url(),
                                "order.number.prefix", "KS/",
                                "stock.enabled", "false",
                                "symfonia.reservation", "NONE"));
        rig.shop.desk().variant("KOD-SKLEPU", "10.00", "50");
        rig.erp.addProduct("KOD-ERP", "Inny kod", "50");
        rig.start();
        poll("main");
        poll("ksiazki");
    }

    @AfterAll
    void stop() {
        rig.close();
        books.close();
    }

    @BeforeEach
    void agree() throws Exception {
        Goods.CATALOGUE.forEach(goods -> rig.erp.setStock(goods.code(), "100"));
        rig.erp.setStock("KOD-ERP", "50");
        compare();
        assertThat(inShop("SPD-101")).isEqualTo(100);
    }

    private JsonNode compare() throws Exception {
        return rig.post("/api/stock/poll", "");
    }

    private int inShop(String code) {
        return rig.shop.desk().stock(code).intValue();
    }

    private void poll(String shop) throws Exception {
        Rig.eventually(() -> rig.post("/api/poll?shop=" + shop, ""));
    }

    private String state(String shop, long id) throws Exception {
        return rig.get("/api/orders/" + id + "?shop=" + shop).path("state").asText();
    }

    @Test
    @DisplayName("L8 under the ERP's code, be it of a variant or of an order")
    void otherCodes() throws Exception {
        assertThat(inShop("KOD-SKLEPU")).isEqualTo(50);
        rig.erp.setStock("KOD-ERP", "40");
        compare();
        assertThat(inShop("KOD-SKLEPU")).isEqualTo(40);

        rig.shop.addOrder(empty().line("KOD-SKLEPU", "10.00", "4"));
        assertThat(inShop("KOD-SKLEPU")).isEqualTo(36);
        compare();
        assertThat(inShop("KOD-SKLEPU"))
                .describedAs("no poll has seen the order")
                .isEqualTo(36);
    }

    @Test
    @DisplayName("of another shop with the same ERP, seen by a poll or not")
    void twoShops() throws Exception {
        long id = books.addOrder(empty().line("BLZ-220", "89.99", "7").line("NIE-MA", "1.00", "1"));
        compare();
        assertThat(inShop("BLZ-220")).isEqualTo(93);

        poll("ksiazki");
        Rig.eventually(() -> assertThat(
                        rig.get("/api/dead-letters?shop=ksiazki").path("total").asInt())
                .isEqualTo(1));
        compare();
        assertThat(inShop("BLZ-220")).describedAs("it has no ZMO").isEqualTo(93);

        books.setStatus(id, 8);
        poll("ksiazki");
        Rig.eventually(() -> assertThat(state("ksiazki", id)).isEqualTo("CLOSED"));
        books.faults().add(Fault.of(FaultKind.NOT_FOUND_HTML));
        rig.erp.setStock("KUB-300", "90");
        JsonNode told = compare();
        books.faults().clear();

        assertThat(told.path("withheld").asInt())
                .describedAs("nobody knows that shop's orders")
                .isEqualTo(1);
        assertThat(inShop("BLZ-220")).isEqualTo(93);
        assertThat(inShop("KUB-300")).describedAs("may be lowered all the same").isEqualTo(90);
    }

    @Test
    @DisplayName("L4 by a ZMO that reserves nothing, until it is sold")
    void unreserved() throws Exception {
        long id = books.addOrder(
                new OrderBuilder().with("email", "ksiazki@example.pl").line("BUT-0042", "333.33", "6"));
        poll("ksiazki");
        Rig.eventually(() -> assertThat(state("ksiazki", id)).isEqualTo("ISSUED"));
        assertThat(rig.erp.stockToSale("BUT-0042").intValue()).isEqualTo(100);
        compare();
        assertThat(inShop("BUT-0042")).isEqualTo(94);

        books.setStatus(id, 3);
        poll("ksiazki");
        Rig.eventually(() -> assertThat(state("ksiazki", id)).isEqualTo("REALISED"));
        assertThat(rig.erp.stockToSale("BUT-0042").intValue()).isEqualTo(94);
        compare();
        assertThat(inShop("BUT-0042")).isEqualTo(94);
    }

    @Test
    @DisplayName("S4 after it was edited, while its ZMO is not")
    void edited() throws Exception {
        long id = rig.shop.addOrder(empty().line("MIOD-1L", "54.50", "2"));
        poll("main");
        rig.awaitState("ISSUED", id);
        compare();
        assertThat(inShop("MIOD-1L")).isEqualTo(98);

        rig.erp.faults().add(Fault.of(FaultKind.ERROR_503).on("PUT", EDIT));
        rig.shop.desk().line(id, 0, "quantity", "5");
        poll("main");
        Rig.eventually(() -> assertThat(rig.erp.requests("PUT", EDIT)).isPositive());
        compare();
        assertThat(inShop("MIOD-1L")).describedAs("98 in the ERP, less the 5").isEqualTo(93);

        rig.erp.faults().clear();
        Rig.eventually(
                () -> assertThat(rig.erp.stockToSale("MIOD-1L").intValue()).isEqualTo(95));
        Rig.eventually(() -> {
            compare();
            assertThat(inShop("MIOD-1L")).isEqualTo(95);
        });
    }
}
