package pl.zmobridge.shoper;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A shop is asked for orders and lines in one request")
class BulkTrustTest {
    private static final ListPage PAGE = new ListPage(0, 0, 1, List.of());
    private static final OrdersAnswer UNDERSTOOD = new OrdersAnswer.WithLines(PAGE, PAGE);
    private static final OrdersAnswer NOT = new OrdersAnswer.NotTogether("it answered 404");

    private Instant now = Instant.parse("2026-10-02T10:00:00Z");
    private final BulkTrust trust = new BulkTrust(() -> now);

    @Test
    @DisplayName("as long as it answers that; answers to other questions say nothing about it")
    void asLongAsItAnswers() {
        for (int i = 0; i < 3; i++) {
            assertThat(trust.asks()).isTrue();
            trust.heard(UNDERSTOOD);
            trust.heard(new OrdersAnswer.Page(PAGE));
        }
        assertThat(trust.news()).isEmpty();
    }

    @Test
    @DisplayName("again an hour after an answer that was not understood, and the same reason is said once")
    void againInAnHour() {
        assertThat(trust.asks()).isTrue();
        trust.heard(NOT);
        assertThat(trust.news()).contains("it answered 404");
        assertThat(trust.news()).isEmpty();
        assertThat(trust.asks()).isFalse();
        trust.heard(new OrdersAnswer.Page(PAGE));
        pass(Duration.ofMinutes(59));
        assertThat(trust.asks()).isFalse();

        pass(Duration.ofMinutes(1));
        assertThat(trust.asks()).isTrue();
        trust.heard(NOT);
        assertThat(trust.news()).isEmpty();
        assertThat(trust.asks()).isFalse();

        pass(Duration.ofHours(1));
        assertThat(trust.asks()).isTrue();
        trust.heard(UNDERSTOOD);
        assertThat(trust.asks()).isTrue();
        trust.heard(NOT);
        assertThat(trust.news()).describedAs("it had worked in between").contains("it answered 404");
    }

    @Test
    @DisplayName("again an hour after one that it left unanswered")
    void unanswered() {
        assertThat(trust.asks()).isTrue();

        assertThat(trust.asks()).isFalse();
        assertThat(trust.news()).contains("it did not answer");
        assertThat(trust.asks()).isFalse();
        assertThat(trust.news()).isEmpty();

        pass(Duration.ofHours(1));
        assertThat(trust.asks()).isTrue();
    }

    private void pass(Duration time) {
        now = now.plus(time);
    }
}
