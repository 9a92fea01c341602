package pl.zmobridge.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.StringJoiner;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import pl.zmobridge.api.client.ApiClient;

@Command(
        name = "stock",
        description = "Shows how the shop's stock differs from Symfonia's, and which products one of them lacks.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  zmo-bridge stock                 what the last comparison found",
            "  zmo-bridge stock --dry-run       compares now, and writes nothing",
            "  zmo-bridge stock --now           compares now, and writes what differs",
            "  zmo-bridge stock --resume        says go on, though more than a third of all products falls to 0",
            "",
            "Needs stock.enabled=true. A comparison takes a while, because orders go first."
        })
final class StockCommand extends ApiCommand {
    @ArgGroup
    private Wish wish = new Wish();

    private static final class Wish {
        @Option(names = "--dry-run", description = "compares now, and writes nothing")
        private boolean dryRun;

        @Option(names = "--now", description = "compares now, without waiting for stock.poll.cron")
        private boolean now;

        @Option(names = "--resume", description = "says go on after too many products would have fallen to 0")
        private boolean resume;
    }

    @Override
    int run(ApiClient bridge) {
        ApiClient.Answer answer = answer(bridge);
        if (isJson()) {
            say(answer.text());
        } else if (wish.resume) {
            int resumed = answer.json().path("resumed").asInt();
            say(resumed == 0 ? speech().text("NOTHING_STOPPED") : speech().text("STOCK_RESUMED"));
        } else if (answer.json().path("shops").isEmpty()) {
            tell("STOCK_NEVER");
        } else {
            answer.json().path("shops").forEach(this::show);
        }
        return Cli.DONE;
    }

    private ApiClient.Answer answer(ApiClient bridge) {
        if (wish.resume) {
            return bridge.post("/api/stock/resume");
        }
        if (wish.dryRun || wish.now) {
            return bridge.post("/api/stock/poll" + (wish.dryRun ? "?dryRun=true" : ""));
        }
        return bridge.get("/api/stock");
    }

    private void show(JsonNode shop) {
        tell(
                "STOCK_FIGURES",
                "shop",
                Words.text(shop, "shop"),
                "at",
                Words.time(shop, "at"),
                "compared",
                shop.path("compared").asInt(),
                "differ",
                shop.path("differ").asInt(),
                "changed",
                shop.path("changed").asInt());
        String problem = Words.text(shop, "problem");
        if (!problem.isEmpty()) {
            say(problem);
        }
        JsonNode products = shop.path("products");
        Table table = speech().table("CODE", "#IN_SHOP", "#IN_ERP");
        products.path("differ")
                .forEach(row -> table.row(Words.text(row, "code"), Words.text(row, "from"), Words.text(row, "to")));
        if (!table.isEmpty()) {
            say(table.text(width()));
        }
        line("UNKNOWN_IN_SHOP", codes(products.path("unknownInShop")));
        line("UNKNOWN_IN_ERP", codes(products.path("unknownInErp")));
        line("SAME_CODE", codes(products.path("sameCode")));
        products.path("refused").forEach(row -> say(Words.text(row, "code") + ": " + Words.text(row, "problem")));
    }

    private static String codes(JsonNode list) {
        StringJoiner codes = new StringJoiner(", ");
        list.forEach(code -> codes.add(Terminal.plain(code.asText())));
        return codes.toString();
    }
}
