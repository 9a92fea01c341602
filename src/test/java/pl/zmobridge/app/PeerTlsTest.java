package pl.zmobridge.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.CertPathValidatorException;
import java.util.Map;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pl.zmobridge.check.Wires;
import pl.zmobridge.failure.Failures;
import pl.zmobridge.settings.SettingsReader;
import pl.zmobridge.shoper.ShoperApi;
import pl.zmobridge.sim.ShoperSim;
import pl.zmobridge.sim.SymfoniaSim;
import pl.zmobridge.support.Certificates;
import pl.zmobridge.support.TlsFront;
import pl.zmobridge.support.TlsPeers;
import pl.zmobridge.support.Values;
import pl.zmobridge.symfonia.SymfoniaApi;
import pl.zmobridge.symfonia.Wire;

@DisplayName("A shop or an ERP with a certificate of a private CA")
class PeerTlsTest {
    @TempDir
    private static Path directory;

    private static final SymfoniaSim ERP = new SymfoniaSim();
    private static final ShoperSim SHOP = new ShoperSim();
    private static Certificates ours;

    @BeforeAll
    static void start() throws Exception {
        ERP.start();
        SHOP.start();
        ours = TlsPeers.in(directory);
    }

    @AfterAll
    static void stop() {
        ERP.close();
        SHOP.close();
    }

    @Test
    @DisplayName("is asked when that CA is named")
    void isAsked() throws Exception {
        assertThat(sessionsOpen("right", "ours.pem")).isEqualTo("0");
    }

    @Test
    @DisplayName("is asked when that CA is one of several in the file")
    void isAskedWithSeveral() throws Exception {
        assertThat(sessionsOpen("right", "both.pem")).isEqualTo("0");
    }

    @Test
    @DisplayName("is not asked unless it is named")
    void isNotAskedOtherwise() {
        assertThatThrownBy(() -> sessionsOpen("right", ""))
                .isInstanceOf(IOException.class)
                .hasRootCauseInstanceOf(java.security.cert.CertPathBuilderException.class)
                .hasStackTraceContaining(SSLHandshakeException.class.getName())
                .satisfies(failure -> assertThat(Failures.inLog(failure)).startsWith("No safe connection (TLS)"));
    }

    @Test
    @DisplayName("is not asked when another CA is named")
    void isNotAskedWithAnotherCa() {
        assertThatThrownBy(() -> sessionsOpen("right", "theirs.pem"))
                .isInstanceOf(IOException.class)
                .hasStackTraceContaining(SSLHandshakeException.class.getName());
    }

    @Test
    @DisplayName("is not asked when its certificate is for another host")
    void isNotAskedUnderAnotherName() {
        assertThatThrownBy(() -> sessionsOpen("other-host", "ours.pem"))
                .isInstanceOf(IOException.class)
                .hasStackTraceContaining(SSLPeerUnverifiedException.class.getName())
                .satisfies(failure -> assertThat(Failures.inLog(failure)).startsWith("No safe connection (TLS)"));
    }

    @Test
    @DisplayName("is not asked when its certificate has expired")
    void isNotAskedAfterItsTime() {
        assertThatThrownBy(() -> sessionsOpen("expired", "ours.pem"))
                .isInstanceOf(IOException.class)
                .hasStackTraceContaining(CertPathValidatorException.class.getName())
                .hasStackTraceContaining("CertificateExpiredException");
    }

    @Test
    @DisplayName("is trusted alone: who vouches for the ERP does not vouch for the shop")
    void aCaVouchesForItsOwnSystemOnly() throws Exception {
        try (TlsFront erp = new TlsFront(ours, "right", ERP.url());
                TlsFront shop = new TlsFront(ours, "right", SHOP.url())) {
            Map<Object, Object> values = values(erp.url(), "ours.pem");
            values.put("shoper.url", shop.url());

            try (Wires wires = RouteWires.open(SettingsReader.of(home(), values))) {
                wires.erp("main", SymfoniaApi.ping());
                assertThatThrownBy(() -> wires.shop("main", ShoperApi.applicationConfig()))
                        .isInstanceOf(IOException.class)
                        .hasStackTraceContaining(SSLHandshakeException.class.getName());
            }
            values.put("shoper.tls.ca", directory.resolve("ours.pem").toString());
            try (Wires wires = RouteWires.open(SettingsReader.of(home(), values))) {
                assertThat(wires.shop("main", ShoperApi.applicationConfig()).isObject())
                        .isTrue();
            }
        }
    }

    @Test
    @DisplayName("is told at the end that its session is over")
    void itsSessionIsClosed() throws Exception {
        try (TlsFront front = new TlsFront(ours, "right", ERP.url())) {
            try (Wires wires = RouteWires.open(SettingsReader.of(home(), values(front.url(), "ours.pem")))) {
                wires.openSession("main");
                assertThat(ERP.openSessions()).isEqualTo(1);
            }
            assertThat(ERP.openSessions()).isZero();
        }
    }

    private static String sessionsOpen(String server, String ca) throws Exception {
        try (TlsFront front = new TlsFront(ours, server, ERP.url());
                Wires wires = RouteWires.open(SettingsReader.of(home(), values(front.url(), ca)))) {
            return Wire.text(wires.erp("main", SymfoniaApi.ping()), "OpenSessionsNumber");
        }
    }

    private static Path home() {
        return Path.of("").toAbsolutePath();
    }

    private static Map<Object, Object> values(String erp, String ca) {
        Map<Object, Object> values = Values.complete(SHOP.url(), erp);
        values.put("shoper.token", ShoperSim.TOKEN);
        values.put("symfonia.application-guid", SymfoniaSim.APPLICATION_GUID);
        values.put("symfonia.tls.ca", ca.isEmpty() ? "" : directory.resolve(ca).toString());
        return values;
    }
}
