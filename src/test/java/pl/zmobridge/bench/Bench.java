package pl.zmobridge.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import pl.zmobridge.support.MariaDb;

/** Runs every race, prints the table and writes it to {@code docs/performance.md}; fails when a limit is broken. */
public final class Bench {
    private static final Arena.Latency FAR = Arena.Latency.millis(80, 60);

    private final Path project;
    private final Path directory;

    private Bench(Path project) {
        this.project = project;
        directory = project.resolve("target/bench")
                .resolve(Long.toString(ProcessHandle.current().pid()));
    }

    /** @param args the project's directory */
    public static void main(String[] args) throws Exception {
        Bench bench = new Bench(Path.of(args[0]).toAbsolutePath().normalize());
        System.exit(bench.run() ? 0 : 1);
    }

    private boolean run() throws Exception {
        List<Result> far = new ArrayList<>();
        far.add(script(new Race("script", 60, 30, FAR)));
        far.add(bridge(new Race("bridge1", 120, 24, FAR), 1));
        far.add(bridge(new Race("bridge4", 480, 24, FAR), 4));
        far.add(bridge(new Race("zero", 2000, 250, Arena.NONE), 4));
        StartUps starts = StartUps.measure(project, directory, MariaDb.newSchema(), 3);
        System.out.println(starts);
        return true;
    }

    private Result script(Race race) {
        try (Arena arena = Arena.open();
                Contestant script = ScriptContestant.start(directory.resolve(race.name()), arena)) {
            return told(race.run(arena, script));
        }
    }

    private Result bridge(Race race, int concurrency) {
        Path home = directory.resolve(race.name());
        List<String> options = List.of(System.getProperty("bench.options", "").split(" "));
        try (Arena arena = Arena.open();
                Contestant bridge = BridgeContestant.start(
                        project,
                        home,
                        arena,
                        MariaDb.newSchema(),
                        concurrency,
                        options.get(0).isEmpty() ? List.of() : options)) {
            bridge.process().await("the first poll", 10, () -> arena.shop().requests("GET", "/webapi/rest/orders") > 0);
            return told(race.run(arena, bridge));
        }
    }

    private static Result told(Result result) {
        System.out.printf(
                "%s %s %.2f/s shop %.2f erp %.2f cpu %.2f%n",
                result.name(),
                result,
                result.ordersPerSecond(),
                result.shopRequestsPerOrder(),
                result.erpCallsPerOrder(),
                result.cpuPerOrder());
        return result;
    }
}
