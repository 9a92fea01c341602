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
            "  zmo-bridge dead-letters --by-cause           the same by what caused them, the most frequent first",
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

    @Option(
            names = "--by-cause",
            description = "one line for all open ones of a cause; replay and discard take its code or key")
    private boolean byCause;

    @Option(names = "--payload", description = "shows the data of each, too: what the shop sent")
    private boolean payload;

    @Option(names = "--page", paramLabel = "N", defaultValue = "1", description = "of 500 each (default: 1)")
    private int page;

    @Override
    int run(ApiClient bridge) {
        return byCause ? causes(bridge) : letters(bridge);
    }

    private int causes(ApiClient bridge) {
        ApiClient.Answer answer = bridge.get("/api/dead-letter-causes");
        JsonNode causes = answer.json().path("causes");
        if (isJson()) {
            say(answer.text());
        } else if (causes.isEmpty()) {
            tell("NOTHING_OPEN");
        } else {
            Table table = speech().table("CAUSE", "KEY", "#ORDERS", "#FOR", "WAITS_FOR", "WHY", "TO_DO");
            causes.forEach(cause -> table.row(
                    Words.text(cause, "code"),
                    CauseGroups.key(cause),
                    Words.text(cause, "count"),
                    speech().age(cause, "firstFailedAt"),
                    speech().text(Words.text(cause, "waitsFor")),
                    Words.text(cause, "error"),
                    Words.text(cause, "hint")));
            say(table.text(width()));
        }
        return Cli.DONE;
    }

    private int letters(ApiClient bridge) {
        ApiClient.Answer answer = bridge.get(Letters.path(state == State.ALL ? "" : state.name(), page));
        if (isJson()) {
            say(answer.text());
            return Cli.DONE;
        }
        JsonNode items = answer.json().path("items");
        if (items.isEmpty()) {
            tell(state == State.ALL ? "NO_LETTERS" : "NO_LETTERS_ARE", "state", state);
        } else if (payload) {
            items.forEach(this::showWhole);
        } else {
            say(table(items).text(width()));
        }
        long total = answer.json().path("total").asLong();
        if (total > items.size() && !items.isEmpty()) {
            tell("MORE_LETTERS", "shown", items.size(), "total", total, "page", page + 1);
        }
        return Cli.DONE;
    }

    private Table table(JsonNode items) {
        boolean open = state == State.OPEN;
        Table table = speech().table("#ID", "ORDER", "STEP", "#FOR", "#TRIES", open ? "NEXT_TRY" : "STATE", "WHY");
        items.forEach(letter -> table.row(
                Words.text(letter, "id"),
                Words.text(letter, "number"),
                Words.text(letter, "step"),
                speech().age(letter, "firstFailedAt"),
                Words.text(letter, "attempts"),
                open ? nextTry(letter) : Words.text(letter, "state"),
                why(letter)));
        return table;
    }

    private String nextTry(JsonNode letter) {
        return Words.text(letter, "step").equals("REVIEW") ? "–" : speech().until(letter, "nextAttemptAt");
    }

    private static String why(JsonNode letter) {
        String reason = Words.text(letter, "reason");
        return reason.isEmpty() ? Words.text(letter, "error") : reason + " – " + Words.text(letter, "error");
    }

    private void showWhole(JsonNode letter) {
        say(Words.text(letter, "id") + "  " + Words.text(letter, "number") + "  " + Words.text(letter, "step") + "  "
                + Words.text(letter, "state")
                + speech().text(
                                "SINCE",
                                "at",
                                Words.time(letter, "firstFailedAt"),
                                "tries",
                                speech().counted(
                                                "TRIES", letter.path("attempts").asLong())));
        say("  " + why(letter));
        say("  → " + Words.text(letter, "hint"));
        String data = Words.text(letter, "payload");
        say("  " + (data.isEmpty() ? speech().text("NO_PAYLOAD") : data));
    }
}
