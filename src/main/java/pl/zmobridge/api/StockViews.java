package pl.zmobridge.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.Header;
import pl.zmobridge.attempt.StockSteps;
import pl.zmobridge.attempt.StockSync;
import pl.zmobridge.attempt.StockTold;
import pl.zmobridge.register.Times;
import pl.zmobridge.words.Language;

/** What the API says of the shops' stock, and what a person asks for. */
public final class StockViews {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> FIGURES =
            List.of("compared", "differ", "changed", "withheld", "unknownInShop", "unknownInErp", "sameCode");

    private final StockSteps stock;

    public StockViews(StockSteps stock) {
        this.stock = stock;
    }

    /**
     * The comparisons that a request wants: {@code ?shop=}, {@code ?dryRun=true}.
     *
     * @throws ApiProblem 409 when {@code stock.enabled} is false
     */
    public List<StockSync> wanted(Exchange exchange) {
        ApiRequest request = ApiRequest.of(exchange);
        List<StockSync> wanted =
                stock.wanted(request.shop().orElse(null), Boolean.parseBoolean(request.text("dryRun")));
        if (wanted.isEmpty()) {
            throw new ApiProblem(409, "Conflict", "Stock is not kept here: stock.enabled is false");
        }
        return wanted;
    }

    /**
     * What comparisons of just now have brought: the figures of all, and each shop's lists.
     *
     * @throws ApiProblem 409 when all were under way already
     */
    public ObjectNode compared(Exchange exchange, @Body List<StockSync> all) {
        List<JsonNode> made = new ArrayList<>();
        boolean dryRun = true;
        for (StockSync each : all) {
            if (each.isBegun() || each.failure().isPresent()) {
                dryRun &= each.isDryRun();
                made.add(StockTold.about(each));
            }
        }
        if (made.isEmpty()) {
            throw new ApiProblem(409, "Conflict", "A comparison of stock is under way");
        }
        ObjectNode view = JSON.createObjectNode();
        for (String figure : FIGURES) {
            view.put(
                    figure,
                    made.stream().mapToInt(each -> each.path(figure).asInt()).sum());
        }
        view.put("dryRun", dryRun);
        Language language = RequestLanguage.ofOrders(exchange);
        made.forEach(each -> view.withArray("shops").add(spoken((ObjectNode) each, language)));
        return view;
    }

    /** @param rows of {@code stock-find} */
    public ObjectNode found(Exchange exchange, @Body List<Map<String, Object>> rows) {
        Language language = RequestLanguage.ofOrders(exchange);
        ObjectNode view = JSON.createObjectNode();
        view.putArray("shops");
        for (Map<String, Object> row : rows) {
            ObjectNode one = spoken(read(row.get("told")), language);
            one.put("shop", row.get("shop").toString());
            one.put(
                    "at",
                    Times.utc(row.get("ended_at"))
                            .map(at -> DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at.atOffset(ZoneOffset.UTC)))
                            .orElse(null));
            one.put("stopped", row.get("stopped_at") != null);
            view.withArray("shops").add(one);
        }
        return view;
    }

    /** How many shops go on. */
    public Map<String, Object> resumed(@Header("CamelSqlUpdateCount") int resumed) {
        return Map.of("resumed", resumed);
    }

    private static ObjectNode read(Object told) {
        try {
            return told == null ? JSON.createObjectNode() : (ObjectNode) JSON.readTree(told.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Problems in the language of whoever asks. */
    private static ObjectNode spoken(ObjectNode told, Language language) {
        told.path("products").path("refused").forEach(row -> say((ObjectNode) row, language));
        say(told, language);
        return told;
    }

    private static void say(ObjectNode row, Language language) {
        JsonNode words = row.path("problem");
        row.set("cause", words.path("cause").isMissingNode() ? null : words.path("cause"));
        row.set("problem", words.path(language.name()).isMissingNode() ? null : words.path(language.name()));
    }
}
