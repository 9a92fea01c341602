package pl.zmobridge.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import pl.zmobridge.api.client.ApiClient;
import pl.zmobridge.settings.SettingsReader;

/** A command that asks the running bridge. */
abstract class ApiCommand implements Callable<Integer> {
    @ParentCommand
    private Cli cli;

    @Option(names = "--json", description = "prints the bridge's answer as it is, for scripts")
    private boolean json;

    @Option(names = "--shop", paramLabel = "ID", description = "the shop that is meant, when the bridge serves several")
    private String shop;

    @Override
    public final Integer call() {
        return run(new ApiClient(SettingsReader.readHttp(cli.home()), Optional.ofNullable(shop), cli.language()));
    }

    /** @return the exit code */
    abstract int run(ApiClient bridge);

    /** Whether every request names one shop. */
    final boolean isOfOneShop() {
        return shop != null;
    }

    final Speech speech() {
        return cli.speech();
    }

    final boolean isJson() {
        return json;
    }

    final int width() {
        return cli.terminal().width();
    }

    final Terminal terminal() {
        return cli.terminal();
    }

    /** A line of the result. */
    final void say(String line) {
        cli.terminal().out().println(line);
    }

    /** A sentence of the result. */
    final void tell(String code, Object... namesAndValues) {
        say(speech().text(code, namesAndValues));
    }

    /** {@code what it is  value}; nothing when there is no value. */
    final void line(String label, String value) {
        if (!value.isEmpty()) {
            say(speech().line(label, value));
        }
    }

    /** A line about a problem. */
    final void warn(String line) {
        cli.terminal().err().println(line);
    }
}
