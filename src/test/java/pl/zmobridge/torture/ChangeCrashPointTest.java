package pl.zmobridge.torture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pl.zmobridge.sim.OrderBuilder;
import pl.zmobridge.support.MariaDb;

/**
 * A bridge's process is gone at one named step while it edits or withdraws a ZMO; another bridge finds the register as it was left, and
 * what is sold is what the shop says, once (S4, E1).
 */
class ChangeCrashPointTest {
    private static final int CANCELLED = 8;

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = "after:post-order")
    void anEditEndsExactlyOnce(String point) throws Exception {
        editEndsExactlyOnceAfterACrash(point);
    }

    @ParameterizedTest
    @Tag("torture")
    @ValueSource(
            strings = {
                "after:note-change-begun",
                "after:call-replace-order",
                "after:note-issue-intent",
                "before:call-import-outcome",
                "after:update-import-issued",
                "after:call-import-outcome"
            })
    void anEditEndsExactlyOnceWhereverItsBridgeDies(String point) throws Exception {
        editEndsExactlyOnceAfterACrash(point);
    }

    @ParameterizedTest
    @ValueSource(strings = "after:post-order")
    void aWithdrawalEndsExactlyOnce(String point) throws Exception {
        withdrawalEndsAfterACrash(point);
    }

    @ParameterizedTest
    @Tag("torture")
    @ValueSource(
            strings = {
                "after:note-issue-intent",
                "before:call-import-outcome",
                "after:insert-import-next",
                "after:call-import-outcome"
            })
    void aWithdrawalEndsExactlyOnceWhereverItsBridgeDies(String point) throws Exception {
        withdrawalEndsAfterACrash(point);
    }

    private void editEndsExactlyOnceAfterACrash(String step) throws Exception {
        try (Site site = site()) {
            long id =
                    site.order(new OrderBuilder().line("SPD-101", "149.95", "1").status(5), Expected.SOLD);
            imported(site);
            site.shop.desk().addLine(id, "KUB-300", "30.00", "1");
            due(site, "i.change_due = 'EDIT'");
            site.shop.setStatus(id, 3);

            crash(site, step);
            site.bridge();

            await().atMost(Duration.ofSeconds(30))
                    .until(() -> site.register.count("SELECT COUNT(*) FROM orders WHERE state = 'REALISED'") == 1);
            assertThat(site.violations()).isEmpty();
        }
    }

    private void withdrawalEndsAfterACrash(String step) throws Exception {
        try (Site site = site()) {
            long id =
                    site.order(new OrderBuilder().line("SPD-101", "149.95", "1").status(5), Expected.CANCELLED);
            imported(site);
            site.shop.setStatus(id, CANCELLED);
            due(site, "i.change_due = 'WITHDRAW', o.state = 'CLOSED'");

            crash(site, step);
            site.bridge();

            await().atMost(Duration.ofSeconds(30))
                    .until(() -> site.register.count("SELECT COUNT(*) FROM imports WHERE step = 'WITHDRAWN'") == 1
                            && site.register.count("SELECT COUNT(*) FROM imports WHERE step = 'NEW'") == 1);
            assertThat(site.erp.orders()).isEmpty();
            assertThat(site.erp.ordersIssued()).isEqualTo(1);
            assertThat(site.register.count("SELECT COUNT(*) FROM orders WHERE due_step IS NULL AND state = 'CLOSED'"))
                    .isEqualTo(1);
        }
    }

    private Site site() {
        Site site = new Site(directory, MariaDb.migratedSchema());
        site.home.impatient().written();
        site.erp.allowDoubleRealisation(true);
        return site;
    }

    /** A first bridge imports the order and ends. */
    private static void imported(Site site) throws Exception {
        site.bridge();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> site.register.count("SELECT COUNT(*) FROM orders WHERE state = 'ISSUED'") == 1);
        site.stopBridges();
    }

    private static void crash(Site site, String step) {
        CrashPoint point = CrashPoint.parse(step);
        try (BridgeProcess dying = BridgeProcess.start(site.home, Optional.of(point))) {
            assertThat(dying.await(Duration.ofSeconds(60)))
                    .describedAs("the bridge comes to %s", point)
                    .isTrue();
            assertThat(dying.hasCrashed()).describedAs("it dies there").isTrue();
        }
        site.register.letTimePass();
    }

    /** What a poll notes of the order. */
    private static void due(Site site, String what) throws SQLException {
        try (Connection connection = DriverManager.getConnection(site.register.url(), "root", "");
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE orders o JOIN imports i USING (shop, shop_order_id, import_no) SET " + what
                    + ", o.due_step = 'IMPORT'");
        }
    }
}
