package pl.zmobridge.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Parameters;
import pl.zmobridge.api.client.ApiClient;

/** A command about one order, which it shows as it stands afterwards. */
abstract class OrderCommand extends ApiCommand {
    /** The steps whose failure keeps an order from its ZMO or its sales document. */
    private static final Set<String> WORK = Set.of("IMPORT", "REALISE");

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

    /**
     * Shows the order. Fails with the reason when its import or its sale failed, or when it is not in the state that the command is for;
     * what else is open about it is told too, and is no failure of the command.
     */
    final int shown(ApiClient.Answer answer, String... wanted) {
        JsonNode found = answer.json();
        if (isJson()) {
            say(answer.text());
        } else {
            new OrderText(speech()).brief(found).forEach(this::say);
        }
        boolean failed = false;
        for (JsonNode problem : found.path("problems")) {
            String step = Words.text(problem, "step");
            failed |= WORK.contains(step);
            warn(speech().text(sentence(step), "problem", Words.text(problem, "error")));
        }
        String state = Words.text(found, "state");
        boolean there = List.of(wanted).contains(state);
        if (!failed && !there && state.equals("CLOSED")) {
            warn(speech().text("ORDER_CLOSED", "reason", Words.text(found, "closedReason")));
        }
        return !failed && there ? Cli.DONE : Cli.FAILED;
    }

    private static String sentence(String step) {
        return switch (step) {
            case "REVIEW" -> "TO_LOOK_AT";
            case "FEEDBACK" -> "SHOP_NOT_TOLD";
            default -> "FAILED_FOR_NOW";
        };
    }
}
