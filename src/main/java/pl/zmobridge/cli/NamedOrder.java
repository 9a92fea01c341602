package pl.zmobridge.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import pl.zmobridge.api.client.ApiClient;
import pl.zmobridge.api.client.ApiFailure;

/**
 * An order as a person names it: by its id in the shop, or by a number that it has in the register, in the shop or in the ERP;
 * {@code id:1201} and {@code number:1201} say which of the two digits are.
 *
 * @param name the part of the API's path
 * @param shop blank when the request need not name it
 */
record NamedOrder(String name, String shop) {
    private static final int CONFLICT = 409;

    /** The bridge knows whether digits are an id or a number, and what a person says of that. */
    private static final Pattern SAID_TO_THE_BRIDGE = Pattern.compile("[0-9]+|(?:id|number):.+");

    /** @throws ApiFailure when several orders have this number */
    static NamedOrder find(ApiClient bridge, String text, boolean ofOneShop, Speech speech) {
        if (SAID_TO_THE_BRIDGE.matcher(text.strip()).matches()) {
            return new NamedOrder(encoded(text.strip()), "");
        }
        Set<NamedOrder> having = new LinkedHashSet<>();
        bridge.get("/api/orders?size=500&q=" + encoded(text))
                .json()
                .path("items")
                .forEach(each -> {
                    if (numbers(each).stream().anyMatch(text.strip()::equalsIgnoreCase)) {
                        having.add(of(each, ofOneShop));
                    }
                });
        if (having.size() > 1) {
            throw new ApiFailure(CONFLICT, speech.text("SEVERAL_ORDERS", "number", Terminal.plain(text)));
        }
        // the register does not hold it; the bridge knows which numbers its shops' orders have
        return having.isEmpty()
                ? new NamedOrder(encoded(text.strip()), "")
                : having.iterator().next();
    }

    /** An item of a list. */
    static NamedOrder of(JsonNode order, boolean ofOneShop) {
        return new NamedOrder(Words.text(order, "shopOrderId"), ofOneShop ? "" : Words.text(order, "shop"));
    }

    /** @param query {@code name=value} each */
    String path(String action, String... query) {
        List<String> all = new ArrayList<>(List.of(query));
        if (!shop.isEmpty()) {
            all.add("shop=" + encoded(shop));
        }
        return "/api/orders/" + name + (action.isEmpty() ? "" : "/" + action)
                + (all.isEmpty() ? "" : "?" + String.join("&", all));
    }

    private static List<String> numbers(JsonNode order) {
        List<String> numbers = new ArrayList<>();
        List.of("number", "confirmedNumber", "erpNumber").forEach(field -> numbers.add(Words.text(order, field)));
        order.path("salesDocuments").forEach(document -> numbers.add(Words.text(document, "number")));
        return numbers;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
