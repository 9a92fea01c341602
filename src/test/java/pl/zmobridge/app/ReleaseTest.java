package pl.zmobridge.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pl.zmobridge.sim.NbpSim;
import pl.zmobridge.sim.OrderBuilder;
import pl.zmobridge.sim.ShoperSim;
import pl.zmobridge.sim.SymfoniaSim;
import pl.zmobridge.support.Rig;

/** The release as a new user has it: unpacked into an empty directory. {@code mvn -Prelease package} builds it; without it, this is skipped. */
class ReleaseTest {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final ShoperSim shop = new ShoperSim().start();
    private final SymfoniaSim erp = new SymfoniaSim().start();
    private final NbpSim nbp = new NbpSim().start();

    @TempDir
    private Path directory;

    private Process bridge;

    @AfterEach
    void close() {
        if (bridge != null) {
            bridge.descendants().forEach(ProcessHandle::destroyForcibly);
            bridge.destroyForcibly();
        }
        shop.close();
        erp.close();
        nbp.close();
    }

    @Test
    void isSetUpCheckedAndStartedAndAnOrderFlows() throws Exception {
        Path home = unpacked();
        assertThat(run(home, 1)).contains("nie jest jeszcze wypełniony", "zmo-bridge init");

        Path token = Files.writeString(directory.resolve("token"), ShoperSim.TOKEN);
        Path guid = Files.writeString(directory.resolve("guid"), SymfoniaSim.APPLICATION_GUID);
        String set = run(
                home,
                0,
                "init",
                "--batch",
                "--shop-url",
                shop.url(),
                "--token-file",
                token.toString(),
                "--erp-url",
                erp.url(),
                "--guid-file",
                guid.toString(),
                "--set",
                "symfonia.department=SKLEP",
                "--set",
                "symfonia.payment-registry=BANK",
                "--set",
                "symfonia.payment-form.default=Gotówka",
                "--set",
                "http.port=" + Rig.freePort(),
                "--set",
                "nbp.url=" + nbp.url(),
                "--set",
                "shoper.import.settle=0s",
                "--set",
                "shoper.import.since=2020-01-01");
        assertThat(set).contains("Sklep odpowiada.", "Wszystko, co sprawdzono, działa.", "Gotowe.");
        run(home, 0, "check");

        bridge = start(home, "run", "run");
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(500)).until(() -> {
            assertThat(bridge.isAlive()).describedAs(said("run")).isTrue();
            return said("run").contains("ZMO Bridge");
        });
        shop.addOrder(new OrderBuilder().line("KUB-300", "24.99", "2").build(), 1201);
        run(home, 0, "poll");
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(500))
                .until(() -> erp.orders().size() == 1);
        assertThat(run(home, 0, "order", "1201")).contains("SH/1201");

        bridge.destroy(); // as a service manager stops it
        assertThat(bridge.waitFor(90, TimeUnit.SECONDS)).isTrue();
        assertThat(Files.readAllLines(home.resolve("logs/zmo-bridge.log")))
                .last()
                .asString()
                .contains("ZMO Bridge has stopped");
    }

    private Path unpacked() throws Exception {
        List<Path> archives = new ArrayList<>();
        Path target = Files.createDirectories(Path.of("target"));
        try (DirectoryStream<Path> found = Files.newDirectoryStream(target, "zmo-bridge-*.tar.gz")) {
            found.forEach(archives::add);
        }
        assumeTrue(!archives.isEmpty(), "no release is built; mvn -Prelease package builds it");
        assertThat(archives).hasSize(1);
        assertThat(finished(new ProcessBuilder(
                                "tar", "xzf", archives.get(0).toAbsolutePath().toString())
                        .directory(directory.toFile())
                        .start()))
                .isZero();
        return directory.resolve(archives.get(0).getFileName().toString().replace(".tar.gz", ""));
    }

    /** What a command says, in Polish, and with which exit code it ends. */
    private String run(Path home, int exitCode, String... arguments) throws Exception {
        String name = arguments.length == 0 ? "none" : arguments[0];
        assertThat(finished(start(home, name, arguments)))
                .describedAs(name + ": " + said(name))
                .isEqualTo(exitCode);
        return said(name);
    }

    private Process start(Path home, String name, String... arguments) throws IOException {
        List<String> command =
                new ArrayList<>(List.of(home.resolve("bin/zmo-bridge").toString()));
        command.addAll(List.of(arguments));
        command.add("--lang=pl");
        return new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve(name + ".said").toFile())
                .start();
    }

    private static int finished(Process process) throws InterruptedException {
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    private String said(String name) throws IOException {
        return Files.readString(directory.resolve(name + ".said"), StandardCharsets.UTF_8);
    }
}
