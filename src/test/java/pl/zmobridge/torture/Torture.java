package pl.zmobridge.torture;

import static org.awaitility.Awaitility.await;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.core.ConditionTimeoutException;
import pl.zmobridge.sim.Fault;
import pl.zmobridge.sim.FaultKind;
import pl.zmobridge.sim.Faults;
import pl.zmobridge.sim.ShoperSim;
import pl.zmobridge.sim.SymfoniaSim;

/**
 * Orders come in while two bridges on one database are killed again and again, at named steps and at random moments, the
 * database is killed too, and shop and ERP fail in every way they know. Then all faults end, and what is left must be exact.
 */
final class Torture implements AutoCloseable {
    private static final String[] FLOWS = {
        "poll-orders",
        "new-orders",
        "receive-orders",
        "watch-orders",
        BridgeHome.CLAIMS,
        "import-order",
        "realise-order",
        "feedback",
        "dead-letters"
    };
    /** Steps that no flow of this test comes to: API, faulty cards, a ZMO deleted by hand, dictionaries that change. */
    private static final int HOPELESS = 2;

    private static final Set<String> WRITES =
            Set.of("create-contractor", "post-order", "rename-order", "put-documents", "put-status");

    private static final Set<String> NEAR_WRITES = Set.of(
            "take-next-lease",
            "note-contractor-intent",
            "create-contractor",
            "note-contractor",
            "note-issue-intent",
            "post-order",
            "note-zmo",
            "rename-order",
            "call-import-outcome",
            "update-import-issued",
            "note-sell-intent",
            "put-documents",
            "call-realise-outcome",
            "insert-documents",
            "put-status",
            "feedback-done",
            "insert-orders",
            "move-cursor",
            "insert-dead-letter",
            "release-lease");

    private static final int SENT = 4;

    /**
     * An ERP that needs longer for some writes than the bridges wait, and answers questions meanwhile (I10).
     *
     * @param writeTimeout the bridges' symfonia.write-timeout
     * @param longest how long such a write goes on
     * @param lease of an intent, which a dead bridge's write does not outlast
     */
    record SlowWrites(Duration writeTimeout, Duration longest, Duration lease) {}

    /**
     * @param crashPoints at most so many named crash points, drawn by the seed; then bridges die at random moments only
     * @param troubleAtMost crash points that nobody has come to by then are named in the report
     * @param quietWithin how long the rest may take once the faults are off
     */
    record Plan(
            long seed,
            int orders,
            int crashPoints,
            Duration ordersOver,
            Duration troubleAtMost,
            int databaseKills,
            Duration quietWithin,
            SlowWrites slow) {}

    /** What happened, and everything that is wrong. */
    record Report(
            Plan plan, Map<String, Object> counts, Set<String> struck, Set<String> missed, List<String> violations) {

        void print(PrintStream out) {
            out.println("torture seed " + plan.seed() + " (repeat with -Dtorture.seed=" + plan.seed() + ")");
            counts.forEach((name, count) -> out.println("  " + name + ": " + count));
            out.println("  crash points: " + struck);
            if (!missed.isEmpty()) {
                out.println("  crash points not reached: " + missed);
            }
            violations.forEach(each -> out.println("  VIOLATION " + each));
            out.println("  violations: " + violations.size());
        }
    }

    private final Plan plan;
    private final Random random;
    private final Path directory;
    private final DatabaseServer database;
    private final ShoperSim shop = new ShoperSim().start();
    private final SymfoniaSim erp = new SymfoniaSim().start();
    private final Register register;
    private final BridgeHome home;
    private final OrderLives lives;
    private final Deque<CrashPoint> points = new ArrayDeque<>();
    private final Map<CrashPoint, Integer> tries = new HashMap<>();
    private final Set<String> struck = new TreeSet<>();
    private final Set<String> missed = new TreeSet<>();
    private final CountDownLatch never = new CountDownLatch(1);
    private int kills;
    private int databaseKills;
    private int starts;

    Torture(Plan plan, Path directory) {
        this.plan = plan;
        this.directory = directory;
        random = new Random(plan.seed());
        lives = new OrderLives(shop, erp, random);
        database = new DatabaseServer(directory.resolve("mariadb"));
        String schema = database.schema("torture");
        register = new Register(schema);
        home = new BridgeHome(directory.resolve("home"), shop, erp, schema)
                .set("shoper.poll.cron", "0/2 * * * * ?")
                .set("feedback.realised-status", String.valueOf(SENT))
                .set("symfonia.concurrency", "3")
                .set("symfonia.write-timeout", plan.slow().writeTimeout().toSeconds() + "s")
                .impatient(plan.slow().lease())
                .written();
        for (String code : List.of(Workload.SCARCE, Workload.MISSING)) {
            erp.addProduct(code, "Towar " + code, "0");
        }
        erp.latency(Duration.ofMillis(10));
        erp.allowDoubleRealisation(true); // nothing but the bridge keeps a ZMO from being sold twice
        points.addAll(drawn());
    }

    Report run() throws Exception {
        Instant begun = Instant.now();
        trouble();
        List<Slot> slots = List.of(new Slot(), new Slot());
        List<Workload.Planned> orders = new Workload(plan.seed(), plan.orders()).orders(plan.orders());
        Deque<Workload.Planned> coming = new ArrayDeque<>(orders);
        Instant lastOrder = begun.plus(plan.ordersOver());
        Instant lastCrash = begun.plus(plan.troubleAtMost());
        long tickMillis = 100;
        int perTick = (int) Math.max(
                1,
                Math.ceil(
                        plan.orders() * tickMillis / (double) plan.ordersOver().toMillis()));
        long ticksPerOrder = Math.max(1, plan.ordersOver().toMillis() / tickMillis / plan.orders());
        List<Instant> databaseDies = databaseDeaths(begun);
        for (long tick = 0;
                Instant.now().isBefore(lastOrder)
                        || !coming.isEmpty()
                        || (!points.isEmpty() && Instant.now().isBefore(lastCrash));
                tick++) {
            for (int i = 0; i < perTick && tick % ticksPerOrder == 0 && !coming.isEmpty(); i++) {
                lives.begin(coming.poll());
            }
            lives.goOn(0.03);
            if (random.nextInt(30) == 0) {
                erp.restock(Workload.SCARCE, "1");
            }
            if (coming.isEmpty() && !points.isEmpty() && random.nextInt(20) == 0) {
                // crash points are left, so somebody must come by
                lives.begin(
                        new Workload(random.nextLong(), plan.orders()).orders(1).get(0));
            }
            slots.forEach(Slot::look);
            if (!databaseDies.isEmpty() && Instant.now().isAfter(databaseDies.get(0))) {
                databaseDies.remove(0);
                database.kill();
                databaseKills++;
                pause(500 + random.nextInt(1500));
                database.start();
            }
            pause(tickMillis);
        }
        Duration troubled = Duration.between(begun, Instant.now());
        shop.faults().clear();
        erp.faults().clear();
        erp.restock(Workload.SCARCE, "10000");
        slots.forEach(Slot::settle);
        points.forEach(each -> missed.add(each.toString()));
        String ending = endsQuietly();
        slots.forEach(Slot::end);
        List<String> violations = new ArrayList<>();
        if (!ending.isEmpty()) {
            violations.add(ending);
        }
        violations.addAll(Audit.of(shop, erp, register, lives.expected()));
        violations.addAll(feedbackViolations());
        return new Report(plan, counts(troubled, Duration.between(begun, Instant.now())), struck, missed, violations);
    }

    /** Paid orders are sold, cancelled ones closed; then the goods that the cancelled ones waited for arrive. */
    private String endsQuietly() {
        try {
            await().atMost(plan.quietWithin())
                    .pollInterval(Duration.ofMillis(250))
                    .until(() -> done());
            erp.restock(Workload.MISSING, "10000");
            Instant later = Instant.now().plusSeconds(4);
            await().atMost(plan.quietWithin())
                    .pollInterval(Duration.ofMillis(250))
                    .until(() -> Instant.now().isAfter(later) && done());
            return "";
        } catch (ConditionTimeoutException e) {
            return "not quiet within " + plan.quietWithin().toSeconds() + " s after the faults ended";
        }
    }

    private boolean done() {
        lives.goOn(0.5);
        return lives.areOver()
                && erp.goingOn() == 0
                && register.isQuiet(lives.expected().size())
                && Audit.of(shop, erp, register, lives.expected()).isEmpty();
    }

    private long ends(Expected end) {
        return lives.expected().values().stream().filter(each -> each == end).count();
    }

    private void trouble() {
        Faults shopFaults = shop.faults().seed(plan.seed());
        Faults erpFaults = erp.faults().seed(plan.seed() + 1);
        erpFaults
                .add(Fault.answerLost().on("POST", "/api/").probability(0.06))
                .add(Fault.answerLost().on("PUT", "/api/").probability(0.06))
                .add(Fault.answerLost().on("PATCH", "/api/").probability(0.06))
                .add(Fault.of(FaultKind.ERROR_AFTER_WORK).on("POST", "/api/").probability(0.03))
                .add(Fault.of(FaultKind.ERROR_AFTER_WORK).on("PUT", "/api/").probability(0.03))
                .add(slowWrite(plan.slow().longest(), 0.04))
                .add(slowWrite(
                        plan.slow().longest().plus(plan.slow().writeTimeout()).dividedBy(2), 0.04))
                .add(Fault.of(FaultKind.TRUNCATED).probability(0.02))
                .add(Fault.dropped().probability(0.02))
                .add(Fault.of(FaultKind.ERROR_500_JSON).probability(0.01))
                .add(Fault.of(FaultKind.ERROR_500_HTML).probability(0.01))
                .add(Fault.of(FaultKind.ERROR_502_HTML).probability(0.005))
                .add(Fault.of(FaultKind.ERROR_503).probability(0.01))
                .add(Fault.of(FaultKind.OK_HTML).probability(0.01))
                .add(Fault.of(FaultKind.NOT_FOUND_HTML).probability(0.01))
                .add(Fault.tooManyRequests(1).probability(0.005))
                .add(Fault.of(FaultKind.SESSIONS_EXPIRED).probability(0.01))
                .add(Fault.latency(Duration.ofMillis(700)).probability(0.01))
                .add(Fault.of(FaultKind.HANG).delay(Duration.ofSeconds(3)).probability(0.003));
        shopFaults
                .add(Fault.answerLost().on("PUT", "/webapi/").probability(0.1))
                .add(Fault.dropped().probability(0.03))
                .add(Fault.of(FaultKind.TRUNCATED).probability(0.02))
                .add(Fault.of(FaultKind.ERROR_500_HTML).probability(0.02))
                .add(Fault.of(FaultKind.ERROR_503).probability(0.01))
                .add(Fault.of(FaultKind.OK_HTML).probability(0.01))
                .add(Fault.of(FaultKind.NOT_FOUND_HTML).probability(0.01))
                .add(Fault.tooManyRequests(1).probability(0.01));
    }

    private static Fault slowWrite(Duration howLong, double chance) {
        return Fault.slowWrite(howLong)
                .when(request -> !request.method().equals("GET"))
                .probability(chance);
    }

    /**
     * After every step of the flows, and before each that writes to the ERP or the shop; those around writes come first, both
     * kinds in an order of the seed's.
     */
    private List<CrashPoint> drawn() {
        List<CrashPoint> all = new ArrayList<>();
        for (String flow : FLOWS) {
            for (String step : Steps.ids(BridgeHome.projectRoutes(flow))) {
                all.add(CrashPoint.after(step));
                if (WRITES.contains(step)) {
                    all.add(CrashPoint.before(step));
                }
            }
        }
        Collections.shuffle(all, random);
        all.sort(Comparator.comparing(point -> !NEAR_WRITES.contains(point.step())));
        return all.subList(0, Math.min(plan.crashPoints(), all.size()));
    }

    private List<Instant> databaseDeaths(Instant begun) {
        List<Instant> deaths = new ArrayList<>();
        for (int i = 1; i <= plan.databaseKills(); i++) {
            deaths.add(begun.plus(plan.ordersOver().multipliedBy(i).dividedBy(plan.databaseKills() + 1)));
        }
        return deaths;
    }

    /** The shop was told of every sale, and only of sales. */
    private List<String> feedbackViolations() {
        List<String> wrong = new ArrayList<>();
        lives.expected().forEach((id, end) -> {
            boolean told = shop.statusChanges().stream()
                    .anyMatch(each -> each.orderId() == id
                            && each.statusId() == SENT
                            && each.by().equals("api"));
            if (end != Expected.SOLD_OR_CANCELLED && told != end.isTold()) {
                wrong.add("SH/" + id + ": "
                        + (told ? "the shop was told of a sale" : "the shop was not told of the sale"));
            }
        });
        return wrong;
    }

    private Map<String, Object> counts(Duration troubled, Duration took) {
        Map<String, Object> counts = new LinkedHashMap<>();
        counts.put("orders", lives.expected().size());
        for (Expected end : Expected.values()) {
            counts.put("  " + end, ends(end));
        }
        counts.put("what happened to them", lives.happened());
        counts.put("ZMO issued", erp.ordersIssued());
        counts.put("sales documents", erp.invoices().size());
        counts.put("contractors", erp.contractors().size());
        counts.put("bridge starts", starts);
        counts.put("deaths at named steps", struck.size());
        counts.put("deaths by SIGKILL", kills);
        counts.put("database killed", databaseKills);
        counts.put("ERP faults struck", erp.faults().strikes());
        counts.put(
                "answers lost by the ERP",
                erp.faults().strikes(FaultKind.ANSWER_LOST) + erp.faults().strikes(FaultKind.ERROR_AFTER_WORK));
        counts.put("writes that outlasted their bridge", erp.faults().strikes(FaultKind.SLOW_WRITE));
        counts.put(
                "ZMO withdrawn",
                register.count("SELECT COUNT(*) FROM imports WHERE step = 'WITHDRAWN' AND erp_order_id IS NOT NULL"));
        counts.put("shop faults struck", shop.faults().strikes());
        counts.put(
                "dead letters resolved", register.count("SELECT COUNT(*) FROM dead_letters WHERE state = 'RESOLVED'"));
        counts.put("seconds of trouble", troubled.toSeconds());
        counts.put("seconds in all", took.toSeconds());
        return counts;
    }

    private void pause(long millis) throws InterruptedException {
        never.await(millis, TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        database.close();
        shop.close();
        erp.close();
    }

    /** One of the two bridges: when it dies another takes its place, with the next crash point. */
    private final class Slot {
        private BridgeProcess bridge;
        private Optional<CrashPoint> point = Optional.empty();
        private Instant killAt = Instant.EPOCH;

        void look() {
            if (bridge == null) {
                begin();
            } else if (!bridge.isAlive()) {
                if (bridge.hasCrashed()) {
                    struck.add(point.orElseThrow().toString());
                } else {
                    notReached();
                }
                begin();
            } else if (Instant.now().isAfter(killAt)) {
                bridge.kill();
                kills++;
                notReached();
                begin();
            }
        }

        private void notReached() {
            point.ifPresent(each -> {
                if (tries.merge(each, 1, Integer::sum) < HOPELESS) {
                    points.addLast(each);
                } else {
                    missed.add(each.toString());
                }
            });
        }

        private void begin() {
            if (bridge != null) {
                bridge.close();
            }
            starts++;
            // every third dies at a random moment, wherever that is
            point = starts % 3 == 0 ? Optional.empty() : Optional.ofNullable(points.poll());
            bridge = BridgeProcess.start(home, point);
            long life = Math.max(7_000, 2 * plan.slow().writeTimeout().toMillis());
            killAt = Instant.now().plusMillis((point.isPresent() ? 15_000 : 5_000) + random.nextLong(life));
        }

        /** From now on nothing kills it. */
        void settle() {
            if (bridge != null && bridge.hasCrashed()) {
                struck.add(point.orElseThrow().toString());
            } else {
                point.ifPresent(each -> missed.add(each.toString()));
            }
            if (bridge == null || !bridge.isAlive() || point.isPresent()) {
                if (bridge != null) {
                    bridge.close();
                }
                point = Optional.empty();
                bridge = BridgeProcess.start(home, point);
                starts++;
            }
        }

        void end() {
            bridge.close();
        }
    }
}
