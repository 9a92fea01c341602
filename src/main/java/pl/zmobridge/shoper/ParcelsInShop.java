package pl.zmobridge.shoper;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pl.zmobridge.order.UnreadableValue;
import pl.zmobridge.wire.Request;

/** Which parcels the shop has of an order, as far as it tells. */
public sealed interface ParcelsInShop {
    /** All of them, by their tracking numbers; the value is the parcel's id, empty where it cannot be read. */
    record Told(Map<String, Optional<Long>> byNumber) implements ParcelsInShop {
        public Told {
            byNumber = new LinkedHashMap<>(byNumber);
        }

        /** The parcel of this number; letter case and blanks do not count. */
        public Optional<Map.Entry<String, Optional<Long>>> find(String number) {
            return byNumber.entrySet().stream()
                    .filter(each -> plain(each.getKey()).equalsIgnoreCase(plain(number)))
                    .findFirst();
        }

        private static String plain(String number) {
            return number.replaceAll("\\s+", "");
        }
    }

    /** The shop has no such list, or honours no filter on it, so that nothing follows from its answer. */
    record Untold() implements ParcelsInShop {}

    /** The question which parcels of the order there are. */
    static Request<ParcelsInShop> question(long orderId) {
        Map<String, Object> query = new LinkedHashMap<>();
        query.put("limit", ShoperApi.PAGE_SIZE);
        query.put("page", 1);
        query.put("order", "parcel_id ASC");
        query.put("filters", "{\"order_id\":{\"IN\":[" + orderId + "]}}");
        return Request.get("parcels", Request.queryOf(query), answer -> {
            try {
                ListPage page = ListPage.of(ShopErrors.json("parcels", answer));
                new PageGuard().checkIn(page, List.of(orderId));
                return told(page.rows());
            } catch (ShopFailure.NotFound | ShopFailure.Refused | PageRefused e) {
                return new Untold();
            }
        });
    }

    private static Told told(List<JsonNode> rows) {
        Map<String, Optional<Long>> byNumber = new LinkedHashMap<>();
        rows.forEach(row -> byNumber.put(row.path("shipping_code").asText(""), id(row)));
        return new Told(byNumber);
    }

    private static Optional<Long> id(JsonNode row) {
        try {
            return Fields.optionalId(row, "parcel_id");
        } catch (UnreadableValue e) {
            return Optional.empty();
        }
    }

    /**
     * Adds a parcel; the shop moves the order's status, and may write to the buyer. Never to be sent twice unasked. The answer is the parcel's id, empty
     * when the shop says something else.
     *
     * @param sent whether it is on its way
     */
    static Request<Optional<Long>> add(long orderId, long shippingId, String number, boolean sent) {
        String body = JsonNodeFactory.instance
                .objectNode()
                .put("order_id", orderId)
                .put("shipping_id", shippingId)
                .put("shipping_code", number)
                .put("sent", sent)
                .toString();
        return new Request<>("POST", "parcels", "", body, answer -> {
            JsonNode said = ShopErrors.json("parcels", answer);
            JsonNode id = said.isObject() ? said.path("parcel_id") : said;
            return id.canConvertToLong() || id.asText().matches("\\d{1,18}")
                    ? Optional.of(id.asLong())
                    : Optional.empty();
        });
    }
}
