package pl.zmobridge.cli;

import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
        name = "generate-completion",
        description = "Prints a script that lets bash and zsh complete commands and options.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  alias zmo-bridge='java -jar /opt/zmo/zmo-bridge.jar'",
            "  source <(zmo-bridge generate-completion)      in ~/.bashrc, after the alias",
            "  source /opt/zmo-bridge/completion/zmo-bridge  the same from the release, for its bin/zmo-bridge"
        })
final class CompletionCommand implements Runnable {
    @ParentCommand
    private Cli cli;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        cli.terminal().out().println(AutoComplete.bash("zmo-bridge", spec.root().commandLine()));
    }
}
