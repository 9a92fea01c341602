package pl.zmobridge.torture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import pl.zmobridge.support.Rig;

/** A bridge in a process of its own, which dies where it is told to, or when it is killed. */
final class BridgeProcess implements AutoCloseable {
    private final Process process;
    private final Thread reaper;

    private BridgeProcess(Process process) {
        this.process = process;
        reaper = new Thread(process::destroyForcibly);
        Runtime.getRuntime().addShutdownHook(reaper);
    }

    /** Starts one; with a crash point it will die there. Its output goes to {@code bridge.log} of its home. */
    static BridgeProcess start(BridgeHome home, Optional<CrashPoint> point, String... options) {
        return start(home, point, Map.of(), options);
    }

    /** @param environment of the process */
    static BridgeProcess start(
            BridgeHome home, Optional<CrashPoint> point, Map<String, String> environment, String... options) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx160m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-Dfile.encoding=UTF-8",
                "-Dhttp.port=" + Rig.freePort()));
        command.addAll(List.of(options));
        point.ifPresent(each -> command.add("-Dcrash.point=" + each));
        command.addAll(List.of(
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                CrashingBridge.class.getName(),
                home.path().toString()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(
                home.path().resolve("bridge.log").toFile()));
        builder.environment().putAll(environment);
        try {
            return new BridgeProcess(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** SIGTERM: it finishes what it has begun. */
    void stop() {
        process.destroy();
    }

    long pid() {
        return process.pid();
    }

    /** SIGKILL. */
    void kill() {
        process.destroyForcibly();
        await(Duration.ofSeconds(10));
    }

    boolean await(Duration atMost) {
        try {
            return process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** What the process holds in memory; 0 where the system does not say. */
    long residentMegabytes() throws IOException {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        return Files.exists(status)
                ? Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("VmRSS:"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                        .sum()
                : 0;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Whether it has died at its crash point. */
    boolean hasCrashed() {
        return !process.isAlive() && process.exitValue() == CrashingBridge.CRASHED;
    }

    int exitValue() {
        return process.exitValue();
    }

    @Override
    public void close() {
        kill();
        Runtime.getRuntime().removeShutdownHook(reaper);
    }
}
