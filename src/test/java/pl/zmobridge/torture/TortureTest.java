package pl.zmobridge.torture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

class TortureTest {
    private static final long SEED = 20260924;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path directory;

    @Test
    void aShortTortureLosesNothingAndDoublesNothing() throws Exception {
        long seed = Long.getLong("torture.seed", SEED);
        tortured(new Torture.Plan(
                seed, 40, 8, Duration.ofSeconds(15), Duration.ofSeconds(45), 1, Duration.ofSeconds(60)));
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
                Duration.ofSeconds(180)));
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
