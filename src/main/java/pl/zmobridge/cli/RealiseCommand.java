package pl.zmobridge.cli;

import picocli.CommandLine.Command;
import pl.zmobridge.api.client.ApiClient;

@Command(
        name = "realise",
        description = "Issues the sales document of an imported order now, whatever its status in the shop.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  zmo-bridge realise 1201     invoice or receipt, as the ERP associates with the ZMO's type",
            "",
            "An order that the shop has cancelled meanwhile is closed instead, and the command fails."
        })
final class RealiseCommand extends OrderCommand {

    @Override
    int run(ApiClient bridge, NamedOrder named) {
        return shown(bridge.post(named.path("realise")), "REALISED");
    }
}
