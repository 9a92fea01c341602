package pl.zmobridge.cli;

import com.fasterxml.jackson.databind.JsonNode;
import picocli.CommandLine.Command;
import pl.zmobridge.api.client.ApiClient;

@Command(
        name = "poll",
        description = "Asks the shop for new orders and status changes now, without waiting for shoper.poll.cron.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  zmo-bridge poll",
            "  zmo-bridge poll --json     {\"received\":2,\"watched\":15,\"requests\":4,\"millis\":350}",
            "",
            "It ends when the poll has ended. The ZMO of new orders are issued right after, by the bridge;",
            "zmo-bridge status shows them."
        })
final class PollCommand extends ApiCommand {

    @Override
    int run(ApiClient bridge) {
        ApiClient.Answer answer = bridge.post("/api/poll");
        if (isJson()) {
            say(answer.text());
            return Cli.DONE;
        }
        JsonNode poll = answer.json();
        say(Words.counted(poll.path("received").asLong(), "new order", "new orders") + ", "
                + Words.counted(poll.path("watched").asLong(), "watched order", "watched orders") + " checked, "
                + Words.counted(poll.path("requests").asLong(), "request", "requests") + " to the shop, "
                + poll.path("millis").asLong() + " ms");
        return Cli.DONE;
    }
}
