package pl.zmobridge.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import pl.zmobridge.sim.MovableClock;

@DisplayName("Wrong passwords")
class SlowDownTest {
    private static final String HERE = "10.0.0.7:51000";
    private final MovableClock clock = MovableClock.at("2026-10-02T10:00:00Z");
    private final SlowDown slowDown = new SlowDown(clock);

    @Test
    @DisplayName("A few mistakes cost nothing")
    void fewMistakes() {
        wrong(HERE, SlowDown.FREE_MISTAKES - 1);

        assertThat(slowDown.judge(HERE, () -> true)).isTrue();
        wrong(HERE, SlowDown.FREE_MISTAKES - 1);
        assertThat(slowDown.judge(HERE, () -> true))
                .describedAs("a right one resets")
                .isTrue();
    }

    @Test
    @DisplayName("More cost a time that doubles, up to five minutes; meanwhile no password is looked at")
    void timeDoubles() {
        wrong(HERE, SlowDown.FREE_MISTAKES);
        for (long seconds : new long[] {1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300}) {
            ApiProblem told = refused("10.0.0.7:52000");
            assertThat(told.status()).isEqualTo(429);
            assertThat(told.headers()).containsEntry("Retry-After", Long.toString(seconds + 1));
            clock.advance(Duration.ofSeconds(seconds));
            wrong(HERE, 1);
        }
    }

    @Test
    @DisplayName("Other addresses are not slowed down, but neighbours in one IPv6 network are")
    void onlyTheSender() {
        wrong(HERE, SlowDown.FREE_MISTAKES);
        wrong("[2001:db8::1]:4000", SlowDown.FREE_MISTAKES);

        assertThat(slowDown.judge("10.0.0.8:51000", () -> true)).isTrue();
        assertThat(slowDown.judge("[2001:db8:0:1::2]:4000", () -> true)).isTrue();
        assertThat(refused("[2001:db8::2]:4000").status()).isEqualTo(429);
    }

    @Test
    @DisplayName("What is remembered is bounded")
    void bounded() {
        for (int i = 0; i < SlowDown.MOST_ADDRESSES + 100; i++) {
            wrong("10.1." + i / 250 + "." + i % 250 + ":1", 1);
        }

        assertThat(slowDown.remembered()).isEqualTo(SlowDown.MOST_ADDRESSES);
    }

    @Test
    @DisplayName("An address that was quiet for long starts afresh")
    void forgotten() {
        wrong(HERE, SlowDown.FREE_MISTAKES);
        clock.advance(Duration.ofHours(1));

        wrong(HERE, SlowDown.FREE_MISTAKES - 1);

        assertThat(slowDown.judge(HERE, () -> true)).isTrue();
    }

    private void wrong(String remote, int times) {
        for (int i = 0; i < times; i++) {
            assertThat(slowDown.judge(remote, () -> false)).isFalse();
        }
    }

    private ApiProblem refused(String remote) {
        return catchThrowableOfType(
                ApiProblem.class,
                () -> slowDown.judge(remote, () -> {
                    throw new AssertionError("the password was looked at");
                }));
    }
}
