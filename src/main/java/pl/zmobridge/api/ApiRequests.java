package pl.zmobridge.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.Variable;
import pl.zmobridge.attempt.Shops;
import pl.zmobridge.camel.SqlParameters;
import pl.zmobridge.people.Person;
import pl.zmobridge.shoper.Poll;

/** Reads what requests of the API want, and says what is wrong with them. */
public final class ApiRequests {
    private static final Set<String> LETTER_STATES = Set.of("", "OPEN", "RESOLVED", "DISCARDED");

    private static final int PATIENCE_SECONDS = 25;

    private final Shops shops;
    private final OrderNames names;

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
        this.names = new OrderNames(shops);
    }

    /**
     * Takes the request into the variable {@code request}. {@code ?shop=} chooses one of this bridge's shops, which becomes the variable
     * {@code shop}; so does the only one, and the only one that gives its orders such a number as the path names.
     *
     * @param who who asks
     * @param register says which of some orders it holds
     * @throws ApiProblem 403 when they may not, 404 when this bridge has no such shop
     */
    void take(Exchange exchange, Person who, Function<OrderNames.Wanted, List<OrderNames.Held>> register) {
        ApiRequest request = ApiRequest.read(exchange.getMessage(), shops.ids(), who);
        set(exchange, request); // a problem is told in its language
        request.mustBeAllowed();
        String named = request.text("shop");
        if (!named.isEmpty() && shops.find(named).isEmpty()) {
            throw ApiProblem.notFound("This bridge has no shop \"" + named + "\"; its shops: " + names());
        }
        if (!named.isEmpty()) {
            set(exchange, request.of(named));
        }
        set(exchange, names.resolved(ApiRequest.of(exchange), register));
        ApiRequest.of(exchange).shop().ifPresent(shop -> exchange.setVariable("shop", shop));
    }

    /** A request for the history of all shops, made by the bridge itself. */
    public void historyOfAllShops(Exchange exchange) {
        set(exchange, ApiRequest.about(shops.ids(), "/api/history"));
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

    /**
     * The row of the wanted order; its shop becomes the exchange's.
     *
     * @param rows of {@code sql/order-find.sql}: one for each shop that has an order of that id
     * @return empty when the request names a shop, and that has no such order
     * @throws ApiProblem 404 when no shop is named and none has it, 409 when several have
     */
    static Optional<Map<String, Object>> order(Exchange exchange, ApiRequest request, List<Map<String, Object>> rows) {
        if (rows.isEmpty() && request.shop().isEmpty()) {
            throw ApiProblem.notFound(
                    "Order " + request.orderId() + " is unknown in every shop; to fetch it, name its shop with ?shop=");
        }
        if (rows.size() > 1) {
            List<String> having =
                    rows.stream().map(row -> row.get("shop").toString()).toList();
            throw new ApiProblem(
                    409,
                    "Conflict",
                    "Several shops have an order " + request.orderId() + ": " + String.join(", ", having)
                            + "; name the one that is meant with ?shop=");
        }
        rows.forEach(row -> exchange.setVariable("shop", row.get("shop").toString()));
        return rows.stream().findFirst();
    }

    /**
     * The same of an order that must be there.
     *
     * @throws ApiProblem 404 also when the named shop has no such order
     */
    static Map<String, Object> known(Exchange exchange, ApiRequest request, List<Map<String, Object>> rows) {
        return order(exchange, request, rows)
                .orElseThrow(() -> ApiProblem.notFound("Order " + request.orderId() + " is unknown here"));
    }

    /**
     * The wanted dead letter.
     *
     * @throws ApiProblem 404 when there is none
     */
    static Map<String, Object> letter(ApiRequest request, List<Map<String, Object>> rows) {
        return rows.stream()
                .findFirst()
                .orElseThrow(() -> ApiProblem.notFound("Dead letter " + request.letterId() + " is unknown here"));
    }

    /**
     * The request with which dead letters it wants.
     *
     * @throws ApiProblem 422 when it cannot be understood
     */
    static ApiRequest letters(ApiRequest request) {
        int page = request.number("page", 1, 1, 1_000_000);
        int size = request.number("size", ApiRequest.MOST_ROWS, 1, ApiRequest.MOST_ROWS);
        return request.wanting(new LetterPage(request.oneOf("state", LETTER_STATES), page, size));
    }

    /** The same for all that are open. */
    static ApiRequest openLetters(ApiRequest request) {
        return request.wanting(new LetterPage("OPEN", 1, ApiRequest.MOST_ROWS));
    }

    /** One of several dead letters; the exchange is its own. */
    public void thisLetter(Exchange exchange, @Variable("request") ApiRequest request, @Body long id) {
        set(exchange, request.ofLetter(id));
    }

    /**
     * What a poll did: {@code received}, {@code watched}, {@code requests}, {@code millis}.
     *
     * @throws ApiProblem 503 when another poll of the shop was busy all the while
     */
    public Map<String, Object> polled(@Body Object did) {
        if (!(did instanceof Poll.Summary summary)) {
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
