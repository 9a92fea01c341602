package pl.zmobridge.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import pl.zmobridge.api.client.ApiClient;

@Command(
        name = "correction",
        description =
                "Shows the correction that the document of a returned or changed order would have; issues it when you say which one you have read.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  zmo-bridge correction 1201                          which lines and amounts it would have",
            "  zmo-bridge correction 1201 --issue 3f9c1ab27d40     Symfonia issues the one that was shown, at once",
            "  zmo-bridge correction 1201 --by-hand \"FKS 7/2026\"   you have issued it in Symfonia yourself",
            "",
            "If the order or its document has changed since it was shown, nothing is sent."
        })
final class CorrectionCommand extends OrderCommand {
    /** As much of a version as a person types. */
    private static final int TYPED = 12;

    @ArgGroup
    private Wish wish;

    @Option(names = "--keep-delivery", description = "the delivery of a returned order stays paid")
    private boolean keepDelivery;

    private static final class Wish {
        @Option(
                names = "--issue",
                paramLabel = "VERSION",
                required = true,
                description = "issues the correction of this version, which was shown before")
        private String version;

        @Option(
                names = "--by-hand",
                paramLabel = "NUMBER",
                required = true,
                description = "notes the number of a correction that was issued by hand")
        private String number;
    }

    @Override
    int run(ApiClient bridge, NamedOrder named) {
        if (wish != null && wish.number != null && wish.number.isBlank()) {
            warn(speech().text("CORRECTION_NUMBER"));
            return CommandLine.ExitCode.USAGE;
        }
        ApiClient.Answer answer =
                bridge.get(keepDelivery ? named.path("correction", "delivery=keep") : named.path("correction"));
        JsonNode proposal = answer.json();
        String version = Words.text(proposal, "version");
        if (wish == null) {
            show(answer, proposal, version);
            return Cli.DONE;
        }
        if (wish.version != null && (wish.version.length() < TYPED || !version.startsWith(wish.version))) {
            warn(speech().text("CORRECTION_OTHER", "version", version.substring(0, TYPED)));
            return Cli.FAILED;
        }
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("version", version);
        if (keepDelivery) {
            body.put("delivery", "keep");
        }
        if (wish.number != null) {
            body.put("number", wish.number);
        }
        return shown(bridge.post(named.path("correction"), body), "REALISED");
    }

    private void show(ApiClient.Answer answer, JsonNode proposal, String version) {
        if (isJson()) {
            say(answer.text());
            return;
        }
        proposal.path("lines")
                .forEach(line -> tell(
                        "CORRECTION_LINE",
                        "line",
                        Terminal.plain(
                                Words.text(line, "code").isEmpty()
                                        ? Words.text(line, "name")
                                        : Words.text(line, "code")),
                        "was",
                        amount(line.path("before")),
                        "is",
                        amount(line.path("after")),
                        "difference",
                        Words.text(line.path("difference"), "value")));
        if (!proposal.path("lines").isEmpty()) {
            tell(
                    "CORRECTION_SUM",
                    "document",
                    Terminal.plain(Words.text(proposal, "document")),
                    "was",
                    Words.text(proposal, "before"),
                    "is",
                    Words.text(proposal, "after"),
                    "difference",
                    Words.text(proposal, "difference"));
        }
        proposal.path("doubts").forEach(doubt -> say(Words.text(doubt, "text")));
        if (proposal.path("mayIssue").asBoolean()) {
            tell("CORRECTION_ISSUE", "version", version.substring(0, TYPED));
        }
    }

    private static String amount(JsonNode amount) {
        return Words.text(amount, "quantity") + " / " + Words.text(amount, "value");
    }
}
