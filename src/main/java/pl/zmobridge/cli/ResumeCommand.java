package pl.zmobridge.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import pl.zmobridge.api.client.ApiClient;

@Command(
        name = "resume",
        description =
                "Says go on after the bridge has stopped all writes to Symfonia, or has stopped trusting the shop's filter.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  zmo-bridge resume",
            "  zmo-bridge resume --erp http://10.0.0.5:9000     one Symfonia of several",
            "  zmo-bridge resume --status-date                  ask the shop again what has changed",
            "",
            "The bridge stops when three documents turn out not to be their orders' within an hour, as after Symfonia's",
            "data was restored from a backup. Look at the dead letters with the cause ZMO_NOT_OURS first. The orders that",
            "waited go on by themselves.",
            "--status-date is about the shop: the bridge asks it again which orders have changed their status, after",
            "zmo-bridge status said that its answer could not be trusted."
        })
final class ResumeCommand extends ApiCommand {
    @Option(
            names = "--erp",
            paramLabel = "URL",
            description = "its address, as zmo-bridge status shows it (default: all)")
    private String erp = "";

    @Option(
            names = "--status-date",
            description = "the shop's filter by the date of a status, instead of writes to Symfonia")
    private boolean statusDate;

    @Override
    int run(ApiClient bridge) {
        return statusDate ? statusDate(bridge) : writes(bridge);
    }

    private int statusDate(ApiClient bridge) {
        ApiClient.Answer answer = bridge.post("/api/status-date/resume");
        if (isJson()) {
            say(answer.text());
        } else {
            tell("STATUS_DATE_RESUMED", "count", answer.json().path("resumed").asLong());
        }
        return Cli.DONE;
    }

    private int writes(ApiClient bridge) {
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
