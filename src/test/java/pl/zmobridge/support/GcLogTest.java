package pl.zmobridge.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class GcLogTest {
    @Test
    void countsWhatStopsAllThreads() {
        GcLog gc = GcLog.of(List.of(
                "[0.005s][info][gc] Using G1",
                "[1.1s][info][gc] GC(0) Pause Young (Normal) (G1 Evacuation Pause) 88M->71M(96M) 10.500ms",
                "[2.0s][info][gc] GC(1) Concurrent Mark Cycle 12.345ms",
                "[2.1s][info][gc] GC(2) Pause Full (G1 Compaction Pause) 95M->63M(96M) 100.000ms"));

        assertThat(gc).isEqualTo(new GcLog(2, Duration.ofNanos(110_500_000), 1, 95, 63));
        assertThat(gc.share(Duration.ofSeconds(10))).isBetween(1.1, 1.11);
    }
}
