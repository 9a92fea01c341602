package pl.zmobridge.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script that makes the unpacked release a systemd service, with commands in its way that only note what they were told. */
class ServiceScriptTest {
    @TempDir
    private Path directory;

    private Path bridge;
    private Path units;

    @BeforeEach
    void unpack() throws IOException {
        bridge = directory.toRealPath().resolve("zmo-bridge-1.0");
        units = Files.createDirectories(directory.resolve("units"));
        Files.createDirectories(bridge.resolve("bin"));
        Files.createDirectories(bridge.resolve("systemd"));
        Files.copy(Path.of("src/release/bin/install-service"), bridge.resolve("bin/install-service"));
        Files.copy(Path.of("docker/zmo-bridge.service"), bridge.resolve("systemd/zmo-bridge.service"));
        Path commands = Files.createDirectories(directory.resolve("commands"));
        for (String command : List.of("useradd", "chown", "systemctl", "java", "id")) {
            String answer = command.equals("id") ? "[ \"$1\" = -u ] && echo ${ME:-0} || exit 1" : "exit 0";
            Path file = commands.resolve(command);
            Files.writeString(file, "#!/bin/sh\necho \"" + command + " $*\" >> " + log() + "\n" + answer + "\n");
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    @Test
    void theServiceRunsTheUnpackedReleaseAndWritesItsDataAlone() throws Exception {
        configuration();

        assertThat(run(Map.of(), "")).contains("The service runs.");

        String unit = Files.readString(units.resolve("zmo-bridge.service"));
        assertThat(unit)
                .contains(
                        "WorkingDirectory=" + bridge + "\n", "-jar " + bridge + "/zmo-bridge.jar run --home " + bridge)
                .contains("ReadWritePaths=-" + bridge + "/data -" + bridge + "/backups -" + bridge + "/logs\n")
                .contains("ExecStart=" + directory.resolve("commands/java") + " -Xmx128m")
                .doesNotContain("LoadCredential=", "_FILE=", "/opt/zmo-bridge");
        assertThat(Files.readString(log()))
                .contains(
                        "useradd --system",
                        "chown -R root:root " + bridge + "\n",
                        "chown -R zmo:zmo " + bridge + "/logs\n")
                .contains("chown -R root:zmo " + bridge + "/config\n", "systemctl enable --now zmo-bridge");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(bridge.resolve("data"))))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(bridge.resolve("config/application.properties"))))
                .isEqualTo("rw-r-----");

        assertThat(run(Map.of(), "--remove")).contains("The service is removed.");
        assertThat(units).isEmptyDirectory();
        assertThat(bridge.resolve("config/application.properties")).exists();
    }

    @Test
    void itSaysWhatIsMissing() throws Exception {
        assertThat(run(Map.of(), "")).contains("run bin/zmo-bridge init first");
        Files.createDirectories(bridge.resolve("config"));
        Files.writeString(bridge.resolve("config/application.properties"), "# as it was shipped\nshoper.url=\n");
        assertThat(run(Map.of(), "")).contains("not filled in yet");
        configuration();
        assertThat(run(Map.of("ME", "1000"), "")).contains("run it as root");
        assertThat(units).isEmptyDirectory();
    }

    @Test
    void aShopInAFileOfItsOwnIsAConfiguration() throws Exception {
        Files.createDirectories(bridge.resolve("config/shops"));
        Files.writeString(bridge.resolve("config/shops/ksiazki.properties"), "shoper.url=https://shop.example.pl\n");
        assertThat(run(Map.of(), "")).contains("The service runs.");
    }

    @Test
    void aQuestionOrAMistakeInstallsNothing() throws Exception {
        configuration();
        assertThat(run(Map.of("ME", "1000"), "--help")).startsWith("usage: install-service [--remove]");
        assertThat(run(Map.of(), "-h")).startsWith("usage:");
        assertThat(run(Map.of(), "--uninstall")).contains("unknown: --uninstall", "usage:");
        assertThat(log()).doesNotExist();
        assertThat(units).isEmptyDirectory();
    }

    private void configuration() throws IOException {
        Files.createDirectories(bridge.resolve("config"));
        Files.writeString(bridge.resolve("config/application.properties"), "shoper.url=https://shop.example.pl\n");
    }

    private Path log() {
        return directory.resolve("log");
    }

    private String run(Map<String, String> environment, String option) throws Exception {
        ProcessBuilder builder =
                new ProcessBuilder("sh", bridge.resolve("bin/install-service").toString(), option);
        builder.environment().putAll(environment);
        builder.environment().put("UNIT_DIR", units.toString());
        builder.environment().remove("JAVA_HOME");
        builder.environment().merge("PATH", "", (path, none) -> directory.resolve("commands") + ":" + path);
        Process process = builder.redirectErrorStream(true).start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
