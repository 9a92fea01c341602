package pl.zmobridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The usual start leaves picocli out; whatever is typed, it says and does the same as picocli. */
class StartLineTest {
    @TempDir
    Path empty;

    private record Said(int exitCode, String out, String err) {}

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--home DIR",
                "run --home DIR",
                "--home DIR run",
                "--home=DIR",
                "run --home DIR --lang pl",
                "--home DIR --lang en",
                "run run --home DIR",
                "--home DIR DIR",
                "--home",
                "run --home",
                "--home -V",
                "run --help",
                "--version",
                "rum --home DIR"
            })
    void itIsUnderstoodAsPicocliUnderstandsIt(String typed) {
        String[] args = typed.replace("DIR", empty.toString()).split(" ");

        Said said = say(terminal -> Cli.execute(new Shell.RoutesOnly(), terminal, args));

        assertThat(said).isEqualTo(say(terminal -> Cli.line(new Shell.RoutesOnly(), terminal)
                .execute(args)));
        assertThat(said.out() + said.err()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--home DIR", "status --home DIR", "poll --home DIR", "check --home DIR"})
    void aBadSystemPropertyIsNamedThoughThereIsNoFile(String typed) {
        System.setProperty("http.port", "abc");
        try {
            Said said = say(terminal -> Cli.execute(
                    new Shell.RoutesOnly(),
                    terminal,
                    typed.replace("DIR", empty.toString()).split(" ")));

            assertThat(said.exitCode()).isEqualTo(1);
            assertThat(said.out() + said.err())
                    .contains("http.port")
                    .contains("http.port=8080")
                    .doesNotContain("zmo-bridge init");
        } finally {
            System.clearProperty("http.port");
        }
    }

    private static Said say(ToIntFunction<Terminal> line) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Terminal terminal =
                new Terminal(new PrintWriter(out, true), new PrintWriter(err, true), StandardCharsets.UTF_8, 100);
        int exitCode = line.applyAsInt(terminal);
        return new Said(exitCode, out.toString(), err.toString());
    }
}
