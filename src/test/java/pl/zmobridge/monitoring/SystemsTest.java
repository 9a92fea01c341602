package pl.zmobridge.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import pl.zmobridge.failure.Cause;
import pl.zmobridge.failure.FailedSystem;
import pl.zmobridge.failure.Failure;
import pl.zmobridge.monitoring.Systems.Named;
import pl.zmobridge.monitoring.Systems.Proof;

@DisplayName("Whether a system")
class SystemsTest {
    private static final Named ERP = new Named(FailedSystem.ERP, "http://erp:9000");
    private static final Instant NOW = Instant.parse("2026-11-27T20:04:00Z");

    private final Systems systems = new Systems();

    @Test
    @DisplayName("is away is known from the first call that nobody answered, and over with the first that was")
    void everyCallCounts() {
        systems.answers(ERP, Proof.ANSWER, NOW);
        systems.unheard(ERP, NOW.plusSeconds(5), Proof.ANSWER, NOW.plusSeconds(6));

        assertThat(systems.awaySince(ERP)).contains(NOW.plusSeconds(6));
        assertThat(systems.answeredAt(ERP)).contains(NOW);

        assertThat(systems.answers(ERP, Proof.ANSWER, NOW.plusSeconds(7)))
                .describedAs("nobody was told")
                .isEmpty();
        assertThat(systems.awaySince(ERP)).isEmpty();
    }

    @Test
    @DisplayName("is away is not known from a slow call while others were answered")
    void othersWereAnswered() {
        systems.answers(ERP, Proof.ANSWER, NOW.plusSeconds(59));
        systems.unheard(ERP, NOW, Proof.ANSWER, NOW.plusSeconds(60));

        assertThat(systems.awaySince(ERP)).isEmpty();
    }

    @Test
    @DisplayName("is there again is not known from less than what it could not do")
    void strongerProof() {
        systems.away(ERP, Proof.WORK, NOW);
        systems.away(ERP, Proof.ANSWER, NOW.plusSeconds(1));

        assertThat(systems.answers(ERP, Proof.ANSWER, NOW.plusSeconds(2))).isEmpty();
        assertThat(systems.answers(ERP, Proof.SIGNED_IN, NOW.plusSeconds(3))).isEmpty();
        assertThat(systems.awaySince(ERP)).contains(NOW);
        assertThat(systems.answers(ERP, Proof.WORK, NOW.plusSeconds(4))).isPresent();
        assertThat(systems.awaySince(ERP)).isEmpty();
    }

    @Test
    @DisplayName("is away is told once, then at intervals that grow to an hour")
    void toldSparsely() {
        systems.unheard(ERP, NOW, Proof.ANSWER, NOW);
        int told = 0;
        for (Duration since = Duration.ZERO; since.toHours() < 8; since = since.plusMinutes(1)) {
            told += systems.away(ERP, Proof.ANSWER, NOW.plus(since)).isPresent() ? 1 : 0;
        }

        assertThat(told).isBetween(8, 12);
        assertThat(systems.awaySince(ERP)).contains(NOW);
    }

    @Test
    @DisplayName(
            "is there again after a silence needs an answer, after a refused session one in a session, after failed work work")
    void proofs() {
        Failure silent = Failure.of(Cause.ERP_AWAY).with("how", "NO_ANSWER");
        Failure proxy = Failure.of(Cause.ERP_AWAY).with("how", "HTTP").with("status", 503);
        Failure shop = Failure.of(Cause.SHOP_AWAY).with("how", "HTTP").with("status", 503);
        Failure login = Failure.of(Cause.SHOP_LOGIN_REFUSED);

        assertThat(Proof.ofWork(silent)).isEqualTo(Proof.ANSWER);
        assertThat(Proof.ofWork(proxy)).isEqualTo(Proof.SIGNED_IN);
        assertThat(Proof.ofWork(Failure.of(Cause.ERP_KEY_UNKNOWN))).isEqualTo(Proof.SIGNED_IN);
        assertThat(Proof.ofWork(shop)).isEqualTo(Proof.WORK);
        assertThat(Proof.ofWork(login)).isEqualTo(Proof.WORK);
        assertThat(Proof.ofCall(shop, true)).isEqualTo(Proof.SIGNED_IN);
        assertThat(Proof.ofCall(silent, true)).isEqualTo(Proof.ANSWER);
        assertThat(Proof.ofCall(proxy, false))
                .describedAs("what failed without a session is over without one")
                .isEqualTo(Proof.ANSWER);
    }
}
