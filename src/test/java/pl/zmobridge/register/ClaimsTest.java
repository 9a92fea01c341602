package pl.zmobridge.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ClaimsTest {
    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5_000_000_000L); // the clock may overflow
    private final Claims claims = new Claims(now::get);
    private final String claim = claims.take();

    @Test
    void aWriteThatIsHeldUpAfterItsIntentNeedsTheClaimConfirmed() {
        seconds(300); // questions to a slow ERP, the lease renewed meanwhile
        claims.stillOurs(1, claim);

        seconds(10);
        assertThat(claims.isHeldUp(claim)).isFalse();

        seconds(1);
        assertThat(claims.isHeldUp(claim)).isTrue();

        claims.stillOurs(1, claim);
        assertThat(claims.isHeldUp(claim)).isFalse();
    }

    @Test
    void anIntentThatChangesNothingEndsTheWork() {
        assertThatThrownBy(() -> claims.stillOurs(0, claim)).isInstanceOf(Claims.ClaimLost.class);
    }

    private void seconds(long seconds) {
        now.addAndGet(seconds * 1_000_000_000L);
    }
}
