package pl.zmobridge.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pl.zmobridge.support.Rig;

/** {@code mvn -Pbench}: a large shop is compared while orders flow; counted in requests, not in time. */
@Tag("bench")
@DisplayName("The stock of 20,000 variants while 500 orders flow")
class StockLoadTest extends CasesFixture {
    private static final int VARIANTS = Integer.getInteger("stock.variants", 20_000);
    private static final int ORDERS = 500;
    private static final int DIFFERENT = 100;
    private static final String STOCKS = "/webapi/rest/product-stocks";

    @Test
    @DisplayName("is kept within the shop's bucket, and no order waits for it")
    void flows() throws Exception {
        try (Rig large = new Rig()) {
            rig = large;
            for (int i = 0; i < VARIANTS; i++) {
                large.shop.desk().variant("W-" + i, "10.00", "5");
                large.erp.addProduct("W-" + i, "Wariant", i < DIFFERENT ? "3" : "5");
            }
            large.set("stock.enabled", "true").set("stock.only", "W-").set("stock.poll.cron", "0 0 0 1 1 ? 2099");
            large.start();
            large.poll();
            large.shop.bucket(40, 20);
            large.shop.forgetRequests();

            CompletableFuture<JsonNode> comparison = CompletableFuture.supplyAsync(this::compare);
            List<Long> ids = new ArrayList<>();
            int polls = 0;
            while (ids.size() < ORDERS) {
                for (int i = 0; i < 50; i++) {
                    ids.add(large.shop.addOrder(order().status(3)));
                }
                large.poll();
                polls++;
            }
            await().atMost(Duration.ofMinutes(5))
                    .until(() -> large.erp.ordersIssued() >= ORDERS && large.erp.invoicesIssued() >= ORDERS);
            boolean ordersFirst = !comparison.isDone();
            JsonNode told = comparison.get();

            long stock = large.shop.requests(request -> request.path().startsWith(STOCKS));
            System.out.printf(
                    "%d variants, %d written, %d requests about stock of %d, %d polls of orders, %d refused by the bucket, orders done first: %s%n",
                    told.path("compared").asInt(),
                    told.path("changed").asInt(),
                    stock,
                    large.shop.requests().size(),
                    polls,
                    large.shop.refusedCalls(),
                    ordersFirst);
            assertThat(told.path("changed").asInt()).isEqualTo(DIFFERENT);
            assertThat(large.shop.refusedCalls()).isZero();
            assertThat(stock).isLessThanOrEqualTo(VARIANTS / 50 + 1 + DIFFERENT / 10 + DIFFERENT);
            assertThat(ordersFirst)
                    .describedAs("orders are done before the comparison is")
                    .isTrue();
        }
    }

    private JsonNode compare() {
        try {
            return rig.post("/api/stock/poll", "");
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
