package pl.zmobridge.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import pl.zmobridge.api.client.ApiClient;

@Command(
        name = "discard",
        description =
                "Gives up on a dead letter and closes its order, or says that a review was looked at; the reason is kept.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  zmo-bridge discard 7 --reason \"a test order\"",
            "",
            "Nothing is undone in the shop or the ERP. import takes the order up again."
        })
final class DiscardCommand extends ApiCommand {
    @Parameters(paramLabel = "ID", description = "the dead letter's id, as dead-letters shows it")
    private long id;

    @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "why, for those who read it later")
    private String reason;

    @Override
    int run(ApiClient bridge) {
        ApiClient.Answer answer = bridge.post(
                "/api/dead-letters/" + id + "/discard",
                JsonNodeFactory.instance.objectNode().put("reason", reason));
        if (isJson()) {
            say(answer.text());
        } else {
            String number = Words.text(answer.json(), "number");
            boolean review = Words.text(answer.json(), "step").equals("REVIEW");
            say((review
                            ? "Review " + id + " of order " + number + " was looked at: "
                            : "Dead letter " + id + " is discarded and order " + number + " is closed: ")
                    + Words.text(answer.json(), "reason"));
        }
        return Cli.DONE;
    }
}
