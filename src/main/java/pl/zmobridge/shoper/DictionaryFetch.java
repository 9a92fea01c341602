package pl.zmobridge.shoper;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pl.zmobridge.shoper.ShoperApi.Dictionary;
import pl.zmobridge.wire.Request;

/** Collects the shop's settings and dictionaries page by page; one fetch makes one {@link Dictionaries}. */
public final class DictionaryFetch implements Pages {
    private final Map<Dictionary, List<JsonNode>> rows = new EnumMap<>(Dictionary.class);
    private Optional<JsonNode> settings = Optional.empty();
    private Optional<List<JsonNode>> fields = Optional.empty();
    private boolean fieldsWanted;
    private int list;
    private int page = 1;

    /** @param withFields whether the names of additional fields are wanted too, which costs one question more (D1) */
    public DictionaryFetch(boolean withFields) {
        fieldsWanted = withFields;
        for (Dictionary each : Dictionary.values()) {
            rows.put(each, new ArrayList<>());
        }
    }

    @Override
    public boolean isMore() {
        return fieldsWanted || list < Dictionary.values().length;
    }

    /** The settings come first: they have the lists' language and the time zone. */
    @Override
    public Request<ListPage> request() {
        if (settings.isEmpty()) {
            return askSettings();
        }
        return fieldsWanted ? ShoperApi.additionalFields() : ShoperApi.dictionary(current(), page);
    }

    /** The settings as the only row of a page. */
    private static Request<ListPage> askSettings() {
        Request<JsonNode> ask = ShoperApi.applicationConfig();
        return Request.get(ask.path(), ask.query(), answer -> new ListPage(1, 1, 1, List.of(ask.read(answer))));
    }

    @Override
    public void accept(ListPage answer) {
        if (settings.isEmpty()) {
            settings = answer.rows().stream().findFirst();
            return;
        }
        if (fieldsWanted) {
            fieldsWanted = false;
            fields = Optional.of(answer.rows());
            return;
        }
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
        Dictionaries read = Dictionaries.of(
                settings.orElse(MissingNode.getInstance()),
                rows.get(Dictionary.STATUSES),
                rows.get(Dictionary.PAYMENTS),
                rows.get(Dictionary.SHIPPINGS),
                rows.get(Dictionary.CURRENCIES));
        return fields.map(read::withFields).orElse(read);
    }
}
