package pl.zmobridge.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import pl.zmobridge.attempt.Shops;
import pl.zmobridge.failure.FailedSystem;
import pl.zmobridge.monitoring.Systems.Named;
import pl.zmobridge.monitoring.Systems.Proof;
import pl.zmobridge.shoper.Poll;

@DisplayName("An outage")
class OutagesTest {
    private static final Exception NO_ROOM =
            new IllegalStateException(new SQLException("The table 'orders' is full", "HY000", 1114));
    private static final Poll.Summary QUIET = new Poll.Summary(0, 0, 1, 20);

    private static final Named ERP = new Named(FailedSystem.ERP, "http://erp:9000");

    private final Systems systems = new Systems();
    private Instant now = Instant.parse("2026-03-02T12:00:00Z");
    private final Outages outages = new Outages(new Shops(List.of()), () -> now, shop -> Optional.empty());

    @Test
    @DisplayName("of a database without room is not over because the database answers")
    void fullDisk() {
        outages.pollFailed("main", NO_ROOM);

        outages.databaseAnswers();

        assertThat(outages.fullSince()).contains(now);
        assertThat(outages.isAway(FailedSystem.DATABASE, "main")).isTrue();
    }

    @Test
    @DisplayName("of a database without room is over when something was stored and nothing refused for a minute")
    void roomAgain() {
        outages.pollFailed("main", NO_ROOM);
        goesBy(Duration.ofSeconds(50));
        outages.databaseFailed(NO_ROOM);
        goesBy(Duration.ofSeconds(50));
        outages.pollSucceeded("main", QUIET);
        assertThat(outages.fullSince()).isPresent();

        goesBy(Duration.ofSeconds(11));
        assertThat(outages.fullSince()).isPresent();
        outages.pollSucceeded("main", QUIET);

        assertThat(outages.fullSince()).isEmpty();
        assertThat(outages.isAway(FailedSystem.DATABASE, "main")).isFalse();
    }

    @Test
    @DisplayName("of a night is told at its begin, after 5, 15, 35 minutes, and at most every hour")
    void told() {
        assertThat(toldWithin(Duration.ofHours(4))).containsExactly(0L, 5L, 15L, 35L, 75L, 135L, 195L);
    }

    @Test
    @DisplayName("begins anew when the clock is set back: nobody knows how long it has lasted")
    void clockSetBack() {
        Instant back = now.minus(Duration.ofHours(1));
        systems.away(ERP, Proof.WORK, now);
        systems.away(ERP, Proof.ANSWER, now.plusSeconds(60));

        assertThat(systems.away(ERP, Proof.ANSWER, back)).isPresent();
        assertThat(systems.awaySince(ERP)).contains(back);
        assertThat(systems.answers(ERP, Proof.SIGNED_IN, back))
                .describedAs("what ended it before ends it now")
                .isEmpty();
    }

    @Test
    @DisplayName("is seen by a call that fails after the clock was set back behind the last answer")
    void setBackBehindAnAnswer() {
        Instant back = now.minus(Duration.ofHours(1));
        systems.answers(ERP, Proof.ANSWER, now);
        systems.unheard(ERP, back, Proof.ANSWER, back.plusSeconds(1));

        assertThat(systems.awaySince(ERP)).contains(back.plusSeconds(1));
    }

    private List<Long> toldWithin(Duration time) {
        List<Long> told = new ArrayList<>();
        Instant end = now.plus(time);
        for (Instant at = now; at.isBefore(end); at = at.plusSeconds(10)) {
            Instant moment = at;
            systems.away(ERP, Proof.ANSWER, at).ifPresent(outage -> told.add(outage.minutes(moment)));
        }
        return told;
    }

    private void goesBy(Duration time) {
        now = now.plus(time);
    }
}
