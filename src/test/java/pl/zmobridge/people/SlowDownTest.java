package pl.zmobridge.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import pl.zmobridge.sim.MovableClock;

@DisplayName("Wrong passwords")
class SlowDownTest {
    private static final Address HERE = new Address("10.0.0.7");
    private static final Address THERE = new Address("10.0.0.8");
    private final MovableClock clock = MovableClock.at("2026-10-02T10:00:00Z");
    private final SlowDown slowDown = new SlowDown(clock);

    @Test
    @DisplayName("A few mistakes cost nothing, and a right password ends them")
    void fewMistakes() {
        wrong("ola", HERE, SlowDown.FREE_MISTAKES - 1);
        assertThat(slowDown.pause("ola", HERE)).isZero();
        slowDown.right("ola", HERE);
        wrong("ola", HERE, SlowDown.FREE_MISTAKES - 1);
        assertThat(slowDown.pause("ola", HERE)).isZero();
    }

    @Test
    @DisplayName("Two scripts of one user, one with an old password, keep nobody else at their address out")
    void oldAndNew() {
        for (int i = 0; i < SlowDown.FREE_NAMES + 5; i++) {
            wrong("ola", HERE, 1);
            slowDown.right("ola", HERE);
            clock.advance(Duration.ofMinutes(5));
        }

        assertThat(slowDown.pause("jan", HERE)).isZero();
    }

    @Test
    @DisplayName("More cost a time that doubles, up to five minutes")
    void timeDoubles() {
        wrong("ola", HERE, SlowDown.FREE_MISTAKES);
        for (long seconds : new long[] {1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300}) {
            assertThat(slowDown.pause("ola", HERE)).hasSeconds(seconds);
            clock.advance(Duration.ofSeconds(seconds));
            assertThat(slowDown.pause("ola", HERE)).isZero();
            wrong("ola", HERE, 1);
        }
    }

    @Test
    @DisplayName(
            "Whoever guesses somebody's password locks him out at no other address, and nobody else at the same one")
    void onlyThisUserHere() {
        wrong("ola", HERE, SlowDown.FREE_MISTAKES);

        assertThat(slowDown.pause("ola", HERE)).isPositive();
        assertThat(slowDown.pause("ola", THERE)).isZero();
        assertThat(slowDown.pause("jan", HERE)).isZero();
    }

    @Test
    @DisplayName("Neighbours in one IPv6 network are one address")
    void networks() {
        wrong("ola", new Address("2001:db8:0:0:0:0:0:1"), SlowDown.FREE_MISTAKES);

        assertThat(slowDown.pause("ola", new Address("2001:db8::2"))).isPositive();
        assertThat(slowDown.pause("ola", new Address("2001:db8:0:1::1"))).isZero();
    }

    @Test
    @DisplayName(
            "An address that tries many names has to wait, whoever it says it is; one with an old password for one user has not")
    void manyNames() {
        for (int i = 0; i < SlowDown.FREE_NAMES - 1; i++) {
            wrong("name" + i, HERE, 1);
        }
        assertThat(slowDown.pause("ola", HERE)).isZero();
        wrong("name", HERE, 1);
        assertThat(slowDown.pause("ola", HERE)).isPositive();

        for (int i = 0; i < SlowDown.FREE_NAMES * 3; i++) {
            wrong("script", THERE, 1);
            clock.advance(SlowDown.LONGEST);
        }
        assertThat(slowDown.pause("ola", THERE)).isZero();
    }

    @Test
    @DisplayName("What is remembered is bounded")
    void bounded() {
        for (int i = 0; i < SlowDown.MOST + 100; i++) {
            wrong("ola", new Address("10.1." + i / 250 + "." + i % 250), 1);
        }

        assertThat(slowDown.remembered()).isEqualTo(2 * SlowDown.MOST);
    }

    @Test
    @DisplayName("Whoever was quiet for long starts afresh")
    void forgotten() {
        wrong("ola", HERE, SlowDown.FREE_MISTAKES);
        clock.advance(Duration.ofHours(1));

        wrong("ola", HERE, SlowDown.FREE_MISTAKES - 1);

        assertThat(slowDown.pause("ola", HERE)).isZero();
    }

    private void wrong(String user, Address from, int times) {
        for (int i = 0; i < times; i++) {
            slowDown.wrong(user, from);
        }
    }
}
