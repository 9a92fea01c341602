package pl.zmobridge.attempt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import pl.zmobridge.camel.AnswerTooLong;
import pl.zmobridge.failure.Cause;
import pl.zmobridge.failure.FailedSystem;
import pl.zmobridge.failure.Failure;
import pl.zmobridge.failure.Failures;
import pl.zmobridge.failure.Unreachable;
import pl.zmobridge.symfonia.ErpUnavailable;
import pl.zmobridge.symfonia.SymfoniaApi;
import pl.zmobridge.words.Language;

@DisplayName("An answer of the ERP that was broken off")
class LongAnswerTest implements CallsHeard {
    private final ErpCalls calls = new ErpCalls(new Shops(List.of()), this);
    private final List<Failure> outages = new ArrayList<>();

    @Test
    @DisplayName("because it is too long is no outage, and says how long it may be")
    void tooLong() {
        Call call = calls.begin(SymfoniaApi.inventory());

        assertThatThrownBy(() -> calls.unreachable("main", call, null, new AnswerTooLong(8L << 20)))
                .isInstanceOf(ErpUnavailable.class)
                .satisfies(thrown -> {
                    Failure failure = Failures.of(thrown);
                    assertThat(failure.cause()).isEqualTo(Cause.ERP_ANSWER_TOO_LONG);
                    assertThat(failure.text(Language.EN)).contains("longer than 8 MB");
                    assertThat(failure.hint(Language.PL)).contains("-Xmx");
                });
        assertThat(outages).isEmpty();
    }

    @Test
    @DisplayName("for any other reason is one")
    void broken() {
        Call call = calls.begin(SymfoniaApi.inventory());
        call.goesOut(Instant.EPOCH);

        assertThatThrownBy(() -> calls.unreachable("main", call, null, new IOException("reset")))
                .isInstanceOf(Unreachable.class);
        assertThat(outages).extracting(Failure::cause).containsExactly(Cause.ERP_AWAY);
    }

    @Override
    public void heard(FailedSystem system, String shop, boolean signedIn) {
        throw new AssertionError("nothing was heard");
    }

    @Override
    public void unheard(FailedSystem system, String shop, boolean signedIn, Instant sent, Failure failure) {
        outages.add(failure);
    }
}
