package pl.zmobridge.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.MDC;

@DisplayName("The log's file (log.file)")
class LogFileTest {
    @TempDir
    private Path home;

    private final LoggerContext logs = new LoggerContext();

    @BeforeEach
    void start() {
        logs.setMDCAdapter(MDC.getMDCAdapter());
    }

    @AfterEach
    void stop() {
        logs.stop();
    }

    @Test
    @DisplayName("holds the lines of the console, in the same form")
    void holdsTheLines() throws Exception {
        LogFormat.TEXT.configure(logs);
        Path path = home.resolve("logs (x86)/zmo-bridge.log");
        quiet();

        assertThat(new LogFile(path, 1 << 20, 7).addTo(logs)).isTrue();
        log().warn("Zażółć\ngęślą", new IllegalStateException("jaźń"));

        assertThat(Files.readAllLines(path))
                .singleElement()
                .asString()
                .matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d WARN  Zażółć gęślą.*jaźń.*");
    }

    @Test
    @DisplayName("is JSON where the log is")
    void isJson() throws Exception {
        LogFormat.JSON.configure(logs);
        Path path = home.resolve("zmo.log");
        quiet();

        new LogFile(path, 1 << 20, 7).addTo(logs);
        log().info("one");

        assertThat(Files.readAllLines(path))
                .singleElement()
                .asString()
                .startsWith("{")
                .contains("\"message\":\"one\"");
    }

    @Test
    @DisplayName("is begun anew when it is full, and no line is lost or takes the disk")
    void rolls() throws Exception {
        LogFormat.TEXT.configure(logs);
        Path path = home.resolve("logs/zmo-bridge.log");
        quiet();
        new LogFile(path, 2048, 7).addTo(logs);

        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> {
                    for (int i = 0; i < 30; i++) {
                        log().info("a line that is long enough to fill a small file after a while");
                    }
                    return files().size() >= 3;
                });

        assertThat(files())
                .contains("zmo-bridge.log")
                .filteredOn(name -> !name.equals("zmo-bridge.log"))
                // one that is just being packed has a name of its own
                .allMatch(name -> name.matches("zmo-bridge\\.\\d{4}-\\d\\d-\\d\\d\\.\\d+\\.log(\\.gz|.*tmp)?"));
        await().untilAsserted(() -> {
            String full = files().stream()
                    .filter(name -> name.endsWith(".0.log.gz"))
                    .findFirst()
                    .orElse("none");
            assertThat(full).isNotEqualTo("none");
            assertThat(unpacked(home.resolve("logs").resolve(full))).contains("a line that is long enough");
        });
    }

    @Test
    @DisplayName("that cannot be written stops the start with the reason")
    void cannotBeWritten() throws Exception {
        LogFormat.TEXT.configure(logs);
        Path file = Files.writeString(home.resolve("file"), "");

        assertThatThrownBy(() -> new LogFile(file.resolve("zmo.log"), 1 << 20, 7).addTo(logs))
                .isInstanceOfSatisfying(BadSettings.class, bad -> assertThat(bad.problems())
                        .singleElement()
                        .asString()
                        .startsWith("log.file cannot be written: "));
    }

    private void quiet() {
        root().getAppender("CONSOLE").stop(); // what the console gets is not looked at here
    }

    private Logger root() {
        return logs.getLogger(Logger.ROOT_LOGGER_NAME);
    }

    private Logger log() {
        return logs.getLogger("pl.zmobridge.test");
    }

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.list(home.resolve("logs"))) {
            return all.map(each -> each.getFileName().toString()).toList();
        }
    }

    private static String unpacked(Path file) throws IOException {
        try (BufferedReader in = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            return in.readLine();
        }
    }
}
