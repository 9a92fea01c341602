package pl.zmobridge.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.Variable;
import pl.zmobridge.attempt.Shops;
import pl.zmobridge.order.Texts;
import pl.zmobridge.register.ImportStep;
import pl.zmobridge.register.Rows;
import pl.zmobridge.register.Work;
import pl.zmobridge.shoper.Poll;
import pl.zmobridge.symfonia.Zmo;

/** Reads requests of the API into variables, and says what is wrong with them. */
public final class ApiRequests {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> LETTER_STATES = Set.of("", "OPEN", "RESOLVED", "DISCARDED");
    static final int MOST_ROWS = 500;
    private static final int LONGEST_REASON = 255;

    private final Shops shops;

    public ApiRequests(Shops shops) {
        this.shops = shops;
    }

    /**
     * Takes what the request says into one variable. As headers its parameters would be those of the statements. {@code ?shop=}
     * chooses one of this bridge's shops: {@code shops} are those that the request is about, {@code shop} is the one, if it is one.
     *
     * @throws ApiProblem 404 when this bridge has no such shop
     */
    public void take(Exchange exchange) {
        Map<String, Object> request = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        request.putAll(exchange.getMessage().getHeaders());
        exchange.setVariable("request", request);
        exchange.getMessage().removeHeaders("*");
        String named = text(request, "shop");
        if (!named.isEmpty() && shops.find(named).isEmpty()) {
            throw ApiProblem.notFound("This bridge has no shop \"" + named + "\"; its shops: " + names());
        }
        List<String> meant = named.isEmpty() ? shops.ids() : List.of(named);
        exchange.setVariable("shops", meant);
        if (meant.size() == 1) {
            exchange.setVariable("shop", meant.get(0));
        }
    }

    public List<String> allShops() {
        return shops.ids();
    }

    private String names() {
        return String.join(", ", shops.ids());
    }

    /** @throws ApiProblem 422 when there are several shops and the request names none */
    public void oneShop(@Variable("shop") String shop) {
        if (shop == null) {
            throw new ApiProblem(
                    422, "Unprocessable content", "Say which shop is meant with ?shop=; one of: " + names());
        }
    }

    /**
     * The wanted order's shop becomes the exchange's when the request names none.
     *
     * @param having a row for each shop that has an order of that id
     * @throws ApiProblem 404 when none has, 409 when several have
     */
    public void shopOf(
            Exchange exchange, @Body List<Map<String, Object>> having, @Variable("wantedOrder") long wanted) {
        List<String> found =
                having.stream().map(row -> row.get("shop").toString()).toList();
        if (found.isEmpty()) {
            throw ApiProblem.notFound(
                    "Order " + wanted + " is unknown in every shop; to fetch it, name its shop with ?shop=");
        }
        if (found.size() > 1) {
            throw new ApiProblem(
                    409,
                    "Conflict",
                    "Several shops have an order " + wanted + ": " + String.join(", ", found)
                            + "; name the one that is meant with ?shop=");
        }
        exchange.setVariable("shop", found.get(0));
    }

    static Map<?, ?> request(Exchange exchange) {
        return exchange.getVariable("request", Map.of(), Map.class);
    }

    static String text(Map<?, ?> request, String name) {
        Object value = request.get(name);
        return value == null ? "" : value.toString().strip();
    }

    /** {@code state} of {@code GET /api/dead-letters}. */
    public void deadLetters(Exchange exchange) {
        Map<?, ?> request = request(exchange);
        int page = number(request, "page", 1, 1, 1_000_000);
        int size = number(request, "size", MOST_ROWS, 1, MOST_ROWS);
        exchange.setVariable("state", oneOf(request, "state", LETTER_STATES));
        exchange.setVariable("size", size);
        exchange.setVariable("offset", (long) (page - 1) * size);
    }

    /** {@code {shopOrderId}} of the path becomes {@code wantedOrder}. */
    public void wantedOrder(Exchange exchange) {
        exchange.setVariable("wantedOrder", id(exchange, "shopOrderId"));
        exchange.setVariable("confirm", text(request(exchange), "confirm"));
    }

    /** {@code {id}} of the path becomes {@code deadLetterId}. */
    public void wantedLetter(Exchange exchange) {
        long id = id(exchange, "id");
        exchange.setVariable("deadLetterId", id);
        exchange.setVariable("what", "Dead letter " + id);
    }

    private static long id(Exchange exchange, String name) {
        String text = text(request(exchange), name);
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw ApiProblem.notFound("\"" + text + "\" is no number of an order or dead letter");
        }
    }

    /** @throws ApiProblem 409 when a worker has the order at the moment */
    public void free(@Variable("orderId") Long claimed, @Variable("wantedOrder") long wanted) {
        if (claimed == null) {
            throw new ApiProblem(
                    409,
                    "Conflict",
                    "Order " + wanted
                            + " or another one of its buyer is being worked on right now; try again in a moment");
        }
    }

    /** @throws ApiProblem 409 unless the order has a ZMO and no sales document */
    public void mayBeRealised(@Variable("row") Map<String, Object> order) {
        String state = order.get("state").toString();
        if (state.equals("REALISED")) {
            throw new ApiProblem(
                    409,
                    "Conflict",
                    "The order is realised already; a further sales document takes a re-import (rule Z7)");
        }
        if (order.get("erp_order_id") == null) {
            throw new ApiProblem(409, "Conflict", "The order has no ZMO yet; import it first");
        }
    }

    /** @throws ApiProblem 409 unless the order was over, so that its personal data could be erased */
    public void forgotten(@Variable("erased") int orders) {
        if (orders == 0) {
            throw new ApiProblem(
                    409,
                    "Conflict",
                    "Only an order that is realised or closed, without an open dead letter, can be forgotten, and not while it"
                            + " is worked on; discard it first, or try again in a moment");
        }
    }

    /** @throws ApiProblem 409 when a re-import would make a second ZMO and nobody confirmed that */
    public void confirmed(
            @Variable("shop") String shop,
            @Variable("work") Work work,
            @Variable("zmo") Zmo zmo,
            @Variable("confirm") String confirm) {
        if (!work.step().hasZmo()) {
            throw new ApiProblem(
                    409,
                    "Conflict",
                    "The order's last import is not finished; import or replay it instead of importing it again");
        }
        boolean yes = "true".equalsIgnoreCase(confirm);
        if (zmo != null && !yes) {
            throw new ApiProblem(
                    409,
                    "Confirmation needed",
                    "ZMO " + zmo.number() + " still exists in the ERP. A re-import makes a second ZMO, "
                            + again(shop, work)
                            + ", and a second sales document once the order is realised (rule Z7). Nothing was done; repeat"
                            + " the request with ?confirm=true if that is what you want.");
        }
        if (zmo == null && work.step() == ImportStep.SELLING && !yes) {
            throw new ApiProblem(
                    409,
                    "Confirmation needed",
                    "The ZMO is gone from the ERP, and the last attempt to realise it had no answer, so a sales document may"
                            + " exist (rule Z12). Nothing was done; look in the ERP, and repeat the request with"
                            + " ?confirm=true if there is none.");
        }
    }

    /** Parameters of {@code import-insert}, {@code order-import-again} and {@code event-insert}. */
    public Map<String, Object> nextImport(
            @Variable("shop") String shop, @Variable("work") Work work, @Variable("zmo") Zmo zmo) {
        String number = zmo == null ? plain(shop, work) : again(shop, work);
        Map<String, Object> row =
                Rows.event(work.orderId(), "REIMPORT", "Ponowny import na żądanie operatora jako " + number);
        row.put("importNo", work.importNo() + 1);
        row.put("number", number);
        return row;
    }

    /** A number that the ERP cannot have yet: numbers are unique there. */
    private String again(String shop, Work work) {
        return plain(shop, work) + " (" + (work.importNo() + 1) + ")";
    }

    /** The order's own number (N1); one whose personal data is erased has no card. */
    private String plain(String shop, Work work) {
        return work.hasCard()
                ? work.card().number()
                : shops.of(shop).rules().numbers().number(work.orderId());
    }

    /** The {@code reason} of a discard; said by a person, kept for good. */
    public String reason(@Variable("requestBody") String body) {
        try {
            JsonNode json = body == null || body.isBlank() ? JSON.createObjectNode() : JSON.readTree(body);
            String reason = json.path("reason").asText("").strip();
            if (!reason.isEmpty()) {
                return Texts.cut(reason, LONGEST_REASON);
            }
        } catch (JsonProcessingException e) {
            throw new ApiProblem(422, "Unprocessable content", "The body is no JSON; send {\"reason\":\"…\"}");
        }
        throw new ApiProblem(
                422,
                "Unprocessable content",
                "A discard needs a reason that others can read later: {\"reason\":\"…\"}");
    }

    /** @throws ApiProblem 404 when there is no such row */
    public Map<String, Object> found(@Body Map<String, Object> row, @Variable("what") String what) {
        if (row == null) {
            throw ApiProblem.notFound(what + " is unknown here");
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

    /**
     * The dead letter's order and step become the exchange's.
     *
     * @throws ApiProblem 409 unless it is open
     */
    public void open(Exchange exchange, @Variable("row") Map<String, Object> letter) {
        if (!"OPEN".equals(letter.get("state"))) {
            throw new ApiProblem(
                    409,
                    "Conflict",
                    "Dead letter " + letter.get("id") + " is " + letter.get("state") + " already; nothing was done");
        }
        exchange.setVariable("shop", letter.get("shop"));
        exchange.setVariable("wantedOrder", ((Number) letter.get("shop_order_id")).longValue());
        exchange.setVariable("step", letter.get("step"));
    }

    static String oneOf(Map<?, ?> request, String name, Set<String> allowed) {
        String value = text(request, name).toUpperCase(Locale.ROOT);
        if (!allowed.contains(value)) {
            throw new ApiProblem(
                    422,
                    "Unprocessable content",
                    name + " must be one of " + String.join(" ", allowed).strip());
        }
        return value;
    }

    static int number(Map<?, ?> request, String name, int fallback, int least, int most) {
        String text = text(request, name);
        if (text.isEmpty()) {
            return fallback;
        }
        try {
            int value = Integer.parseInt(text);
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw new ApiProblem(
                422, "Unprocessable content", name + " must be a whole number from " + least + " to " + most);
    }
}
