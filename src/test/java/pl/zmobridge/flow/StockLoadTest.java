package pl.zmobridge.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pl.zmobridge.sim.SimRequest;
import pl.zmobridge.support.Rig;

/** {@code mvn -Pbench}: a large shop is compared while orders flow, beside the same orders without it. */
@Tag("bench")
@DisplayName("The stock of 20,000 variants while 500 orders flow")
class StockLoadTest extends CasesFixture {
    private static final int VARIANTS = Integer.getInteger("stock.variants", 20_000);
    private static final int ORDERS = Integer.getInteger("stock.orders", 500);
    private static final int AT_ONCE = 5;
    private static final int DIFFERENT = 300;
    private static final long TICK_MILLIS = 400;
    /** What a poll or a worker's turn may differ by itself. */
    private static final long GRAIN_MILLIS = 50;

    private static final String STOCKS = "/webapi/rest/product-stocks";
    private static final Pattern NUMBER = Pattern.compile("\"Description\":\"SH/(\\d+) ");

    @Test
    @DisplayName("is kept within the shop's bucket, and no order waits for it")
    void flows() throws Exception {
        try (Rig large = new Rig()) {
            rig = large;
            for (int i = 0; i < VARIANTS; i++) {
                large.shop.desk().variant("W-" + i, "10.00", "5");
                large.erp.addProduct("W-" + i, "Wariant", i < DIFFERENT ? "3" : "5");
            }
            large.erp.setStock("SPD-101", "100000");
            large.set("stock.enabled", "true").set("stock.only", "W-").set("stock.poll.cron", "0 0 0 1 1 ? 2099");
            large.start();
            large.poll();
            large.shop.bucket(40, 20);
            latency(ORDERS / 5); // what is loaded and compiled first

            long without = latency(ORDERS);
            large.shop.forgetRequests();
            CompletableFuture<JsonNode> comparison = CompletableFuture.supplyAsync(this::compare);
            long with = latency(ORDERS);
            boolean ordersFirst = !comparison.isDone();
            JsonNode told = comparison.get();
            long again = latency(ORDERS);

            long stock = large.shop.requests(request -> request.path().startsWith(STOCKS));
            System.out.printf(
                    "%d variants, %d written, %d requests about stock, %d refused by the bucket, orders done first: %s;"
                            + " 95 of 100 orders had their ZMO within %d ms without stock, %d ms with it, %d ms after it%n",
                    told.path("compared").asInt(),
                    told.path("changed").asInt(),
                    stock,
                    large.shop.refusedCalls(),
                    ordersFirst,
                    without,
                    with,
                    again);
            assertThat(told.path("changed").asInt()).isEqualTo(DIFFERENT);
            assertThat(large.shop.refusedCalls()).isZero();
            assertThat(stock).isLessThanOrEqualTo(VARIANTS / 50 + 1 + DIFFERENT / 10 + DIFFERENT);
            assertThat((double) with).isLessThanOrEqualTo(Math.max(without, again) * 1.1 + GRAIN_MILLIS);
        }
    }

    /** Lets orders come in, a few at a time; how long 95 of 100 wait for their ZMO. */
    private long latency(int orders) throws Exception {
        rig.erp.forgetRequests();
        Map<String, Instant> placed = new HashMap<>();
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
        CompletableFuture<Void> all = new CompletableFuture<>();
        clock.scheduleAtFixedRate(() -> tick(orders, placed, all), 0, TICK_MILLIS, TimeUnit.MILLISECONDS);
        all.get(10, TimeUnit.MINUTES);
        clock.shutdown();
        await().atMost(Duration.ofMinutes(5)).until(() -> issued().size() >= orders);
        Map<String, Instant> issued = issued();
        List<Long> millis = placed.entrySet().stream()
                .map(each -> Duration.between(each.getValue(), issued.get(each.getKey()))
                        .toMillis())
                .sorted()
                .toList();
        return millis.get(millis.size() * 95 / 100);
    }

    private void tick(int orders, Map<String, Instant> placed, CompletableFuture<Void> all) {
        try {
            for (int i = 0; i < AT_ONCE && placed.size() < orders; i++) {
                Instant now = Instant.now();
                placed.put(Long.toString(rig.shop.addOrder(order())), now);
            }
            rig.poll();
            if (placed.size() >= orders) {
                all.complete(null);
            }
        } catch (Exception e) {
            all.completeExceptionally(e);
        }
    }

    private Map<String, Instant> issued() {
        Map<String, Instant> issued = new HashMap<>();
        for (SimRequest request : rig.erp.requests()) {
            Matcher number = NUMBER.matcher(request.body());
            if (request.path().equals("/api/OrdersIssue/New") && number.find()) {
                issued.putIfAbsent(number.group(1), request.at());
            }
        }
        return issued;
    }

    private JsonNode compare() {
        try {
            return rig.post("/api/stock/poll", "");
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
