package pl.zmobridge.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.Variable;
import pl.zmobridge.attempt.Shops;
import pl.zmobridge.camel.SqlParameters;
import pl.zmobridge.shoper.Poll;

/** Reads what requests of the API want, and says what is wrong with them. */
public final class ApiRequests {
    private static final Set<String> LETTER_STATES = Set.of("", "OPEN", "RESOLVED", "DISCARDED");

    private static final int PATIENCE_SECONDS = 25;

    private final Shops shops;

    /** Which dead letters a list wants. */
    private record LetterPage(String state, int page, int size) implements SqlParameters {
        @Override
        public Object parameter(String name) {
            return switch (name) {
                case "state" -> state;
                case "size" -> size;
                case "offset" -> (long) (page - 1) * size;
                default -> NONE;
            };
        }
    }

    /** Dead letters of one cause, by their ids. */
    record Letters(List<Object> ids) implements SqlParameters {
        @Override
        public Object parameter(String name) {
            return name.equals("letters") ? ids : NONE;
        }
    }

    public ApiRequests(Shops shops) {
        this.shops = shops;
    }

    /**
     * Takes the request into the variable {@code request}. {@code ?shop=} chooses one of this bridge's shops, which becomes the variable
     * {@code shop}; so does the only one.
     *
     * @throws ApiProblem 404 when this bridge has no such shop
     */
    void take(Exchange exchange) {
        ApiRequest request = ApiRequest.read(exchange.getMessage(), shops.ids());
        String named = request.text("shop");
        if (!named.isEmpty() && shops.find(named).isEmpty()) {
            throw ApiProblem.notFound("This bridge has no shop \"" + named + "\"; its shops: " + names());
        }
        set(exchange, named.isEmpty() ? request : request.of(named));
        ApiRequest.of(exchange).shop().ifPresent(shop -> exchange.setVariable("shop", shop));
    }

    /** A request about all shops, made by the bridge itself. */
    public void ofAllShops(Exchange exchange) {
        set(exchange, ApiRequest.about(shops.ids()));
    }

    /**
     * How many seconds a request for a poll waits for another one that is under way.
     *
     * @throws ApiProblem 422 when there are several shops and the request names none
     */
    public int patience(@Variable("request") ApiRequest request) {
        if (request.shop().isEmpty()) {
            throw ApiRequest.unprocessable("Say which shop is meant with ?shop=; one of: " + names());
        }
        return PATIENCE_SECONDS;
    }

    /** Whether the request leaves open which shop's order it is about. */
    public boolean isShopOpen(@Variable("request") ApiRequest request) {
        return request.shop().isEmpty();
    }

    /**
     * The wanted order's shop becomes the exchange's.
     *
     * @param having a row for each shop that has an order of that id
     * @throws ApiProblem 404 when none has, 409 when several have
     */
    public void shopOf(
            Exchange exchange, @Body List<Map<String, Object>> having, @Variable("request") ApiRequest request) {
        List<String> found =
                having.stream().map(row -> row.get("shop").toString()).toList();
        if (found.isEmpty()) {
            throw ApiProblem.notFound(
                    "Order " + request.orderId() + " is unknown in every shop; to fetch it, name its shop with ?shop=");
        }
        if (found.size() > 1) {
            throw new ApiProblem(
                    409,
                    "Conflict",
                    "Several shops have an order " + request.orderId() + ": " + String.join(", ", found)
                            + "; name the one that is meant with ?shop=");
        }
        exchange.setVariable("shop", found.get(0));
    }

    /**
     * Which orders are wanted.
     *
     * @param zoneOfShop whose days are meant; null while there is no order
     * @throws ApiProblem 422 when the request cannot be understood
     */
    public void orders(Exchange exchange, @Variable("request") ApiRequest request, @Body String zoneOfShop) {
        set(exchange, request.wanting(OrderFilter.read(request, zoneOfShop)));
    }

    /**
     * Which dead letters are wanted.
     *
     * @throws ApiProblem 422 when the request cannot be understood
     */
    public void letters(Exchange exchange, @Variable("request") ApiRequest request) {
        int page = request.number("page", 1, 1, 1_000_000);
        int size = request.number("size", ApiRequest.MOST_ROWS, 1, ApiRequest.MOST_ROWS);
        set(exchange, request.wanting(new LetterPage(request.oneOf("state", LETTER_STATES), page, size)));
    }

    /** All dead letters that are open. */
    public void openLetters(Exchange exchange, @Variable("request") ApiRequest request) {
        set(exchange, request.wanting(new LetterPage("OPEN", 1, ApiRequest.MOST_ROWS)));
    }

    /** The dead letters of the body; it stays what it is. */
    public void theseLetters(Exchange exchange, @Variable("request") ApiRequest request, @Body List<Object> ids) {
        set(exchange, request.wanting(new Letters(ids)));
    }

    /** One of them; the exchange is its own. */
    public void thisLetter(Exchange exchange, @Variable("request") ApiRequest request, @Body long id) {
        set(exchange, request.ofLetter(id));
    }

    /** @throws ApiProblem 404 when there is no such row */
    public Map<String, Object> found(@Body Map<String, Object> row, @Variable("request") ApiRequest request) {
        if (row == null) {
            throw ApiProblem.notFound(request.what() + " is unknown here");
        }
        return row;
    }

    /**
     * What a poll did: {@code received}, {@code watched}, {@code requests}, {@code millis}.
     *
     * @throws ApiProblem 503 when another poll of the shop was busy all the while
     */
    public Map<String, Object> polled(@Body Poll.Summary summary) {
        if (summary == null) {
            throw new ApiProblem(
                    503, "Service unavailable", "Another poll of this shop is under way; it does the same");
        }
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("received", summary.received());
        view.put("watched", summary.watched());
        view.put("requests", summary.requests());
        view.put("millis", summary.millis());
        return view;
    }

    private static void set(Exchange exchange, ApiRequest request) {
        exchange.setVariable("request", request);
    }

    private String names() {
        return String.join(", ", shops.ids());
    }
}
