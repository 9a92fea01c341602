package pl.zmobridge.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import pl.zmobridge.register.Claims;
import pl.zmobridge.symfonia.Concurrency;
import pl.zmobridge.symfonia.ErpConnection;
import pl.zmobridge.symfonia.ErpKey;
import pl.zmobridge.symfonia.SalesDocument;
import pl.zmobridge.symfonia.SymfoniaApi;
import pl.zmobridge.symfonia.SymfoniaSession;

/** I8: a write that was held up after its intent needs its claim confirmed; a question does not. */
class HeldUpCallTest {
    private final AtomicLong now = new AtomicLong();
    private final AttemptSteps attempts = new AttemptSteps(new Claims(now::get), shops());
    private final Attempt attempt = Attempt.ofWorker("main", "import", Step.IMPORT, Due.OLDEST_IMPORT);

    @Test
    void questionsMayBeAskedAtAnyTimeWritesOnlySoonAfterTheirIntent() {
        attempts.claim(attempt, Map.of("shop_order_id", 1201L, "buyer_key", "u:17"));
        now.addAndGet(300_000_000_000L);

        assertThat(attempts.isHeldUp(new Call(SymfoniaApi.findById(7)), attempt))
                .isFalse();
        assertThat(attempts.isHeldUp(new Call(SymfoniaApi.sell(7, SalesDocument.Kind.FV)), attempt))
                .isTrue();
    }

    @Test
    void aCallThatBelongsToNoAttemptHasNoClaimToConfirm() {
        assertThat(attempts.isHeldUp(new Call(SymfoniaApi.sell(7, SalesDocument.Kind.FV)), null))
                .isFalse();
    }

    private static Shops shops() {
        ErpConnection erp = new ErpConnection(
                "http://erp.example.pl:9000",
                new ErpKey("guid", "zmo-bridge"),
                new SymfoniaSession(() -> "token", token -> {}),
                Concurrency.of(1),
                Duration.ofMinutes(5));
        return new Shops(List.of(new Shop("main", null, null, new Shop.Target(erp, null, null, null, null, null))));
    }
}
