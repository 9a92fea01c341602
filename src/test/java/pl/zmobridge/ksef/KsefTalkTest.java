package pl.zmobridge.ksef;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import pl.zmobridge.failure.Cause;
import pl.zmobridge.sim.Fault;
import pl.zmobridge.sim.FaultKind;
import pl.zmobridge.sim.KsefSim;
import pl.zmobridge.wire.Answer;
import pl.zmobridge.wire.Request;

@DisplayName("A question to KSeF")
class KsefTalkTest {
    private final HttpClient http = HttpClient.newHttpClient();
    private final KsefSim ksef = new KsefSim();
    private InstantSource clock = InstantSource.system();
    private KsefTokens tokens;

    @BeforeEach
    void start() {
        ksef.start();
        tokens = new KsefTokens(() -> clock.instant());
    }

    @AfterEach
    void stop() {
        ksef.close();
    }

    private Object ask(String token, Request<?> question) throws Exception {
        KsefTalk talk = new KsefTalk(KsefSim.NIP, token, tokens, question);
        while (!talk.isOver()) {
            Request<?> request = talk.next();
            HttpRequest.Builder sent = HttpRequest.newBuilder(URI.create(ksef.api() + "/" + request.path()
                            + (request.query().isEmpty() ? "" : "?" + request.query())))
                    .method(request.method(), HttpRequest.BodyPublishers.ofString(request.body()))
                    .header("X-Error-Format", "problem-details")
                    .header("Content-Type", "application/json");
            talk.bearer().ifPresent(bearer -> sent.header("Authorization", "Bearer " + bearer));
            HttpResponse<String> answer = http.send(sent.build(), HttpResponse.BodyHandlers.ofString());
            Map<String, Object> headers = new HashMap<>(answer.headers().map());
            talk.answered(new Answer(answer.statusCode(), headers, answer.body()));
        }
        return talk.result();
    }

    private static Request<KsefPage> question() {
        Instant now = Instant.now();
        return KsefApi.invoices(now.minusSeconds(3600), now.plusSeconds(60), 0);
    }

    private KsefPage page() throws Exception {
        return (KsefPage) ask(KsefSim.TOKEN, question());
    }

    private long logins() {
        return ksef.requests("POST", "/v2/auth/ksef-token");
    }

    private long refreshes() {
        return ksef.requests("POST", "/v2/auth/token/refresh");
    }

    @Test
    @DisplayName("logs in once, with the token that only KSeF's own key can read")
    void logsIn() throws Exception {
        String number = ksef.accepted("FV/1", "12.30", "7740001454");

        KsefPage page = page();
        page();

        assertThat(page.invoices()).extracting(KsefInvoice::ksefNumber).containsExactly(number);
        assertThat(page.invoices().get(0).gross()).isEqualByComparingTo("12.30");
        assertThat(page.invoices().get(0).buyerId()).isEqualTo("7740001454");
        assertThat(page.completeUntil()).isPresent();
        assertThat(logins()).isEqualTo(1);
        assertThat(ksef.requests(request -> request.body().contains(KsefSim.TOKEN)))
                .describedAs("the token is never sent in the open")
                .isZero();
    }

    @Test
    @DisplayName("refreshes an access token that is over, and logs in anew when that does not help")
    void refreshesTokens() throws Exception {
        ksef.validity(Duration.ofSeconds(20)); // less than the margin
        page();
        page();
        assertThat(logins()).isEqualTo(1);
        assertThat(refreshes()).describedAs("the second question").isEqualTo(1);

        ksef.validity(Duration.ofMinutes(15));
        page();
        ksef.forgetAccess();
        page();
        assertThat(logins()).isEqualTo(1);
        assertThat(refreshes()).isEqualTo(3);

        ksef.forgetAll();
        page();
        assertThat(logins()).isEqualTo(2);
    }

    @Test
    @DisplayName("logs in anew when its refresh token is refused in any way, but not when KSeF wants to be asked later")
    void refusedRefresh() throws Exception {
        ksef.validity(Duration.ofSeconds(20)); // less than the margin
        page();
        ksef.faults()
                .add(Fault.of(FaultKind.NOT_FOUND_HTML)
                        .when(request -> request.path().endsWith("/token/refresh"))
                        .times(1));
        page();
        assertThat(logins()).isEqualTo(2);

        ksef.faults()
                .add(Fault.tooManyRequests(120)
                        .when(request -> request.path().endsWith("/token/refresh"))
                        .times(1));
        assertThatThrownBy(this::page).isInstanceOfSatisfying(KsefFailure.class, failure -> assertThat(
                        failure.failure().cause())
                .isEqualTo(Cause.KSEF_THROTTLED));
        page();
        assertThat(logins()).isEqualTo(2);
    }

    @Test
    @DisplayName("is asked whatever this machine's clock says")
    void clock() throws Exception {
        clock = () -> Instant.now().plus(Duration.ofDays(3));
        page();
        page();
        clock = () -> Instant.now().minus(Duration.ofDays(3));
        page();

        assertThat(ksef.requests("POST", "/v2/invoices/query/metadata")).isEqualTo(3);
    }

    @Test
    @DisplayName("tells of a wrong token by the name of its key, and never shows it")
    void wrongToken() {
        assertThatThrownBy(() -> ask("20260101-EC-AAAAAAAAAA-000000-00|nip-5260001246|wrong", question()))
                .isInstanceOfSatisfying(KsefFailure.class, failure -> {
                    assertThat(failure.failure().cause()).isEqualTo(Cause.KSEF_TOKEN_REFUSED);
                    assertThat(failure).hasMessageContaining("ksef.token").hasMessageContaining("450");
                    assertThat(failure.getMessage()).doesNotContain("AAAAAAAAAA");
                });
    }

    @Test
    @DisplayName("that comes too often is refused with how long to wait; an error of KSeF's means away")
    void refusals() throws Exception {
        page();
        ksef.faults().add(Fault.tooManyRequests(120).times(1));
        assertThatThrownBy(this::page).isInstanceOfSatisfying(KsefFailure.class, failure -> {
            assertThat(failure.failure().cause()).isEqualTo(Cause.KSEF_THROTTLED);
            assertThat(failure.pause()).isEqualTo(Duration.ofSeconds(120));
        });
        for (FaultKind kind : new FaultKind[] {FaultKind.ERROR_503, FaultKind.OK_HTML, FaultKind.ERROR_500_JSON}) {
            ksef.faults().add(Fault.of(kind).times(1));
            assertThatThrownBy(this::page).isInstanceOfSatisfying(KsefFailure.class, failure -> assertThat(
                            failure.failure().cause())
                    .isEqualTo(Cause.KSEF_AWAY));
        }
    }

    @Test
    @DisplayName("passes over a row that does not say which invoice it is")
    void unreadable() {
        Answer answer = new Answer(
                200,
                Map.of(),
                "{\"hasMore\":false,\"isTruncated\":false,\"permanentStorageHwmDate\":\"2026-11-27T05:00:00.1234567+00:00\","
                        + "\"invoices\":[{\"ksefNumber\":\"\"},{\"ksefNumber\":\"K\",\"invoiceNumber\":\"F\",\"grossAmount\":\"?\"}]}");
        KsefPage page = question().read(answer);
        assertThat(page.unreadable()).isEqualTo(2);
        assertThat(page.completeUntil()).contains(Instant.parse("2026-11-27T05:00:00.123456700Z"));
    }
}
