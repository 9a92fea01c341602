package pl.zmobridge.cli;

import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import pl.zmobridge.api.client.ApiClient;
import pl.zmobridge.settings.SettingsReader;
import pl.zmobridge.words.Language;

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
        return run(new ApiClient(SettingsReader.readHttp(cli.home()), Optional.ofNullable(shop), language()));
    }

    /** @return the exit code */
    abstract int run(ApiClient bridge);

    /** Whether every request names one shop. */
    final boolean isOfOneShop() {
        return shop != null;
    }

    final Language language() {
        return Language.of(Locale.getDefault());
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

    /** A line about a problem. */
    final void warn(String line) {
        cli.terminal().err().println(line);
    }
}
