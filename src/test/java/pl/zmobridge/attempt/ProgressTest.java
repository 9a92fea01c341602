package pl.zmobridge.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** I11: what health knows of the workers. */
class ProgressTest {
    private final AtomicLong nanos = new AtomicLong(-5);
    private final Progress progress = new Progress(nanos::get);

    @Test
    void atFirstItIsQuietSinceTheStart() {
        pass(Duration.ofMinutes(7));

        assertThat(progress.quiet("buty")).isEqualTo(Duration.ofMinutes(7));
        assertThat(progress.longest("buty")).isEmpty();
    }

    @Test
    void anAttemptThatEndsIsProgressOfItsShopAlone() {
        Attempt attempt = begun("buty");
        attempt.take(1, "buyer", "claim", Optional.empty());
        pass(Duration.ofMinutes(2));
        progress.ends(attempt);
        pass(Duration.ofMinutes(1));

        assertThat(progress.quiet("buty")).isEqualTo(Duration.ofMinutes(1));
        assertThat(progress.quiet("torby")).isEqualTo(Duration.ofMinutes(3));
        assertThat(progress.longest("buty")).isEmpty();
    }

    @Test
    void aLookThatFoundNoOrderIsNone() {
        Attempt attempt = begun("buty");
        pass(Duration.ofMinutes(2));
        progress.ends(attempt);

        assertThat(progress.quiet("buty")).isEqualTo(Duration.ofMinutes(2));
    }

    @Test
    void ofSeveralAttemptsTheLongestCounts() {
        begun("buty");
        pass(Duration.ofMinutes(4));
        begun("buty");
        pass(Duration.ofMinutes(1));

        assertThat(progress.longest("buty")).contains(Duration.ofMinutes(5));
        assertThat(progress.longest("torby")).isEmpty();
    }

    private Attempt begun(String shop) {
        Attempt attempt = Attempt.ofWorker(shop, "import", Step.IMPORT, Due.OLDEST_IMPORT);
        progress.begins(attempt);
        return attempt;
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
