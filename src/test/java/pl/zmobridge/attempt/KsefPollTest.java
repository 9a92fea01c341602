package pl.zmobridge.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import pl.zmobridge.ksef.KsefPage;
import pl.zmobridge.ksef.KsefTokens;

@DisplayName("The place in KSeF's list")
class KsefPollTest {
    private static final LocalDateTime FROM = LocalDateTime.of(2026, 3, 1, 10, 0);
    private static final Instant NOW = Instant.parse("2026-03-01T10:15:00Z");

    private final KsefPoll poll = new KsefPoll(
            new KsefAccount(
                    "https://ksef.invalid",
                    "5260001246",
                    "secret",
                    Duration.ofHours(24),
                    List.of("main"),
                    Set.of(),
                    new KsefTokens(InstantSource.system())),
            Duration.ZERO);

    @BeforeEach
    void stands() {
        poll.standsAt(FROM, 0);
        poll.asks(true);
    }

    private static KsefPage page(boolean more, boolean truncated, String complete, String last) {
        return new KsefPage(
                more,
                truncated,
                Optional.ofNullable(complete).map(Instant::parse),
                Optional.ofNullable(last).map(Instant::parse),
                List.of(),
                0);
    }

    private void isAt(LocalDateTime from, int page, boolean asking) {
        assertThat(poll.parameter("nextFrom")).isEqualTo(from);
        assertThat(poll.parameter("nextPage")).isEqualTo(page);
        assertThat(poll.isAsking()).isEqualTo(asking);
    }

    @Test
    @DisplayName("goes page by page, then to where the list is complete")
    void pages() {
        poll.asksUntil(NOW);
        assertThat(poll.answered(page(true, false, "2026-03-01T10:14:00Z", "2026-03-01T10:05:00Z")))
                .isTrue();
        isAt(FROM, 1, true);
        poll.asksUntil(NOW);
        assertThat(poll.parameter("askedPage")).isEqualTo(1);
        poll.answered(page(false, false, "2026-03-01T10:14:00Z", null));
        isAt(FROM.plusMinutes(14), 0, false);
        assertThat(poll.parameter("completeAt")).isEqualTo(FROM.plusMinutes(14));
    }

    @Test
    @DisplayName("goes on at the last row of a list that is cut off, and nowhere when that leads nowhere")
    void truncated() {
        poll.asksUntil(NOW);
        assertThat(poll.answered(page(true, true, "2026-03-01T10:14:00Z", "2026-03-01T10:05:00.5Z")))
                .isTrue();
        isAt(FROM.plusMinutes(5).plusNanos(500_000_000), 0, true);
        assertThat(poll.parameter("completeAt")).isNull();
        poll.asksUntil(NOW);
        assertThat(poll.answered(page(true, true, "2026-03-01T10:14:00Z", "2026-03-01T10:05:00.5Z")))
                .isFalse();
    }

    @Test
    @DisplayName("stays when KSeF does not say how far its list is complete, and never goes back")
    void unknown() {
        poll.asksUntil(NOW);
        poll.answered(page(false, false, null, null));
        isAt(FROM, 0, false);
        poll.answered(page(false, false, "2026-02-28T10:00:00Z", null));
        isAt(FROM, 0, false);
    }

    @Test
    @DisplayName("passes a long time in spans, and minds no clock that is behind")
    void spans() {
        Instant later = NOW.plus(Duration.ofDays(100));
        Instant until = poll.asksUntil(later);
        assertThat(until).isEqualTo(FROM.toInstant(ZoneOffset.UTC).plus(KsefPoll.SPAN));
        poll.answered(page(false, false, later.toString(), null));
        isAt(FROM.plus(KsefPoll.SPAN), 0, true);
        assertThat(poll.asksUntil(later)).isEqualTo(later);
        poll.answered(page(false, false, later.minusSeconds(5).toString(), null));
        assertThat(poll.isAsking()).isFalse();

        assertThat(poll.asksUntil(NOW)).isAfter(later.minusSeconds(5));
    }
}
