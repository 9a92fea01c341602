package pl.zmobridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatusTest {
    @TempDir
    private Path home;

    private HttpServer bridge;
    private String summary = "{}";

    @BeforeEach
    void start() throws IOException {
        bridge = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        bridge.createContext("/api/summary", exchange -> {
            byte[] body = summary.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        bridge.start();
        Files.createDirectories(home.resolve("config"));
        Files.writeString(
                home.resolve("config/application.properties"),
                "http.host=0.0.0.0\nhttp.port=" + bridge.getAddress().getPort());
    }

    @AfterEach
    void stop() {
        bridge.stop(0);
    }

    @Test
    void aSystemThatIsAwayAndALatePollAreSaid() {
        OffsetDateTime before = OffsetDateTime.now().minusMinutes(50);
        summary =
                "{\"shop\":\"main\",\"zone\":\"Europe/Warsaw\",\"deadLetters\":40,\"pollLate\":true,\"away\":[\"ERP\"],\"lastPoll\":\""
                        + before + "\",\"cursor\":1201,\"orders\":{\"RECEIVED\":41,\"ISSUED\":7}}";

        Shell.Result result = status();

        assertThat(result.exitCode()).isZero();
        assertThat(result.line("Away")).contains("ERP does not answer");
        assertThat(result.line("Time zone")).contains("Europe/Warsaw");
        assertThat(result.line("Last poll")).contains("50 min ago, which is late");
        assertThat(result.line("Dead letters")).contains("40 open");
        assertThat(result.line("RECEIVED")).isEqualTo("RECEIVED      41");
    }

    @Test
    void theCallsAtOnceThatTheBridgeHasFoundAreSaidWhereItWasToFindThem() {
        summary = "{\"shop\":\"main\",\"orders\":{},\"systems\":[{\"system\":\"ERP\",\"callsAtOnce\":7}]}";
        assertThat(status().line("Calls at once"))
                .isEqualTo("Calls at once 7 to the ERP, as found by symfonia.concurrency=auto");

        summary = "{\"shop\":\"main\",\"orders\":{},\"systems\":[{\"system\":\"ERP\"}]}";
        assertThat(status().out()).doesNotContain("Calls at once");
    }

    @Test
    void whatNeedsAPersonIsSaidFirstAndApartFromWhatGoesOnByItself() {
        summary =
                "{\"shop\":\"main\",\"deadLetters\":7,\"needsPerson\":1,\"waitsForStock\":6,\"waitsForSystem\":1,\"orders\":{}}";
        assertThat(status().out()).startsWith("Needs you     1; 6 wait for goods, 1 waits for a system");

        summary =
                "{\"shop\":\"main\",\"deadLetters\":1,\"needsPerson\":0,\"waitsForStock\":1,\"waitsForSystem\":0,\"orders\":{}}";
        assertThat(status().line("Needs you")).isEqualTo("Needs you     nothing; 1 waits for goods");
    }

    @Test
    void whenASystemThatIsAwayAnsweredLastIsSaid() {
        summary =
                "{\"shop\":\"main\",\"deadLetters\":0,\"away\":[\"ERP\"],\"systems\":[{\"system\":\"shop\",\"state\":\"ANSWERS\","
                        + "\"answeredAt\":\"2026-11-27T21:09:00+01:00\"},{\"system\":\"ERP\",\"state\":\"AWAY\","
                        + "\"answeredAt\":\"2026-11-27T21:04:00+01:00\"}],\"orders\":{}}";

        assertThat(status().line("Away"))
                .contains("ERP does not answer, answered last at 2026-11-27 21:04:00; work goes on by itself");
    }

    @Test
    void aBridgeThatHasNotPolledYetSaysSo() {
        summary =
                "{\"shop\":\"main\",\"shops\":[{\"shop\":\"main\"}],\"deadLetters\":0,\"lastPoll\":null,\"cursor\":null,\"orders\":{}}";

        Shell.Result result = status();

        assertThat(result.line("Last poll")).contains("none since the bridge started");
        assertThat(result.line("Last order")).contains("none yet");
        assertThat(result.line("Dead letters")).contains("none");
    }

    @Test
    void theBackupOfTheEmbeddedDatabaseIsShownAndOneThatFailedIsSaidAloud() {
        String at = OffsetDateTime.now().minusHours(3).toString();
        summary = "{\"shop\":\"main\",\"deadLetters\":0,\"orders\":{},\"backup\":{\"lastAt\":\"" + at
                + "\",\"failure\":null}}";
        assertThat(status().line("Backup")).contains("(3 h ago)").doesNotContain("FAILED");

        summary =
                "{\"shop\":\"main\",\"deadLetters\":0,\"orders\":{},\"backup\":{\"lastAt\":null,\"failure\":\"disk full\"}}";
        assertThat(status().line("Backup")).contains("FAILED: disk full; the newest one: none yet");

        summary = "{\"shop\":\"main\",\"deadLetters\":0,\"orders\":{}}";
        assertThat(status().out()).doesNotContain("Backup");
    }

    @Test
    void monitoringIsToldWhatIsStuckByTheExitCode() {
        summary = "{\"deadLetters\":0,\"reviews\":4,\"pollLate\":false,\"away\":[],\"erpStopped\":[],\"orders\":{}}";
        assertThat(stuck().exitCode()).describedAs("reviews are not stuck").isZero();
        assertThat(stuck().err()).isEmpty();

        summary =
                "{\"deadLetters\":3,\"pollLate\":true,\"away\":[\"ERP\",\"shop\"],\"erpStopped\":[{\"erp\":\"http://e:9000\"}],\"orders\":{}}";
        assertThat(status().exitCode()).isZero();
        assertThat(stuck().exitCode()).isEqualTo(1);
        assertThat(stuck().err())
                .contains(
                        "Stuck: 3 dead letters; ERP does not answer; the shop does not answer; writes to Symfonia http://e:9000 are stopped; a poll is late");
        assertThat(stuck("--json").out()).isEqualToIgnoringNewLines(summary);
    }

    @Test
    void thePolishStatusIsPolish() {
        summary =
                "{\"shops\":[{\"shop\":\"main\"}],\"deadLetters\":8,\"needsPerson\":1,\"waitsForStock\":2,\"waitsForSystem\":5,\"away\":[\"database\"],"
                        + "\"systems\":[{\"system\":\"database\",\"answeredAt\":\"2026-11-27T21:04:00+01:00\"}],\"lastPoll\":null,\"orders\":{\"ISSUED\":7}}";

        Shell.Result result = stuck("--lang", "pl");

        assertThat(result.out()).startsWith("Wymaga Ciebie 1; 2 czekają na towar, 5 czeka na łączność");
        assertThat(result.line("Wstrzymane")).isEqualTo("Wstrzymane    8; pokazuje je zmo-bridge dead-letters");
        assertThat(result.line("Nie odpowiada")).contains("baza danych, ostatnia odpowiedź 2026-11-27 21:04:00; gdy");
        assertThat(result.err()).contains("Wymaga uwagi: 8 wstrzymanych wpisów; baza danych nie odpowiada");
        assertThat(result.out()).doesNotContain("Last", "none", "ORDERS");
    }

    private Shell.Result stuck(String... more) {
        return Shell.run(Shell.with(new String[] {"status", "--fail-on-stuck", "--home", home.toString()}, more));
    }

    private Shell.Result status() {
        return Shell.run("status", "--home", home.toString());
    }
}
