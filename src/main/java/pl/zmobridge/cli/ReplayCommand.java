package pl.zmobridge.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import pl.zmobridge.api.client.ApiClient;

@Command(
        name = "replay",
        description =
                "Tries a dead letter again now, those of one cause, or all open ones, with the shop's current data.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  zmo-bridge replay 7                               one, and says what had changed in the shop",
            "  zmo-bridge replay --cause UNKNOWN_PRODUCT_CODE    all of one cause, as dead-letters --by-cause shows them",
            "  zmo-bridge replay --all                           all open ones",
            "",
            "With --cause and --all it waits until each succeeded or failed again.",
            "Exit code 1 when something is still stuck afterwards."
        })
final class ReplayCommand extends ApiCommand {

    static final class Which {
        @Parameters(
                paramLabel = "ID",
                descriptionKey = "ID",
                description = "the dead letter's id, as dead-letters shows it")
        private Long id;

        @Option(names = "--cause", paramLabel = "CAUSE", description = "those of this cause: its code or its key")
        private String cause;

        @Option(names = "--all", description = "all open ones")
        private boolean all;
    }

    @ArgGroup(multiplicity = "1")
    private Which which;

    @Option(
            names = "--wait",
            paramLabel = "SECONDS",
            defaultValue = "300",
            description = "with --all or --cause: how long to wait for the outcome at most (default: ${DEFAULT-VALUE})")
    private int wait;

    @Override
    int run(ApiClient bridge) {
        if (which.id != null) {
            return one(bridge);
        }
        Map<Long, JsonNode> open = Letters.open(bridge);
        if (which.all) {
            return several(bridge, open, List.of("/api/dead-letters/replay"));
        }
        CauseGroups cause = CauseGroups.find(bridge, which.cause, speech());
        if (cause.isReview()) {
            warn(speech().text("REVIEWS_NOT_REPLAYED"));
            return Cli.FAILED;
        }
        Map<Long, JsonNode> own = cause.of(open);
        if (cause.count() > own.size() && !isJson()) {
            tell("FIRST_ARE_WATCHED", "count", cause.count(), "shown", own.size());
        }
        return several(bridge, own, cause.paths("replay"));
    }

    private int one(ApiClient bridge) {
        ApiClient.Answer answer = bridge.post("/api/dead-letters/" + which.id + "/replay");
        JsonNode letter = answer.json();
        boolean open = Words.text(letter, "state").equals("OPEN");
        String about = speech().text(
                        "LETTER",
                        "id",
                        which.id,
                        "number",
                        Words.text(letter, "number"),
                        "step",
                        Words.text(letter, "step"));
        if (isJson()) {
            say(answer.text());
        } else if (!open) {
            tell("LETTER_IS_NOW", "letter", about, "state", Words.text(letter, "state"));
            letter.path("changes").forEach(change -> tell("CHANGED", "change", Terminal.plain(change.asText())));
        }
        if (open) {
            warn(speech().text(
                            "LETTER_FAILED_AGAIN",
                            "letter",
                            about,
                            "at",
                            Words.time(letter, "nextAttemptAt"),
                            "error",
                            Words.text(letter, "error")));
        }
        return open ? Cli.FAILED : Cli.DONE;
    }

    /** @param paths of the requests that try them all */
    private int several(ApiClient bridge, Map<Long, JsonNode> letters, List<String> paths) {
        ReplayWatch watch = new ReplayWatch(bridge, letters, speech());
        List<ApiClient.Answer> answers = paths.stream().map(bridge::post).toList();
        watch.await(Duration.ofSeconds(wait), this::progress);
        if (terminal().isScreen() && !watch.isEmpty()) {
            warn("");
        }
        if (isJson()) {
            answers.forEach(answer -> say(answer.text()));
        } else {
            say(watch.summary());
        }
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
