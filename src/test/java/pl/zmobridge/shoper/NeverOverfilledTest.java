package pl.zmobridge.shoper;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** The law of the rate bucket, against shops that leak evenly and shops that leak once a second. */
class NeverOverfilledTest {
    private static final long MILLI = TimeUnit.MILLISECONDS.toNanos(1);

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void the_bucket_of_the_shop_never_overflows(
            @ForAll @IntRange(min = 1, max = 40) int limit,
            @ForAll @IntRange(min = 1, max = 20) int bandwidth,
            @ForAll @IntRange(min = 1, max = 12) int callers,
            @ForAll @IntRange(min = 1, max = 1500) int slowness,
            @ForAll @IntRange(max = 999) int phase,
            @ForAll boolean evenly,
            @ForAll long seed) {
        Shop shop = new Shop(limit, bandwidth, evenly, phase);
        long[] now = {0};
        RateBucket bucket = new RateBucket(() -> now[0], () -> Instant.EPOCH);
        bucket.observe(shop.headers());
        Random random = new Random(seed);
        List<Request> underway = new ArrayList<>();
        int sent = 0;

        while (sent < 60) {
            now[0] += random.nextInt(random.nextInt(10) == 0 ? 1200 : 40) * MILLI;
            int calls = limit > 3 && random.nextInt(4) == 0 ? 2 : 1; // a bulk may count as two
            if (underway.size() < callers && bucket.tryTake(calls)) {
                sent++;
                for (int call = 0; call < calls; call++) {
                    shop.takeAt(now[0]);
                }
                assertThat(shop.level).isLessThanOrEqualTo(limit);
                underway.add(new Request(now[0] + random.nextInt(slowness) * MILLI, shop.headers(), calls));
            }
            for (Request request : List.copyOf(underway)) {
                if (request.answered <= now[0]) {
                    bucket.observe(request.headers, request.calls);
                    underway.remove(request);
                }
            }
        }
    }

    @Property(tries = 100)
    void waiting_as_long_as_told_is_always_enough_and_never_for_ever(
            @ForAll @IntRange(min = 1, max = 40) int limit, @ForAll @IntRange(min = 1, max = 20) int bandwidth) {
        long[] now = {0};
        RateBucket bucket = new RateBucket(() -> now[0], () -> Instant.EPOCH);
        bucket.observe(new Shop(limit, bandwidth, true, 0).headers());

        for (int request = 0; request < 100; request++) {
            long millis = bucket.waitMillis();
            now[0] += millis * MILLI;
            assertThat(millis).isLessThanOrEqualTo(1000L * limit);
            assertThat(bucket.tryTake()).isTrue();
        }
    }

    private record Request(long answered, Map<String, Object> headers, int calls) {}

    private static final class Shop {
        private final int limit;
        private final int bandwidth;
        private final boolean evenly;
        private final long phase;
        private double level;
        private long leakedUntil;

        Shop(int limit, int bandwidth, boolean evenly, int phaseMillis) {
            this.limit = limit;
            this.bandwidth = bandwidth;
            this.evenly = evenly;
            this.phase = phaseMillis * MILLI;
        }

        void takeAt(long now) {
            long second = TimeUnit.SECONDS.toNanos(1);
            double leaks = evenly
                    ? (now - leakedUntil) / (double) second
                    : (now + phase) / second - (leakedUntil + phase) / second;
            leakedUntil = now;
            level = Math.max(0, level - leaks * bandwidth) + 1;
        }

        Map<String, Object> headers() {
            return Map.of(
                    "X-SHOP-API-CALLS", String.valueOf((int) level),
                    "X-SHOP-API-LIMIT", String.valueOf(limit),
                    "X-SHOP-API-BANDWIDTH", String.valueOf(bandwidth));
        }
    }
}
