package pl.zmobridge.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import pl.zmobridge.api.client.ApiClient;

@Command(
        name = "settings",
        description = "Shows what orders may wait for, sets it while the bridge runs, and undoes that.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  zmo-bridge settings                                   what holds, what the files have, what waits",
            "  zmo-bridge settings payment-form 18 --set Przelew     for the payment method 18 of the shop",
            "  zmo-bridge settings product-code BUT-42 --set BUTY    for the product BUT-42 of the shop",
            "  zmo-bridge settings payment-form 18 --undo            what held before holds again",
            "  zmo-bridge settings documents --set \"$(cat rules.yaml)\"",
            "",
            "Settings: payment-form, payment-registry, vat, delivery-code, product-code, invoice-wish-field, documents.",
            "What is set holds at once, over the files, and orders that wait for it go on by themselves."
        })
final class SettingsCommand extends ApiCommand {

    static final class What {
        @Option(names = "--set", paramLabel = "VALUE", description = "the value that is to hold")
        private String value;

        @Option(names = "--undo", description = "takes back what was set last")
        private boolean undo;
    }

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "SETTING",
            descriptionKey = "SETTING",
            description = "which one (default: shows all)")
    private String setting = "";

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "OF",
            descriptionKey = "OF",
            description = "for which payment or delivery method, rate or product of the shop (default: all others)")
    private String of = "";

    @ArgGroup
    private What what;

    @Override
    int run(ApiClient bridge) {
        if (what == null) {
            return show(bridge);
        }
        String path = "/api/settings/" + encoded(setting) + "?of=" + encoded(of);
        ApiClient.Answer answer = what.undo
                ? bridge.delete(path)
                : bridge.put(path, JsonNodeFactory.instance.objectNode().put("value", what.value));
        if (isJson()) {
            say(answer.text());
            return Cli.DONE;
        }
        JsonNode now = answer.json();
        tell(
                what.undo ? "SETTING_UNDONE" : "SETTING_SET",
                "key",
                Words.text(now, "key"),
                "count",
                now.path("goingOn").asLong());
        return Cli.DONE;
    }

    private int show(ApiClient bridge) {
        ApiClient.Answer answer = bridge.get("/api/settings");
        if (isJson()) {
            say(answer.text());
            return Cli.DONE;
        }
        Table table = speech().table("KEY", "NAME", "VALUE", "IN_FILE", "SET_BY", "#WAITING");
        for (JsonNode row : answer.json().path("settable")) {
            if (setting.isEmpty() || setting.equals(Words.text(row, "setting"))) {
                table.row(
                        Words.text(row, "key"),
                        Words.text(row, "name"),
                        shown(row, "value"),
                        shown(row, "file"),
                        Words.text(row.path("change"), "by"),
                        row.path("waiting").asText());
            }
        }
        say(table.text(width()));
        return Cli.DONE;
    }

    /** Of rules only that there are some. */
    private static String shown(JsonNode row, String field) {
        String text = Words.text(row, field);
        return Words.text(row, "setting").equals("documents") && !text.isEmpty() ? "…" : text;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
