package pl.zmobridge.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import pl.zmobridge.api.client.ApiClient;
import pl.zmobridge.api.client.ApiFailure;

@Command(
        name = "explain",
        description = "Says why an order becomes the document that it becomes, imported or not; changes nothing.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  zmo-bridge explain 1201                      which rule decided, and why those before it did not",
            "  zmo-bridge explain SH/1201                   the same by number",
            "  zmo-bridge explain 1201 --rules new.yaml     by rules that are not in force yet",
            "  zmo-bridge explain --all --since 2026-11-01 --rules new.yaml",
            "                                               what rules would do to past orders, as a table",
            "",
            "An order that the register does not hold is read in the shop; nothing of it is kept."
        })
final class ExplainCommand extends ApiCommand {
    private static final int NOT_FOUND = 404;

    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "ORDER",
            descriptionKey = "ORDER",
            description = "the order's id in the shop, or its number: 1201, SH/1201")
    private String order;

    @Option(names = "--all", description = "a table of all orders of the register")
    private boolean all;

    @Option(names = "--since", paramLabel = "DAY", description = "with --all: those placed on this day or later")
    private LocalDate since;

    @Option(names = "--rules", paramLabel = "FILE", description = "tries these rules instead of config/documents.yaml")
    private Path rules;

    @Override
    int run(ApiClient bridge) {
        if (all == (order != null)) {
            throw new ParameterException(spec.commandLine(), speech().text("ORDER_OR_ALL"));
        }
        if (since != null && !all) {
            throw new ParameterException(spec.commandLine(), speech().text("SINCE_WITH_ALL"));
        }
        Optional<String> trial = Optional.ofNullable(rules).map(this::text);
        return all ? explainAll(bridge, trial) : explainOne(bridge, trial);
    }

    private int explainOne(ApiClient bridge, Optional<String> trial) {
        NamedOrder named = NamedOrder.find(bridge, order, isOfOneShop(), speech());
        ApiClient.Answer answer = ask(bridge, named.path("explain"), trial);
        if (isJson()) {
            say(answer.text());
        } else {
            new ExplanationText(speech().language()).lines(answer.json()).forEach(this::say);
        }
        return Cli.DONE;
    }

    private int explainAll(ApiClient bridge, Optional<String> trial) {
        List<JsonNode> orders = new OrderList(bridge).placedSince(Optional.ofNullable(since));
        ExplanationText texts = new ExplanationText(speech().language());
        Table table = texts.table();
        int done = 0;
        for (JsonNode each : orders) {
            Optional<ApiClient.Answer> answer = kept(bridge, each, trial);
            if (isJson()) {
                answer.ifPresent(explained -> say(explained.text()));
            } else {
                texts.row(table, each, answer.map(ApiClient.Answer::json));
            }
            done++;
            if (terminal().isScreen() && done % 200 == 0 && done < orders.size()) {
                warn(done + " / " + orders.size());
            }
        }
        if (!isJson()) {
            say(table.text(width()));
        }
        return Cli.DONE;
    }

    /** Empty when the register does not hold the order's data any more: the shop is not asked for a thousand orders. */
    private Optional<ApiClient.Answer> kept(ApiClient bridge, JsonNode each, Optional<String> trial) {
        try {
            return Optional.of(ask(bridge, NamedOrder.of(each, isOfOneShop()).path("explain", "fetch=false"), trial));
        } catch (ApiFailure failure) {
            if (failure.status() == NOT_FOUND) {
                return Optional.empty();
            }
            throw failure;
        }
    }

    private ApiClient.Answer ask(ApiClient bridge, String path, Optional<String> trial) {
        return trial.isEmpty()
                ? bridge.get(path)
                : bridge.post(path, JsonNodeFactory.instance.objectNode().put("rules", trial.get()));
    }

    private String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new ParameterException(
                    spec.commandLine(), speech().text("UNREADABLE", "file", file, "why", e.getMessage()));
        }
    }
}
