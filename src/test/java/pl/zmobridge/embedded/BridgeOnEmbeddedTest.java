package pl.zmobridge.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pl.zmobridge.app.ZmoBridge;
import pl.zmobridge.sim.SampleOrders;
import pl.zmobridge.support.MariaDb;
import pl.zmobridge.support.Rig;

/** The bridge as a process on the database that its jar carries, killed as a PC is switched off, and moved to a server. */
class BridgeOnEmbeddedTest {
    private static final String MACHINE = "Pacific/Kiritimati"; // not the shop's zone
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir
    private Path home;

    private final List<Process> started = new ArrayList<>();

    @AfterEach
    void killAll() {
        started.forEach(Process::destroyForcibly);
        servers().forEach(ProcessHandle::destroyForcibly);
    }

    @Test
    void ordersSurviveAKillAPowerLossAndAMoveToAServer() throws Exception {
        try (Rig rig = new Rig()) {
            rig.set("db.url", "").set("db.user", "").home(home);
            rig.shop.addOrders(new SampleOrders(1).list(3));

            Process first = bridge();
            awaitAnswer(rig, first);
            rig.poll();
            long orders = rig.get("/api/orders").path("total").asLong();
            assertThat(orders).isEqualTo(3);
            await().untilAsserted(() -> assertThat(log())
                    .contains(
                            "times here are those of " + MACHINE,
                            "From here on, this log has the times of the shop main: Europe/Warsaw"));
            long server = onlyServer();

            Process second = bridge();
            assertThat(second.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(second.exitValue()).isEqualTo(1);
            assertThat(log())
                    .contains("The bridge could not start: another bridge (process " + first.pid() + ") works with ");
            assertThat(onlyServer())
                    .describedAs("the first one's is left alone")
                    .isEqualTo(server);

            kill(first.toHandle());
            assertThat(onlyServer()).describedAs("it has lost its bridge").isEqualTo(server);
            Process third = bridge();
            awaitAnswer(rig, third);
            assertThat(onlyServer()).isNotEqualTo(server);
            assertThat(log()).contains("A MariaDB (process " + server + ") has outlived the bridge that started it");
            await().untilAsserted(() -> assertThat(log()).contains("times here are those of Europe/Warsaw"));
            assertThat(rig.get("/api/orders").path("total").asLong()).isEqualTo(orders);

            kill(third.toHandle());
            servers().forEach(BridgeOnEmbeddedTest::kill);
            Process fourth = bridge();
            awaitAnswer(rig, fourth);
            assertThat(rig.get("/api/orders").path("total").asLong())
                    .describedAs("after both were killed at once")
                    .isEqualTo(orders);

            stopsCleanly(fourth);
            movesTo(MariaDb.newSchema(), rig, orders);
        }
    }

    private void stopsCleanly(Process bridge) throws Exception {
        bridge.destroy();
        assertThat(bridge.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(servers()).describedAs("stopped with the bridge").isEmpty();
        assertThat(Files.readAllLines(home.resolve("data/mariadb.log")))
                .last()
                .asString()
                .endsWith("Shutdown complete");
    }

    private void movesTo(String url, Rig rig, long orders) throws Exception {
        Path password = Files.writeString(home.resolve("password"), "");
        String[] move = {"move-database", "--to", url, "--user", "root", "--password-file", password.toString()};
        assertThat(command(move)).describedAs(log()).isZero();
        assertThat(log()).contains("Everything is copied and the same on both sides", "  db.url=" + url);
        assertThat(command(move)).describedAs("a second time").isEqualTo(1);
        assertThat(log()).contains("already holds tables. Nothing was changed.");

        rig.set("db.url", url).set("db.user", "root").home(home);
        awaitAnswer(rig, bridge());
        assertThat(servers()).isEmpty();
        assertThat(rig.get("/api/orders").path("total").asLong()).isEqualTo(orders);
    }

    private Process bridge() throws IOException {
        return java("run");
    }

    private int command(String... arguments) throws Exception {
        Process process = java(arguments);
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        return process.exitValue();
    }

    private Process java(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dfile.encoding=UTF-8",
                "-Duser.timezone=" + MACHINE,
                "-cp",
                // what the embedded jar holds besides
                Path.of("src/embedded/resources").toAbsolutePath()
                        + System.getProperty("path.separator")
                        + System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                ZmoBridge.class.getName()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("--home", home.toString()));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        home.resolve("bridge.log").toFile()))
                .start();
        started.add(process);
        return process;
    }

    private void awaitAnswer(Rig rig, Process bridge) {
        await().atMost(PATIENCE).until(() -> {
            assertThat(bridge.isAlive()).describedAs(log()).isTrue();
            try {
                return rig.get("/api/summary").hasNonNull("shop");
            } catch (IOException | IllegalStateException notYet) {
                return false;
            }
        });
    }

    private String log() throws IOException {
        return Files.readString(home.resolve("bridge.log"));
    }

    private long onlyServer() {
        assertThat(servers()).hasSize(1);
        return servers().get(0).pid();
    }

    /** The MariaDBs whose program lies in this home. */
    private List<ProcessHandle> servers() {
        return ProcessHandle.allProcesses()
                .filter(each -> each.info().command().orElse("").startsWith(home.toString()))
                .toList();
    }

    /** SIGKILL. */
    private static void kill(ProcessHandle process) {
        process.destroyForcibly();
        await().atMost(PATIENCE).until(() -> !process.isAlive());
    }
}
