package pl.zmobridge.torture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import pl.zmobridge.torture.Torture.SlowWrites;

class TortureTest {
    private static final long SEED = 20260924;

    private static final SlowWrites SOME_SECONDS =
            new SlowWrites(Duration.ofSeconds(2), Duration.ofMillis(3500), Duration.ofSeconds(8));

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path directory;

    @Test
    void aShortTortureLosesNothingAndDoublesNothing() throws Exception {
        long seed = Long.getLong("torture.seed", SEED);
        tortured(new Torture.Plan(
                seed, 44, 8, Duration.ofSeconds(15), Duration.ofSeconds(45), 1, Duration.ofSeconds(60), SOME_SECONDS));
    }

    /** {@code mvn -Ptorture}; {@code -Dtorture.orders=300 -Dtorture.seed=…}. */
    @Test
    @Tag("torture")
    void aLongTortureLosesNothingAndDoublesNothing() throws Exception {
        long seed = Long.getLong("torture.seed", System.nanoTime());
        int orders = Integer.getInteger("torture.orders", 300);
        tortured(new Torture.Plan(
                seed,
                orders,
                Integer.MAX_VALUE,
                Duration.ofMillis(orders * 600L),
                Duration.ofMillis(orders * 2_000L),
                orders / 60,
                Duration.ofSeconds(180),
                SOME_SECONDS));
    }

    /** Some writes take the ERP a minute and a half; the bridges wait for 50 s, and an intent lasts as long as in real life. */
    @Test
    @Tag("torture")
    void writesOfNinetySecondsLoseNothingAndDoubleNothing() throws Exception {
        long seed = Long.getLong("torture.seed", System.nanoTime());
        int orders = Integer.getInteger("torture.orders", 300) / 5;
        tortured(new Torture.Plan(
                seed,
                orders,
                orders / 5,
                Duration.ofMillis(orders * 2_000L),
                Duration.ofMillis(orders * 5_000L),
                orders / 60,
                Duration.ofSeconds(500),
                new SlowWrites(Duration.ofSeconds(50), Duration.ofSeconds(90), Duration.ofSeconds(110))));
    }

    private void tortured(Torture.Plan plan) throws Exception {
        System.out.println("torture seed " + plan.seed());
        try (Torture torture = new Torture(plan, directory)) {
            Torture.Report report = torture.run();
            report.print(System.out);
            assertThat(report.violations()).isEmpty();
        }
    }
}
