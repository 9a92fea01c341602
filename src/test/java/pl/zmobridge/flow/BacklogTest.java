package pl.zmobridge.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLSyntaxErrorException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pl.zmobridge.app.ZmoBridge;
import pl.zmobridge.sim.OrderBuilder;
import pl.zmobridge.support.Answers;
import pl.zmobridge.support.GcLog;
import pl.zmobridge.support.Rig;

/**
 * {@code mvn -Preliability}: a hundred thousand orders wait in the shop when a bridge with 96 MB of heap starts, and the ERP is slow.
 * {@code -Dbacklog.orders=10000} for less.
 */
@Tag("reliability")
@DisplayName("A backlog of a hundred thousand orders")
class BacklogTest {
    private static final int ORDERS = Integer.getInteger("backlog.orders", 100_000);
    private static final Duration ERP = Duration.ofMillis(60);

    /** Of 96 MB; more, and the collections would take over. */
    private static final int MOST_LIVE = 88;

    private static final double MOST_IN_PAUSES = 10;

    @TempDir
    Path home;

    private final Rig rig = new Rig();
    private Process bridge;

    @AfterEach
    void stop() throws InterruptedException {
        if (bridge != null) {
            bridge.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        }
        rig.close();
    }

    @Test
    void streamsThroughNinetySixMegabytesWhileOrdersAreImported() throws Exception {
        long last = 0;
        for (int i = 0; i < ORDERS; i++) {
            last = rig.shop.addOrder(order(i));
        }
        rig.erp.latency(ERP);
        long begun = System.nanoTime();
        start();

        long residentEarly = 0;
        List<String> progress = new ArrayList<>();
        Answers answers = new Answers(rig.port());
        for (int tenth = 1; tenth <= 10; tenth++) {
            int stored = ORDERS / 10 * tenth;
            await().atMost(Duration.ofMinutes(10))
                    .pollInterval(Duration.ofMillis(500))
                    .until(() -> {
                        if (stored() > 0) { // it serves only when the tables are there
                            answers.askAll();
                        }
                        return !bridge.isAlive() || stored() >= stored;
                    });
            assertThat(bridge.isAlive()).describedAs("%s", log()).isTrue();
            residentEarly = tenth == 1 ? resident() : residentEarly;
            progress.add("%6d orders  %6.1f s  %4d MB resident  %5d ZMO"
                    .formatted(stored, (System.nanoTime() - begun) / 1e9, resident(), rig.erp.ordersIssued()));
        }
        long end = last;
        await().until(() ->
                rig.row("SELECT last_order_id AS at FROM cursors").get("at").equals(end));
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        GcLog gc = GcLog.read(gcLog());
        progress.forEach(System.out::println);
        System.out.println("slowest answers, ms: " + answers.slowest());
        System.out.printf(
                "%d orders in %d s; heap %d MB at the most, %d MB after a collection; %d pauses, %d of them for the whole heap, %.2f s"
                        + " or %.1f %% of the time%n",
                ORDERS,
                took.toSeconds(),
                gc.peak(),
                gc.live(),
                gc.collections(),
                gc.full(),
                gc.paused().toMillis() / 1000.0,
                gc.share(took));

        assertThat(log()).doesNotContain("OutOfMemoryError");
        assertThat(resident()).describedAs("MB").isLessThan(250);
        assertThat(resident() - residentEarly)
                .describedAs("MB more than after a tenth of them")
                .isLessThan(40);
        assertThat(gc.live())
                .describedAs("MB of heap that a collection left in use")
                .isBetween(1, MOST_LIVE);
        assertThat(gc.share(took))
                .describedAs("%% of the time spent in collections")
                .isLessThan(MOST_IN_PAUSES);
        assertThat(rig.erp.ordersIssued()).describedAs("imported meanwhile").isPositive();
        assertThat(answers.unanswered()).isEmpty();
        assertThat(answers.slowest().values())
                .allSatisfy(millis -> assertThat(millis).isLessThan(10_000));
        assertThat(rig.shop.requestCounters().values().stream()
                        .mapToLong(each -> each)
                        .sum())
                .describedAs("requests; five dictionaries and two lines an order")
                .isLessThanOrEqualTo(5 + ORDERS / 50 + ORDERS / 25 + 1);
    }

    private static OrderBuilder order(int i) {
        OrderBuilder order = new OrderBuilder().with("email", "b" + i + "@example.pl");
        for (int line = 0; line < 1 + i % 3; line++) {
            order.line("KUB-300", "0.99", "1");
        }
        return order;
    }

    private void start() throws IOException {
        rig.home(home);
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx96m",
                        "-XX:+UseSerialGC", // these two as the service starts it
                        "-XX:TieredStopAtLevel=1",
                        GcLog.option(gcLog()),
                        "-XX:+ExitOnOutOfMemoryError",
                        "-XX:+HeapDumpOnOutOfMemoryError",
                        "-XX:HeapDumpPath=target/backlog.hprof",
                        "-Dfile.encoding=UTF-8",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        ZmoBridge.class.getName(),
                        "--home",
                        home.toString())
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("bridge.log").toFile());
        builder.environment()
                .keySet()
                .removeIf(name -> name.contains("JAVA")); // what enlarges the shop is not the bridge's
        bridge = builder.start();
    }

    private long stored() throws Exception {
        try {
            return (long) rig.row("SELECT COUNT(*) AS found FROM orders").get("found");
        } catch (SQLSyntaxErrorException notMigratedYet) {
            return 0;
        }
    }

    private Path gcLog() {
        return home.resolve("gc.log");
    }

    private String log() throws IOException {
        return Files.readString(home.resolve("bridge.log"));
    }

    /** In megabytes. */
    private long resident() throws IOException {
        Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(bridge.pid())).start();
        return Long.parseLong(new String(ps.getInputStream().readAllBytes()).strip()) / 1024;
    }
}
