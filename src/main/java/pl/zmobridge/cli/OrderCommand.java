package pl.zmobridge.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import picocli.CommandLine.Parameters;
import pl.zmobridge.api.client.ApiClient;

/** A command about one order, which it shows as it stands afterwards. */
abstract class OrderCommand extends ApiCommand {
    @Parameters(
            paramLabel = "ORDER",
            descriptionKey = "ORDER",
            description = "the order's id in the shop, or its number: 1201, SH/1201")
    private String order;

    @Override
    final int run(ApiClient bridge) {
        return run(bridge, NamedOrder.find(bridge, order, isOfOneShop(), speech()));
    }

    /** @return the exit code */
    abstract int run(ApiClient bridge, NamedOrder named);

    /** As it was typed. */
    final String order() {
        return order;
    }

    /** Shows the order; fails with the reason unless it is in the state that the command is for. */
    final int shown(ApiClient.Answer answer, String... wanted) {
        JsonNode found = answer.json();
        if (isJson()) {
            say(answer.text());
        } else {
            new OrderText(speech()).brief(found).forEach(this::say);
        }
        String state = Words.text(found, "state");
        String problem = problem(found);
        if (!problem.isEmpty()) {
            warn(problem);
        }
        return problem.isEmpty() && List.of(wanted).contains(state) ? Cli.DONE : Cli.FAILED;
    }

    private String problem(JsonNode found) {
        String problem = Words.text(found, "problem");
        if (!problem.isEmpty()) {
            return speech().text("FAILED_FOR_NOW", "problem", problem);
        }
        return Words.text(found, "state").equals("CLOSED")
                ? speech().text("ORDER_CLOSED", "reason", Words.text(found, "closedReason"))
                : "";
    }
}
