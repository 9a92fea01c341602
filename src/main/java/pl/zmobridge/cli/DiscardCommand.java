package pl.zmobridge.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import pl.zmobridge.api.client.ApiClient;

@Command(
        name = "discard",
        description = {
            "Gives up on a dead letter, or on all of one cause, and closes its order; or says that a review was looked at."
                    + " The reason is kept."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  zmo-bridge discard 7 --reason \"a test order\"",
            "  zmo-bridge discard --cause SENT_UNPAID --reason \"settled by hand\"",
            "",
            "Nothing is undone in the shop or the ERP. import takes the order up again.",
            "Exit code 1 when some were being worked on and stayed; try again in a moment."
        })
final class DiscardCommand extends ApiCommand {

    static final class Which {
        @Parameters(
                paramLabel = "ID",
                descriptionKey = "ID",
                description = "the dead letter's id, as dead-letters shows it")
        private Long id;

        @Option(names = "--cause", paramLabel = "CAUSE", description = "those of this cause: its code or its key")
        private String cause;
    }

    @ArgGroup(multiplicity = "1")
    private Which which;

    @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "why, for those who read it later")
    private String reason;

    @Override
    int run(ApiClient bridge) {
        JsonNode body = JsonNodeFactory.instance.objectNode().put("reason", reason);
        return which.id == null ? all(bridge, body) : one(bridge, body);
    }

    private int one(ApiClient bridge, JsonNode body) {
        ApiClient.Answer answer = bridge.post("/api/dead-letters/" + which.id + "/discard", body);
        if (isJson()) {
            say(answer.text());
        } else {
            boolean review = Words.text(answer.json(), "step").equals("REVIEW");
            tell(
                    review ? "REVIEW_DISCARDED" : "LETTER_DISCARDED",
                    "id",
                    which.id,
                    "number",
                    Words.text(answer.json(), "number"),
                    "reason",
                    Words.text(answer.json(), "reason"));
        }
        return Cli.DONE;
    }

    private int all(ApiClient bridge, JsonNode body) {
        long discarded = 0;
        long busy = 0;
        for (String path : CauseGroups.find(bridge, which.cause, speech()).paths("discard")) {
            ApiClient.Answer answer = bridge.post(path, body);
            discarded += answer.json().path("discarded").asLong();
            busy += answer.json().path("busy").asLong();
            if (isJson()) {
                say(answer.text());
            }
        }
        if (!isJson()) {
            say(speech().counted("DISCARDED", discarded));
        }
        if (busy > 0) {
            warn(speech().counted("BUSY", busy));
        }
        return busy > 0 ? Cli.FAILED : Cli.DONE;
    }
}
