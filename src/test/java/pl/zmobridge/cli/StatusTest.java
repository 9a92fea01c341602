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
        summary = "{\"shop\":\"main\",\"deadLetters\":40,\"pollLate\":true,\"away\":[\"ERP\"],\"lastPoll\":\"" + before
                + "\",\"cursor\":1201,\"orders\":{\"RECEIVED\":41,\"ISSUED\":7}}";

        Shell.Result result = status();

        assertThat(result.exitCode()).isZero();
        assertThat(result.line("Away")).contains("ERP does not answer");
        assertThat(result.line("Last poll")).contains("50 min ago, which is late");
        assertThat(result.line("Dead letters")).contains("40 open");
        assertThat(result.line("RECEIVED")).isEqualTo("RECEIVED      41");
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

    private Shell.Result status() {
        return Shell.run("status", "--home", home.toString());
    }
}
