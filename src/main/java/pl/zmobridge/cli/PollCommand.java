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
        tell(
                "POLLED",
                "received",
                speech().counted("RECEIVED", poll.path("received").asLong()),
                "watched",
                speech().counted("WATCHED", poll.path("watched").asLong()),
                "requests",
                speech().counted("REQUESTS", poll.path("requests").asLong()),
                "millis",
                poll.path("millis").asLong());
        return Cli.DONE;
    }
}
