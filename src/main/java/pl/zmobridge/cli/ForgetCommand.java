package pl.zmobridge.cli;

import picocli.CommandLine.Command;
import pl.zmobridge.api.client.ApiClient;

@Command(
        name = "forget",
        description =
                "Erase the personal data of an order that is realised or closed, before retention.days have passed.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  zmo-bridge forget 1201      name, addresses, e-mail and raw data go; amounts, numbers and documents stay",
            "",
            "The shop and the ERP keep what they have: erase it there first, or a re-import fetches it again."
        })
final class ForgetCommand extends OrderCommand {

    @Override
    int run(ApiClient bridge, NamedOrder named) {
        return shown(bridge.post(named.path("forget")), "REALISED", "CLOSED");
    }
}
