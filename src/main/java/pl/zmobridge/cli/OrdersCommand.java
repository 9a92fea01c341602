package pl.zmobridge.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import pl.zmobridge.api.client.ApiClient;

@Command(
        name = "orders",
        description = "Lists orders of the register, newest first.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  zmo-bridge orders                           the 50 newest",
            "  zmo-bridge orders --stuck                   those that cannot go on, and why",
            "  zmo-bridge orders kowalski --state issued   those of a buyer that have a ZMO and no document",
            "  zmo-bridge orders --from 2026-11-01 --to 2026-11-30 --size 500 --json",
            "",
            "zmo-bridge order NUMBER shows one of them. Exit code 0 when the bridge answers, also when none fits."
        })
final class OrdersCommand extends ApiCommand {

    enum State {
        RECEIVED,
        ISSUED,
        REALISED,
        CLOSED
    }

    @Parameters(
            arity = "0..*",
            paramLabel = "TEXT",
            descriptionKey = "TEXT",
            description = "words of its numbers, its buyer's name, its documents; up to four, all of which must fit")
    private List<String> words = List.of();

    @Option(
            names = "--state",
            paramLabel = "STATE",
            description = "which ones: ${COMPLETION-CANDIDATES} (default: all)")
    private State state;

    @Option(names = "--status", paramLabel = "ID", description = "those that have this status in the shop")
    private Integer status;

    @Option(names = "--stuck", description = "those that something is wrong with")
    private boolean stuck;

    @Option(names = "--from", paramLabel = "DAY", description = "placed on this day or later: 2026-11-01")
    private LocalDate from;

    @Option(names = "--to", paramLabel = "DAY", description = "placed on this day or before")
    private LocalDate to;

    @Option(
            names = "--size",
            paramLabel = "N",
            defaultValue = "50",
            description = "how many at most, up to 500 (default: ${DEFAULT-VALUE})")
    private int size;

    @Option(names = "--page", paramLabel = "N", defaultValue = "1", description = "which page of so many (default: 1)")
    private int page;

    @Override
    int run(ApiClient bridge) {
        ApiClient.Answer answer = bridge.get("/api/orders?" + query());
        if (isJson()) {
            say(answer.text());
            return Cli.DONE;
        }
        JsonNode items = answer.json().path("items");
        long total = answer.json().path("total").asLong();
        if (items.isEmpty()) {
            tell(total == 0 ? "NO_ORDERS" : "NO_SUCH_PAGE", "total", total);
            return Cli.DONE;
        }
        line("ZONE", Words.text(answer.json(), "zone"));
        say(table(items).text(width()));
        if (total > (long) (page - 1) * size + items.size()) {
            tell("MORE_ORDERS", "shown", items.size(), "total", total, "page", page + 1);
        }
        return Cli.DONE;
    }

    private String query() {
        Map<String, Object> wanted = new LinkedHashMap<>();
        wanted.put("page", page);
        wanted.put("size", size);
        wanted.put("q", String.join(" ", words));
        wanted.put("state", state == null ? "" : state);
        wanted.put("status", status == null ? "" : status);
        wanted.put("stuck", stuck ? "true" : "");
        wanted.put("from", from == null ? "" : from);
        wanted.put("to", to == null ? "" : to);
        return wanted.entrySet().stream()
                .filter(each -> !each.getValue().toString().isEmpty())
                .map(each ->
                        each.getKey() + "=" + URLEncoder.encode(each.getValue().toString(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private Table table(JsonNode items) {
        Table table = speech().table("NUMBER", "PLACED", "BUYER", "#TOTAL", "STATE", "SHOP_STATUS", "IN_ERP", "WHY");
        items.forEach(order -> table.row(
                Words.text(order, "number"),
                Words.time(order, "placedAt").replaceFirst(":\\d\\d$", ""),
                Words.text(order.path("contractor"), "name"),
                OrderText.total(order),
                Words.text(order, "state"),
                Words.text(order, "status"),
                OrderText.inErp(order),
                why(order)));
        return table;
    }

    private static String why(JsonNode order) {
        String problem = Words.text(order, "problem");
        return problem.isEmpty() ? Words.text(order, "closedReason") : problem;
    }
}
