package pl.zmobridge.attempt;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.apache.camel.Body;
import org.apache.camel.Variable;
import pl.zmobridge.shoper.Dictionaries;
import pl.zmobridge.shoper.DictionaryCache;
import pl.zmobridge.shoper.DictionaryFetch;

/** The steps that fetch and keep the names behind a shop's ids. */
public final class DictionarySteps {
    private final Shops shops;

    public DictionarySteps(Shops shops) {
        this.shops = shops;
    }

    public boolean isStale(@Variable("shop") String shop) {
        return cache(shop).isStale();
    }

    /** Whether they must be fetched before these rows of orders can be read. */
    public boolean needsRefresh(List<JsonNode> rows, @Variable("shop") String shop) {
        return cache(shop).needsRefresh(rows);
    }

    /** From the answer of {@code GET application-config}. */
    public DictionaryFetch begin(@Body JsonNode config) {
        return new DictionaryFetch(config);
    }

    public void accept(@Variable("dictionaryFetch") DictionaryFetch fetch, @Body JsonNode answer) {
        fetch.accept(answer);
    }

    public void replace(Dictionaries fetched, @Variable("shop") String shop) {
        cache(shop).replace(fetched);
    }

    private DictionaryCache cache(String shop) {
        return shops.of(shop).source().dictionaries();
    }
}
