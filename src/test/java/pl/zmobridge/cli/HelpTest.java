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
                .contains("init", "orders", "order", "resume", "poll", "explain", "generate-completion");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void helpDescribesShowsExamplesAndEveryOption(String command) {
        Shell.Result help = Shell.run(command, "--help");

        assertThat(help.exitCode()).isZero();
        assertThat(help.err()).isEmpty();
        assertThat(help.out())
                .contains("Usage: zmo-bridge " + command, "--home=DIR", "--lang=pl|en", "Examples:", "zmo-bridge ");
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
    @MethodSource("commands")
    void thePolishHelpSaysAllThatTheEnglishOneSays(String command) {
        CommandLine.Model.CommandSpec english = spec(command);
        CommandLine.Model.CommandSpec polish = spec(command);
        polish.root().commandLine().setResourceBundle(HelpLanguage.polish());

        assertThat(polish.usageMessage().description())
                .doesNotContain(english.usageMessage().description());
        assertThat(polish.usageMessage().footer())
                .hasSizeGreaterThanOrEqualTo(english.usageMessage().footer().length - 1)
                .isNotEqualTo(english.usageMessage().footer())
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(120));
        for (CommandLine.Model.OptionSpec option : english.options()) {
            assertThat(polish.findOption(option.longestName()).description())
                    .describedAs("%s %s", command, option.longestName())
                    .isNotEqualTo(option.description());
        }
        for (int i = 0; i < english.positionalParameters().size(); i++) {
            assertThat(polish.positionalParameters().get(i).description())
                    .describedAs(
                            "%s %s",
                            command, polish.positionalParameters().get(i).paramLabel())
                    .isNotEqualTo(english.positionalParameters().get(i).description());
        }
    }

    @Test
    void helpAndWrongUsageAreToldInTheLanguageThatIsAskedFor() {
        assertThat(Shell.run("orders", "--help", "--lang", "pl").out())
                .contains("Użycie: zmo-bridge orders", "Przykłady:", "najnowsze najpierw")
                .doesNotContain("Usage:", "Examples:");
        assertThat(Shell.run("--lang", "pl", "--help").out()).contains("Polecenia", "Kod wyjścia: 0 zrobione");
        assertThat(Shell.run("discard", "7", "--lang=pl").err())
                .contains("Brakuje: --reason", "Użycie: zmo-bridge discard");
        Shell.Result unknown = Shell.run("--lang=pl", "imprt", "7");
        assertThat(unknown.exitCode()).isEqualTo(2);
        assertThat(unknown.err()).contains("Nieznane: imprt 7", "Czy chodzi o", "import");
        assertThat(Shell.run("status", "--lang", "de").exitCode()).isEqualTo(2);
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
                "discard --reason x",
                "discard 7 --cause NO_STOCK --reason x",
                "replay 7 --cause NO_STOCK",
                "orders --state GONE",
                "orders --from yesterday",
                "order",
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
        assertThat(Shell.run("imprt", "7").err())
                .contains("Unknown: imprt 7", "Did you mean: import")
                .doesNotContain("Unmatched");
        assertThat(Shell.run("discard", "7").err()).contains("Missing: --reason");
        assertThat(Shell.run("dead-letters", "--state", "GONE").err()).contains("OPEN, RESOLVED, DISCARDED, ALL");
    }

    @Test
    void helpAndVersionAreUnderstoodWithoutDashesToo() {
        assertThat(Shell.run("help")).isEqualTo(Shell.run("--help"));
        assertThat(Shell.run("status", "help")).isEqualTo(Shell.run("status", "--help"));
        assertThat(Shell.run("version")).isEqualTo(Shell.run("--version"));
        assertThat(Shell.run("help").exitCode()).isZero();
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
