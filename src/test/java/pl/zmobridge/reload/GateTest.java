package pl.zmobridge.reload;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GateTest {
    private static final Duration LONG = Duration.ofSeconds(20);

    private final Gate gate = new Gate();

    @Test
    void whoIsInsideIsKnownUntilHeLeaves() throws Exception {
        assertThat(gate.enter(LONG)).isTrue();
        assertThat(gate.isEmpty()).isFalse();
        gate.leave();
        assertThat(gate.isEmpty()).isTrue();
    }

    @Test
    void whoComesToAShutGateGoesInWhenItOpens() {
        gate.shut();
        CompletableFuture<Boolean> visitor = visitor();
        assertThat(visitor).isNotDone();
        gate.open();
        assertThat(visitor.join()).isTrue();
        assertThat(gate.isEmpty()).isFalse();
    }

    @Test
    void whoseGateStaysShutHasNotGoneIn() throws Exception {
        gate.shut();
        assertThat(gate.enter(Duration.ofMillis(1))).isFalse();
        assertThat(gate.isEmpty()).isTrue();
    }

    @Test
    void moreThanAFewAreNotKeptWaiting() throws Exception {
        gate.shut();
        CompletableFuture<?>[] visitors =
                Stream.generate(this::visitor).limit(Gate.MOST_WAITING + 1).toArray(CompletableFuture[]::new);
        assertThat(CompletableFuture.anyOf(visitors).get(LONG.toSeconds() / 2, TimeUnit.SECONDS))
                .describedAs("one of them is sent away at once, whichever came last")
                .isEqualTo(false);
        gate.open();
    }

    private CompletableFuture<Boolean> visitor() {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return gate.enter(LONG);
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                },
                task -> {
                    Thread thread = new Thread(task);
                    thread.setDaemon(true);
                    thread.start();
                });
    }
}
