package pl.zmobridge.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import pl.zmobridge.register.Claims;
import pl.zmobridge.symfonia.SymfoniaApi;

/** I8: a write that was held up after its intent needs its claim confirmed; a question does not. */
class HeldUpCallTest {
    private final AtomicLong now = new AtomicLong();
    private final AttemptSteps attempts = new AttemptSteps(new Claims(now::get));
    private final Attempt attempt = Attempt.ofWorker("main", "import", Step.IMPORT, Attempt.Due.OLDEST_IMPORT);

    @Test
    void questionsMayBeAskedAtAnyTimeWritesOnlySoonAfterTheirIntent() {
        attempts.claim(attempt, Map.of("shop_order_id", 1201L, "buyer_key", "u:17"));
        now.addAndGet(300_000_000_000L);

        assertThat(attempts.isHeldUp(new Call(SymfoniaApi.findById(7)), attempt))
                .isFalse();
        assertThat(attempts.isHeldUp(new Call(SymfoniaApi.sell(7)), attempt)).isTrue();
    }

    @Test
    void aCallThatBelongsToNoAttemptHasNoClaimToConfirm() {
        assertThat(attempts.isHeldUp(new Call(SymfoniaApi.sell(7)), null)).isFalse();
    }
}
