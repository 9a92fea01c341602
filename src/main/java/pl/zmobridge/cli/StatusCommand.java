package pl.zmobridge.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import pl.zmobridge.api.client.ApiClient;

@Command(
        name = "status",
        description = "Shows how many orders are where, when the shop was last polled and whether something is stuck.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  zmo-bridge status",
            "  zmo-bridge status --json | jq .deadLetters     a figure for a script",
            "  zmo-bridge status --shop ksiazki               one shop of several",
            "  zmo-bridge status --fail-on-stuck              for monitoring: exit code 0 good, 1 stuck or no answer",
            "",
            "An order is RECEIVED when the bridge knows it, ISSUED when its ZMO exists, REALISED when its sales",
            "document exists, CLOSED when it needs nothing more (cancelled in the shop, watched long enough, discarded).",
            "The first line is what a person must see to; what waits for goods or for a system goes on by itself.",
            "Exit code 0 says that the bridge answers, also when there are dead letters; 1 that it does not. With",
            "--fail-on-stuck it is 1, too, when there are dead letters (reviews do not count), a system does not answer,",
            "a poll is late, or writes to Symfonia are stopped."
        })
final class StatusCommand extends ApiCommand {

    @Option(
            names = "--fail-on-stuck",
            description =
                    "exit code 1, and why, when an order is stuck, a system is away, a poll is late or writes are stopped")
    private boolean failOnStuck;

    @Override
    int run(ApiClient bridge) {
        ApiClient.Answer answer = bridge.get("/api/summary");
        if (isJson()) {
            say(answer.text());
        } else {
            show(answer.json());
        }
        List<String> stuck = failOnStuck ? stuck(answer.json()) : List.of();
        if (!stuck.isEmpty()) {
            warn(speech().text("STUCK", "what", String.join("; ", stuck)));
        }
        return stuck.isEmpty() ? Cli.DONE : Cli.FAILED;
    }

    /** What a monitoring system should wake somebody for; reviews are not. */
    private List<String> stuck(JsonNode summary) {
        List<String> stuck = new ArrayList<>();
        long letters = summary.path("deadLetters").asLong();
        if (letters > 0) {
            stuck.add(speech().counted("LETTERS", letters));
        }
        summary.path("away")
                .forEach(system -> stuck.add(speech().text("IS_AWAY", "system", Terminal.plain(system.asText()))));
        summary.path("erpStopped")
                .forEach(stop -> stuck.add(speech().text("IS_STOPPED", "erp", Words.text(stop, "erp"))));
        if (summary.path("pollLate").asBoolean()) {
            stuck.add(speech().text("IS_LATE"));
        }
        return stuck;
    }

    private void show(JsonNode summary) {
        long letters = summary.path("deadLetters").asLong();
        say(speech().line("NEEDS_YOU", waiting(summary)));
        List<String> shops = summary.path("shops").findValuesAsText("shop");
        say(speech().line("SHOP", String.join(", ", shops)));
        say(speech().line("LAST_POLL", lastPoll(summary)));
        say(speech().line("NEXT_POLL", Words.time(summary, "nextPoll", Words.text(summary, "zone"))));
        if (shops.size() == 1) {
            boolean any = summary.path("cursor").isNumber();
            say(speech().line("LAST_ORDER", any ? Words.text(summary, "cursor") : speech().text("NONE_YET")));
        }
        say(speech().line(
                        "LETTERS",
                        letters == 0 ? speech().text("NO_OPEN") : speech().text("ARE_OPEN", "count", letters)));
        long reviews = summary.path("reviews").asLong();
        if (reviews > 0) {
            say(speech().line("REVIEWS", speech().text("TO_REVIEW", "count", reviews)));
        }
        line("ZONE", Words.text(summary, "zone"));
        summary.path("routes")
                .path("problems")
                .forEach(problem ->
                        line("ROUTES", speech().text("NOT_USED", "problem", Terminal.plain(problem.asText()))));
        summary.path("away")
                .forEach(system ->
                        line("AWAY", away(Terminal.plain(system.asText()), answeredAt(summary, system.asText()))));
        callsAtOnce(summary).ifPresent(count -> line("CALLS_AT_ONCE", speech().text("FOUND_CALLS", "count", count)));
        summary.path("erpStopped")
                .forEach(stop -> line("STOPPED", speech().text("STOPPED", "erp", Words.text(stop, "erp"))));
        summary.path("statusDateOff")
                .forEach(off -> line(
                        "STATUS_DATE",
                        speech().text(
                                        "STATUS_DATE_OFF",
                                        "shop",
                                        Words.text(off, "shop"),
                                        "since",
                                        Words.time(off, "since"),
                                        "order",
                                        Words.text(off, "shopOrderId"))));
        backup(summary.path("backup")).ifPresent(words -> line("BACKUP", words));
        say("");
        Table table = speech().table("STATE", "#ORDERS");
        summary.path("orders")
                .properties()
                .forEach(state ->
                        table.row(state.getKey(), Long.toString(state.getValue().asLong())));
        say(table.text(width()));
    }

    /** What needs a person first; the rest goes on by itself. */
    private String waiting(JsonNode summary) {
        long person = summary.path("needsPerson").asLong();
        long stock = summary.path("waitsForStock").asLong();
        long system = summary.path("waitsForSystem").asLong();
        List<String> others = new ArrayList<>();
        if (stock > 0) {
            others.add(speech().counted("FOR_STOCK", stock));
        }
        if (system > 0) {
            others.add(speech().counted("FOR_SYSTEM", system));
        }
        return (person == 0 ? speech().text("NEEDS_NOTHING") : Long.toString(person))
                + (others.isEmpty() ? "" : "; " + String.join(", ", others));
    }

    private String away(String system, String answeredAt) {
        return answeredAt.isEmpty()
                ? speech().text("AWAY", "system", system)
                : speech().text("AWAY", "system", system, "at", answeredAt);
    }

    /** When a system answered last; blank when it has not since the start. */
    private static String answeredAt(JsonNode summary, String name) {
        return StreamSupport.stream(summary.path("systems").spliterator(), false)
                .filter(system -> system.path("system").asText().equals(name))
                .map(system -> Words.time(system, "answeredAt"))
                .findFirst()
                .orElse("");
    }

    /** Only with {@code symfonia.concurrency=auto}. */
    private static Optional<Integer> callsAtOnce(JsonNode summary) {
        return StreamSupport.stream(summary.path("systems").spliterator(), false)
                .filter(system -> system.has("callsAtOnce"))
                .map(system -> system.path("callsAtOnce").asInt())
                .findFirst();
    }

    /** Only the embedded database is backed up by the bridge. */
    private Optional<String> backup(JsonNode backup) {
        if (backup.isMissingNode()) {
            return Optional.empty();
        }
        String at = Words.time(backup, "lastAt");
        String last = at.isEmpty()
                ? speech().text("NONE_YET")
                : speech().text("AGO", "at", at, "age", speech().age(backup, "lastAt"));
        String failure = Words.text(backup, "failure");
        return Optional.of(failure.isEmpty() ? last : speech().text("BACKUP_FAILED", "failure", failure, "last", last));
    }

    private String lastPoll(JsonNode summary) {
        String at = Words.time(summary, "lastPoll");
        boolean late = summary.path("pollLate").asBoolean();
        return at.isEmpty()
                ? speech().text("NO_POLL_YET")
                : speech().text(late ? "AGO_LATE" : "AGO", "at", at, "age", speech().age(summary, "lastPoll"));
    }
}
