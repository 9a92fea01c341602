package pl.zmobridge.torture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import pl.zmobridge.torture.ClusterTorture.Trouble;

class ClusterTest {
    private static final long SEED = 20261122;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path directory;

    @Test
    void oneOfThreeNodesIsKilledOneFallsSilentAndOneIsReplacedWhileOrdersCome() throws Exception {
        tortured(new ClusterTorture.Plan(
                Long.getLong("torture.seed", SEED),
                40,
                List.of(Trouble.KILL, Trouble.SILENCE, Trouble.ROLL),
                Duration.ofSeconds(14),
                false,
                Duration.ofSeconds(60)));
    }

    /** {@code mvn -Ptorture}. */
    @Test
    @Tag("torture")
    void aClusterOutlivesEveryTroubleManyTimes() throws Exception {
        List<Trouble> troubles = new ArrayList<>();
        for (int round = 0; round < Integer.getInteger("torture.rounds", 4); round++) {
            troubles.addAll(List.of(Trouble.KILL, Trouble.CUT, Trouble.SILENCE, Trouble.ROLL));
        }
        tortured(new ClusterTorture.Plan(
                Long.getLong("torture.seed", System.nanoTime()),
                Integer.getInteger("torture.orders", 300),
                troubles,
                Duration.ofSeconds(40),
                true,
                Duration.ofSeconds(180)));
    }

    private void tortured(ClusterTorture.Plan plan) throws Exception {
        System.out.println("cluster seed " + plan.seed());
        try (ClusterTorture torture = new ClusterTorture(plan, directory)) {
            ClusterTorture.Report report = torture.run();
            report.print(System.out);
            assertThat(report.violations()).isEmpty();
        }
    }
}
