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
import org.junit.jupiter.params.provider.CsvSource;
import pl.zmobridge.sim.OrderBuilder;
import pl.zmobridge.support.MariaDb;

/**
 * A bridge's process is gone at one named step while it makes the warehouse document of an order whose rule wants both, and the next one's
 * while it makes the sales document; a third one finishes what is missing, and doubles nothing (D1, I2, S9).
 */
class WaysCrashPointTest {
    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource("after:put-documents, after:put-documents")
    void bothDocumentsAreMadeExactlyOnce(String first, String second) throws Exception {
        madeExactlyOnce(first, second);
    }

    @ParameterizedTest
    @Tag("torture")
    @CsvSource({
        "after:note-sell-intent, after:put-documents",
        "before:call-realise-outcome, after:note-sell-intent",
        "after:insert-documents, before:call-realise-outcome",
        "after:update-import-sold, before:insert-documents",
        "after:call-realise-outcome, after:put-documents"
    })
    void bothDocumentsAreMadeExactlyOnceWhereverTheirBridgesDie(String first, String second) throws Exception {
        madeExactlyOnce(first, second);
    }

    private void madeExactlyOnce(String first, String second) throws Exception {
        try (Site site = new Site(directory, MariaDb.migratedSchema())) {
            site.home.impatient().written();
            site.erp.allowDoubleRealisation(true);
            long id =
                    site.order(new OrderBuilder().line("SPD-101", "149.95", "1").status(5), Expected.SOLD);
            site.bridge();
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> site.register.count("SELECT COUNT(*) FROM orders WHERE state = 'ISSUED'") == 1);
            site.stopBridges();
            bothAreWanted(site);
            site.shop.setStatus(id, 3);

            crash(site, first);
            crash(site, second);
            site.bridge();

            await().atMost(Duration.ofSeconds(30))
                    .until(() -> site.register.count("SELECT COUNT(*) FROM orders WHERE state = 'REALISED'") == 1);
            assertThat(site.erp.warehouseDocuments()).hasSize(1);
            assertThat(site.register.count("SELECT COUNT(*) FROM sales_documents WHERE kind = 'WZ'"))
                    .isEqualTo(1);
            assertThat(site.violations()).isEmpty();
        }
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

    /** What a rule decides of the order. */
    private static void bothAreWanted(Site site) throws SQLException {
        try (Connection connection = DriverManager.getConnection(site.register.url(), "root", "");
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(
                    "UPDATE orders SET card = JSON_SET(card, '$.card.decision.outcome.realise', 'FV_WZ', '$.card.decision.rule', 'magazyn')");
        }
    }
}
