package pl.zmobridge.cli;

import com.fasterxml.jackson.databind.JsonNode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import pl.zmobridge.api.client.ApiClient;

@Command(
        name = "notify",
        description = "Sends a test message to everybody whom the running bridge tells what needs a person.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  zmo-bridge notify --test",
            "",
            "Who that is stands under notify.mail.to and notify.webhook.url. The message is sent in quiet hours too.",
            "Exit code 1 when it could not be sent to all."
        })
final class NotifyCommand extends ApiCommand {
    @Option(names = "--test", required = true, description = "sends one message by e-mail and to the web address")
    private boolean test;

    @Override
    int run(ApiClient bridge) {
        ApiClient.Answer answer = bridge.post("/api/notify/test");
        JsonNode sent = answer.json().path("sent");
        JsonNode failed = answer.json().path("failed");
        if (isJson()) {
            say(answer.text());
        } else {
            sent.forEach(channel -> tell("NOTIFY_SENT", "channel", channel.asText()));
            failed.forEach(each -> warn(speech().text(
                            "NOTIFY_FAILED",
                            "channel",
                            Words.text(each, "channel"),
                            "why",
                            Terminal.plain(Words.text(each, "why")))));
            if (sent.isEmpty() && failed.isEmpty()) {
                warn(speech().text("NOTIFY_NOBODY"));
            }
        }
        return failed.isEmpty() && !sent.isEmpty() ? Cli.DONE : Cli.FAILED;
    }
}
