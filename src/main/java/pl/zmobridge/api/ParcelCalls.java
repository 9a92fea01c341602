package pl.zmobridge.api;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.Variable;
import pl.zmobridge.attempt.Parcel;
import pl.zmobridge.attempt.ParcelTaking;
import pl.zmobridge.failure.Failure;
import pl.zmobridge.order.Texts;
import pl.zmobridge.words.Language;
import pl.zmobridge.words.Phrase;

/** What the API takes and shows of tracking numbers. */
public final class ParcelCalls {
    private final ParcelTaking taking;

    public ParcelCalls(ParcelTaking taking) {
        this.taking = taking;
    }

    /**
     * The parcel that the request adds to its order becomes the exchange's.
     *
     * @param rows of {@code order-find}
     * @throws ApiProblem 404 when there is no such order, 409 when the shop is not told, 422 when the request cannot be understood
     */
    public void wish(Exchange exchange, @Variable("request") ApiRequest request, @Body List<Map<String, Object>> rows) {
        Map<String, Object> order = ApiRequests.known(exchange, request, rows);
        String shop = order.get("shop").toString();
        if (!taking.isWanted(shop)) {
            throw off();
        }
        String shippingId = request.said("shippingId");
        if (!shippingId.matches("\\d{0,18}")) {
            throw ApiRequest.unprocessable("shippingId must be the number of a way of delivery in the shop");
        }
        Parcel parcel = taking.of(
                shop,
                request.orderId(),
                new Parcel.Wish(
                        0,
                        Long.toString(request.orderId()),
                        Texts.collapse(request.said("number")),
                        Texts.collapse(request.said("carrier")),
                        shippingId.isEmpty() ? Optional.empty() : Optional.of(Long.valueOf(shippingId)),
                        !request.said("sent").equalsIgnoreCase("false"),
                        request.who().name()));
        if (!parcel.isReadable()) {
            throw ApiRequest.unprocessable(
                    "number must be a tracking number of at most 64 letters and digits: {\"number\":\"…\"}");
        }
        exchange.setVariable("parcel", parcel);
    }

    /**
     * The lines of the request's table.
     *
     * @throws ApiProblem 409 when no shop of the request is told, 422 when there is no table
     */
    public List<Parcel> table(@Variable("request") ApiRequest request) {
        if (request.shops().stream().noneMatch(taking::isWanted)) {
            throw off();
        }
        String table = request.whole("csv");
        if (table.isBlank()) {
            throw ApiRequest.unprocessable("Send the table as {\"csv\":\"order;number\\n1201;6200…\"}");
        }
        return taking.ofTable(table, request.shops(), request.who().name());
    }

    private static ApiProblem off() {
        return new ApiProblem(409, "Conflict", "The shop is told no tracking numbers: parcels.enabled is false");
    }

    /** What has become of the table's lines: {@code taken}, {@code known}, {@code problems}. */
    public Map<String, Object> taken(Exchange exchange, @Body List<Parcel> parcels) {
        Language language = RequestLanguage.ofOrders(exchange);
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("taken", parcels.stream().filter(Parcel::isNews).count());
        view.put("known", parcels.stream().filter(Parcel::isKnown).count());
        view.put(
                "problems",
                ParcelTaking.faulty(parcels).stream()
                        .map(parcel -> problem(parcel, language))
                        .toList());
        return view;
    }

    private static Map<String, Object> problem(Parcel parcel, Language language) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("line", parcel.wish().line());
        view.put("order", parcel.wish().order());
        view.put("number", parcel.wish().number());
        view.put("code", parcel.taken().orElseThrow().name());
        view.put("problem", ParcelTaking.fault(parcel, language));
        return view;
    }

    /** Rows of {@code parcels-find}, as an order shows them. */
    static List<Map<String, Object>> views(List<Map<String, Object>> rows, ZoneId zone, Language language) {
        return rows.stream().map(row -> view(row, zone, language)).toList();
    }

    private static Map<String, Object> view(Map<String, Object> row, ZoneId zone, Language language) {
        String state = row.get("state").toString();
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("number", row.get("number"));
        view.put("carrier", row.get("carrier").toString().isEmpty() ? null : row.get("carrier"));
        view.put("shippingId", row.get("shipping_id"));
        view.put("state", state.equals("DUE") || state.equals("WRITING") ? "WAITING" : state);
        view.put("addedBy", row.get("actor").toString().isEmpty() ? null : row.get("actor"));
        view.put("addedAt", OrderViews.time(row.get("created_at"), zone));
        view.put("inShopAt", OrderViews.time(row.get("done_at"), zone));
        view.put("problem", problem(row, language));
        return view;
    }

    private static String problem(Map<String, Object> row, Language language) {
        return Failure.read(
                        (String) row.get("system"),
                        (String) row.get("cause"),
                        row.get("arguments") == null
                                ? Map.of()
                                : Phrase.arguments(row.get("arguments").toString()),
                        row.get("words") == null ? "" : row.get("words").toString())
                .map(failure -> failure.text(language))
                .orElse(null);
    }
}
