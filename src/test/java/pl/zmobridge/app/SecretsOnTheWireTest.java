package pl.zmobridge.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;
import pl.zmobridge.check.Wires;
import pl.zmobridge.settings.LogFormat;
import pl.zmobridge.settings.Settings;
import pl.zmobridge.settings.SettingsReader;
import pl.zmobridge.shoper.ShoperApi;
import pl.zmobridge.sim.ShoperSim;
import pl.zmobridge.sim.SymfoniaSim;
import pl.zmobridge.support.CapturedLog;
import pl.zmobridge.symfonia.SymfoniaApi;

/** A login to the shop and a session with the ERP, with all that HTTP and Camel tell of them. */
@DisplayName("I6 the log of the wire at TRACE")
class SecretsOnTheWireTest {
    private final ShoperSim shop = new ShoperSim().start();
    private final SymfoniaSim erp = new SymfoniaSim().start();

    @AfterEach
    void stop() {
        shop.close();
        erp.close();
    }

    @ParameterizedTest(name = "log.format={0}")
    @EnumSource(LogFormat.class)
    @DisplayName("holds no token, password or Authorization header")
    void holdsNoSecret(LogFormat format) throws Exception {
        try (CapturedLog log = new CapturedLog(format)) {
            Settings settings = settings();
            try (Wires wires = RouteWires.open(settings)) {
                wires.shop("main", ShoperApi.newestOrder());
                wires.openSession("main");
                wires.erp("main", SymfoniaApi.sessionLives());
                wires.endSession("main");
            }
            LoggerFactory.getLogger("settings")
                    .warn("read {}", settings, new IllegalStateException("db.password=Baza-Tajna-72"));

            assertThat(log.text())
                    .describedAs("requests, answers and headers were logged")
                    .contains(
                            "http-outgoing-",
                            "uthorization",
                            "access_token",
                            "OpenNewSession",
                            "IllegalStateException");
            log.holdsNone(secrets());
        }
    }

    private Set<String> secrets() {
        Set<String> secrets = new TreeSet<>(CapturedLog.credentials(shop.requests()));
        assertThat(secrets).describedAs("login and token of the shop").hasSize(2);
        Set<String> ofErp = CapturedLog.credentials(erp.requests());
        assertThat(ofErp).describedAs("application key and session").hasSize(2);
        secrets.addAll(ofErp);
        secrets.addAll(Set.of(ShoperSim.PASSWORD, "Baza-Tajna-72"));
        return secrets;
    }

    private Settings settings() {
        Map<Object, Object> values = new HashMap<>(Map.of(
                "shoper.url",
                shop.url(),
                "shoper.login",
                ShoperSim.LOGIN,
                "shoper.password",
                ShoperSim.PASSWORD,
                "symfonia.url",
                erp.url(),
                "symfonia.application-guid",
                SymfoniaSim.APPLICATION_GUID,
                "symfonia.department",
                "SKLEP",
                "symfonia.payment-registry",
                "BANK",
                "symfonia.payment-form.default",
                "Gotówka",
                "symfonia.delivery.code",
                "DOSTAWA"));
        values.putAll(Map.of(
                "symfonia.invoice.type", "ZMO",
                "symfonia.invoice.series", "sZMO",
                "symfonia.receipt.type", "ZMP",
                "symfonia.receipt.series", "sZMP",
                "db.url", "jdbc:mariadb://127.0.0.1:9/zmobridge?password=Baza-Tajna-72",
                "db.user", "zmobridge",
                "db.password", "Baza-Tajna-72"));
        return SettingsReader.of(Path.of("").toAbsolutePath(), values);
    }
}
