package pl.zmobridge.torture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pl.zmobridge.sim.KsefSim;
import pl.zmobridge.sim.OrderBuilder;
import pl.zmobridge.support.MariaDb;
import pl.zmobridge.support.Nips;

/**
 * A bridge's process is gone at one named step while it reads what KSeF has, marks a document, tells of a missing one or writes a
 * number into the shop; the next bridge does what is left, and nothing twice.
 */
class KsefCrashPointTest {
    private static final String NOTES = "notes_priv";

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"after:ksef-page-answered", "after:ksef-put-notes"})
    void eachNumberIsNotedOnce(String point) throws Exception {
        notedOnceAfterACrash(point);
    }

    @ParameterizedTest
    @Tag("torture")
    @ValueSource(
            strings = {
                "after:ksef-begin-poll",
                "after:ksef-send-question",
                "after:ksef-insert-invoices",
                "after:ksef-move-on",
                "after:ksef-update-accepted",
                "after:ksef-events-accepted",
                "after:ksef-mark-missed",
                "after:ksef-store-reviews",
                "after:ksef-events-missing",
                "before:ksef-read-notes",
                "before:ksef-put-notes",
                "before:ksef-is-noted",
                "after:ksef-is-noted"
            })
    void eachNumberIsNotedOnceWhereverItsBridgeDies(String point) throws Exception {
        notedOnceAfterACrash(point);
    }

    private void notedOnceAfterACrash(String step) throws Exception {
        String nip = Nips.next();
        CrashPoint point = CrashPoint.parse(step);
        try (KsefSim ksef = new KsefSim().start();
                Site site = new Site(directory, MariaDb.migratedSchema())) {
            ksef.unlimited();
            site.home
                    .set("ksef.enabled", "true")
                    .set("ksef.url", ksef.api())
                    .set("ksef.nip", KsefSim.NIP)
                    .set("ksef.token", KsefSim.TOKEN)
                    .set("ksef.alarm", "24h")
                    .set("ksef.poll.cron", "0/2 * * * * ?")
                    .set("feedback.ksef", "notes")
                    .impatient()
                    .written();
            long accepted = site.order(sold(nip).with(NOTES, "Dzwonić rano"), Expected.SOLD);
            long missing = site.order(sold(nip), Expected.SOLD);
            sell(site);
            String number = ksef.accepted(number(site, accepted), "169.94", nip);

            try (BridgeProcess dying = BridgeProcess.start(site.home, Optional.of(point))) {
                assertThat(dying.await(Duration.ofSeconds(60)))
                        .describedAs("the bridge comes to %s", point)
                        .isTrue();
                assertThat(dying.hasCrashed()).describedAs("it dies there").isTrue();
            }
            site.register.letTimePass();
            change(site, "UPDATE ksef_accounts SET full_until = NULL, begun_at = NULL");
            site.bridge();

            await().atMost(Duration.ofSeconds(30))
                    .until(() -> site.register.count("SELECT (SELECT COUNT(*) FROM ksef_documents WHERE note = 'DONE')"
                                    + " + (SELECT COUNT(*) FROM dead_letters WHERE cause = 'KSEF_MISSING')")
                            == 2);
            String notes = site.shop.order(accepted).orElseThrow().path(NOTES).asText();
            assertThat(notes).startsWith("Dzwonić rano\n").containsOnlyOnce(number);
            assertThat(events(site, accepted, "code = 'KSEF_ACCEPTED'")).isEqualTo(1);
            assertThat(events(site, missing, "text LIKE '%nie ma numeru KSeF%'"))
                    .isEqualTo(1);
            assertThat(site.register.rows("SELECT shop_order_id, attempts FROM dead_letters"))
                    .singleElement()
                    .satisfies(letter -> assertThat(letter).containsValues(missing, 1));
            assertThat(site.register.count("SELECT COUNT(*) FROM ksef_invoices"))
                    .isZero();
            assertThat(site.violations())
                    .describedAs("nothing but what a person is told of")
                    .singleElement()
                    .asString()
                    .contains("SH/" + missing, "REVIEW");
        }
    }

    private static OrderBuilder sold(String nip) {
        return new OrderBuilder()
                .firm("Nowa Firma", nip)
                .line("SPD-101", "149.95", "1")
                .status(3);
    }

    /** Both are sold two days ago, after KSeF was asked for the first time. */
    private static void sell(Site site) throws Exception {
        site.bridge();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> site.register.isQuiet(2)
                        && site.register.count("SELECT COUNT(*) FROM ksef_accounts WHERE answered_at IS NOT NULL")
                                == 1);
        site.stopBridges();
        change(site, "UPDATE ksef_accounts SET since = since - INTERVAL 3 DAY, full_until = NULL, begun_at = NULL");
        change(site, "UPDATE imports SET sold_at = sold_at - INTERVAL 2 DAY");
    }

    private static String number(Site site, long id) {
        return site.register
                .rows(
                        "SELECT s.number FROM sales_documents s JOIN imports i ON i.id = s.import_id WHERE i.shop_order_id = "
                                + id)
                .get(0)
                .get("number")
                .toString();
    }

    private static long events(Site site, long id, String which) {
        return site.register.count("SELECT COUNT(*) FROM events WHERE shop_order_id = " + id + " AND " + which);
    }

    private static void change(Site site, String sql) throws Exception {
        try (Connection connection = DriverManager.getConnection(site.register.url(), "root", "");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
