package pl.zmobridge.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import pl.zmobridge.sim.SimRequest;
import pl.zmobridge.support.Rig;
import pl.zmobridge.support.RouteEdits;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("A long comparison of stock")
class StockPauseTest extends CasesFixture {
    private static final String STOCKS = "/webapi/rest/product-stocks";
    private static final int VARIANTS = 120;
    private static final int LIMIT = 80;
    private static final int LEAK = 40;
    private static final int BETWEEN_POLLS = 5;

    private Path home;

    @BeforeAll
    void start(@TempDir Path directory) throws Exception {
        home = directory;
        rig = new Rig();
        for (int i = 0; i < VARIANTS; i++) {
            rig.shop.desk().variant("W-" + i, "10.00", "5");
            rig.erp.addProduct("W-" + i, "Wariant", "5");
        }
        rig.set("stock.enabled", "true").set("stock.only", "W-").set("stock.poll.cron", "0 0 0 1 1 ? 2099");
        rig.startIn(rig.home(home));
        rig.poll();
    }

    @AfterAll
    void stop() {
        rig.close();
    }

    /** From now on every variant should have another number in the shop. */
    private void differ(String stock) {
        for (int i = 0; i < VARIANTS; i++) {
            rig.erp.setStock("W-" + i, stock);
        }
    }

    private CompletableFuture<JsonNode> comparing() {
        CompletableFuture<JsonNode> comparison = CompletableFuture.supplyAsync(() -> {
            try {
                return rig.post("/api/stock/poll", "");
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        long before = rig.shop.requests("PUT", STOCKS);
        Rig.eventually(() -> assertThat(rig.shop.requests("PUT", STOCKS)).isGreaterThan(before));
        return comparison;
    }

    @Test
    @DisplayName("makes way for edited routes and for the end of the bridge, and is made to its end later")
    void makesWay() throws Exception {
        differ("4");
        rig.shop.bucket(10, 2); // two writes a second: a minute
        CompletableFuture<JsonNode> first = comparing();
        RouteEdits routes = new RouteEdits(rig, home);
        long id = rig.shop.addOrder(order());
        routes.change("import-order.camel.yaml", "description: ", "description: edited ");
        JsonNode told = first.get();
        assertThat(told.at("/shops/0/cause").asText()).isEqualTo("STOCK_PAUSED");
        assertThat(told.path("changed").asInt()).isPositive().isLessThan(VARIANTS);
        assertThat(rig.imported(id)).isNotNull();
        assertThat(rig.shop.refusedCalls()).isZero();

        CompletableFuture<JsonNode> second = comparing();
        rig.stop();
        assertThat(second)
                .satisfies(each ->
                        assertThat(each.handle((json, broken) -> true).get()).isTrue());
        assertThat(rig.row("SELECT holder, begun_at, told LIKE '%STOCK_PAUSED%' AS paused FROM stock_polls"))
                .containsEntry("holder", null)
                .containsEntry("begun_at", null)
                .satisfies(row ->
                        assertThat(((Number) row.get("paused")).intValue()).isEqualTo(1));

        rig.shop.bucket(1000, 1000);
        rig.startIn(home);
        JsonNode last = rig.post("/api/stock/poll", "");
        assertThat(last.path("compared").asInt()).isEqualTo(VARIANTS);
        assertThat(rig.post("/api/stock/poll", "").path("differ").asInt()).isZero();
    }

    @Test
    @DisplayName(
            "sends a request only while no more than a quarter of the shop's bucket is taken, so none while an order's request waits")
    void share() throws Exception {
        differ("3");
        rig.shop.bucket(LIMIT, LEAK);
        rig.shop.forgetRequests();
        CompletableFuture<JsonNode> comparison = comparing();
        long id = 0;
        while (!comparison.isDone()) {
            for (int i = 0; i < 3; i++) {
                id = rig.shop.addOrder(order());
            }
            rig.poll();
            long enough = rig.shop.requests("PUT", STOCKS) + BETWEEN_POLLS; // it gets its turn, however fast orders are
            Rig.eventually(() -> assertThat(comparison.isDone() || rig.shop.requests("PUT", STOCKS) >= enough)
                    .isTrue());
        }
        rig.awaitState("ISSUED", id);

        assertThat(comparison.get().path("changed").asInt()).isEqualTo(VARIANTS);
        assertThat(rig.shop.refusedCalls()).isZero();
        double level = 0;
        double most = 0;
        Instant before = Instant.MIN;
        for (SimRequest request : rig.shop.requests()) { // the bucket once more
            double leaked = before == Instant.MIN
                    ? 0
                    : Duration.between(before, request.at()).toNanos() / 1e9 * LEAK;
            level = Math.max(0, level - leaked) + 1;
            before = request.at();
            if (request.path().startsWith(STOCKS)) {
                most = Math.max(most, level);
            }
        }
        assertThat(most)
                .describedAs("a quarter of what may be taken, and what orders were sent while it was on its way")
                .isLessThanOrEqualTo(LIMIT / 4.0 + 3);
    }
}
