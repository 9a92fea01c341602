package pl.zmobridge.shoper;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import pl.zmobridge.shoper.ShoperApi.Dictionary;
import pl.zmobridge.wire.Request;

/** Collects the shop's dictionaries page by page; one fetch makes one {@link Dictionaries}. */
public final class DictionaryFetch implements Pages {
    private final Map<Dictionary, List<JsonNode>> rows = new EnumMap<>(Dictionary.class);
    private JsonNode settings = MissingNode.getInstance();
    private int list;
    private int page = 1;

    public DictionaryFetch() {
        for (Dictionary each : Dictionary.values()) {
            rows.put(each, new ArrayList<>());
        }
    }

    /** Takes the answer to {@link ShoperApi#applicationConfig}: the lists' language and the time zone. */
    public void settings(JsonNode answer) {
        settings = answer;
    }

    @Override
    public boolean isMore() {
        return list < Dictionary.values().length;
    }

    @Override
    public Request<ListPage> request() {
        return ShoperApi.dictionary(current(), page);
    }

    @Override
    public void accept(ListPage answer) {
        rows.get(current()).addAll(answer.rows());
        if (answer.isLast()) {
            list++;
            page = 1;
        } else {
            page++;
        }
    }

    private Dictionary current() {
        return Dictionary.values()[list];
    }

    /** @throws ShopAnswerUnusable when the shop's time zone is missing or unknown */
    public Dictionaries dictionaries() {
        return Dictionaries.of(
                settings,
                rows.get(Dictionary.STATUSES),
                rows.get(Dictionary.PAYMENTS),
                rows.get(Dictionary.SHIPPINGS),
                rows.get(Dictionary.CURRENCIES));
    }
}
