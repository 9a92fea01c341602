package pl.zmobridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("zmo-bridge user")
class UserCommandTest {
    @TempDir
    private Path home;

    @Test
    @DisplayName("adds, changes, lists and removes users; the password is read and never shown")
    void all() throws IOException {
        assertThat(typed("", "list").out()).contains("There are no users");

        Shell.Result added = typed("dziesięć znaków\n", "add", "żaneta", "--role", "operator");
        assertThat(added.exitCode()).isZero();
        assertThat(added.out()).contains("żaneta is a new user, operator").doesNotContain("znaków");
        assertThat(typed("inne dziesięć\n", "add", "żaneta", "--role", "viewer").out())
                .contains("żaneta has another password now, viewer");
        assertThat(typed("jeszcze inne\r\n", "add", "jan", "--role=operator").exitCode())
                .isZero();

        assertThat(typed("", "list").out().lines()).containsExactly("żaneta  viewer", "jan  operator");
        assertThat(Files.readString(home.resolve("config/users.properties"))).doesNotContain("dziesięć", "inne");
        assertThat(typed("", "remove", "jan").exitCode()).isZero();
        assertThat(typed("", "remove", "jan").exitCode()).isEqualTo(1);
        assertThat(typed("", "list").out().lines()).containsExactly("żaneta  viewer");
    }

    @Test
    @DisplayName("writes nothing when the password is short or missing, or the name is none")
    void refused() throws IOException {
        assertThat(typed("krótkie\n", "add", "jan", "--role", "viewer").err()).contains("at least 10 characters");
        assertThat(typed("", "add", "jan", "--role", "viewer").exitCode()).isEqualTo(1);
        assertThat(typed("dziesięć znaków\n", "add", "ja:n", "--role", "viewer").exitCode())
                .isEqualTo(2);
        assertThat(typed("dziesięć znaków\n", "add", "jan", "--role", "guest").exitCode())
                .isEqualTo(2);
        assertThat(typed("dziesięć znaków\n", "add", "jan").exitCode()).isEqualTo(2);
        assertThat(typed("").exitCode()).isEqualTo(2);

        assertThat(home.resolve("config")).doesNotExist();
    }

    @Test
    @DisplayName("leaves a file that is wrong to a person")
    void wrongFile() throws IOException {
        Files.writeString(Files.createDirectories(home.resolve("config")).resolve("users.properties"), "jan=tajne\n");

        Shell.Result result = typed("dziesięć znaków\n", "add", "ola", "--role", "viewer");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).contains("config/users.properties line 1").doesNotContain("tajne");
    }

    private Shell.Result typed(String input, String... arguments) {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
        try {
            return Shell.run(Shell.with(new String[] {"user", "--home", home.toString()}, arguments));
        } finally {
            System.setIn(before);
        }
    }
}
