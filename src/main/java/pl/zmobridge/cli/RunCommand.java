package pl.zmobridge.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;
import pl.zmobridge.settings.SettingsReader;

@Command(
        name = "run",
        description = "Runs the bridge until it is told to stop (the default).",
        footerHeading = "%nExamples:%n",
        footer = {
            "  zmo-bridge run                          with config/ and routes/ of the working directory",
            "  zmo-bridge run --home /etc/zmo          with those of /etc/zmo",
            "  SHOPER_TOKEN=... zmo-bridge run         an environment variable wins over the file",
            "",
            "It stops on Ctrl+C or SIGTERM once the orders in work are finished. Killing it loses nothing either."
        })
final class RunCommand implements Callable<Integer> {
    @ParentCommand
    private Cli cli;

    @Override
    public Integer call() throws Exception {
        return run(cli);
    }

    static int run(Cli cli) throws Exception {
        cli.engine().run(SettingsReader.read(cli.home()));
        return Cli.DONE;
    }
}
