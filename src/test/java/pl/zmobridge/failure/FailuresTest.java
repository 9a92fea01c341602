package pl.zmobridge.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.apache.camel.CamelExecutionException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.UncategorizedSQLException;
import pl.zmobridge.words.Language;

class FailuresTest {

    @Test
    void i3TheWordsOfAFailureAreThoseOfTheSystemThatFailedEachOnce() {
        Failure away = Failures.of(new IllegalStateException("Zewnętrzny", new ConnectException("10.0.0.1:9000")));
        assertThat(away.text(Language.PL)).isEqualTo("Brak połączenia: 10.0.0.1:9000 ← Zewnętrzny");
        assertThat(away.text(Language.EN)).isEqualTo("No connection: 10.0.0.1:9000 ← Zewnętrzny");
        assertThat(away.isOutage()).isTrue();

        Failure refusal = Failures.of(new RuntimeException("Brak towaru", new RuntimeException("Brak towaru")));
        assertThat(refusal.text(Language.PL)).isEqualTo("Brak towaru");
        assertThat(refusal.cause()).isEqualTo(Cause.OTHER);
        assertThat(refusal.isOutage()).isFalse();
        assertThat(Failures.of(new RuntimeException()).words()).isNotBlank();
    }

    @Test
    void i3CamelsEnvelopeIsNotPartOfTheWords() {
        Exception wrapped = new CamelExecutionException(
                "Exception occurred during execution", null, new ConnectException("10.0.0.1:9000"));

        assertThat(Failures.of(wrapped).text(Language.PL)).isEqualTo("Brak połączenia: 10.0.0.1:9000");
        assertThat(Failures.of(wrapped).isOutage()).isTrue();
    }

    @Test
    void whoWasCalledGoesWithACallThatHasNoAnswer() {
        Failure shop = Failures.of(
                new RuntimeException(new Unreachable(FailedSystem.SHOP, new SocketTimeoutException("Read timed out"))));
        Failure erp = Failures.of(new Unreachable(FailedSystem.ERP, new ConnectException("refused")));

        assertThat(shop.cause()).isEqualTo(Cause.SHOP_AWAY);
        assertThat(shop.system()).isEqualTo(FailedSystem.SHOP);
        assertThat(shop.text(Language.PL)).isEqualTo("Brak odpowiedzi w wyznaczonym czasie: Read timed out");
        assertThat(erp.cause()).isEqualTo(Cause.ERP_AWAY);
        assertThat(erp.waitsFor()).isEqualTo(WaitsFor.SYSTEM);
    }

    @Test
    void i10OnlyWhatNeverGotAConnectionWasNotSent() {
        assertThat(erp(new ConnectException("refused")).mayHaveArrived()).isFalse();
        assertThat(erp(new UnknownHostException("erp")).mayHaveArrived()).isFalse();
        assertThat(erp(new ConnectTimeoutException("erp")).mayHaveArrived()).isFalse();
        assertThat(erp(new SocketException("Connection reset")).mayHaveArrived())
                .isTrue();
        assertThat(erp(new SocketTimeoutException("Read timed out")).mayHaveArrived())
                .isTrue();
    }

    private static Unreachable erp(IOException failure) {
        return new Unreachable(FailedSystem.ERP, failure);
    }

    @Test
    void aDatabaseThatDoesNotAnswerIsNoFailureOfTheErp() {
        Failure failure = Failures.of(new RuntimeException(new SQLTransientConnectionException("Pool is empty")));

        assertThat(failure.cause()).isEqualTo(Cause.DATABASE_AWAY);
        assertThat(failure.isOutage()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "1114, The table 'orders' is full",
        "1026, 'Error writing file ''./x.ibd'' (errno: 28 \"No space left on device\")'",
        "1030, 'Got error 122 \"Disk quota exceeded\" from storage engine InnoDB'"
    })
    void aDatabaseWithoutRoomIsAnOutageAndNoFaultOfTheOrder(int code, String words) {
        Failure failure = Failures.of(
                new UncategorizedSQLException("insert", "INSERT …", new SQLException(words, "HY000", code)));

        assertThat(failure.cause()).isEqualTo(Cause.DATABASE_FULL);
        assertThat(failure.isOutage()).isTrue();
    }

    @Test
    void whatAnExceptionKnowsGoesBeforeWhatWrapsIt() {
        Failure known = Failure.of(Cause.NO_STOCK).with("code", "A-1").quoting("Brak stanu");

        assertThat(Failures.of(new IllegalStateException("outside", new Knowing(known))))
                .isEqualTo(known);
    }

    @Test
    void anAttemptSurvivesTheRegister() {
        FailedAttempt attempt = new FailedAttempt(
                "IMPORT", 3, Failure.of(Cause.NO_STOCK).with("code", "A-1").quoting("Brak stanu towaru A-1"));

        assertThat(FailedAttempt.read(attempt.phrase())).contains(attempt);
        assertThat(attempt.text(Language.PL)).isEqualTo("Import, próba 3: Brak stanu towaru A-1");
        assertThat(attempt.text(Language.EN))
                .isEqualTo("Import, attempt 3: There is too little stock of A-1: “Brak stanu towaru A-1”");
    }

    private static final class Knowing extends RuntimeException implements Failing {
        private final transient Failure failure;

        Knowing(Failure failure) {
            this.failure = failure;
        }

        @Override
        public Failure failure() {
            return failure;
        }
    }
}
