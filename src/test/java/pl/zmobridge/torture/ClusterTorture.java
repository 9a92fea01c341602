package pl.zmobridge.torture;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import pl.zmobridge.sim.Fault;
import pl.zmobridge.sim.ShoperSim;
import pl.zmobridge.sim.SimRequest;
import pl.zmobridge.sim.SymfoniaSim;
import pl.zmobridge.support.MariaDb;

/**
 * Three bridges share the polls of several shops while orders come to one of them; nodes are killed while they poll, cut off from the
 * database and replaced. Each shop must go on being polled, and what is left at the end must be exact.
 */
final class ClusterTorture implements AutoCloseable {
    /** The schedule's two seconds, ten until a dead node's polls are taken over, and three for a busy machine. */
    static final Duration LONGEST_GAP = Duration.ofSeconds(15);

    private static final int NODES = 3;
    private static final int QUIET_SHOPS = 5;
    private static final long TICK_MILLIS = 100;

    enum Trouble {
        /** SIGKILL in the middle of a poll. */
        KILL,
        /** The connections to the database break. */
        CUT,
        /** Packets to and from the database vanish. */
        SILENCE,
        /** Stopped gracefully, and started again with another configuration. */
        ROLL
    }

    /**
     * @param orders that come in while the troubles last
     * @param away how long a node is cut off
     * @param faults whether the ERP loses answers, too
     */
    record Plan(long seed, int orders, List<Trouble> troubles, Duration away, boolean faults, Duration quietWithin) {}

    record Report(Map<String, Object> counts, List<String> violations) {
        void print(PrintStream out) {
            counts.forEach((name, count) -> out.println("  " + name + ": " + count));
            violations.forEach(each -> out.println("  VIOLATION " + each));
        }
    }

    private final Plan plan;
    private final Random random;
    private final String database = MariaDb.newSchema();
    private final Register register = new Register(database);
    private final SymfoniaSim erp = new SymfoniaSim().start();
    private final Map<String, ShoperSim> shops = new LinkedHashMap<>();
    private final ShoperSim busy;
    private final BridgeHome version1;
    private final BridgeHome version2;
    private final List<Node> nodes = new ArrayList<>();
    private final Deque<Workload.Planned> coming = new ArrayDeque<>();
    private final OrderLives lives;
    private final Map<String, Object> counts = new LinkedHashMap<>();
    private final List<String> violations = new ArrayList<>();
    private final CountDownLatch never = new CountDownLatch(1);
    private long ticks;

    ClusterTorture(Plan plan, Path directory) throws IOException {
        this.plan = plan;
        random = new Random(plan.seed());
        shops.put("main", new ShoperSim().start());
        for (int i = 1; i <= QUIET_SHOPS; i++) {
            shops.put("cichy-" + i, new ShoperSim().start());
        }
        busy = shops.get("main");
        lives = new OrderLives(busy, erp, random);
        shops.values().forEach(shop -> shop.latency(Duration.ofMillis(150))); // so that nodes can be killed in a poll
        erp.latency(Duration.ofMillis(30));
        erp.allowDoubleRealisation(true); // nothing but the bridges keeps a ZMO from being sold twice
        erp.addProduct(Workload.SCARCE, "Towar", "10000");
        erp.addProduct(Workload.MISSING, "Towar", "0");
        if (plan.faults()) {
            erp.faults()
                    .seed(plan.seed())
                    .add(Fault.answerLost().on("POST", "/api/").probability(0.05))
                    .add(Fault.answerLost().on("PUT", "/api/").probability(0.05));
        }
        version1 = home(directory.resolve("version1"), "0/2 * * * * ?");
        version2 = home(directory.resolve("version2"), "1/2 * * * * ?");
        coming.addAll(new Workload(plan.seed(), plan.orders()).orders(plan.orders()));
    }

    private BridgeHome home(Path directory, String cron) throws IOException {
        BridgeHome home = new BridgeHome(directory, busy, erp, database)
                .set("cluster.enabled", "true")
                .set("shoper.poll.cron", cron)
                .impatient()
                .written();
        Path files = Files.createDirectories(home.path().resolve("config").resolve("shops"));
        for (Map.Entry<String, ShoperSim> shop : shops.entrySet()) {
            if (shop.getValue() != busy) {
                String prefix = "order.number.prefix=C" + shop.getKey().replaceAll("\\D", "") + "/\n";
                Files.writeString(
                        files.resolve(shop.getKey() + ".properties"),
                        prefix + "shoper.url=" + shop.getValue().url());
            }
        }
        return home;
    }

    Report run() throws Exception {
        for (int i = 0; i < NODES; i++) {
            Node node = new Node("node-" + i, database);
            nodes.add(node);
            node.start(version1);
        }
        go("the tables", Duration.ofSeconds(60), this::isMigrated);
        go("three nodes", Duration.ofSeconds(60), () -> checkedIn() == NODES);
        if (!violations.isEmpty()) {
            return new Report(counts, violations);
        }
        Instant begun = Instant.now();
        int turn = 0;
        for (Trouble trouble : plan.troubles()) {
            Node node = nodes.get(turn++ % NODES);
            switch (trouble) {
                case KILL -> kill(node);
                case CUT, SILENCE -> cutOff(node, trouble);
                case ROLL -> roll(node);
            }
        }
        go("the rest of the orders", Duration.ofMinutes(10), coming::isEmpty);
        polledAllTheTime(begun, Instant.now());
        erp.faults().clear();
        go("everything to be done", plan.quietWithin(), this::isDone);
        erp.restock(Workload.MISSING, "10000");
        nodes.forEach(Node::kill);
        violations.addAll(Audit.of(busy, erp, register, lives.expected()));
        counts.put("orders", lives.expected().size());
        counts.put("ZMO", erp.ordersIssued());
        counts.put("sales documents", erp.invoices().size());
        counts.put("ERP writes by node", writesByNode());
        return new Report(counts, violations);
    }

    private void kill(Node node) throws InterruptedException {
        go(node + " to poll", Duration.ofSeconds(20), () -> polling(node) > 0);
        String name = node.like();
        node.kill();
        Instant killed = Instant.now();
        go("every shop to be polled by another", Duration.ofSeconds(60), () -> isEveryShopPolled(killed));
        counts.put(node + " killed; until every shop was polled by another, ms", untilPolled(killed));
        go(
                node + " to be taken for dead",
                Duration.ofSeconds(60),
                () -> rows("QRTZ_FIRED_TRIGGERS", name) == 0 && rows("QRTZ_SCHEDULER_STATE", name) == 0);
        counts.put(node + " taken for dead after, ms", since(killed));
        node.start(version1);
        go(node + " to be back", Duration.ofSeconds(60), () -> checkedIn() == NODES);
    }

    private void cutOff(Node node, Trouble trouble) throws InterruptedException {
        // a node that needs a session would take over that of the one that seems dead
        comes(Duration.ofSeconds(10), () -> nodes.stream().allMatch(this::hasSession));
        Instant begun = Instant.now();
        if (trouble == Trouble.CUT) {
            node.wire.cut();
        } else {
            node.wire.fallSilent();
        }
        Instant end = begun.plus(plan.away());
        go("the time of the " + trouble, plan.away().plusSeconds(5), () -> Instant.now()
                .isAfter(end));
        counts.put(node + " " + trouble + "; until every shop was polled after it, ms", untilPolled(begun));
        List<SimRequest> late = erp.requests().stream()
                .filter(each -> node.sent(erp, each) && !each.method().equals("GET"))
                .filter(each -> each.at().isAfter(begun.plusSeconds(10)))
                .toList();
        if (!hasSession(node)) {
            counts.put(node + " " + trouble + "; another node writes in its session", late.size());
        } else if (!late.isEmpty()) {
            violations.add(node + " wrote to the ERP without the database, " + late.size() + " times, first "
                    + Duration.between(begun, late.get(0).at()).toMillis() + " ms after the " + trouble);
        }
        node.wire.heal();
        go(node + " to be back", Duration.ofSeconds(60), () -> checkedIn() == NODES);
    }

    private void roll(Node node) throws InterruptedException {
        String name = node.like();
        Instant begun = Instant.now();
        if (!node.stop(Duration.ofSeconds(40))) {
            violations.add(node + " did not stop");
        }
        counts.put(node + " stopped after, ms", since(begun));
        if (rows("QRTZ_SCHEDULER_STATE", name) + rows("QRTZ_FIRED_TRIGGERS", name) > 0) {
            violations.add(node + " left polls behind that the others wait for");
        }
        node.start(version2);
        go(node + " to be back", Duration.ofSeconds(60), () -> checkedIn() == NODES);
        long changed =
                register.count("SELECT COUNT(*) FROM QRTZ_CRON_TRIGGERS WHERE CRON_EXPRESSION LIKE '1/2 * * * * ?%'");
        if (changed != shops.size()) {
            violations.add("the new schedule is in force for " + changed + " of " + shops.size() + " shops");
        }
    }

    /** No shop was left alone for longer than docs/scaling.md says. */
    private void polledAllTheTime(Instant from, Instant to) {
        long longest = 0;
        for (Map.Entry<String, ShoperSim> shop : shops.entrySet()) {
            Instant last = from;
            List<Instant> times = new ArrayList<>(polls(shop.getValue()));
            times.add(to);
            for (Instant time : times) {
                if (time.isAfter(from)) {
                    longest = Math.max(longest, Duration.between(last, time).toMillis());
                    last = time;
                }
            }
        }
        counts.put("longest time without a poll of any shop, ms", longest);
        if (longest > LONGEST_GAP.toMillis()) {
            violations.add("a shop was not polled for " + longest + " ms");
        }
    }

    private boolean isEveryShopPolled(Instant since) {
        return shops.values().stream()
                .allMatch(shop -> polls(shop).stream().anyMatch(each -> each.isAfter(since.plusMillis(200))));
    }

    private String untilPolled(Instant since) {
        Map<String, Object> first = new LinkedHashMap<>();
        shops.forEach((id, shop) -> first.put(
                id,
                polls(shop).stream()
                        .filter(each -> each.isAfter(since.plusMillis(200)))
                        .findFirst()
                        .map(each -> Duration.between(since, each).toMillis())
                        .map(Object::toString)
                        .orElse("never")));
        return first.toString();
    }

    private static List<Instant> polls(ShoperSim shop) {
        return shop.requests().stream()
                .filter(each -> each.path().equals("/webapi/rest/orders"))
                .map(SimRequest::at)
                .toList();
    }

    private long checkedIn() {
        return nodes.stream()
                .filter(Node::isAlive)
                .filter(node -> rows("QRTZ_SCHEDULER_STATE", node.like()) > 0)
                .count();
    }

    private long polling(Node node) {
        return register.count(
                "SELECT COUNT(*) FROM QRTZ_FIRED_TRIGGERS WHERE STATE = 'EXECUTING' AND INSTANCE_NAME LIKE "
                        + node.like());
    }

    private long rows(String table, String node) {
        return register.count("SELECT COUNT(*) FROM " + table + " WHERE INSTANCE_NAME LIKE " + node);
    }

    private boolean isMigrated() {
        return register.count("SELECT COUNT(*) FROM information_schema.tables"
                        + " WHERE table_schema = DATABASE() AND table_name = 'QRTZ_LOCKS'")
                > 0;
    }

    private Map<String, Long> writesByNode() {
        Map<String, Long> writes = new TreeMap<>();
        nodes.forEach(node -> writes.put(
                node.toString(), erp.requests(each -> !each.method().equals("GET") && node.sent(erp, each))));
        return writes;
    }

    private boolean isDone() {
        return lives.areOver()
                && erp.goingOn() == 0
                && register.isQuiet(lives.expected().size())
                && Audit.of(busy, erp, register, lives.expected()).isEmpty();
    }

    private boolean hasSession(Node node) {
        return register.count("SELECT COUNT(*) FROM erp_sessions WHERE node LIKE '" + node + "@%'") > 0;
    }

    private void go(String until, Duration atMost, BooleanSupplier condition) throws InterruptedException {
        if (!comes(atMost, condition)) {
            violations.add("waited in vain for " + until);
        }
    }

    /** Orders go on coming while we wait; whether it came to that in time. */
    private boolean comes(Duration atMost, BooleanSupplier condition) throws InterruptedException {
        Instant end = Instant.now().plus(atMost);
        while (!condition.getAsBoolean()) {
            if (Instant.now().isAfter(end)) {
                return false;
            }
            if (++ticks % 7 == 0 && !coming.isEmpty()) {
                lives.begin(coming.poll());
            }
            lives.goOn(coming.isEmpty() ? 0.3 : 0.03);
            never.await(TICK_MILLIS, TimeUnit.MILLISECONDS);
        }
        return true;
    }

    private static long since(Instant begun) {
        return Duration.between(begun, Instant.now()).toMillis();
    }

    @Override
    public void close() {
        nodes.forEach(Node::close);
        shops.values().forEach(ShoperSim::close);
        erp.close();
    }
}
