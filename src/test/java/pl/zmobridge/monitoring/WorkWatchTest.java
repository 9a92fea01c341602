package pl.zmobridge.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pl.zmobridge.attempt.Attempt;
import pl.zmobridge.attempt.Due;
import pl.zmobridge.attempt.Progress;
import pl.zmobridge.attempt.Step;
import pl.zmobridge.monitoring.health.WorkDone;

@DisplayName("I11 work that is due is done")
class WorkWatchTest {
    private final AtomicLong nanos = new AtomicLong();
    private final Progress progress = new Progress(nanos::get);
    private Optional<Duration> due = Optional.empty();
    private Map<String, Instant> away = Map.of();
    private boolean stopped;

    private final WorkWatch watch =
            new WorkWatch(progress, (shop, steps) -> due.filter(age -> steps.test("IMPORT")), shop -> stopped);

    @ParameterizedTest(name = "quiet for {0} min, due for {1} min: {2}")
    @CsvSource({"4, 60, false", "60, 4, false", "5, 5, true", "60, 6, true"})
    @DisplayName("unless it is due, and nothing ends, for five minutes")
    void fiveMinutes(int quiet, int waiting, boolean still) {
        nanos.set(Duration.ofMinutes(quiet).toNanos());
        due = Optional.of(Duration.ofMinutes(waiting));

        assertThat(watch.standstill(shop()).isPresent()).isEqualTo(still);
    }

    @Test
    @DisplayName("if it is not, the check is DOWN and says why")
    void saysWhy() {
        nanos.set(Duration.ofMinutes(7).toNanos());
        due = Optional.of(Duration.ofMinutes(61));

        assertThat(watch.standstill(shop())).contains("due for 61 min, nothing ended for 7 min");
        assertThat(new WorkDone(() -> List.of(shop()), watch).call().getMessage())
                .contains("Work that is due is not done: buty due for 61 min, nothing ended for 7 min");
    }

    @Test
    @DisplayName("with nothing due there is nothing to do")
    void nothingIsDue() {
        nanos.set(Duration.ofDays(7).toNanos());

        assertThat(watch.standstill(shop())).isEmpty();
    }

    @Test
    @DisplayName("an outage of a system, and an ERP that was stopped (S6), have their own alarms")
    void othersAlarms() {
        nanos.set(Duration.ofHours(1).toNanos());
        due = Optional.of(Duration.ofHours(1));

        away = Map.of("ERP", Instant.EPOCH);
        assertThat(watch.standstill(shop())).isEmpty();
        away = Map.of("shop", Instant.EPOCH);
        assertThat(watch.standstill(shop())).isEmpty();
        away = Map.of("database", Instant.EPOCH);
        assertThat(watch.standstill(shop()))
                .describedAs("nothing can be written")
                .isPresent();
        away = Map.of();
        stopped = true;
        assertThat(watch.standstill(shop())).isEmpty();
    }

    @Test
    @DisplayName("a worker that hangs is a standstill, though no other could take its order")
    void aWorkerHangs() {
        progress.begins(Attempt.ofWorker("buty", "import", Step.IMPORT, Due.OLDEST_IMPORT));
        nanos.set(Duration.ofMinutes(10).toNanos());
        assertThat(watch.standstill(shop()))
                .describedAs("a write may take ten minutes")
                .isEmpty();

        nanos.set(Duration.ofMinutes(11).toNanos());
        assertThat(watch.standstill(shop()))
                .contains("a worker has been at one order for 11 min, nothing ended for 11 min");
    }

    private WatchedShop shop() {
        return new WatchedShop(
                "buty",
                "http://127.0.0.1:9000",
                new PollTimes("0 * * * * ?", TimeZone.getTimeZone("UTC"), InstantSource.system()),
                Duration.ofMinutes(10),
                step -> true,
                () -> 0,
                () -> 0,
                () -> away,
                Map::of);
    }
}
