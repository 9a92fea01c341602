package pl.zmobridge.cli;

import picocli.CommandLine.Command;
import pl.zmobridge.api.client.ApiClient;

@Command(
        name = "order",
        description = "Shows one order: how it stands, what it waits for, its lines and all that happened to it.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  zmo-bridge order SH/1201        by its number; by that of its ZMO or its document, too",
            "  zmo-bridge order 1201           by its id in the shop",
            "  zmo-bridge order 1201 --json    with everything that the bridge knows",
            "",
            "Exit code 0 when the order is in the register, also when something is wrong with it; 1 when it is not."
        })
final class ShowOrderCommand extends OrderCommand {

    @Override
    int run(ApiClient bridge, NamedOrder named) {
        ApiClient.Answer answer = bridge.get(named.path(""));
        if (isJson()) {
            say(answer.text());
        } else {
            new OrderText(speech()).whole(answer.json(), width()).forEach(this::say);
        }
        return Cli.DONE;
    }
}
