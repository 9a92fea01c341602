package pl.zmobridge.torture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import pl.zmobridge.sim.OrderBuilder;
import pl.zmobridge.support.Answers;
import pl.zmobridge.support.Rig;

/**
 * {@code mvn -Preliability}: the disk of the database is full for some minutes while orders come, and then has room again. Needs a
 * small file system ({@link SmallDisk}). {@code -Ddisk.seconds=60} for less.
 */
@Tag("reliability")
class DiskFullTest {
    private static final Duration FULL = Duration.ofSeconds(Integer.getInteger("disk.seconds", 300));
    private static final Duration BETWEEN_ORDERS = Duration.ofMillis(250);

    /** Its begin, 5 minutes, its end; a poll's and a lock's own word. */
    private static final int MOST_LINES = 8;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path directory;

    private SmallDisk disk;
    private DatabaseServer server;
    private Site site;
    private BridgeProcess bridge;
    private Answers answers;

    @AfterEach
    void close() throws Exception {
        if (bridge != null) {
            bridge.close();
            site.close();
        }
        if (server != null) {
            server.close();
        }
        if (disk != null) {
            disk.close();
        }
    }

    @Test
    void aBridgeWhoseDatabaseHasNoRoomSaysSoAndGoesOnByItself() throws Exception {
        Optional<SmallDisk> small = SmallDisk.in(directory.resolve("disk"));
        assumeTrue(small.isPresent(), "no small file system: run as root, or name one with -Ddisk.directory");
        disk = small.get();
        server = new DatabaseServer(
                directory,
                disk.directory,
                Map.of(),
                "--innodb-log-file-size=16M",
                "--innodb-buffer-pool-size=64M",
                "--innodb-flush-log-at-trx-commit=1");
        site = new Site(directory.resolve("home"), server.schema("bridge"));
        site.erp.allowDoubleRealisation(true); // nothing but the bridge keeps a ZMO from being sold twice
        site.home
                .set("shoper.poll.cron", "0/5 * * * * ?")
                .set("redelivery.initial", "5s")
                .set("redelivery.max", "30s")
                .written();
        int port = Rig.freePort();
        answers = new Answers(port);
        bridge = BridgeProcess.start(site.home, Optional.empty(), "-Dhttp.port=" + port);
        order();
        await().atMost(Duration.ofMinutes(2)).ignoreExceptions().until(() -> site.register.isQuiet(1));
        LogLines log = LogLines.from(site.home);

        disk.fill();
        await().atMost(Duration.ofMinutes(5)).pollInterval(BETWEEN_ORDERS).until(() -> {
            order();
            return answers.ask(Answers.HEALTH).body().contains("no room");
        });
        assertThat(answers.ask(Answers.HEALTH).status()).isEqualTo(503);
        long before = calls();
        int orders = site.expected.size();
        long until = System.nanoTime() + FULL.toNanos();
        await().atMost(FULL.multipliedBy(2)).pollInterval(Duration.ofSeconds(2)).until(() -> {
            answers.askAll();
            return System.nanoTime() > until;
        });
        String health = answers.ask(Answers.HEALTH).body();
        int lines = log.since().size();
        long calls = calls() - before;

        disk.free();
        long back = System.nanoTime();
        await().atMost(Duration.ofMinutes(5))
                .pollInterval(Duration.ofSeconds(1))
                .ignoreExceptions()
                .until(() -> site.register.isQuiet(orders));
        long done = (System.nanoTime() - back) / 1_000_000_000;
        await().atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> answers.ask(Answers.HEALTH).status() == 200);

        System.out.printf(
                "disk full for %d s, %d orders: %d lines in the log, %d calls of the ERP; health %s%n  all orders done %d s after there was"
                        + " room, health UP after %d s; slowest answers, ms: %s%n  %s%n",
                FULL.toSeconds(),
                orders,
                lines,
                calls,
                health,
                done,
                (System.nanoTime() - back) / 1_000_000_000,
                answers.slowest(),
                String.join("\n  ", log.since()));
        assertThat(site.violations()).isEmpty();
        assertThat(health).contains("\"status\":\"DOWN\"");
        assertThat(lines).describedAs("%s", log.since()).isBetween(1, MOST_LINES);
        assertThat(answers.unanswered()).isEmpty();
        assertThat(calls)
                .describedAs("calls of the ERP for what cannot be noted")
                .isLessThan(10 * FULL.toSeconds());
    }

    private long calls() {
        return site.erp.requests(each -> true);
    }

    private void order() {
        OrderBuilder order = new OrderBuilder()
                .with("email", "k" + site.expected.size() + "@example.pl")
                .line("SPD-101", "149.95", "1")
                .status(3);
        site.order(order, Expected.SOLD);
    }
}
