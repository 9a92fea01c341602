package pl.zmobridge.torture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pl.zmobridge.sim.OrderBuilder;
import pl.zmobridge.sim.ShoperSim;
import pl.zmobridge.sim.SymfoniaSim;
import pl.zmobridge.support.MariaDb;

/** What nodes add, in one run on one machine: the ERPs are slow, so that the machine is not what limits them. */
@Tag("bench")
class ScaleTest {
    private static final int SHOPS = 6;
    private static final Duration ERP_CALL = Duration.ofMillis(200);
    private static final int ORDERS_OF_A_SHOP = 40;

    private final List<ShoperSim> shops = new ArrayList<>();
    private final List<SymfoniaSim> erps = new ArrayList<>();
    private final String database = MariaDb.newSchema();
    private final Register register = new Register(database);
    private final List<Node> nodes = new ArrayList<>();
    private int placed;

    @TempDir
    Path directory;

    @AfterEach
    void close() {
        nodes.forEach(Node::close);
        shops.forEach(ShoperSim::close);
        erps.forEach(SymfoniaSim::close);
    }

    @Test
    void threeNodesCarryAtLeastTwoAndAHalfTimesTheOrdersOfOneWhenTheErpsAreSlow() throws Exception {
        BridgeHome home = home();

        add(home, 1);
        double quiet = statementsPerPoll(Duration.ofSeconds(15));
        double one = ordersPerSecond(ORDERS_OF_A_SHOP);
        add(home, 3);
        double three = ordersPerSecond(2 * ORDERS_OF_A_SHOP);

        System.out.printf(
                "%d shops, each with an ERP of its own that takes %d ms for a call, symfonia.concurrency=1%n",
                SHOPS, ERP_CALL.toMillis());
        System.out.printf("  1 node:  %.1f orders/s%n", one);
        System.out.printf("  3 nodes: %.1f orders/s, %.2f times as many%n", three, three / one);
        System.out.printf(
                "  statements for one quiet poll of a cluster, schedule and search for work included: %.1f%n", quiet);
        assertThat(three / one).isGreaterThanOrEqualTo(2.5);
    }

    private BridgeHome home() throws IOException {
        for (int i = 0; i < SHOPS; i++) {
            shops.add(new ShoperSim().start());
            SymfoniaSim erp = new SymfoniaSim().start();
            erp.latency(ERP_CALL);
            erps.add(erp);
        }
        BridgeHome home = new BridgeHome(directory, shops.get(0), erps.get(0), database)
                .set("shoper.url", "")
                .set("cluster.enabled", "true")
                .set("shoper.poll.cron", "0/3 * * * * ?")
                .set("symfonia.concurrency", "1")
                .written();
        Path files = Files.createDirectories(home.path().resolve("config").resolve("shops"));
        for (int i = 0; i < SHOPS; i++) {
            Files.writeString(
                    files.resolve("sklep-" + i + ".properties"),
                    "shoper.url=" + shops.get(i).url() + "\nsymfonia.url="
                            + erps.get(i).url());
        }
        return home;
    }

    /** Starts nodes until there are so many. */
    private void add(BridgeHome home, int count) {
        while (nodes.size() < count) {
            Node node = new Node("node-" + nodes.size(), database);
            nodes.add(node);
            node.start(home);
        }
        await().atMost(Duration.ofSeconds(90))
                .ignoreExceptions()
                .until(() -> register.count("SELECT COUNT(*) FROM QRTZ_SCHEDULER_STATE") == count);
    }

    /** From the tenth part of the orders to the last tenth but one, so that neither the first poll nor the rest counts. */
    private double ordersPerSecond(int ofEachShop) {
        int before = placed;
        for (int i = 0; i < ofEachShop; i++) {
            for (ShoperSim shop : shops) {
                shop.addOrder(new OrderBuilder()
                        .with("email", "k" + placed++ + "@example.pl")
                        .line("KUB-300", "9.99", "1"));
            }
        }
        int orders = placed - before;
        Instant begun = awaitIssued(before + orders / 10);
        Instant ended = awaitIssued(before + orders * 9 / 10);
        awaitIssued(placed);
        return orders * 0.8 / (Duration.between(begun, ended).toMillis() / 1000.0);
    }

    private Instant awaitIssued(int orders) {
        await().atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> erps.stream().mapToInt(SymfoniaSim::ordersIssued).sum() >= orders);
        return Instant.now();
    }

    private double statementsPerPoll(Duration measured) {
        long polls = polls();
        long statements = statements();
        Instant end = Instant.now().plus(measured);
        await().atMost(measured.plusSeconds(10)).until(() -> Instant.now().isAfter(end));
        return (statements() - statements) / (double) (polls() - polls);
    }

    private long polls() {
        return IntStream.range(0, SHOPS)
                .mapToLong(i -> shops.get(i).requests("GET", "/webapi/rest/orders"))
                .sum();
    }

    private long statements() {
        return register.count("SELECT CAST(VARIABLE_VALUE AS SIGNED) FROM information_schema.GLOBAL_STATUS"
                + " WHERE VARIABLE_NAME = 'QUESTIONS'");
    }
}
