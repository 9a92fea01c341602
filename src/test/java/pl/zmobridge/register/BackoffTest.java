package pl.zmobridge.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class BackoffTest {

    @Property
    void theWaitDoublesUpToTheMaximumWithATenthOfJitterAndNeverEnds(
            @ForAll @IntRange(min = 1) int failures,
            @ForAll @DoubleRange(min = 0, max = 1) double random,
            @ForAll @IntRange(min = 1, max = 3600) int initial,
            @ForAll @IntRange(min = 1, max = 86_400) int longer) {
        Duration max = Duration.ofSeconds(initial + longer);
        Duration wait = new Backoff(Duration.ofSeconds(initial), max, () -> random).after(failures);

        double full = Math.min(initial * 1000.0 * Math.pow(2, Math.min(failures - 1, 30)), max.toMillis());
        assertThat(wait.toMillis()).isBetween((long) (full * 0.9) - 1, (long) full + 1);
        assertThat(wait).isPositive();
    }
}
