package pl.zmobridge.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.StringJoiner;

/**
 * Baseline (c): the same importer by somebody who minds the calls. One session for all orders, dictionaries in memory, the lines of a page of
 * orders together, a contractor by its code. As little safety as (a): whatever fails ends the run.
 */
public final class GoodScript extends Script {
    private static final int MOST_LINES = 50;

    private final Map<String, JsonNode> names = new HashMap<>();
    private final Map<String, ArrayNode> lines = new HashMap<>();
    private JsonNode forms;

    private GoodScript(String[] args) {
        super(args);
    }

    /** @param args as those of {@link Script} */
    public static void main(String[] args) throws IOException, InterruptedException {
        new GoodScript(args).runWheneverTold();
    }

    @Override
    void begins(JsonNode page) throws IOException, InterruptedException {
        lines.clear();
        StringJoiner ids = new StringJoiner(",");
        page.forEach(order -> ids.add(order.path("order_id").asText()));
        if (page.isEmpty()) {
            return;
        }
        String filter = encode("{\"order_id\":{\"IN\":[" + ids + "]}}");
        JsonNode some;
        int number = 1;
        do {
            some = shop("order-products?limit=" + MOST_LINES + "&page=" + number++ + "&filters=" + filter)
                    .path("list");
            for (JsonNode line : some) {
                lines.computeIfAbsent(line.path("order_id").asText(), id -> json.createArrayNode())
                        .add(line);
            }
        } while (some.size() == MOST_LINES);
    }

    @Override
    JsonNode lines(JsonNode order) {
        return lines.getOrDefault(order.path("order_id").asText(), json.createArrayNode());
    }

    @Override
    JsonNode named(String path) throws IOException, InterruptedException {
        JsonNode known = names.get(path);
        if (known == null) {
            known = super.named(path);
            names.put(path, known);
        }
        return known;
    }

    @Override
    JsonNode forms() throws IOException, InterruptedException {
        if (forms == null) {
            forms = super.forms();
        }
        return forms;
    }

    @Override
    void openSession() throws IOException, InterruptedException {
        if (!isInSession()) {
            super.openSession();
        }
    }

    @Override
    void closeSession() {
        // the next order needs it
    }

    @Override
    JsonNode findContractor(String code, String nip) throws IOException, InterruptedException {
        return super.findContractor(code, "");
    }
}
