package pl.zmobridge.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pl.zmobridge.settings.BadSettings;

@DisplayName("The file of users")
class UsersFileTest {
    private static final String PASSWORD = "dziesięć znaków";

    @TempDir
    private Path home;

    @Test
    @DisplayName("is made for the first user, with a hash and without the password, and not everybody may read it")
    void made() throws IOException {
        Path config = Files.createDirectories(home.resolve("config"));
        Files.setPosixFilePermissions(config, PosixFilePermissions.fromString("rwxr-xr-x"));
        UsersFile users = new UsersFile(home);

        assertThat(users.put("ola", Role.OPERATOR, PASSWORD)).isTrue();

        assertThat(users.entries()).containsExactly(new UsersFile.Entry("ola", Role.OPERATOR));
        assertThat(users.users().get("ola").hasPassword(PASSWORD)).isTrue();
        assertThat(Files.readString(users.path()))
                .startsWith("# ")
                .contains("ola=operator $2a$12$")
                .doesNotContain(PASSWORD);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(users.path())))
                .isEqualTo("rw-r-----");
        try (var files = Files.list(config)) {
            assertThat(files).containsExactly(users.path());
        }
    }

    @Test
    @DisplayName("keeps what else is in it, and whose it is")
    void kept() throws IOException {
        UsersFile users = new UsersFile(home);
        users.put("ola", Role.OPERATOR, PASSWORD);
        users.put("jan", Role.VIEWER, PASSWORD);
        Files.writeString(users.path(), Files.readString(users.path()) + "# koniec\n");
        Files.setPosixFilePermissions(users.path(), PosixFilePermissions.fromString("rw-------"));

        assertThat(users.put("ola", Role.VIEWER, PASSWORD + "!")).isFalse();
        assertThat(users.remove("jan")).isTrue();
        assertThat(users.remove("jan")).isFalse();

        assertThat(users.entries()).containsExactly(new UsersFile.Entry("ola", Role.VIEWER));
        assertThat(users.users().get("ola").hasPassword(PASSWORD + "!")).isTrue();
        assertThat(Files.readString(users.path())).endsWith("# koniec\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(users.path())))
                .isEqualTo("rw-------");
    }

    @Test
    @DisplayName("is not written to while something in it is wrong")
    void wrong() throws IOException {
        Path file = Files.createDirectories(home.resolve("config")).resolve("users.properties");
        Files.writeString(file, "ola=tajne\n");

        assertThatThrownBy(() -> new UsersFile(home).put("jan", Role.VIEWER, PASSWORD))
                .isInstanceOf(BadSettings.class);

        assertThat(Files.readString(file)).isEqualTo("ola=tajne\n");
    }

    @Test
    @DisplayName("A password is neither short nor longer than its hash can know")
    void passwords() {
        assertThat(Passwords.isTooShort("dziewięć9")).isTrue();
        assertThat(Passwords.isTooShort("dziesięć10")).isFalse();
        assertThat(Passwords.isTooLong("ż".repeat(36))).isFalse();
        assertThat(Passwords.isTooLong("ż".repeat(37))).isTrue();
    }
}
