package pl.zmobridge.app;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import pl.zmobridge.settings.SettingsReader;
import pl.zmobridge.support.Rig;
import pl.zmobridge.support.Values;

@DisplayName("The log's first words")
class GreetingTest {
    @TempDir
    private Path home;

    @Test
    @DisplayName("name what is switched on although its route file is missing, and nothing else")
    void inVain() throws Exception {
        Path routes = Files.createDirectories(home.resolve("routes"));
        Files.copy(Path.of("routes/retention.camel.yaml"), routes.resolve("retention.camel.yaml"));
        assertThat(warnings("parcels.enabled", "true"))
                .singleElement()
                .asString()
                .startsWith("parcels.enabled: no route begins with direct:parcel-write")
                .contains("To do: put routes/parcels.camel.yaml");
        assertThat(warnings("parcels.enabled", "false")).isEmpty();
    }

    private List<String> warnings(String key, String value) throws Exception {
        Map<Object, Object> values = Values.complete("https://sklep.example.pl", "https://erp.example.pl");
        values.put(key, value);
        Logger log = (Logger) LoggerFactory.getLogger("pl.zmobridge");
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        lines.start();
        log.addAppender(lines);
        try {
            String nobody = "jdbc:mariadb://127.0.0.1:" + Rig.freePort() + "/x";
            new Greeting(SettingsReader.of(home, values), new DriverManagerDataSource(nobody)).afterStart(null);
        } finally {
            log.detachAppender(lines);
        }
        assertThat(lines.list).first().asString().contains("runs for");
        return lines.list.stream()
                .filter(line -> line.getLevel() == Level.WARN)
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }
}
