package pl.zmobridge.torture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
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

    /** What is away is noticed by whoever needs it: at the latest by the next poll of the minute, and by what it brings. */
    private static final Duration NOTICED = Duration.ofMinutes(3);

    /** Told at its begin and after 5, 15, 35 … minutes; besides, what one attempt says that was under way. */
    private static final int MOST_LINES = 4;

    /** Whoever scrapes gives up after ten seconds, by default. */
    private static final long PATIENCE = 10_000;

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
        final List<String> health = new CopyOnWriteArrayList<>();
        final ScheduledExecutorService watcher = Executors.newSingleThreadScheduledExecutor();
        LogLines log;
        int lines;
        long caughtUp;

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

        /** Asks all pages again and again, while it is away and afterwards. */
        void watch() {
            watcher.scheduleWithFixedDelay(
                    () -> {
                        try {
                            answers.askAll();
                            health.add(answers.ask(Answers.HEALTH).body());
                        } catch (InterruptedException e) {
                            Thread.currentThread().interrupt();
                        }
                    },
                    0,
                    2,
                    TimeUnit.SECONDS);
        }

        boolean isNoticed() {
            return health.stream().anyMatch(body -> body.contains("the " + peer + " has not answered"));
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

        boolean isDone(long back) {
            if (caughtUp == 0 && site.register.isQuiet(site.expected.size())) {
                caughtUp = Math.max(1, System.nanoTime() - back);
            }
            return caughtUp > 0;
        }

        String report() throws Exception {
            return """
                    %s away for %d min, %d orders: %d lines in the log, %d after it came back, of these kinds:
                      %s
                      all orders done %d s after it came back; health: %s
                      slowest answers, ms: %s
                      %s"""
                    .formatted(
                            peer,
                            MINUTES,
                            site.expected.size(),
                            lines,
                            log.since().size() - lines,
                            log.kinds(),
                            TimeUnit.NANOSECONDS.toSeconds(caughtUp),
                            health.stream().distinct().toList(),
                            answers.slowest(),
                            String.join("\n      ", log.since()));
        }

        @Override
        public void close() {
            watcher.shutdownNow();
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
        await().atMost(Duration.ofMinutes(3)).ignoreExceptions().until(() -> all.stream()
                .allMatch(each -> each.site.register.isQuiet(1))); // not before the tables are there
        for (Away each : all) {
            each.leaves();
            each.watch();
        }

        long end = System.nanoTime() + Duration.ofMinutes(MINUTES).toNanos();
        await().atMost(Duration.ofMinutes(MINUTES).plus(NOTICED))
                .pollDelay(Duration.ZERO)
                .pollInterval(BETWEEN_ORDERS)
                .until(() -> {
                    all.forEach(Away::order);
                    return System.nanoTime() > end && all.stream().allMatch(Away::isNoticed);
                });
        for (Away each : all) {
            each.comesBack();
        }
        long back = System.nanoTime();

        await().atMost(Duration.ofMinutes(25))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> all.stream().filter(each -> each.isDone(back)).count() == all.size());
        for (Away each : all) {
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> each.answers.ask(Answers.HEALTH).status() == 200);
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
            assertThat(each.answers.slowest())
                    .describedAs("milliseconds while the %s was away", each.peer)
                    .allSatisfy((page, millis) -> assertThat(millis).isLessThan(PATIENCE));
        }
    }
}
