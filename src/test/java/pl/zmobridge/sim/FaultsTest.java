package pl.zmobridge.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaultsTest {
    private final SymfoniaSim symfonia = new SymfoniaSim();
    private SimClient client;

    @BeforeEach
    void open() {
        symfonia.start();
        client = SimClient.of(symfonia);
    }

    @AfterEach
    void close() {
        symfonia.close();
    }

    private SimClient.Answer create(String code) {
        return client.post("/api/Contractors/Create", "{\"Code\":\"%s\",\"Name\":\"Nowy\"}".formatted(code));
    }

    @Test
    void aLostAnswerLeavesTheWorkDone() {
        symfonia.faults()
                .add(Fault.answerLost().on("POST", "/api/Contractors/Create").once());

        assertThatThrownBy(() -> create("N1")).isInstanceOf(UncheckedIOException.class);

        assertThat(symfonia.contractors()).hasSize(1);
        assertThat(create("N1").status()).isEqualTo(400);
        assertThat(symfonia.faults().strikes(FaultKind.ANSWER_LOST)).isEqualTo(1);
    }

    @Test
    void aDroppedConnectionLeavesNothingDone() {
        symfonia.faults().add(Fault.dropped().on("POST", "/api/Contractors").once());

        assertThatThrownBy(() -> create("N1")).isInstanceOf(UncheckedIOException.class);

        assertThat(symfonia.contractors()).isEmpty();
        assertThat(create("N1").status()).isEqualTo(200);
    }

    @Test
    void aTruncatedBodyBreaksOffInTheMiddle() {
        symfonia.faults().add(Fault.of(FaultKind.TRUNCATED).once());

        assertThatThrownBy(() -> client.get("/api/PaymentForms")).isInstanceOf(UncheckedIOException.class);
        assertThat(client.get("/api/PaymentForms").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "ERROR_500_JSON, 500, json, 0",
        "ERROR_500_HTML, 500, html, 0",
        "ERROR_502_HTML, 502, html, 0",
        "ERROR_503, 503, html, 0",
        "NOT_FOUND_HTML, 404, html, 0",
        "OK_HTML, 200, html, 0",
        "ERROR_AFTER_WORK, 500, json, 1"
    })
    void errorsAnswerInsteadOfOrAfterTheWork(FaultKind kind, int status, String type, int contractors) {
        symfonia.faults().add(Fault.of(kind).once());

        SimClient.Answer answer = create("N1");

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).contains(type);
        assertThat(symfonia.contractors()).hasSize(contractors);
    }

    @Test
    void tooManyRequestsSaysWhenToComeBack() {
        symfonia.faults().add(Fault.tooManyRequests(7).once());

        SimClient.Answer answer = client.get("/api/PaymentForms");

        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.header("Retry-After")).isEqualTo("7");
    }

    @Test
    void sessionsExpireInTheMiddleOfEverything() {
        symfonia.faults().add(Fault.of(FaultKind.SESSIONS_EXPIRED).skip(1).once());

        assertThat(client.get("/api/PaymentForms").status()).isEqualTo(200);
        assertThat(client.get("/api/PaymentForms").status()).isEqualTo(401);
    }

    @Test
    void aHangEndsInADroppedConnectionAndALateAnswerArrives() {
        symfonia.faults()
                .add(Fault.of(FaultKind.HANG).delay(Duration.ofMillis(20)).once());
        symfonia.faults().add(Fault.latency(Duration.ofMillis(20)).once());

        assertThatThrownBy(() -> create("N1")).isInstanceOf(UncheckedIOException.class);
        assertThat(symfonia.contractors()).isEmpty();
        assertThat(create("N1").status()).isEqualTo(200);
        assertThat(symfonia.faults().strikes()).isEqualTo(2);
    }

    @Test
    void chanceIsRepeatable() {
        symfonia.faults().seed(42).add(Fault.of(FaultKind.ERROR_503).probability(0.5));
        var first = statuses();
        symfonia.faults().seed(42);

        assertThat(first).contains(200, 503);
        assertThat(statuses()).isEqualTo(first);
        symfonia.faults().clear();
        assertThat(statuses()).containsOnly(200);
    }

    private List<Integer> statuses() {
        return IntStream.range(0, 20)
                .mapToObj(i -> client.get("/api/Alive").status())
                .toList();
    }

    @Test
    void aServerThatIsDownRefusesAndComesBackOnTheSamePortWithItsState() {
        create("N1");
        symfonia.down();

        assertThatThrownBy(() -> client.get("/api/Alive")).hasRootCauseInstanceOf(ClosedChannelException.class);

        symfonia.up();
        assertThat(client.get("/api/Contractors?code=N1").status()).isEqualTo(200);
    }

    @Test
    void aKeptConnectionCarriesManyRequests() {
        assertThat(IntStream.range(0, 200)
                        .mapToObj(i -> client.get("/api/PaymentForms").status()))
                .containsOnly(200);
    }
}
