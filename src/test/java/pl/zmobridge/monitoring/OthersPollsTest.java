package pl.zmobridge.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import pl.zmobridge.attempt.Shop;
import pl.zmobridge.attempt.Shops;
import pl.zmobridge.failure.Cause;
import pl.zmobridge.failure.FailedSystem;
import pl.zmobridge.failure.Failure;
import pl.zmobridge.failure.Unreachable;
import pl.zmobridge.shoper.Poll;
import pl.zmobridge.sim.MovableClock;

@DisplayName("With two bridges on one database a poll")
class OthersPollsTest {
    private static final Failure SILENCE = Failure.of(Cause.SHOP_AWAY).with("how", "NO_ANSWER");

    private final MovableClock clock = MovableClock.at("2026-11-27T20:00:00Z");
    private Optional<Instant> byAnyNode = Optional.empty();
    private final Outages outages =
            new Outages(new Shops(List.of(new Shop("main", null, null, null))), clock, shop -> byAnyNode);
    private final PollWatch watch = new PollWatch(new SimpleMeterRegistry(), clock, shop -> byAnyNode, outages);
    private final PollTimes times = new PollTimes("0 * * * * ?", TimeZone.getTimeZone("UTC"), clock);
    private final WatchedShop shop =
            new WatchedShop("main", "", times, Duration.ofMinutes(5), step -> true, () -> 0, () -> 0, Map::of, Map::of);

    @Test
    @DisplayName("that the other one was busy with is not late")
    void leftToTheOther() {
        watch.succeeded("main", new Poll.Summary(0, 0, 1, 5));
        for (int minute = 0; minute < 10; minute++) {
            clock.advance(Duration.ofMinutes(1));
            watch.leftToAnother("main");
        }

        assertThat(isLate()).isFalse();
        clock.advance(Duration.ofMinutes(5));
        assertThat(isLate()).isTrue();
    }

    @Test
    @DisplayName("of the other one counts again as soon as the shop answers this one, and not before")
    void afterAFailure() {
        watch.failed("main", new Unreachable(FailedSystem.SHOP, new java.net.SocketTimeoutException("Read timed out")));
        clock.advance(Duration.ofMinutes(10));
        byAnyNode = Optional.of(clock.instant());
        assertThat(isLate()).describedAs("the shop is away, here").isTrue();

        outages.heard(FailedSystem.SHOP, "main", true);

        assertThat(isLate()).isFalse();
        assertThat(outages.lastPolled("main")).isEqualTo(byAnyNode);
    }

    @Test
    @DisplayName("that is left to the other one makes no shop look polled that is away")
    void leftWhileAway() {
        watch.succeeded("main", new Poll.Summary(0, 0, 1, 5));
        outages.unheard(FailedSystem.SHOP, "main", true, clock.instant().plusSeconds(1), SILENCE);
        Optional<Instant> before = outages.lastPolled("main");
        clock.advance(Duration.ofMinutes(1));
        watch.leftToAnother("main");

        assertThat(outages.lastPolled("main")).isEqualTo(before);
    }

    private boolean isLate() {
        boolean late = watch.isLate(shop);
        boolean shown = outages.lastPolled("main").map(times::isLate).orElse(true);
        assertThat(shown).describedAs("metrics and the summary agree").isEqualTo(late);
        return late;
    }
}
