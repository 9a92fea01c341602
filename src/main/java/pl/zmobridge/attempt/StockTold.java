package pl.zmobridge.attempt;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import pl.zmobridge.failure.Failure;
import pl.zmobridge.stock.StockChange;
import pl.zmobridge.stock.StockPlan;
import pl.zmobridge.words.Language;

/** What a comparison has found, as JSON: so the register keeps it, and so the API tells it. */
public final class StockTold {
    /** So many rows of each list are kept; their numbers are told beside it. */
    private static final int MOST_ROWS = 1000;

    private static final ObjectMapper JSON = new ObjectMapper();

    private StockTold() {}

    static String of(StockSync sync) {
        return about(sync).toString();
    }

    /** The figures, then the lists; the problem in both languages. */
    public static ObjectNode about(StockSync sync) {
        ObjectNode told = JSON.createObjectNode().put("shop", sync.shop());
        told.put("compared", sync.plan().map(StockPlan::compared).orElse(0));
        told.put("changed", sync.writes().changed());
        told.put("withheld", sync.writes().withheld());
        told.put("dryRun", sync.isDryRun());
        told.put("differ", sync.plan().map(plan -> plan.changes().size()).orElse(0));
        told.put(
                "unknownInShop",
                sync.plan().map(plan -> plan.unknownInShop().size()).orElse(0));
        told.put(
                "unknownInErp",
                sync.plan().map(plan -> plan.unknownInErp().size()).orElse(0));
        told.put("sameCode", sync.plan().map(plan -> plan.sameCode().size()).orElse(0));
        ObjectNode problem = told.putObject("problem");
        sync.failure().ifPresent(failure -> words(problem, failure));
        ObjectNode lists = told.putObject("products");
        sync.plan().ifPresent(plan -> lists(lists, plan));
        ArrayNode refused = lists.putArray("refused");
        sync.writes().refused().forEach(row -> {
            ObjectNode one = refused.addObject().put("code", row.get("code").toString());
            words(one.putObject("problem"), (Failure) row.get("failure"));
        });
        return told;
    }

    private static void words(ObjectNode to, Failure failure) {
        for (Language language : Language.values()) {
            to.put(language.name(), failure.text(language));
        }
        to.put("cause", failure.cause().name());
    }

    private static void lists(ObjectNode lists, StockPlan plan) {
        ArrayNode differ = lists.putArray("differ");
        for (StockChange change :
                plan.changes().subList(0, Math.min(MOST_ROWS, plan.changes().size()))) {
            differ.addObject()
                    .put("code", change.code())
                    .put("from", change.from())
                    .put("to", change.to());
        }
        codes(lists.putArray("unknownInShop"), plan.unknownInShop());
        codes(lists.putArray("unknownInErp"), plan.unknownInErp());
        codes(lists.putArray("sameCode"), plan.sameCode());
    }

    private static void codes(ArrayNode to, List<String> codes) {
        codes.stream().limit(MOST_ROWS).forEach(to::add);
    }
}
