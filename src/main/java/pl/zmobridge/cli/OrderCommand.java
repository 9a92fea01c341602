package pl.zmobridge.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Parameters;
import pl.zmobridge.api.client.ApiClient;

/** A command about one order, which it shows as it stands afterwards. */
abstract class OrderCommand extends ApiCommand {
    @Parameters(paramLabel = "ID", description = "the order's id in the shop (1201, not SH/1201)")
    private long id;

    /** Below {@code /api/orders/}. */
    final String path(String action) {
        return "/api/orders/" + id + "/" + action;
    }

    final long id() {
        return id;
    }

    /** Shows the order; fails with the reason unless it is in the state that the command is for. */
    final int shown(ApiClient.Answer answer, String... wanted) {
        JsonNode order = answer.json();
        if (isJson()) {
            say(answer.text());
        } else {
            show(order);
        }
        String state = Words.text(order, "state");
        String problem = problem(order);
        if (!problem.isEmpty()) {
            warn(problem);
        }
        return problem.isEmpty() && List.of(wanted).contains(state) ? Cli.DONE : Cli.FAILED;
    }

    private static String problem(JsonNode order) {
        String problem = Words.text(order, "problem");
        if (!problem.isEmpty()) {
            return "It failed and will be tried again by itself: " + problem;
        }
        String closed = Words.text(order, "closedReason");
        return Words.text(order, "state").equals("CLOSED") ? "The order is closed: " + closed : "";
    }

    private void show(JsonNode order) {
        line("Order", Words.text(order, "number"));
        line("State", Words.text(order, "state"));
        line("Shop status", Words.text(order, "status"));
        line("Total", (Words.text(order, "total") + " " + Words.text(order, "currency")).strip());
        line("Rate", rate(order.path("currencyRate")));
        line("Contractor", Words.text(order.path("contractor"), "name"));
        line("Payment form", payment(order));
        line("ZMO", Words.text(order, "erpNumber"));
        line("Documents", documents(order));
    }

    private void line(String label, String value) {
        if (!value.isEmpty()) {
            say(String.format("%-13s %s", label, value));
        }
    }

    private static String payment(JsonNode order) {
        String rule = Words.text(order, "paymentRule");
        String form = Words.text(order, "paymentForm");
        return rule.isEmpty() ? form : form + " (rule " + rule + ", due " + Words.text(order, "dueDate") + ")";
    }

    private static String rate(JsonNode rate) {
        return rate.isObject()
                ? Words.text(rate, "rate") + " PLN (" + Words.text(rate, "source") + ", " + Words.text(rate, "date")
                        + ")"
                : "";
    }

    private static String documents(JsonNode order) {
        List<String> numbers = new ArrayList<>();
        order.path("salesDocuments").forEach(document -> numbers.add(Words.text(document, "number")));
        return String.join(", ", numbers);
    }
}
