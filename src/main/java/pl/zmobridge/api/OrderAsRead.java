package pl.zmobridge.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pl.zmobridge.order.TriedReading;
import pl.zmobridge.shoper.FetchedOrder;
import pl.zmobridge.words.Language;
import pl.zmobridge.words.Words;

/**
 * The best that can be read of an order that has no card: as the shop has it, nothing corrected and nothing left out because it is
 * wrong (I7). What the shop did not send is blank.
 */
final class OrderAsRead {
    private final JsonNode row;
    private final FetchedOrder order;

    OrderAsRead(FetchedOrder order) {
        this.order = order;
        this.row = order.row();
    }

    /** @param readings what its lines come to by each reading of its prices; none when it cannot be read */
    Map<String, Object> view(List<TriedReading> readings, Language language) {
        Map<String, Object> view = new LinkedHashMap<>();
        JsonNode billing = row.path("billing_address");
        JsonNode delivery = row.path("delivery_address");
        view.put("contractor", party(billing.isObject() && !billing.isEmpty() ? billing : delivery));
        view.put("recipient", party(delivery));
        view.put("lines", order.lines().stream().map(OrderAsRead::line).toList());
        view.put("deliveryCost", text(row, "shipping_cost"));
        view.put("total", text(row, "sum"));
        view.put("notes", text(row, "notes"));
        view.put(
                "readings",
                readings.stream().map(reading -> reading(reading, language)).toList());
        return view;
    }

    /** Named like the parties of a card. */
    private Map<String, Object> party(JsonNode address) {
        String person = joined(text(address, "firstname"), text(address, "lastname"));
        String company = text(address, "company");
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("name", company.isEmpty() ? person : company);
        view.put("firstName", text(address, "firstname"));
        view.put("lastName", text(address, "lastname"));
        view.put("nip", text(address, "tax_identification_number"));
        view.put("street", joined(text(address, "street1"), text(address, "street2")));
        view.put("postcode", text(address, "postcode"));
        view.put("city", text(address, "city"));
        view.put("country", text(address, "country"));
        view.put("phone", text(address, "phone"));
        view.put("email", text(row, "email"));
        return view;
    }

    private static Map<String, Object> line(JsonNode line) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("code", text(line, "code"));
        view.put("name", text(line, "name"));
        view.put("quantity", text(line, "quantity"));
        view.put("unit", text(line, "unit"));
        view.put("price", text(line, "price"));
        view.put("discountPercent", text(line, "discount_perc"));
        view.put("tax", text(line, "tax"));
        return view;
    }

    private static Map<String, Object> reading(TriedReading reading, Language language) {
        Words words = Words.in(language);
        Map<String, Object> view = new LinkedHashMap<>();
        view.put(
                "name",
                reading.codes().stream()
                        .map(code -> words.name("reading", code))
                        .collect(Collectors.joining(", ")));
        view.put("total", reading.total().toPlainString());
        view.put("difference", reading.difference().toPlainString());
        return view;
    }

    private static String joined(String... parts) {
        return Stream.of(parts).filter(Predicate.not(String::isEmpty)).collect(Collectors.joining(" "));
    }

    /** A value as text; blank for none, and for what is no single value. */
    private static String text(JsonNode object, String field) {
        return object.path(field).asText("").strip();
    }
}
