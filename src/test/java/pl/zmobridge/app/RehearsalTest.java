package pl.zmobridge.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.component.bean.BeanComponent;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import pl.zmobridge.reload.RouteFiles;
import pl.zmobridge.settings.Settings;
import pl.zmobridge.settings.SettingsReader;

@DisplayName("A rehearsal of edited routes")
class RehearsalTest {
    private static final Path HOME = Path.of("").toAbsolutePath();

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

    @Test
    @DisplayName(
            "builds no route of a part that is off but those that answer, and looks at each bean once, as a start does")
    void isCheap() throws Exception {
        try (Bridge bridge = Bridge.idle(settings(), "rehearsal-of-little")) {
            bridge.main.init();
            bridge.load(RouteFiles.read(HOME));
            bridge.main.start();
            CamelContext camel = bridge.main.getCamelContext();

            assertThat(camel.getRoutes().stream().map(Route::getRouteId))
                    .contains("stock-on-request", "stock-by-schedule", "ksef-on-request", "parcel-of-order", "pdf-file")
                    .doesNotContain("stock-compare", "ksef-read", "parcels-look", "pdf-look", "look-hinted");
            assertThat(camel.getComponent("bean", BeanComponent.class).getCurrentBeanCacheSize())
                    .describedAs("beans that steps call")
                    .isGreaterThan(40);
        }
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
        return SettingsReader.of(HOME, values);
    }
}
