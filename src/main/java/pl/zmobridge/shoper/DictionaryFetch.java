package pl.zmobridge.shoper;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Collects the shop's dictionaries page by page; one fetch makes one {@link Dictionaries}. */
public final class DictionaryFetch {
    /** The lists in the order in which they are asked for. */
    private enum Part {
        STATUSES("statuses", "status_id"),
        PAYMENTS("payments", "payment_id"),
        SHIPPINGS("shippings", "shipping_id"),
        CURRENCIES("currencies", "currency_id");

        private final String resource;
        private final String id;

        Part(String resource, String id) {
            this.resource = resource;
            this.id = id;
        }
    }

    private final ShoperQueries queries = new ShoperQueries();
    private final JsonNode config;
    private final Map<Part, List<JsonNode>> rows = new EnumMap<>(Part.class);
    private int part;
    private int page = 1;

    /** @param config {@code GET /application-config} */
    public DictionaryFetch(JsonNode config) {
        this.config = config;
        for (Part each : Part.values()) {
            rows.put(each, new ArrayList<>());
        }
    }

    public boolean isMore() {
        return part < Part.values().length;
    }

    public String resource() {
        return Part.values()[part].resource;
    }

    public String query() {
        return queries.dictionary(Part.values()[part].id, page);
    }

    public void accept(JsonNode answer) {
        ListPage list = ListPage.of(answer);
        rows.get(Part.values()[part]).addAll(list.rows());
        if (list.isLast()) {
            part++;
            page = 1;
        } else {
            page++;
        }
    }

    public Dictionaries dictionaries() {
        return Dictionaries.of(
                config,
                rows.get(Part.STATUSES),
                rows.get(Part.PAYMENTS),
                rows.get(Part.SHIPPINGS),
                rows.get(Part.CURRENCIES));
    }
}
