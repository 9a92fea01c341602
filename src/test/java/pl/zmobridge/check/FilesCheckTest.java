package pl.zmobridge.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pl.zmobridge.check.Finding.Area;
import pl.zmobridge.check.Finding.Mark;

@DisplayName("check warns of files")
class FilesCheckTest {
    private final List<Finding> told = new ArrayList<>();

    @TempDir
    private Path temporary;

    private Path home;
    private Path jar;

    @BeforeEach
    void install() throws IOException {
        assumeTrue(temporary.getFileSystem().supportedFileAttributeViews().contains("unix"));
        mode(temporary, "rwxr-xr-x");
        home = mode(Files.createDirectory(temporary.resolve("bridge")), "rwxr-xr-x");
        jar = write("zmo-bridge.jar", "", "rw-r--r--");
        mode(Files.createDirectories(home.resolve("config/shops")), "rwxr-xr-x");
        mode(home.resolve("config"), "rwxr-xr-x");
        mode(Files.createDirectories(home.resolve("routes")), "rwxr-xr-x");
        write("routes/poll-orders.camel.yaml", "", "rw-r--r--");
        write(
                "config/application.properties",
                "shoper.token=tajne\nshoper.url=https://sklep.example.pl\n",
                "rw-------");
        write("config/shops/buty.properties", "order.number.prefix=B/\n", "rw-r--r--");
    }

    @Test
    @DisplayName("nothing when only their owner can write them, and read the secrets")
    void safe() {
        assertThat(check()).singleElement().satisfies(one -> assertThat(one.mark())
                .isEqualTo(Mark.GOOD));
    }

    @ParameterizedTest(name = "{0} is {1}")
    @DisplayName("that others can write: the program, routes, configuration, and their directories")
    @CsvSource({
        "zmo-bridge.jar, rw-r--rw-",
        "routes, rwxr-xrwx",
        "routes/poll-orders.camel.yaml, rw-rw-rw-",
        "config, rwxr-xrwx",
        "config/shops/buty.properties, rw-r--rw-",
    })
    void writable(String file, String mode) throws IOException {
        mode(home.resolve(file), mode);

        assertThat(check()).singleElement().satisfies(one -> {
            assertThat(one.mark()).isEqualTo(Mark.NOTE);
            assertThat(one.area()).isEqualTo(Area.CONFIGURATION);
            assertThat(one.text()).isEqualTo(file + " can be written by everybody");
            assertThat(one.advice()).isNotEmpty();
        });
    }

    @Test
    @DisplayName("that others can put in the place of ours, because the directory above is theirs too")
    void above() throws IOException {
        mode(temporary, "rwxrwxrwx");

        assertThat(check()).extracting(Finding::text).containsExactly(temporary + " can be written by everybody");
    }

    @Test
    @DisplayName("with secrets that others can read: the configuration, and files that it names")
    void readable() throws IOException {
        Path secret = write("erp-key", "tajne", "rw-r--r--");
        write(
                "config/application.properties",
                "shoper.token=tajne\nsymfonia.application-guid-file=" + secret + "\n",
                "rw-r--r--");
        write("config/shops/buty.properties", "shoper.password=tajne\n", "rw-r--r--");

        assertThat(check()).singleElement().satisfies(one -> {
            assertThat(one.about()).isEqualTo("secrets");
            assertThat(one.text())
                    .isEqualTo(
                            "config/application.properties, config/shops/buty.properties, erp-key can be read by everybody");
            assertThat(one.advice()).contains("chmod 600");
            assertThat(one.toString()).doesNotContain("tajne");
        });
    }

    @Test
    @DisplayName("of users with the hashes of their passwords, which others can read")
    void users() throws IOException {
        write("config/users.properties", "ola=operator $2a$12$tajne\n", "rw-r--r--");

        assertThat(check()).singleElement().satisfies(one -> {
            assertThat(one.about()).isEqualTo("secrets");
            assertThat(one.text()).isEqualTo("config/users.properties can be read by everybody");
        });
        mode(home.resolve("config/users.properties"), "rw-------");
        told.clear();
        assertThat(check()).singleElement().satisfies(one -> assertThat(one.mark())
                .isEqualTo(Mark.GOOD));
    }

    @Test
    @DisplayName("not with a configuration without secrets, whoever reads it")
    void noSecret() throws IOException {
        write("config/application.properties", "shoper.url=https://sklep.example.pl\nshoper.token=\n", "rw-r--r--");

        assertThat(check()).singleElement().satisfies(one -> assertThat(one.mark())
                .isEqualTo(Mark.GOOD));
    }

    @Test
    @DisplayName("not when nobody else gets into the directory")
    void closedDirectory() throws IOException {
        write("config/application.properties", "shoper.token=tajne\n", "rw-rw-rw-");
        mode(home.resolve("routes"), "rwxrwxrwx");
        mode(home, "rwx------");

        assertThat(check()).singleElement().satisfies(one -> assertThat(one.mark())
                .isEqualTo(Mark.GOOD));
    }

    @Test
    @DisplayName("that another user owns, be it the service's: he can change them")
    void owned() throws IOException {
        try {
            Files.setOwner(
                    jar, home.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody"));
        } catch (IOException e) {
            assumeTrue(false, "only root gives files away");
        }

        assertThat(check())
                .extracting(Finding::text)
                .containsExactly("zmo-bridge.jar can be written by the user nobody");
    }

    @Test
    @DisplayName("that a group can write which is not its owner's own; a group may read a secret, as a service's does")
    void groups() throws IOException {
        try {
            Files.setAttribute(jar, "unix:gid", 65534);
            Files.setAttribute(home.resolve("config/application.properties"), "unix:gid", 65534);
        } catch (IOException e) {
            assumeTrue(false, "only root gives files to groups");
        }
        mode(jar, "rw-rw-r--");
        mode(home.resolve("config/application.properties"), "rw-r-----");

        assertThat(check())
                .extracting(Finding::text)
                .singleElement()
                .asString()
                .startsWith("zmo-bridge.jar can be written by the group no");
    }

    @Test
    @DisplayName("which are many with the first three and a number")
    void many() throws IOException {
        for (int i = 1; i < 6; i++) {
            write("routes/own-" + i + ".camel.yaml", "", "rw-rw-rw-");
        }

        assertThat(check())
                .extracting(Finding::text)
                .containsExactly(
                        "routes/own-1.camel.yaml, routes/own-2.camel.yaml, routes/own-3.camel.yaml and 2 more can be written by everybody");
    }

    @Test
    @DisplayName("and says so where the system does not tell who may write them")
    void untold() {
        new FilesCheck(home, Optional.of(jar), Optional.empty(), findings()).run();

        assertThat(told).singleElement().satisfies(one -> assertThat(one.mark()).isEqualTo(Mark.NOTE));
    }

    @ParameterizedTest(name = "{0} {1} {2}: {3}")
    @DisplayName("on Windows by the groups of all")
    @CsvSource({
        "ALLOW, BUILTIN\\Users, READ_DATA, READ",
        "ALLOW, BUILTIN\\Użytkownicy, READ_DATA, READ",
        "ALLOW, ZARZĄDZANIE NT\\Użytkownicy uwierzytelnieni, WRITE_DATA, WRITE",
        "ALLOW, Wszyscy, WRITE_DATA, WRITE",
        "DENY, Wszyscy, WRITE_DATA,",
        "ALLOW, BUILTIN\\Administratorzy, WRITE_DATA,",
        "ALLOW, PC\\Jan, WRITE_DATA,",
    })
    void windows(AclEntryType type, String name, AclEntryPermission permission, Others.Right right) {
        AclEntry entry = AclEntry.newBuilder()
                .setType(type)
                .setPrincipal(new Somebody(name))
                .setPermissions(permission)
                .build();

        for (Others.Right each : Others.Right.values()) {
            assertThat(WindowsOthers.who(List.of(entry), each))
                    .isEqualTo(each == right ? Optional.of(name) : Optional.empty());
        }
    }

    private record Somebody(String name) implements UserPrincipal {
        @Override
        public String getName() {
            return name;
        }
    }

    @Test
    @DisplayName("and of secrets on a command line, without telling them")
    void commandLine() {
        new CommandLineCheck(
                        List.of(
                                new CommandLineCheck.Program(
                                        17,
                                        List.of(
                                                "-Xmx128m",
                                                "-Dshoper.token=tajne",
                                                "-Ddb.password=tajne",
                                                "-jar",
                                                "zmo-bridge.jar")),
                                new CommandLineCheck.Program(
                                        18, List.of("-Dshoper.url=https://sklep.example.pl", "run")),
                                new CommandLineCheck.Program(19, List.of("--symfonia.application-guid=tajne"))),
                        findings())
                .run();

        assertThat(told).extracting(Finding::mark).containsOnly(Mark.NOTE);
        assertThat(told)
                .extracting(Finding::text)
                .containsExactly(
                        "the command line of process 17 holds db.password, shoper.token; every user of this machine can read it",
                        "the command line of process 19 holds symfonia.application-guid; every user of this machine can read it");
        assertThat(told.toString()).doesNotContain("tajne");
    }

    private List<Finding> check() {
        new FilesCheck(
                        home,
                        Optional.of(jar),
                        Optional.of(new PosixOthers(System.getProperty("user.name"))),
                        findings())
                .run();
        return told;
    }

    private Findings findings() {
        return new Findings(Area.CONFIGURATION, told::add);
    }

    private Path write(String name, String text, String mode) throws IOException {
        return mode(Files.writeString(home.resolve(name), text), mode);
    }

    private static Path mode(Path path, String mode) throws IOException {
        return Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
    }
}
