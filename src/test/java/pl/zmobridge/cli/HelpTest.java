package pl.zmobridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

@DisplayName("Every command explains itself")
class HelpTest {

    static Stream<String> commands() {
        PrintWriter nowhere = new PrintWriter(new StringWriter());
        Terminal terminal = new Terminal(nowhere, nowhere, StandardCharsets.UTF_8, Terminal.UNLIMITED);
        return Cli.line(null, terminal).getSubcommands().keySet().stream();
    }

    @Test
    void theCommandsAreThoseOfTheContract() {
        assertThat(commands())
                .contains(
                        "run", "check", "status", "import", "reimport", "realise", "dead-letters", "replay", "discard")
                .contains("poll", "explain", "generate-completion");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void helpDescribesShowsExamplesAndEveryOption(String command) {
        Shell.Result help = Shell.run(command, "--help");

        assertThat(help.exitCode()).isZero();
        assertThat(help.err()).isEmpty();
        assertThat(help.out()).contains("Usage: zmo-bridge " + command, "--home=DIR", "Examples:", "zmo-bridge ");
        CommandLine.Model.CommandSpec spec = spec(command);
        assertThat(spec.usageMessage().description()).isNotEmpty();
        assertThat(spec.options())
                .allSatisfy(option -> assertThat(option.description()).isNotEmpty());
        assertThat(spec.positionalParameters())
                .allSatisfy(parameter -> assertThat(parameter.description()).isNotEmpty());
        assertThat(spec.usageMessage().footer())
                .allSatisfy(line -> assertThat(line).hasSizeLessThan(110));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "import",
                "reimport",
                "realise",
                "discard 7",
                "replay",
                "replay 7 --all",
                "import SH/1201",
                "explain"
            })
    void wrongUsageIsExitCode2AndSaysWhatIsMissing(String typed) {
        Shell.Result result = Shell.run(typed.split(" "));

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).contains("Usage: zmo-bridge " + typed.split(" ")[0]);
    }

    @Test
    void unknownCommandsAndStatesAreWrongUsage() {
        assertThat(Shell.run("imprt", "7").exitCode()).isEqualTo(2);
        assertThat(Shell.run("imprt", "7").err()).contains("import");
        assertThat(Shell.run("dead-letters", "--state", "GONE").err()).contains("OPEN, RESOLVED, DISCARDED, ALL");
    }

    @Test
    void theCompletionScriptKnowsTheCommands() {
        assertThat(Shell.run("generate-completion").out()).contains("complete -F", "dead-letters", "--confirm");
    }

    private static CommandLine.Model.CommandSpec spec(String command) {
        PrintWriter nowhere = new PrintWriter(new StringWriter());
        Terminal terminal = new Terminal(nowhere, nowhere, StandardCharsets.UTF_8, Terminal.UNLIMITED);
        return Cli.line(null, terminal).getSubcommands().get(command).getCommandSpec();
    }
}
