package pl.zmobridge.shoper;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A shop is asked several questions in one request")
class BulkTrustTest {
    private static final ListPage PAGE = new ListPage(0, 0, 1, List.of());
    private static final OrdersAnswer UNDERSTOOD = new OrdersAnswer.Together(PAGE, Optional.empty(), Optional.empty());
    private static final OrdersAnswer PLAIN = new OrdersAnswer.Page(PAGE);
    private static final OrdersAnswer NOT = new OrdersAnswer.NotTogether("it answered 404", false);

    private Instant now = Instant.parse("2026-10-02T10:00:00Z");
    private final BulkTrust trust = new BulkTrust(() -> now);

    @Test
    @DisplayName("as long as it answers that; answers to other questions say nothing about it")
    void asLongAsItAnswers() {
        assertThat(trust.isThere()).isTrue();
        assertThat(trust.heard(UNDERSTOOD)).isEmpty();
        assertThat(trust.heard(PLAIN)).isEmpty();
        assertThat(trust.isThere()).isTrue();
    }

    @Test
    @DisplayName("again a minute after an answer that says nothing of the next one, and without a word")
    void againInAMinute() {
        assertThat(trust.heard(new OrdersAnswer.NotTogether("there are no orders in it", true)))
                .isEmpty();
        pass(Duration.ofSeconds(59));
        assertThat(trust.isThere()).isFalse();

        pass(Duration.ofSeconds(1));
        assertThat(trust.isThere()).isTrue();
    }

    @Test
    @DisplayName("again an hour after an answer that was not understood, and the same reason is said once")
    void againInAnHour() {
        assertThat(trust.heard(NOT)).contains("it answered 404");
        trust.heard(PLAIN);
        pass(Duration.ofMinutes(59));
        assertThat(trust.isThere()).isFalse();

        pass(Duration.ofMinutes(1));
        assertThat(trust.isThere()).isTrue();
        assertThat(trust.heard(NOT)).isEmpty();
        assertThat(trust.isThere()).isFalse();
        assertThat(trust.heard(new OrdersAnswer.NotTogether("it did not answer", false)))
                .contains("it did not answer");

        pass(Duration.ofHours(1));
        trust.heard(UNDERSTOOD);
        assertThat(trust.heard(NOT)).describedAs("it had worked in between").contains("it answered 404");
    }

    private void pass(Duration time) {
        now = now.plus(time);
    }
}
