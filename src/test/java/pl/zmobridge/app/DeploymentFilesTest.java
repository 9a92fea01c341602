package pl.zmobridge.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import pl.zmobridge.settings.SettingsReader;

/** What containers and the service hand to the bridge is what the bridge reads. */
class DeploymentFilesTest {
    private static final Set<String> NOT_OURS = Set.of("TZ", "LANG", "JAVA_FLAGS");
    private static final int STOP_SECONDS = 30;

    @Test
    void composeNamesOnlyKeysAndSecretsThatExist() throws IOException {
        Map<?, ?> compose = compose();
        Map<?, ?> bridge = map(map(compose.get("services")).get("bridge"));
        Map<?, ?> environment = map(bridge.get("environment"));
        List<?> secrets = (List<?>) bridge.get("secrets");

        assertKnown(environment.keySet());
        assertThat(asStrings(List.copyOf(map(compose.get("secrets")).keySet()))).containsAll(asStrings(secrets));
        environment.forEach((name, value) -> {
            if (name.toString().endsWith("_FILE")) {
                assertThat(secrets)
                        .extracting(secret -> "/run/secrets/" + secret)
                        .contains(value.toString());
            }
        });
    }

    @Test
    void composeKeepsTheDatabaseInsideAndTheConsoleOnThisMachine() throws IOException {
        Map<?, ?> services = map(compose().get("services"));
        Map<?, ?> bridge = map(services.get("bridge"));
        Map<?, ?> db = map(services.get("db"));

        assertThat(db.containsKey("ports")).isFalse();
        assertThat(db.get("healthcheck")).isNotNull();
        assertThat(map(map(bridge.get("depends_on")).get("db")).get("condition"))
                .isEqualTo("service_healthy");
        assertThat(asStrings((List<?>) bridge.get("ports"))).allMatch(port -> port.startsWith("127.0.0.1:"));
        assertThat(bridge.get("read_only")).isEqualTo(true);
        assertThat(seconds(bridge.get("stop_grace_period").toString())).isGreaterThan(STOP_SECONDS);
    }

    @Test
    void theImageCopiesWhatIsThereRunsAsNobodyAndPassesSignalsOn() throws IOException {
        String dockerfile = Files.readString(Path.of("docker/Dockerfile"));
        List<String> letThrough = Files.readAllLines(Path.of(".dockerignore"));

        for (MatchResult copy : found(dockerfile, "(?m)^COPY (?!--from)(.+) \\S+$")) {
            for (String source : copy.group(1).split(" ")) {
                assertThat(Path.of(source)).exists();
                assertThat(letThrough)
                        .as("%s is let through by .dockerignore", source)
                        .contains("!" + source.split("/")[0]);
            }
        }
        String run = dockerfile.substring(dockerfile.lastIndexOf("\nFROM "));
        assertThat(run)
                .contains("FROM eclipse-temurin:17-jre", "\nUSER 10001", "\nHEALTHCHECK", "\nSTOPSIGNAL SIGTERM");
        Set<String> names = found(run, "(?m)^(?:ENV| +)\\s*([A-Z_]+)=").stream()
                .map(match -> match.group(1))
                .collect(Collectors.toSet());
        assertKnown(names);
        assertThat(names).contains("HTTP_HOST", "JAVA_FLAGS");
        assertThat(Files.readString(Path.of("docker/zmo-bridge"))).contains("\nexec java ");
        assertThat(found(Files.readString(Path.of("docker/healthy")), "GET (/observe/health/live) "))
                .hasSize(1);
    }

    @Test
    void theServiceNamesOnlyKeysAndCredentialsThatExistAndGivesAStopItsTime() throws IOException {
        String unit = Files.readString(Path.of("docker/zmo-bridge.service"));
        Set<String> credentials = groups(unit, "(?m)^LoadCredential=([^:]+):/");
        Set<String> used = new HashSet<>();
        Set<String> names = new HashSet<>();
        for (MatchResult each : found(unit, "(?m)^Environment=([A-Z_]+)=%d/(.+)$")) {
            names.add(each.group(1));
            used.add(each.group(2));
        }

        assertThat(used).isNotEmpty().isEqualTo(credentials);
        assertKnown(names);
        assertThat(unit).contains("\nKillMode=mixed\n", "\nRestart=on-failure\n", "\nNoNewPrivileges=yes\n");
        assertThat(groups(unit, "(?m)^TimeoutStopSec=(.+)$"))
                .allSatisfy(time -> assertThat(seconds(time)).isGreaterThan(STOP_SECONDS));
        assertThat(groups(unit, "(?m)^SuccessExitStatus=(.+)$")).containsExactly("143");
    }

    @Test
    void theServiceWritesItsDataAndNothingThatRulesIt() throws IOException {
        String unit = Files.readString(Path.of("docker/zmo-bridge.service"));

        assertThat(groups(unit, "(?m)^ReadWritePaths=(.+)$"))
                .containsExactly("-/opt/zmo-bridge/data -/opt/zmo-bridge/backups -/opt/zmo-bridge/logs");
        assertThat(unit).contains("\nProtectSystem=strict\n", "\nUMask=0077\n");
        assertThat(Files.readString(Path.of("docs/operations.md")))
                .contains("chown -R root:root /opt/zmo-bridge", "chown -R root:zmo /opt/zmo-bridge/config")
                .doesNotContain("chown -R zmo: /opt/zmo-bridge\n");
    }

    @Test
    void theConfigurationOfAReleaseIsItsOwnersAlone() throws IOException {
        String release = Files.readString(Path.of("src/assembly/release.xml"));

        assertThat(release.substring(release.indexOf("<directory>config</directory>")))
                .contains("<fileMode>0600</fileMode>", "<directoryMode>0700</directoryMode>");
        assertThat(release).doesNotContain("<include>config");
        for (String page : List.of("docs/installation.md", "docs/operations.md")) {
            assertThat(Files.readString(Path.of(page))).contains("chmod 600 config/application.properties");
        }
    }

    /** Windows' PowerShell reads a script without a byte order mark as ASCII, and nothing here can run it. */
    @Test
    void theScriptThatInstallsTheServiceOnWindowsIsWhole() throws IOException {
        String script = Files.readString(Path.of("src/release/bin/install-service.ps1"));
        String code = script.replaceAll("(?m)^\\s*#.*$", "");

        assertThat(script).matches("\\p{ASCII}+");
        assertThat(code.replaceAll("[^{}()\\[\\]]", "")).matches(DeploymentFilesTest::isBalanced);
        assertThat(code.chars().filter(each -> each == '"').count() % 2).isZero();
        assertThat(code.chars().filter(each -> each == '\'').count() % 2).isZero();
        assertThat(groups(code, "(?<![\\w-])([A-Z][a-z]+-[A-Z]\\w+)"))
                .containsExactlyInAnyOrder(
                        "Split-Path",
                        "Get-ScheduledTask",
                        "Stop-ScheduledTask",
                        "Unregister-ScheduledTask",
                        "Write-Output",
                        "Test-Path",
                        "Get-Command",
                        "Select-String",
                        "Out-Null",
                        "New-Item",
                        "New-ScheduledTaskAction",
                        "New-ScheduledTaskTrigger",
                        "New-ScheduledTaskPrincipal",
                        "New-ScheduledTaskSettingsSet",
                        "New-TimeSpan",
                        "Register-ScheduledTask",
                        "Start-ScheduledTask");
        assertThat(groups(code, "\\$(?!env|false|PSScriptRoot)(\\w+)"))
                .allSatisfy(used -> assertThat(code.replaceAll("\\s+", " "))
                        .containsPattern("\\$" + used + "\\b( = |\\)| in |:)|\\[switch\\]\\$" + used));
    }

    private static boolean isBalanced(String brackets) {
        String left = brackets;
        while (!left.equals(left.replaceAll("\\(\\)|\\[\\]|\\{\\}", ""))) {
            left = left.replaceAll("\\(\\)|\\[\\]|\\{\\}", "");
        }
        return left.isEmpty();
    }

    /** I11: a supervisor can only start again what has ended. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "docker/Dockerfile",
                "docker/zmo-bridge.service",
                "src/release/bin/zmo-bridge",
                "src/release/bin/zmo-bridge.cmd",
                "src/release/bin/install-service.ps1",
                "docs/installation.md"
            })
    void aBridgeThatRunsOutOfMemoryEnds(String file) throws IOException {
        assertThat(Files.readString(Path.of(file)).lines().filter(line -> line.contains("-XX:TieredStopAtLevel=1")))
                .isNotEmpty()
                .allSatisfy(flags -> assertThat(flags).contains("-XX:+ExitOnOutOfMemoryError"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "docs/installation.md", "docs/performance.md"})
    void aBridgeThatIsStartedAsAPageSaysEndsWithoutMemoryToo(String page) throws IOException {
        Set<String> starts = groups(
                Files.readString(Path.of(page)), "(?m)(java [^`\n]*-jar zmo-bridge(?:-embedded)?\\.jar)(?:`| *$| +#)");

        assertThat(starts).isNotEmpty().allSatisfy(command -> assertThat(command)
                .contains(" -XX:+ExitOnOutOfMemoryError "));
    }

    @Test
    void theConfigurationForTheClassArchiveIsComplete() throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of("docker/class-archive.properties"))) {
            properties.load(reader);
        }

        assertThat(SettingsReader.of(Path.of("").toAbsolutePath(), properties)
                        .shops()
                        .get(0)
                        .shoper()
                        .url())
                .describedAs("it reaches nobody")
                .startsWith("http://127.0.0.1:9");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"db.url", "db.embedded.port", "db.embedded.backups", "db.password-file", "shoper.token-file"})
    void theConfigurationFileTellsOfIt(String key) throws IOException {
        assertThat(Files.readString(Path.of("config/application.properties"))).contains(key + "=");
    }

    private static void assertKnown(Set<?> environmentNames) {
        assertThat(environmentNames).isNotEmpty().allSatisfy(name -> {
            if (!NOT_OURS.contains(name.toString())) {
                assertThat(SettingsReader.keyOf(name.toString()))
                        .describedAs("the key of %s", name)
                        .isPresent();
            }
        });
    }

    private static Map<?, ?> compose() throws IOException {
        return map(new Load(LoadSettings.builder().build())
                .loadFromString(Files.readString(Path.of("docker/compose.yaml"))));
    }

    private static Map<?, ?> map(Object yaml) {
        assertThat(yaml).isInstanceOf(Map.class);
        return (Map<?, ?>) yaml;
    }

    private static List<String> asStrings(List<?> values) {
        return values.stream().map(String::valueOf).toList();
    }

    private static long seconds(String time) {
        assertThat(time).matches("\\d+s");
        return Long.parseLong(time.replace("s", ""));
    }

    private static List<MatchResult> found(String text, String pattern) {
        return Pattern.compile(pattern).matcher(text).results().toList();
    }

    private static Set<String> groups(String text, String pattern) {
        return found(text, pattern).stream().map(match -> match.group(1)).collect(Collectors.toSet());
    }
}
