package pl.zmobridge.torture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pl.zmobridge.sim.OrderBuilder;
import pl.zmobridge.support.MariaDb;

/**
 * A bridge's process is gone at one named step while it carries one paid order of a new buyer; another bridge finds the
 * register as it was left and ends the order exactly once.
 */
class CrashPointTest {
    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"after:create-contractor", "after:post-order", "after:rename-order", "after:put-documents"})
    void anOrderEndsExactlyOnce(String point) throws Exception {
        endsExactlyOnceAfterACrash(point);
    }

    @ParameterizedTest
    @Tag("torture")
    @ValueSource(
            strings = {
                "after:insert-orders",
                "after:call-store-orders",
                "before:move-cursor",
                "after:move-cursor",
                "after:take-next-lease",
                "after:note-contractor-intent",
                "after:note-contractor",
                "after:note-issue-intent",
                "before:note-zmo",
                "after:note-zmo",
                "before:call-import-outcome",
                "after:update-import-issued",
                "after:call-import-outcome",
                "before:release-lease",
                "after:note-sell-intent",
                "before:call-realise-outcome",
                "after:insert-documents",
                "after:call-realise-outcome",
                "after:put-status",
                "after:feedback-done"
            })
    void anOrderEndsExactlyOnceWhereverItsBridgeDies(String point) throws Exception {
        endsExactlyOnceAfterACrash(point);
    }

    private void endsExactlyOnceAfterACrash(String step) throws Exception {
        CrashPoint point = CrashPoint.parse(step);
        try (Site site = new Site(directory, MariaDb.migratedSchema())) {
            site.home.set("feedback.realised-status", "4").impatient().written();
            site.erp.allowDoubleRealisation(true);
            site.order(
                    new OrderBuilder()
                            .firm("Nowa Firma", "525-000-10-90")
                            .line("SPD-101", "149.95", "1")
                            .status(3),
                    Expected.SOLD);
            try (BridgeProcess dying = BridgeProcess.start(site.home, Optional.of(point))) {
                assertThat(dying.await(Duration.ofSeconds(60)))
                        .describedAs("the bridge comes to %s", point)
                        .isTrue();
                assertThat(dying.hasCrashed()).describedAs("it dies there").isTrue();
            }
            site.register.letTimePass();
            site.bridge();
            await().atMost(Duration.ofSeconds(30)).until(() -> site.register.isQuiet(1));
            assertThat(site.violations()).isEmpty();
        }
    }
}
