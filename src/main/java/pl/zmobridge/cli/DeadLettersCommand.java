package pl.zmobridge.cli;

import com.fasterxml.jackson.databind.JsonNode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import pl.zmobridge.api.client.ApiClient;

@Command(
        name = "dead-letters",
        description = "Lists what failed, why, how often, and when it is tried again; newest first.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  zmo-bridge dead-letters                      what is stuck now",
            "  zmo-bridge dead-letters --payload            with exact times and what the shop sent",
            "  zmo-bridge dead-letters --state DISCARDED    what people gave up on",
            "",
            "Open ones are tried again by themselves until they succeed. After the cause is gone (the product is in",
            "the ERP now, say), replay tries at once; discard gives up on one. Those of step REVIEW did not fail: a person",
            "should look at the order; discard says that somebody has."
        })
final class DeadLettersCommand extends ApiCommand {

    enum State {
        OPEN,
        RESOLVED,
        DISCARDED,
        ALL
    }

    @Option(
            names = "--state",
            paramLabel = "STATE",
            defaultValue = "OPEN",
            description = "which ones: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})")
    private State state;

    @Option(names = "--payload", description = "shows the data of each, too: what the shop sent")
    private boolean payload;

    @Option(names = "--page", paramLabel = "N", defaultValue = "1", description = "of 500 each (default: 1)")
    private int page;

    @Override
    int run(ApiClient bridge) {
        ApiClient.Answer answer = bridge.get(Letters.path(state == State.ALL ? "" : state.name(), page));
        if (isJson()) {
            say(answer.text());
            return Cli.DONE;
        }
        JsonNode items = answer.json().path("items");
        if (items.isEmpty()) {
            say(state == State.ALL ? "No dead letters." : "No dead letters are " + state + ".");
        } else if (payload) {
            items.forEach(this::showWhole);
        } else {
            say(table(items).text(width()));
        }
        long total = answer.json().path("total").asLong();
        if (total > items.size() && !items.isEmpty()) {
            say(items.size() + " of " + total + " are shown; --page " + (page + 1) + " shows the next.");
        }
        return Cli.DONE;
    }

    private Table table(JsonNode items) {
        boolean open = state == State.OPEN;
        Table table = new Table("#ID", "ORDER", "STEP", "#FOR", "#TRIES", open ? "NEXT TRY" : "STATE", "WHY");
        items.forEach(letter -> table.row(
                Words.text(letter, "id"),
                Words.text(letter, "number"),
                Words.text(letter, "step"),
                Words.age(letter, "firstFailedAt"),
                Words.text(letter, "attempts"),
                open ? nextTry(letter) : Words.text(letter, "state"),
                why(letter)));
        return table;
    }

    private static String nextTry(JsonNode letter) {
        return Words.text(letter, "step").equals("REVIEW") ? "–" : Words.until(letter, "nextAttemptAt");
    }

    private static String why(JsonNode letter) {
        String reason = Words.text(letter, "reason");
        return reason.isEmpty() ? Words.text(letter, "error") : reason + " – " + Words.text(letter, "error");
    }

    private void showWhole(JsonNode letter) {
        say(Words.text(letter, "id") + "  " + Words.text(letter, "number") + "  " + Words.text(letter, "step") + "  "
                + Words.text(letter, "state") + ", since " + Words.time(letter, "firstFailedAt") + ", "
                + Words.counted(letter.path("attempts").asLong(), "try", "tries"));
        say("  " + why(letter));
        say("  → " + Words.text(letter, "hint"));
        String data = Words.text(letter, "payload");
        say("  " + (data.isEmpty() ? "(no payload)" : data));
    }
}
