package pl.zmobridge.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import pl.zmobridge.api.client.ApiClient;

@Command(
        name = "resume",
        description = "Says go on after the bridge has stopped all writes to Symfonia.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  zmo-bridge resume",
            "  zmo-bridge resume --erp http://10.0.0.5:9000     one Symfonia of several",
            "",
            "The bridge stops when three documents turn out not to be their orders' within an hour, as after Symfonia's",
            "data was restored from a backup. Look at the dead letters with the cause ZMO_NOT_OURS first. The orders that",
            "waited go on by themselves."
        })
final class ResumeCommand extends ApiCommand {
    @Option(
            names = "--erp",
            paramLabel = "URL",
            description = "its address, as zmo-bridge status shows it (default: all)")
    private String erp = "";

    @Override
    int run(ApiClient bridge) {
        ApiClient.Answer answer = bridge.post("/api/erp/resume?erp=" + URLEncoder.encode(erp, StandardCharsets.UTF_8));
        if (isJson()) {
            say(answer.text());
            return Cli.DONE;
        }
        JsonNode resumed = answer.json().path("resumed");
        if (resumed.isEmpty()) {
            tell("NOTHING_STOPPED", "erp", erp);
        }
        resumed.forEach(one -> tell("RESUMED", "erp", Words.text(one, "erp")));
        return Cli.DONE;
    }
}
