package pl.zmobridge.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pl.zmobridge.app.RouteWires;
import pl.zmobridge.check.Finding.Mark;
import pl.zmobridge.documents.Rules;
import pl.zmobridge.reload.RouteProblem;
import pl.zmobridge.settings.Settings;
import pl.zmobridge.settings.SettingsReader;
import pl.zmobridge.sim.ShoperSim;
import pl.zmobridge.sim.SymfoniaSim;
import pl.zmobridge.support.Certificates;
import pl.zmobridge.support.TlsFront;
import pl.zmobridge.support.TlsPeers;
import pl.zmobridge.support.Values;

@DisplayName("check and the way to the ERP")
class TlsCheckTest {
    private static final SymfoniaSim ERP = new SymfoniaSim();
    private static final ShoperSim SHOP = new ShoperSim();

    @TempDir
    private static Path directory;

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
    @DisplayName("says that the certificates of the file are good, and that the ERP answers")
    void right() throws Exception {
        List<Finding> found = found("right", "ours.pem", InstantSource.system());

        assertThat(of("symfonia.tls.ca", found).mark()).isEqualTo(Mark.GOOD);
        assertThat(of("symfonia.tls.ca", found).text()).contains("1 in ", "ours.pem");
        assertThat(of("symfonia.url", found).mark()).isEqualTo(Mark.GOOD);
    }

    @Test
    @DisplayName("warns in time before a certificate of the file expires")
    void expiresSoon() throws Exception {
        InstantSource inTenYears = InstantSource.offset(InstantSource.system(), Duration.ofDays(3640));

        Finding warning = of("symfonia.tls.ca", found("right", "ours.pem", inTenYears));
        assertThat(warning.mark()).isEqualTo(Mark.NOTE);
        assertThat(warning.text()).contains("one of them expires on ");
    }

    @Test
    @DisplayName("tells an unknown CA, another host and an expired certificate apart, and what to do")
    void faults() throws Exception {
        assertThat(fault("right", ""))
                .contains("nobody who is trusted vouches", "name the file with the CA in symfonia.tls.ca");
        assertThat(fault("right", "theirs.pem"))
                .contains("nobody who is trusted vouches", "is the right CA in the file of symfonia.tls.ca?");
        assertThat(fault("other-host", "ours.pem")).contains("is not for this host name", "erp.example.pl");
        assertThat(fault("expired", "ours.pem")).contains("has expired", "renew the server's certificate");
    }

    @Test
    @DisplayName("says that it does not know where http leads when the name cannot be looked up")
    void unknownHost() throws Exception {
        List<Finding> findings = new ArrayList<>();
        new Check(new OnlyWires(), InstantSource.system(), findings::add)
                .run(settings("http://erp.invalid:9000", ""), Rules.NONE);

        Finding first = of("symfonia.url", findings);
        assertThat(first.mark()).isEqualTo(Mark.NOTE);
        assertThat(first.text()).contains("cannot be looked up");
    }

    private static String fault(String server, String ca) throws Exception {
        Finding finding = of("symfonia.url", found(server, ca, InstantSource.system()));
        assertThat(finding.mark()).isEqualTo(Mark.BAD);
        return finding.text() + " → " + finding.advice();
    }

    private static Finding of(String about, List<Finding> findings) {
        return findings.stream()
                .filter(each -> each.about().equals(about))
                .findFirst()
                .orElseThrow();
    }

    private static List<Finding> found(String server, String ca, InstantSource clock) throws Exception {
        List<Finding> findings = new ArrayList<>();
        try (TlsFront front = new TlsFront(ours, server, ERP.url())) {
            new Check(new OnlyWires(), clock, findings::add).run(settings(front.url(), ca), Rules.NONE);
        }
        return findings;
    }

    private static Settings settings(String erp, String ca) {
        Map<Object, Object> values = Values.complete(SHOP.url(), erp);
        values.put("shoper.token", ShoperSim.TOKEN);
        values.put("symfonia.application-guid", SymfoniaSim.APPLICATION_GUID);
        values.put("symfonia.tls.ca", ca.isEmpty() ? "" : directory.resolve(ca).toString());
        values.put("db.url", "jdbc:mariadb://127.0.0.1:1/zmobridge");
        return SettingsReader.of(Path.of("").toAbsolutePath(), values);
    }

    /** The questions are asked as always; routes and bridges are the matter of other tests. */
    private static final class OnlyWires implements Engine {
        @Override
        public void run(Settings settings) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<RouteProblem> tryRoutes(Settings settings) {
            return List.of();
        }

        @Override
        public Wires wires(Settings settings) throws InterruptedException {
            return RouteWires.open(settings);
        }
    }
}
