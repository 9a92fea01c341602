package pl.zmobridge.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import pl.zmobridge.settings.Settings;
import pl.zmobridge.settings.SettingsReader;

@DisplayName("A rehearsal of edited routes")
class RehearsalTest {

    @Test
    @DisplayName("leaves nothing in memory, however often routes are edited")
    void isForgotten() throws Exception {
        WeakReference<CamelContext> camel = rehearsed();
        rehearsed(); // Camel itself remembers the last one

        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            System.gc();
            assertThat(camel.get()).isNull();
        });
    }

    private static WeakReference<CamelContext> rehearsed() throws Exception {
        try (Bridge bridge = Bridge.idle(settings(), "rehearsal-to-forget")) {
            bridge.main.init();
            bridge.main.start();
            return new WeakReference<>(bridge.main.getCamelContext());
        }
    }

    private static Settings settings() throws Exception {
        Properties values = new Properties();
        values.putAll(Map.of(
                "shoper.url", "https://sklep.example.pl",
                "shoper.token", "token",
                "symfonia.url", "http://192.168.1.10:9000",
                "symfonia.application-guid", "guid",
                "symfonia.department", "SKLEP",
                "symfonia.payment-registry", "BANK",
                "symfonia.payment-form.default", "Gotówka",
                "symfonia.delivery.code", "DOSTAWA",
                "db.url", "jdbc:mariadb://127.0.0.1:3306/zmobridge",
                "db.user", "zmobridge"));
        values.putAll(Map.of(
                "symfonia.invoice.type", "ZMO",
                "symfonia.invoice.series", "sZMO",
                "symfonia.receipt.type", "ZMP",
                "symfonia.receipt.series", "sZMP",
                "db.password", "secret"));
        return SettingsReader.of(Path.of("").toAbsolutePath(), values);
    }
}
