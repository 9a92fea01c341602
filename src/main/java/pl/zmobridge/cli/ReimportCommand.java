package pl.zmobridge.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import pl.zmobridge.api.client.ApiClient;
import pl.zmobridge.api.client.ApiFailure;

@Command(
        name = "reimport",
        description = {
            "Imports an order again: after its ZMO was deleted in the ERP (rule Z8), or, with --confirm, to make a"
                    + " second ZMO (rule Z7)."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  zmo-bridge reimport 1201              the ZMO was deleted in the ERP: issues it again",
            "  zmo-bridge reimport 1201 --confirm    the ZMO still exists: makes a second one, \"SH/1201 (2)\"",
            "",
            "Without --confirm nothing happens while the ZMO exists; the bridge says what would."
        })
final class ReimportCommand extends OrderCommand {
    private static final int CONFLICT = 409;

    @Option(
            names = "--confirm",
            description = "makes a second ZMO, and a second sales document once the order is realised")
    private boolean confirm;

    @Override
    int run(ApiClient bridge, NamedOrder named) {
        try {
            return shown(
                    bridge.post(confirm ? named.path("reimport", "confirm=true") : named.path("reimport")),
                    "ISSUED",
                    "REALISED");
        } catch (ApiFailure refused) {
            if (refused.status() == CONFLICT && refused.getMessage().contains("?confirm=true")) {
                throw new ApiFailure(
                        CONFLICT,
                        refused.getMessage() + " "
                                + speech().text("REIMPORT_CONFIRM", "order", Terminal.plain(order())));
            }
            throw refused;
        }
    }
}
