package pl.zmobridge.torture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import pl.zmobridge.sim.OrderBuilder;
import pl.zmobridge.support.Answers;
import pl.zmobridge.support.MariaDb;
import pl.zmobridge.support.Rig;

/**
 * {@code mvn -Preliability}: the shop, the ERP and the database of three bridges are away for ten minutes, each of them one, while orders come
 * every few seconds. The bridges have the schedule, waits and time-outs of the product. {@code -Doutage.minutes=3} for less.
 */
@Tag("reliability")
class OutageTest {
    private static final int MINUTES = Integer.getInteger("outage.minutes", 10);
    private static final Duration BETWEEN_ORDERS = Duration.ofSeconds(10);

    /** Told at its begin, after 5, 10, 20 … minutes, and at its end; besides, what one poll and one connection say for themselves. */
    private static final int MOST_LINES = 12;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path directory;

    private final List<Away> all = new ArrayList<>();

    /** A bridge, and which of its peers is away. */
    private static final class Away implements AutoCloseable {
        final String peer;
        final Site site;
        final DatabaseWire wire;
        final BridgeProcess bridge;
        final Answers answers;
        final List<String> health = new ArrayList<>();
        LogLines log;
        int lines;

        Away(String peer, Path home) throws Exception {
            this.peer = peer;
            site = new Site(home, MariaDb.newSchema());
            site.erp.allowDoubleRealisation(true); // nothing but the bridge keeps a ZMO from being sold twice
            wire = new DatabaseWire(site.register.url());
            int port = Rig.freePort();
            answers = new Answers(port);
            site.home
                    .set("db.url", wire.url())
                    .set("shoper.poll.cron", "0 * * * * ?")
                    .set("redelivery.initial", "60s")
                    .set("redelivery.max", "15m")
                    .set("symfonia.write-timeout", "5m")
                    .written();
            bridge = BridgeProcess.start(site.home, Optional.empty(), "-Dhttp.port=" + port);
        }

        void leaves() throws Exception {
            log = LogLines.from(site.home);
            switch (peer) {
                case "shop" -> site.shop.down();
                case "ERP" -> site.erp.down();
                default -> wire.cut();
            }
        }

        void comesBack() throws Exception {
            lines = log.since().size();
            switch (peer) {
                case "shop" -> site.shop.up();
                case "ERP" -> site.erp.up();
                default -> wire.heal();
            }
        }

        void order() {
            OrderBuilder order = new OrderBuilder()
                    .with("email", peer + site.expected.size() + "@example.pl")
                    .line("SPD-101", "149.95", "1")
                    .status(3);
            site.order(order, Expected.SOLD);
        }

        boolean isDone() {
            return site.register.isQuiet(site.expected.size());
        }

        String report() throws Exception {
            return """
                    %s away for %d min, %d orders: %d lines in the log, %d after it came back
                      health: %s
                      slowest answers, ms: %s
                      %s"""
                    .formatted(
                            peer,
                            MINUTES,
                            site.expected.size(),
                            lines,
                            log.since().size() - lines,
                            health.stream().distinct().toList(),
                            answers.slowest(),
                            String.join("\n      ", log.since()));
        }

        @Override
        public void close() {
            bridge.close();
            wire.close();
            site.close();
        }
    }

    @AfterEach
    void close() {
        all.forEach(Away::close);
    }

    @Test
    void anOutageOfEachPeerIsAFewLinesAndEndsByItself() throws Exception {
        for (String peer : List.of("shop", "ERP", "database")) {
            all.add(new Away(peer, directory.resolve(peer)));
        }
        all.forEach(Away::order);
        eventually(Duration.ofMinutes(3), Away::isDone);
        for (Away each : all) {
            each.leaves();
        }

        long end = System.nanoTime() + Duration.ofMinutes(MINUTES).toNanos();
        while (System.nanoTime() < end) {
            all.forEach(Away::order);
            long next = System.nanoTime() + BETWEEN_ORDERS.toNanos();
            for (Away each : all) {
                each.answers.askAll();
                each.health.add(each.answers.ask(Answers.HEALTH).body());
            }
            await().atMost(BETWEEN_ORDERS.multipliedBy(2)).until(() -> System.nanoTime() > next);
        }
        for (Away each : all) {
            each.comesBack();
        }
        long back = System.nanoTime();

        eventually(Duration.ofMinutes(25), Away::isDone);
        System.out.printf("all orders of all bridges done %d s later%n", (System.nanoTime() - back) / 1_000_000_000);
        for (Away each : all) {
            System.out.println(each.report());
        }
        for (Away each : all) {
            assertThat(each.site.violations()).describedAs(each.peer).isEmpty();
            assertThat(each.lines)
                    .describedAs("lines while the %s was away: %s", each.peer, each.log.since())
                    .isBetween(1, MOST_LINES);
            assertThat(each.answers.unanswered())
                    .describedAs("pages without an answer while the %s was away", each.peer)
                    .isEmpty();
            assertThat(each.health)
                    .describedAs("the health page names the %s", each.peer)
                    .anyMatch(body -> body.contains("the " + each.peer + " has not answered")
                            || body.contains("The database does not answer"));
            assertThat(each.answers.ask(Answers.HEALTH).status()).isEqualTo(200);
        }
    }

    private void eventually(Duration atMost, Predicate<Away> each) {
        await().atMost(atMost)
                .pollInterval(Duration.ofMillis(500))
                .ignoreExceptions() // before the tables are there
                .until(() -> all.stream().allMatch(each));
    }
}
