package pl.zmobridge.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;
import pl.zmobridge.words.Language;

/** The help of the commands and what is wrong with their arguments: English as it stands at the commands, Polish from a file. */
final class HelpLanguage {
    private static final String POLISH = "/words/help.pl.properties";

    private HelpLanguage() {}

    /** Runs what was typed, or shows its help. */
    static int execute(ParseResult parsed) {
        CommandLine root = parsed.commandSpec().root().commandLine();
        speak(root);
        return new CommandLine.RunLast().execute(parsed);
    }

    /** Says what is wrong, and how the command is used. */
    static int wrongUsage(ParameterException failure, String[] arguments) {
        CommandLine command = failure.getCommandLine();
        CommandLine root = command.getCommandSpec().root().commandLine();
        speak(root);
        List<String> unknown = failure instanceof UnmatchedArgumentException typed ? typed.getUnmatched() : List.of();
        if (unknown.equals(List.of("help"))) {
            command.usage(command.getOut());
            return Cli.DONE;
        }
        if (unknown.equals(List.of("version"))) {
            root.printVersionHelp(root.getOut());
            return Cli.DONE;
        }
        PrintWriter err = command.getErr();
        Speech speech = ((Cli) root.getCommand()).speech();
        err.println(said(failure, speech));
        List<String> meant =
                failure instanceof UnmatchedArgumentException unmatched ? unmatched.getSuggestions() : List.of();
        if (meant.isEmpty()) {
            command.usage(err);
        } else {
            err.println(speech.text("DID_YOU_MEAN", "names", String.join(", ", meant)));
        }
        return command.getCommandSpec().exitCodeOnInvalidInput();
    }

    private static void speak(CommandLine root) {
        if (((Cli) root.getCommand()).language() == Language.PL) {
            root.setResourceBundle(polish());
        }
    }

    private static String said(ParameterException failure, Speech speech) {
        if (failure instanceof MissingParameterException missing
                && !missing.getMissing().isEmpty()) {
            return speech.text(
                    "MISSING",
                    "what",
                    missing.getMissing().stream()
                            .map(argument -> argument.isOption()
                                    ? ((CommandLine.Model.OptionSpec) argument).longestName()
                                    : argument.paramLabel())
                            .collect(Collectors.joining(", ")));
        }
        return failure instanceof UnmatchedArgumentException unmatched
                ? speech.text("UNMATCHED", "what", String.join(" ", unmatched.getUnmatched()))
                : failure.getMessage();
    }

    static ResourceBundle polish() {
        try (InputStream in = HelpLanguage.class.getResourceAsStream(POLISH);
                InputStreamReader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            return new PropertyResourceBundle(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
