package pl.zmobridge.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import pl.zmobridge.sim.SampleOrders;
import pl.zmobridge.sim.SimOrder;

/**
 * Measures the packaged jar as a process of its own: how long from the JVM's start until the shop has answered the first poll, how
 * much memory is resident after orders have flowed, how long a stop takes. {@code scripts/measure} runs it.
 */
public final class Measure {
    private static final long PAID = 3;
    private static final Duration PACE = Duration.ofSeconds(5);

    private final Path project;
    private final int starts;
    private final int orders;
    private final List<Long> firstPolls = new ArrayList<>();
    private final List<Long> processorTimes = new ArrayList<>();
    private final List<Long> stops = new ArrayList<>();
    private long residentAtStart;
    private long resident;
    private long seconds;

    private Measure(Path project, int starts, int orders) {
        this.project = project;
        this.starts = starts;
        this.orders = orders;
    }

    /** @param args the project's directory, how often to start, how many orders to send through the last one */
    public static void main(String[] args) throws Exception {
        Measure measure = new Measure(
                Path.of(args[0]).toAbsolutePath().normalize(), Integer.parseInt(args[1]), Integer.parseInt(args[2]));
        measure.run();
        System.exit(measure.report() ? 0 : 1);
    }

    private void run() throws Exception {
        try (Stage stage = new Stage(project)) {
            stage.openWithoutBridge(PACE);
            copyRoutes(stage.home());
            for (int i = 1; i <= starts; i++) {
                start(stage, i == starts);
            }
        }
    }

    private void start(Stage stage, boolean last) throws Exception {
        stage.shop().forgetRequests();
        long begun = System.nanoTime();
        Process bridge = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-jar",
                        project.resolve("target/zmo-bridge.jar").toString(),
                        "--home",
                        stage.home().toString())
                .redirectErrorStream(true)
                .redirectOutput(stage.home().resolve("bridge.log").toFile())
                .start();
        try {
            // a poll's watched orders are asked for after its new ones, so one answered request for orders is the
            // poll's first
            await(bridge, () -> stage.shop().requests("GET", "/webapi/rest/orders") > 0);
            firstPolls.add((System.nanoTime() - begun) / 1_000_000);
            bridge.info().totalCpuDuration().ifPresent(cpu -> processorTimes.add(cpu.toMillis()));
            if (last) {
                flow(stage, bridge);
            }
        } finally {
            long told = System.nanoTime();
            bridge.destroy();
            if (!bridge.waitFor(60, TimeUnit.SECONDS)) {
                bridge.destroyForcibly();
            }
            stops.add((System.nanoTime() - told) / 1_000_000);
        }
    }

    private void flow(Stage stage, Process bridge) throws IOException {
        residentAtStart = resident(bridge);
        List<SimOrder> paid = new SampleOrders(1).list(orders);
        paid.forEach(order -> order.header().put("status_id", Long.toString(PAID)));
        long begun = System.nanoTime();
        stage.shop().addOrders(paid);
        await(bridge, () -> stage.erp().invoices().size() >= orders);
        seconds = (System.nanoTime() - begun) / 1_000_000_000;
        resident = resident(bridge);
    }

    private static void await(Process bridge, BooleanSupplier what) {
        long until = System.nanoTime() + TimeUnit.MINUTES.toNanos(5);
        while (!what.getAsBoolean()) {
            if (!bridge.isAlive() || System.nanoTime() > until) {
                throw new IllegalStateException("The bridge ended or got stuck; see bridge.log in its home");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
    }

    /** In megabytes. */
    private static long resident(Process process) throws IOException {
        Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(process.pid())).start();
        return Long.parseLong(new String(ps.getInputStream().readAllBytes()).strip()) / 1024;
    }

    private void copyRoutes(Path home) throws IOException {
        Path routes = Files.createDirectories(home.resolve("routes"));
        try (Stream<Path> files = Files.list(project.resolve("routes"))) {
            for (Path file : files.toList()) {
                Files.copy(file, routes.resolve(file.getFileName()));
            }
        }
    }

    /** Whether the limits are kept: 3 s, 300 MB. */
    private boolean report() {
        long slowest = Collections.max(firstPolls);
        boolean kept = slowest <= 3_000 && resident < 300;
        System.out.println();
        System.out.println(
                "start to first poll   " + firstPolls + " ms, limit 3000; the first start creates the schema");
        System.out.println("  processor time      " + processorTimes + " ms, whatever else the machine is busy with");
        System.out.println("stop                  " + stops + " ms");
        System.out.println("resident memory       " + residentAtStart + " MB after the start, " + resident
                + " MB after " + orders + " orders, limit 300 (-Xmx128m)");
        System.out.println("time for them         " + seconds + " s from the shop to the last sales document");
        System.out.println(kept ? "within the limits" : "NOT within the limits");
        return kept;
    }
}
