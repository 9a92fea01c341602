package pl.zmobridge.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;
import org.apache.camel.CamelExecutionException;
import org.junit.jupiter.api.Test;

class DeadLetterWordsTest {

    @Test
    void i3TheWordsOfAFailureAreThoseOfTheSystemThatFailedEachOnce() {
        Exception failure = new IllegalStateException("Zewnętrzny", new ConnectException("10.0.0.1:9000"));
        assertThat(DeadLetters.words(failure)).contains("Zewnętrzny", "Brak połączenia: 10.0.0.1:9000");
        assertThat(DeadLetters.isOutage(failure)).isTrue();

        Exception refusal = new RuntimeException("Brak towaru", new RuntimeException("Brak towaru"));
        assertThat(DeadLetters.words(refusal)).isEqualTo("Brak towaru");
        assertThat(DeadLetters.isOutage(refusal)).isFalse();
        assertThat(DeadLetters.words(new RuntimeException())).isNotBlank();
    }

    @Test
    void i3CamelsEnvelopeIsNotPartOfTheWords() {
        Exception wrapped = new CamelExecutionException(
                "Exception occurred during execution", null, new ConnectException("10.0.0.1:9000"));

        assertThat(DeadLetters.words(wrapped)).isEqualTo("Brak połączenia: 10.0.0.1:9000");
        assertThat(DeadLetters.isOutage(wrapped)).isTrue();
    }
}
