package pl.zmobridge.shoper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The rate bucket")
class RateBucketTest {
    private static final Instant NOON = Instant.parse("2026-10-02T10:00:00Z");
    private final AtomicLong nanos = new AtomicLong();
    private final RateBucket bucket = new RateBucket(nanos::get, () -> NOON);

    @Test
    @DisplayName("assumes the documented size before the first answer, and keeps two places free")
    void assumesTheDocumentedSize() {
        assertThat(bucket.limit()).isEqualTo(10);
        for (int request = 0; request < 8; request++) {
            assertThat(bucket.tryTake()).isTrue();
        }

        assertThat(bucket.tryTake()).isFalse();
        assertThat(bucket.level()).isEqualTo(8);
        assertThat(bucket.waitMillis()).isBetween(1L, 1000L);
    }

    @Test
    @DisplayName("has a request that may be several calls take as many places, until the shop says otherwise")
    void severalCalls() {
        assertThat(bucket.tryTake(2)).isTrue();
        assertThat(bucket.level()).isEqualTo(2);
        bucket.observe(Map.of("X-SHOP-API-LIMIT", "10", "X-SHOP-API-CALLS", "1"), 2);
        assertThat(bucket.level()).describedAs("the shop counts it as one").isEqualTo(1);

        for (int request = 0; request < 6; request++) {
            assertThat(bucket.tryTake()).isTrue();
        }
        assertThat(bucket.tryTake(2)).describedAs("one place is free").isFalse();
        assertThat(bucket.tryTake()).isTrue();
    }

    @Test
    @DisplayName("lets such a request go out though the shop's bucket is too small for it")
    void tooSmallABucket() {
        bucket.observe(Map.of("X-SHOP-API-LIMIT", "2", "X-SHOP-API-CALLS", "0"));

        assertThat(bucket.tryTake(2)).isTrue();
        assertThat(bucket.level()).isEqualTo(2);
    }

    @Test
    @DisplayName("has something to spare only while hardly any place is taken and nobody waits for one")
    void spares() throws InterruptedException {
        bucket.observe(Map.of("X-SHOP-API-LIMIT", "10", "X-SHOP-API-CALLS", "0"));
        assertThat(bucket.hasSpare()).isTrue();
        bucket.tryTake();
        assertThat(bucket.hasSpare()).isTrue();
        bucket.tryTake();
        assertThat(bucket.hasSpare())
                .describedAs("a quarter of what may be used is taken")
                .isFalse();
        pass(Duration.ofSeconds(1));
        assertThat(bucket.hasSpare()).isTrue();

        bucket.observe(Map.of("Retry-After", "5"));
        Thread waiting = new Thread(() -> {
            try {
                bucket.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        waiting.start();
        try {
            assertThat(bucket.hasSpare())
                    .describedAs("the shop wants to be left alone")
                    .isFalse();
            await().until(() -> waiting.getState() == Thread.State.TIMED_WAITING);
            pass(Duration.ofSeconds(6));
            assertThat(bucket.hasSpare()).describedAs("somebody waits").isFalse();
        } finally {
            waiting.interrupt();
            waiting.join();
        }
        assertThat(bucket.hasSpare()).isTrue();
    }

    @Test
    @DisplayName("believes what the shop says, whatever the case of its headers")
    void believesTheShop() {
        bucket.observe(Map.of("x-shop-api-calls", "37", "X-Shop-Api-Limit", List.of("40"), "X-SHOP-API-BANDWIDTH", 10));

        assertThat(bucket.limit()).isEqualTo(40);
        assertThat(bucket.level()).isEqualTo(37);
        assertThat(bucket.waitMillis()).isZero();

        bucket.observe(Map.of("X-SHOP-API-CALLS", "40"));
        assertThat(bucket.waitMillis()).isEqualTo(1000);
        pass(Duration.ofMillis(999));
        assertThat(bucket.waitMillis()).isEqualTo(1);
        pass(Duration.ofMillis(1));
        assertThat(bucket.tryTake()).isTrue();
    }

    @ParameterizedTest(name = "CALLS {0}, LIMIT {1}, BANDWIDTH {2}, Retry-After {3}")
    @DisplayName("is not confused by headers that make no sense")
    @CsvSource({"x,y,z,soon", "-1,0,0,-5", "'','','',''", "NaN,1e9,-2,Fri"})
    void isNotConfused(String calls, String limit, String bandwidth, String retryAfter) {
        Map<String, Object> headers = new HashMap<>();
        headers.put("X-SHOP-API-CALLS", calls);
        headers.put("X-SHOP-API-LIMIT", limit);
        headers.put("X-SHOP-API-BANDWIDTH", bandwidth);
        headers.put("Retry-After", retryAfter);
        headers.put("Date", null);

        bucket.observe(headers);

        assertThat(bucket.limit()).isEqualTo(10);
        assertThat(bucket.level()).isZero();
        assertThat(bucket.waitMillis()).isZero();
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("obeys Retry-After to the second")
    @CsvSource(
            delimiter = '|',
            value = {"7 | 7000", "0 | 0", "Fri, 02 Oct 2026 10:00:12 GMT | 12000", "Fri, 02 Oct 2026 09:59:00 GMT | 0"})
    void obeysRetryAfter(String retryAfter, long millis) {
        bucket.observe(Map.of("retry-after", retryAfter));

        assertThat(bucket.waitMillis()).isEqualTo(millis);
    }

    @Test
    @DisplayName("stays away as long as the longest Retry-After said, however empty it is")
    void staysAwayAsLongAsTheLongest() {
        bucket.observe(Map.of("Retry-After", "10"));
        bucket.observe(Map.of("Retry-After", "3", "X-SHOP-API-CALLS", "0"));

        pass(Duration.ofSeconds(9));
        assertThat(bucket.tryTake()).isFalse();
        pass(Duration.ofSeconds(1));
        assertThat(bucket.tryTake()).isTrue();
    }

    @Test
    @DisplayName("counts requests that are on their way")
    void countsRequestsOnTheirWay() {
        bucket.tryTake();
        bucket.tryTake();
        bucket.tryTake();

        bucket.observe(Map.of("X-SHOP-API-CALLS", "6"));

        assertThat(bucket.level()).isEqualTo(8);
        assertThat(bucket.tryTake()).isFalse();
    }

    @Test
    @DisplayName("does not believe an older, lower answer that comes late")
    void doesNotBelieveALateAnswer() {
        bucket.tryTake();
        bucket.tryTake();
        bucket.observe(Map.of("X-SHOP-API-CALLS", "7"));
        bucket.observe(Map.of("X-SHOP-API-CALLS", "6"));

        assertThat(bucket.level()).isEqualTo(8);
    }

    @Test
    @DisplayName("does not count on a leak from the time when it may have been dry")
    void doesNotCountOnALeakWhileDry() {
        bucket.observe(Map.of("X-SHOP-API-CALLS", "0", "X-SHOP-API-BANDWIDTH", "10"));
        pass(Duration.ofMillis(900));
        bucket.tryTake();
        bucket.tryTake();
        pass(Duration.ofMillis(200));

        assertThat(bucket.level()).isEqualTo(2);
    }

    @Test
    @DisplayName("forgets requests that never got an answer")
    void forgetsLostRequests() {
        bucket.tryTake();
        pass(Duration.ofMinutes(3));
        bucket.tryTake();
        bucket.observe(Map.of("X-SHOP-API-CALLS", "4"));

        assertThat(bucket.level()).isEqualTo(4);
    }

    @Test
    @DisplayName("makes a caller wait until an answer shows that there is room")
    void makesACallerWait() throws InterruptedException {
        bucket.observe(Map.of("X-SHOP-API-CALLS", "10", "Retry-After", "0"));
        CountDownLatch through = new CountDownLatch(1);
        Thread caller = new Thread(() -> {
            try {
                bucket.await();
                through.countDown();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        caller.start();
        await().until(() -> caller.getState() == Thread.State.TIMED_WAITING);
        assertThat(through.getCount()).isEqualTo(1);

        bucket.observe(Map.of("X-SHOP-API-CALLS", "2"));

        assertThat(through.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(bucket.level()).isEqualTo(3);
    }

    @Test
    @DisplayName("lets a waiting caller be interrupted, and takes no place for it")
    void letsACallerBeInterrupted() throws InterruptedException {
        bucket.observe(Map.of("X-SHOP-API-CALLS", "9", "Retry-After", "3600"));
        CountDownLatch interrupted = new CountDownLatch(1);
        Thread caller = new Thread(() -> {
            try {
                bucket.await();
            } catch (InterruptedException e) {
                interrupted.countDown();
            }
        });
        caller.start();
        await().until(() -> caller.getState() == Thread.State.TIMED_WAITING);

        caller.interrupt();

        assertThat(interrupted.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(bucket.level()).isEqualTo(9);
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
