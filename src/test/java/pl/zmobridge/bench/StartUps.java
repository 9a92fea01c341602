package pl.zmobridge.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import pl.zmobridge.support.Rig;

/**
 * How long a process takes from its beginning until the shop has been asked for orders, and what an empty camel-main takes until
 * it has started, on the same classes. Medians of several starts.
 *
 * @param bridge to the first poll; the schema is there already
 * @param archived the same with a class archive, which the JVM wrote at the end of an earlier start
 * @param empty until Camel has started, without an archive
 */
record StartUps(Start bridge, Start archived, Start empty) {

    /** @param cpuMillis processor time until then */
    record Start(long millis, long cpuMillis) {
        /** How many times as long as another one it takes. */
        double times(Start other) {
            return (double) millis / other.millis();
        }

        private static Start median(List<Start> starts) {
            return new Start(median(starts, Start::millis), median(starts, Start::cpuMillis));
        }

        private static long median(List<Start> starts, ToLongFunction<Start> what) {
            return starts.stream().mapToLong(what).sorted().toArray()[starts.size() / 2];
        }
    }

    static StartUps measure(Path project, Path directory, String schema, int starts) {
        Path archive = directory.resolve("zmo-bridge.jsa");
        bridge(
                project,
                directory.resolve("start0"),
                schema,
                "-XX:ArchiveClassesAtExit=" + archive); // makes the schema, too
        empty(project, directory.resolve("empty0"));
        List<Start> bridge = new ArrayList<>();
        List<Start> archived = new ArrayList<>();
        List<Start> empty = new ArrayList<>();
        for (int i = 1; i <= starts; i++) {
            bridge.add(bridge(project, directory.resolve("start" + i), schema));
            archived.add(
                    bridge(project, directory.resolve("archived" + i), schema, "-XX:SharedArchiveFile=" + archive));
            empty.add(empty(project, directory.resolve("empty" + i)));
        }
        return new StartUps(Start.median(bridge), Start.median(archived), Start.median(empty));
    }

    private static Start bridge(Path project, Path home, String schema, String... more) {
        List<String> options =
                Stream.concat(Bench.JVM.stream(), Stream.of(more)).toList();
        try (Arena arena = Arena.open()) {
            long begun = System.nanoTime();
            try (BridgeContestant bridge = BridgeContestant.start(project, home, arena, schema, 4, options)) {
                arena.awaitFirstPoll(bridge.process());
                return since(begun, bridge.process());
            }
        }
    }

    private static Start empty(Path project, Path directory) {
        long begun = System.nanoTime();
        String classes = project.resolve("target/zmo-bridge.jar")
                + System.getProperty("path.separator")
                + project.resolve("target/test-classes");
        try (OwnProcess process = OwnProcess.start(
                directory,
                true,
                Bench.JVM,
                "-cp",
                classes,
                EmptyCamel.class.getName(),
                Integer.toString(Rig.freePort()))) {
            process.hear(EmptyCamel.STARTED);
            return since(begun, process);
        }
    }

    private static Start since(long begun, OwnProcess process) {
        return new Start(
                (System.nanoTime() - begun) / 1_000_000, process.usage().cpu().toMillis());
    }
}
