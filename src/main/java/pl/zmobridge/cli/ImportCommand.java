package pl.zmobridge.cli;

import picocli.CommandLine.Command;
import pl.zmobridge.api.client.ApiClient;

@Command(
        name = "import",
        description = "Fetches an order from the shop now and issues its ZMO if it has none.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  zmo-bridge import 1201        order 1201 of the shop, known to the bridge or not",
            "  zmo-bridge import SH/1201     the same by its number",
            "",
            "It never makes a second ZMO; see reimport for that. Filters (shoper.import.*) do not apply."
        })
final class ImportCommand extends OrderCommand {

    @Override
    int run(ApiClient bridge, NamedOrder named) {
        return shown(bridge.post(named.path("import")), "ISSUED", "REALISED");
    }
}
