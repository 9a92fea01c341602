package pl.zmobridge.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import pl.zmobridge.api.client.ApiClient;

@Command(
        name = "replay",
        description = "Tries a dead letter again now, or all open ones, with the shop's current data.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  zmo-bridge replay 7           one, and says what had changed in the shop",
            "  zmo-bridge replay --all       all open ones; waits until each succeeded or failed again",
            "",
            "Fails (exit code 1) when something is still stuck afterwards."
        })
final class ReplayCommand extends ApiCommand {

    static final class Which {
        @Parameters(paramLabel = "ID", description = "the dead letter's id, as dead-letters shows it")
        private Long id;

        @Option(names = "--all", description = "all open ones")
        private boolean all;
    }

    @ArgGroup(multiplicity = "1")
    private Which which;

    @Option(
            names = "--wait",
            paramLabel = "SECONDS",
            defaultValue = "300",
            description = "with --all: how long to wait for the outcome at most (default: ${DEFAULT-VALUE})")
    private int wait;

    @Override
    int run(ApiClient bridge) {
        return which.all ? all(bridge) : one(bridge);
    }

    private int one(ApiClient bridge) {
        ApiClient.Answer answer = bridge.post("/api/dead-letters/" + which.id + "/replay");
        JsonNode letter = answer.json();
        boolean open = Words.text(letter, "state").equals("OPEN");
        String about = "Dead letter " + which.id + " (" + Words.text(letter, "number") + ", "
                + Words.text(letter, "step") + ")";
        if (isJson()) {
            say(answer.text());
        } else if (!open) {
            say(about + " is " + Words.text(letter, "state") + " now.");
            letter.path("changes").forEach(change -> say("  changed in the shop: " + Terminal.plain(change.asText())));
        }
        if (open) {
            warn(about + " failed again and will be tried by itself at " + Words.time(letter, "nextAttemptAt") + ": "
                    + Words.text(letter, "error"));
        }
        return open ? Cli.FAILED : Cli.DONE;
    }

    private int all(ApiClient bridge) {
        ReplayWatch watch = new ReplayWatch(bridge, Letters.open(bridge));
        ApiClient.Answer answer = bridge.post("/api/dead-letters/replay");
        watch.await(Duration.ofSeconds(wait), this::progress);
        if (terminal().isScreen() && !watch.isEmpty()) {
            warn("");
        }
        say(isJson() ? answer.text() : watch.summary());
        watch.stuck().ifPresent(table -> warn(table.text(width())));
        return watch.isAllResolved() ? Cli.DONE : Cli.FAILED;
    }

    /** One line that is written anew on a screen, none in a log. */
    private void progress(String line) {
        if (terminal().isScreen()) {
            terminal().err().print("\r" + line);
            terminal().err().flush();
        }
    }
}
