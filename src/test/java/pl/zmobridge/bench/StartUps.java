package pl.zmobridge.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import pl.zmobridge.support.Rig;

/**
 * How long a process takes from its beginning until the shop has been asked for orders, and what an empty camel-main takes until
 * it has started, on the same classes. Medians of several starts.
 *
 * @param bridgeMillis to the first poll; the schema is there already
 * @param bridgeCpuMillis processor time until then
 * @param emptyMillis until Camel has started
 */
record StartUps(long bridgeMillis, long bridgeCpuMillis, long emptyMillis, long emptyCpuMillis) {
    static StartUps measure(Path project, Path directory, String schema, int starts) {
        List<Long> bridge = new ArrayList<>();
        List<Long> bridgeCpu = new ArrayList<>();
        List<Long> empty = new ArrayList<>();
        List<Long> emptyCpu = new ArrayList<>();
        for (int i = 0; i <= starts; i++) {
            long[] one = bridge(project, directory.resolve("start" + i), schema);
            long[] other = empty(project, directory.resolve("empty" + i));
            if (i > 0) { // the first one makes the schema
                bridge.add(one[0]);
                bridgeCpu.add(one[1]);
                empty.add(other[0]);
                emptyCpu.add(other[1]);
            }
        }
        return new StartUps(median(bridge), median(bridgeCpu), median(empty), median(emptyCpu));
    }

    private static long[] bridge(Path project, Path home, String schema) {
        try (Arena arena = Arena.open()) {
            long begun = System.nanoTime();
            try (BridgeContestant bridge = BridgeContestant.start(project, home, arena, schema, 4, Bench.JVM)) {
                arena.awaitFirstPoll(bridge.process());
                return new long[] {
                    (System.nanoTime() - begun) / 1_000_000,
                    bridge.process().usage().cpu().toMillis()
                };
            }
        }
    }

    private static long[] empty(Path project, Path directory) {
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
            return new long[] {
                (System.nanoTime() - begun) / 1_000_000, process.usage().cpu().toMillis()
            };
        }
    }

    private static long median(List<Long> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
