package pl.zmobridge.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import pl.zmobridge.api.client.ApiClient;

@Command(
        name = "accept-difference",
        description =
                "Says what becomes of a difference that the order's lines do not explain (a voucher, points, a surcharge), and goes on with the order.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  zmo-bridge accept-difference 1201 --as spread --reason \"voucher of 20.00\"",
            "  zmo-bridge accept-difference 1202 --as line     with the code order.difference.code",
            "",
            "It holds for that very difference: when the order's total changes in the shop, you are asked again."
        })
final class AcceptDifferenceCommand extends OrderCommand {
    @Option(
            names = "--as",
            paramLabel = "WAY",
            required = true,
            description = "spread: over the goods by value; line: a line of its own")
    private String as;

    @Option(names = "--reason", paramLabel = "TEXT", description = "why, for those who read it later")
    private String reason;

    @Override
    int run(ApiClient bridge, NamedOrder named) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("as", as);
        if (reason != null) {
            body.put("reason", reason);
        }
        return shown(bridge.post(named.path("accept-difference"), body), "ISSUED", "REALISED");
    }
}
