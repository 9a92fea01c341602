package pl.zmobridge.torture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pl.zmobridge.sim.OrderBuilder;
import pl.zmobridge.support.MariaDb;

/** The session of a killed bridge is used on by whoever starts next, so kills do not use up the licences. */
class KilledSessionsTest {
    @TempDir
    Path directory;

    @Test
    @DisplayName("case 36: a bridge that is killed again and again is not locked out of an ERP with few licences")
    void killedAgainAndAgain() throws Exception {
        try (Site site = new Site(directory, MariaDb.migratedSchema())) {
            site.erp.sessionLimit(3);
            site.home.set("shoper.poll.cron", "* * * * * ?").impatient().written();
            for (int life = 1; life <= 4; life++) {
                try (BridgeProcess bridge = BridgeProcess.start(site.home, Optional.empty())) {
                    order(site);
                    issued(site, life);
                    bridge.kill();
                }
                assertThat(site.erp.openSessions())
                        .describedAs("after kill %d", life)
                        .isEqualTo(1);
            }
            assertThat(site.erp.sessionsOpened()).isEqualTo(1);
            assertThat(Files.readString(site.home.path().resolve("bridge.log"))).doesNotContain(token(site));

            site.bridge();
            order(site);
            issued(site, 5);
            site.stopBridges();

            assertThat(site.erp.openSessions()).isZero();
            assertThat(site.register.count("SELECT COUNT(*) FROM erp_sessions")).isZero();
            assertThat(site.violations()).isEmpty();
        }
    }

    @Test
    @DisplayName("two nodes have sessions of their own; what a dead one has left is closed or used, once")
    void twoNodes() throws Exception {
        try (Site site = new Site(directory, MariaDb.migratedSchema())) {
            site.home
                    .set("shoper.poll.cron", "* * * * * ?")
                    .set("symfonia.concurrency", "1")
                    .impatient()
                    .written();
            try (BridgeProcess first = BridgeProcess.start(site.home, Optional.empty());
                    BridgeProcess second = BridgeProcess.start(site.home, Optional.empty())) {
                int orders = 0;
                while (site.erp.openSessions() < 2 && orders < 60) {
                    order(site);
                    issued(site, ++orders);
                }
                assertThat(site.register.count("SELECT COUNT(*) FROM erp_sessions"))
                        .isEqualTo(2);
                first.kill();
                second.kill();
            }
            assertThat(site.erp.openSessions()).isEqualTo(2);

            int before = site.erp.ordersIssued();
            order(site);
            site.bridge();
            issued(site, before + 1);

            assertThat(site.erp.sessionsOpened()).isEqualTo(2);
            assertThat(site.erp.openSessions()).isEqualTo(1);
            assertThat(site.register.count("SELECT COUNT(*) FROM erp_sessions")).isEqualTo(1);
            site.erp.expireSessions();
            order(site);
            issued(site, before + 2);
            assertThat(site.register.count("SELECT COUNT(*) FROM erp_sessions")).isEqualTo(1);
        }
    }

    private static void order(Site site) {
        site.order(new OrderBuilder().line("SPD-101", "149.95", "1"), Expected.ISSUED);
    }

    private static void issued(Site site, int count) {
        await().atMost(Duration.ofSeconds(60))
                .ignoreExceptions() // the first bridge makes the tables
                .until(() -> site.register.count("SELECT COUNT(*) FROM orders WHERE state = 'ISSUED'") == count);
    }

    /** The token that the last request carried. */
    private static String token(Site site) {
        return site.erp.requests().stream()
                .map(each -> each.header("Authorization"))
                .filter(each -> each.startsWith("Session "))
                .reduce((earlier, later) -> later)
                .orElseThrow()
                .replace("Session ", "");
    }
}
