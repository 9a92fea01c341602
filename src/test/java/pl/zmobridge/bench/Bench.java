package pl.zmobridge.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import pl.zmobridge.support.MariaDb;

/**
 * Runs every race on this machine, prints the tables, writes them to {@code docs/performance.md}, and fails when a limit is
 * broken. {@code mvn -Pbench} runs it.
 */
public final class Bench {
    private static final Arena.Latency FAR = Arena.Latency.millis(80, 60);
    /** Enough for every worker, and few enough that orders do not grow old in the queue. */
    private static final int FAR_WAVE = 24;

    private static final int NEAR_WAVE = 250;
    private static final int STARTS = 3;

    /** The README's command. */
    static final List<String> JVM = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    private final Path project;
    private final Path directory;
    private int races;

    private Bench(Path project) {
        this.project = project;
        directory = project.resolve("target/bench")
                .resolve(Long.toString(ProcessHandle.current().pid()));
    }

    /** @param args the project's directory; then what is measured: {@code race}, {@code growth} or {@code scale} */
    public static void main(String[] args) throws Exception {
        Bench bench = new Bench(Path.of(args[0]).toAbsolutePath().normalize());
        boolean kept =
                switch (args.length < 2 ? "race" : args[1]) {
                    case "race" -> bench.run();
                    case "growth" -> new Growth(bench.project, bench.directory).run();
                    case "scale" -> new Scale(bench.project, bench.directory).run();
                    default -> throw new IllegalArgumentException("-Dbench is race, growth or scale, not " + args[1]);
                };
        System.exit(kept ? 0 : 1);
    }

    private boolean run() throws Exception {
        Result script = script(Script.class, new Race("(a) the script", 48, FAR_WAVE, FAR));
        Result good = script(GoodScript.class, new Race("(c) a good script", 96, FAR_WAVE, FAR));
        Result one = bridge(new Race("(b) the bridge, one order at a time", 96, FAR_WAVE, FAR), 1, JVM);
        Result four = bridge(new Race("the bridge, four at a time", 600, FAR_WAVE, FAR), 4, JVM);
        Result nearScript = script(Script.class, new Race("(a) the script", 300, NEAR_WAVE, Arena.NONE));
        Result nearGood = script(GoodScript.class, new Race("(c) a good script", 300, NEAR_WAVE, Arena.NONE));
        Result near = bridge(new Race("the bridge", 2000, NEAR_WAVE, Arena.NONE), 4, JVM);
        Result usual = bridge(new Race("the bridge, JVM as it comes", 2000, NEAR_WAVE, Arena.NONE), 4, List.of());
        StartUps starts = StartUps.measure(project, directory, MariaDb.newSchema(), STARTS);
        List<Limit> limits = List.of(
                Limit.atLeast("speed against (a)", four.ordersPerSecond() / script.ordersPerSecond(), 12, "times"),
                Limit.atLeast("speed against (b)", four.ordersPerSecond() / one.ordersPerSecond(), 3.5, "times"),
                Limit.atLeast("speed against (c)", four.ordersPerSecond() / good.ordersPerSecond(), 3.5, "times"),
                Limit.atLeast(
                        "one at a time against (c)", one.ordersPerSecond() / good.ordersPerSecond(), 0.9, "times"),
                Limit.atMost("ERP calls", four.perOrder(four.erpCalls()), 3.9, "an order"),
                Limit.atMost(
                        "processor time against (a), no latency",
                        near.cpuPerOrder() / nearScript.cpuPerOrder(),
                        1.5,
                        "times"),
                Limit.atLeast(
                        "speed against (a), no latency",
                        near.ordersPerSecond() / nearScript.ordersPerSecond(),
                        1,
                        "times"),
                Limit.atMost("SQL statements", near.perOrder(near.statements()), 20, "an order"),
                Limit.atMost("resident memory", Math.max(four.residentMb(), near.residentMb()), 250, "MB"),
                Limit.atMost(
                        "start against an empty camel-main", starts.bridge().times(starts.empty()), 2.7, "times"),
                Limit.atMost("the same with a class archive", starts.archived().times(starts.empty()), 1.8, "times"));
        Report report = new Report(
                List.of(script, good, one, four), List.of(nearScript, nearGood, near, usual), starts, limits);
        System.out.println(report.text());
        report.writeTo(project.resolve("docs"));
        return limits.stream().allMatch(Limit::kept);
    }

    private Result script(Class<? extends Script> which, Race race) {
        try (Arena arena = Arena.open();
                Contestant script = ScriptContestant.start(which, home(), arena)) {
            return told(race.run(arena, script, Optional.empty()));
        }
    }

    private Result bridge(Race race, int concurrency, List<String> options) {
        String schema = MariaDb.newSchema();
        try (Arena arena = Arena.open();
                Contestant bridge = BridgeContestant.start(project, home(), arena, schema, concurrency, options)) {
            arena.awaitFirstPoll(bridge.process());
            return told(race.run(arena, bridge, Optional.of(new Statements(schema))));
        }
    }

    private Path home() {
        return directory.resolve("race" + ++races);
    }

    private static Result told(Result result) {
        System.out.printf("%s: %d orders in %.1f s%n", result.name(), result.orders(), result.seconds());
        return result;
    }
}
