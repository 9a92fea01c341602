package pl.zmobridge.logs;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A log file of the operator's own")
class LogMasksTest {
    private static final String TEXT =
            "<encoder><pattern>%level %logger %msg %X{order} | %ex{short} | %ex{full}%nopex%n</pattern></encoder>";
    private static final String JSON = "<encoder class='net.logstash.logback.encoder.LogstashEncoder'/>";

    private final LoggerContext logs = new LoggerContext();

    @TempDir
    private Path home;

    @AfterEach
    void stop() {
        logs.stop();
    }

    @Test
    @DisplayName("holds no secret as text, be it in a message, an argument or the cause of a failure")
    void text() throws Exception {
        configure(TEXT, "plain.log");
        LogMasks.of(logs).know(List.of("Tajne-Słowo"));

        logSecrets();

        assertThat(Files.readString(home.resolve("plain.log")))
                .contains(
                        "WARN wire shop …, password=… ",
                        "IllegalStateException",
                        "IllegalArgumentException: … was wrong")
                .doesNotContain("Tajne", "s3cret");
    }

    @Test
    @DisplayName("holds none as JSON, nor in a member of its own")
    void json() throws Exception {
        configure(JSON, "json.log");
        LogMasks.of(logs).know(List.of("Tajne-Słowo", "with \"quotes\" and \\"));

        logSecrets();
        logs.getLogger("wire")
                .atWarn()
                .addKeyValue("password", "with \"quotes\" and \\")
                .log("said {}", "with \"quotes\" and \\");

        List<String> lines = Files.readAllLines(home.resolve("json.log"));
        JsonNode first = new ObjectMapper().readTree(lines.get(0));
        assertThat(first.path("message").asText()).isEqualTo("shop …, password=…");
        assertThat(first.path("stack_trace").asText()).contains("IllegalArgumentException: … was wrong");
        JsonNode second = new ObjectMapper().readTree(lines.get(1));
        assertThat(second.path("message").asText()).isEqualTo("said …");
        assertThat(second.path("password").asText()).isEqualTo("…");
        assertThat(String.join("", lines)).doesNotContain("Tajne", "s3cret", "quotes");
    }

    @Test
    @DisplayName("holds none after it was read anew")
    void readAnew() throws Exception {
        configure(TEXT, "before.log");
        LogMasks masks = LogMasks.of(logs);
        masks.know(List.of("Tajne-Słowo"));

        logs.reset();
        configure(TEXT, "after.log");
        logSecrets();

        assertThat(LogMasks.of(logs)).isSameAs(masks);
        assertThat(Files.readString(home.resolve("after.log")))
                .contains("WARN wire shop …, password=… ")
                .doesNotContain("Tajne", "s3cret");
    }

    @Test
    @DisplayName("has each line once, also when a second bridge starts in the process")
    void once() throws Exception {
        configure(TEXT, "plain.log");
        LogMasks.of(logs);
        LogMasks.of(logs).know(List.of("Tajne-Słowo"));

        logs.getLogger("wire").warn("once");

        assertThat(Files.readAllLines(home.resolve("plain.log"))).hasSize(1);
    }

    private void logSecrets() {
        Logger wire = logs.getLogger("wire");
        Exception cause = new IllegalArgumentException("Tajne-Słowo was wrong");
        wire.warn(
                "shop {}, password={}",
                "Tajne-Słowo",
                "s3cret",
                new IllegalStateException("Authorization: Bearer s3cret", cause));
    }

    private void configure(String encoder, String file) throws Exception {
        logs.setMDCAdapter(new LogbackMDCAdapter());
        String xml = "<configuration><appender name='FILE' class='ch.qos.logback.core.FileAppender'><file>"
                + home.resolve(file) + "</file>" + encoder
                + "</appender><logger name='wire' level='TRACE' additivity='false'><appender-ref ref='FILE'/></logger></configuration>";
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(logs);
        configurator.doConfigure(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }
}
