package pl.zmobridge.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import pl.zmobridge.api.client.ApiClient;

@Command(
        name = "status",
        description = "Shows how many orders are where, when the shop was last polled and whether something is stuck.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  zmo-bridge status",
            "  zmo-bridge status --json | jq .deadLetters     a figure for a script",
            "  zmo-bridge status --shop ksiazki               one shop of several",
            "",
            "An order is RECEIVED when the bridge knows it, ISSUED when its ZMO exists, REALISED when its sales",
            "document exists, CLOSED when it needs nothing more (cancelled in the shop, watched long enough, discarded).",
            "Exit code 0 says that the bridge answers, also when there are dead letters."
        })
final class StatusCommand extends ApiCommand {

    @Override
    int run(ApiClient bridge) {
        ApiClient.Answer answer = bridge.get("/api/summary");
        if (isJson()) {
            say(answer.text());
        } else {
            show(answer.json());
        }
        return Cli.DONE;
    }

    private void show(JsonNode summary) {
        long letters = summary.path("deadLetters").asLong();
        List<String> shops = summary.path("shops").findValuesAsText("shop");
        say("Shop          " + String.join(", ", shops));
        say("Last poll     " + lastPoll(summary));
        say("Next poll     " + Words.time(summary, "nextPoll"));
        if (shops.size() == 1) {
            say("Last order    " + (summary.path("cursor").isNumber() ? Words.text(summary, "cursor") : "none yet"));
        }
        say("Dead letters  " + (letters == 0 ? "none" : letters + " open; zmo-bridge dead-letters shows them"));
        long reviews = summary.path("reviews").asLong();
        if (reviews > 0) {
            say("Reviews       " + reviews + " to look at; zmo-bridge dead-letters shows them");
        }
        summary.path("routes")
                .path("problems")
                .forEach(problem -> say("Routes        edited, but not used: " + Terminal.plain(problem.asText())));
        summary.path("away")
                .forEach(system -> say("Away          " + Terminal.plain(system.asText())
                        + " does not answer; work goes on by itself when it does"));
        summary.path("erpStopped")
                .forEach(stop -> say("Stopped       nothing is written to Symfonia "
                        + Terminal.plain(stop.path("erp").asText())
                        + "; look at the dead letters, then zmo-bridge resume"));
        backup(summary.path("backup")).ifPresent(words -> say("Backup        " + words));
        say("");
        Table table = new Table("STATE", "#ORDERS");
        summary.path("orders")
                .properties()
                .forEach(state ->
                        table.row(state.getKey(), Long.toString(state.getValue().asLong())));
        say(table.text(width()));
    }

    /** Only the embedded database is backed up by the bridge. */
    private static Optional<String> backup(JsonNode backup) {
        if (backup.isMissingNode()) {
            return Optional.empty();
        }
        String at = Words.time(backup, "lastAt");
        String last = at.isEmpty() ? "none yet" : at + " (" + Words.age(backup, "lastAt") + " ago)";
        String failure = Words.text(backup, "failure");
        return Optional.of(failure.isEmpty() ? last : "FAILED: " + failure + "; the newest one: " + last);
    }

    private static String lastPoll(JsonNode summary) {
        String at = Words.time(summary, "lastPoll");
        if (at.isEmpty()) {
            return "none since the bridge started";
        }
        String late = summary.path("pollLate").asBoolean() ? ", which is late" : "";
        return at + " (" + Words.age(summary, "lastPoll") + " ago" + late + ")";
    }
}
