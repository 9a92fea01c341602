package pl.zmobridge.shoper;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import pl.zmobridge.wire.Answer;
import pl.zmobridge.wire.Request;

/**
 * Every request that a shop is sent, with what its answer means. Readers throw a {@link ShopFailure} for an answer that is a
 * refusal or no answer at all, and a {@link PageRefused} for rows that were not asked for.
 *
 * <p>Every list says its limit and {@code ASC}: a field alone sorts descending.
 */
public final class ShoperApi {
    /** The largest {@code limit} the shop honours; a larger one is silently reduced to 10. Also the most ids of one {@code IN}. */
    public static final int PAGE_SIZE = 50;

    private static final int MOST_IDS = 400;
    private static final int NOT_FOUND = 404;
    private static final String ORDERS = "orders";
    private static final String LINES = "order-products";
    private static final String USERS = "users";
    private static final String STOCKS = "product-stocks";
    private static final PageGuard GUARD = new PageGuard();

    private ShoperApi() {}

    /** The lists of names behind the ids in orders. */
    public enum Dictionary {
        STATUSES("statuses", "status_id"),
        PAYMENTS("payments", "payment_id"),
        SHIPPINGS("shippings", "shipping_id"),
        CURRENCIES("currencies", "currency_id");

        private final String resource;
        private final String id;

        Dictionary(String resource, String id) {
            this.resource = resource;
            this.id = id;
        }
    }

    /** The first page of the orders placed after one, oldest first: a keyset, so that arriving orders shift no page. */
    public static Request<ListPage> ordersAfter(long orderId) {
        return ordersAfter(orderId, PAGE_SIZE);
    }

    /** @throws IllegalArgumentException unless the limit is 1 to {@value #PAGE_SIZE} */
    public static Request<ListPage> ordersAfter(long orderId, int limit) {
        if (limit < 1 || limit > PAGE_SIZE) {
            throw new IllegalArgumentException("limit must be 1 to " + PAGE_SIZE + ": " + limit);
        }
        String filter = "{\"order_id\":{\">\":" + orderId + "}}";
        return list(ORDERS, limit, 1, "order_id ASC", filter, page -> GUARD.checkAfter(page, orderId));
    }

    /** How many calls of the shop's bucket a request may take: of a bulk it is not known whether it counts as one. */
    public static int calls(Request<?> request) {
        return request.reader() instanceof Bulk bulk ? bulk.size() : 1;
    }

    /** The order with the highest id. */
    public static Request<ListPage> newestOrder() {
        return list(ORDERS, 1, 1, "order_id DESC", "", page -> {});
    }

    /**
     * The first page of the orders placed at that time or later, by id. Whether a shop filters by date has to be proved: the
     * reader takes any orders.
     *
     * @param time in the shop's zone and notation, {@code 2026-10-02 09:41:07}
     */
    public static Request<ListPage> ordersPlacedFrom(String time) {
        String filter = "{\"date\":{\">=\":\"" + time + "\"}}";
        return list(ORDERS, PAGE_SIZE, 1, "order_id ASC", filter, page -> {});
    }

    /**
     * These orders, those that exist.
     *
     * @throws IllegalArgumentException unless there are 1 to {@value #PAGE_SIZE} ids: they fit one page
     */
    public static Request<ListPage> orders(Collection<Long> ids) {
        return list(ORDERS, PAGE_SIZE, 1, "order_id ASC", in(ids, PAGE_SIZE), page -> GUARD.checkIn(page, ids));
    }

    /**
     * The orders whose status has that date or a later one, the first page after an order, by id. Whether a shop filters by it has to be proved:
     * the answer says so when it does not.
     *
     * @param since in the shop's zone and notation, {@code 2026-10-02 09:41:07}
     */
    static Request<Changes> changedSince(String since, long orderId) {
        String filter = "{\"order_id\":{\">\":" + orderId + "},\"status_date\":{\">=\":\"" + since + "\"}}";
        Request<ListPage> ask = list(ORDERS, PAGE_SIZE, 1, "order_id ASC", filter, page -> {});
        return Request.get(ask.path(), ask.query(), answer -> {
            try {
                return GUARD.changes(ask.read(answer), since, orderId);
            } catch (ShopFailure.Refused e) {
                return new Changes.Unfiltered(new Distrust(Distrust.Why.REFUSED, 0));
            }
        });
    }

    /** One order's row. */
    public static Request<JsonNode> order(long id) {
        return Request.get(ORDERS + "/" + id, "", answer -> {
            JsonNode order = ShopErrors.json(ORDERS, answer);
            if (new OrderReader().orderId(order) != id) {
                throw new PageRefused("Zapytano sklep o zamówienie " + id + ", a odpowiedział innym.");
            }
            return order;
        });
    }

    /** Whether one order is there: the shop's own 404 says that it is not, another one says nothing (E4). */
    public static Request<Presence> presence(long id) {
        Request<JsonNode> ask = order(id);
        return Request.get(ask.path(), ask.query(), answer -> {
            try {
                return new Presence.There(ask.read(answer));
            } catch (ShopFailure.NotFound e) {
                return new Presence.Gone(e.failure().words());
            } catch (ShopFailure.Unavailable e) {
                if (answer.status() != NOT_FOUND) {
                    throw e;
                }
                return new Presence.Unclear();
            }
        });
    }

    /** The row of one account, as a page of its own; an empty one when the shop does not have it any more. */
    public static Request<ListPage> account(long userId) {
        return Request.get(USERS + "/" + userId, "", answer -> {
            try {
                JsonNode user = ShopErrors.json(USERS, answer);
                if (Fields.id(user, "user_id") != userId) {
                    throw new PageRefused("Zapytano sklep o klienta " + userId + ", a odpowiedział innym.");
                }
                return new ListPage(1, 1, 1, List.of(user));
            } catch (ShopFailure.NotFound e) {
                return new ListPage(0, 0, 1, List.of());
            }
        });
    }

    /** Lines of up to {@value #PAGE_SIZE} orders, in the order in which the shop made them. */
    public static Request<ListPage> lines(Collection<Long> orderIds, int page) {
        return list(
                LINES,
                PAGE_SIZE,
                page,
                "id ASC",
                in(orderIds, PAGE_SIZE),
                answered -> GUARD.checkLines(answered, orderIds));
    }

    /**
     * Lines of several orders, order by order.
     *
     * @throws IllegalArgumentException unless there are 1 to {@value #MOST_IDS} ids: an address has to fit 8000 characters
     */
    public static Request<ListPage> linesByOrder(Collection<Long> orderIds, int page) {
        return list(
                LINES,
                PAGE_SIZE,
                page,
                "order_id ASC",
                in(orderIds, MOST_IDS),
                answered -> GUARD.checkMembers(answered, orderIds));
    }

    /** The shop's settings, among them its time zone. */
    public static Request<JsonNode> applicationConfig() {
        String path = "application-config";
        return Request.get(path, "", answer -> ShopErrors.json(path, answer));
    }

    /** @param page from 1 */
    public static Request<ListPage> dictionary(Dictionary dictionary, int page) {
        return list(dictionary.resource, PAGE_SIZE, page, dictionary.id + " ASC", "", answered -> {});
    }

    /** The shop's VAT rates, {@code {"tax_id","name","value"}}; more than a page of them no shop has. */
    public static Request<ListPage> taxes() {
        return list("taxes", PAGE_SIZE, 1, "tax_id ASC", "", answered -> {});
    }

    /** Names of the fields that the operator added to orders; more than a page of them no shop has. */
    public static Request<ListPage> additionalFields() {
        return list("additional-fields", PAGE_SIZE, 1, "field_id ASC", "", answered -> {});
    }

    /** Sets an order's status; that can send the buyer an e-mail. Setting it twice changes nothing more. */
    public static Request<JsonNode> setStatus(long orderId, long statusId) {
        String path = ORDERS + "/" + orderId;
        String body = "{\"status_id\":\"" + statusId + "\"}";
        return new Request<>("PUT", path, "", body, answer -> ShopErrors.json(path, answer));
    }

    /** Replaces what an order's private notes say; buyers do not see them. */
    public static Request<JsonNode> setPrivateNotes(long orderId, String notes) {
        String path = ORDERS + "/" + orderId;
        String body =
                JsonNodeFactory.instance.objectNode().put("notes_priv", notes).toString();
        return new Request<>("PUT", path, "", body, answer -> ShopErrors.json(path, answer));
    }

    /** The first page of the variants that follow one, with what the shop has of them. */
    public static Request<ListPage> stocksAfter(long id) {
        String filter = "{\"stock_id\":{\">\":" + id + "}}";
        return list(STOCKS, PAGE_SIZE, 1, "stock_id ASC", filter, page -> GUARD.checkStocksAfter(page, id));
    }

    /**
     * These variants, those that exist.
     *
     * @throws IllegalArgumentException unless there are 1 to {@value #PAGE_SIZE} ids
     */
    public static Request<ListPage> stocks(Collection<Long> ids) {
        String filter = in(ids, PAGE_SIZE).replace("order_id", "stock_id");
        return list(STOCKS, PAGE_SIZE, 1, "stock_id ASC", filter, page -> GUARD.checkStocks(page, ids));
    }

    /** Sets what the shop has of a variant, whatever it is by now. */
    public static Request<JsonNode> setStock(long id, long stock) {
        String path = STOCKS + "/" + id;
        return new Request<>("PUT", path, "", "{\"stock\":" + stock + "}", answer -> ShopErrors.json(path, answer));
    }

    /** Asks for a token; to be sent with {@link ShoperToken#basic}. */
    public static Request<JsonNode> logIn() {
        String path = "auth";
        return new Request<>("POST", path, "", "", answer -> ShopErrors.json(path, answer));
    }

    private static Request<ListPage> list(
            String resource, int limit, int page, String order, String filters, Consumer<ListPage> proof) {
        if (page < 1) {
            throw new IllegalArgumentException("pages count from 1: " + page);
        }
        Map<String, Object> query = new LinkedHashMap<>();
        query.put("limit", limit);
        query.put("page", page);
        query.put("order", order);
        if (!filters.isEmpty()) {
            query.put("filters", filters);
        }
        return Request.get(resource, Request.queryOf(query), answer -> page(resource, answer, proof));
    }

    private static ListPage page(String resource, Answer answer, Consumer<ListPage> proof) {
        ListPage page = ListPage.of(ShopErrors.json(resource, answer));
        proof.accept(page);
        return page;
    }

    private static String in(Collection<Long> orderIds, int most) {
        if (orderIds.isEmpty() || orderIds.size() > most) {
            throw new IllegalArgumentException("1 to " + most + " order ids, not " + orderIds.size());
        }
        String ids = orderIds.stream().sorted().map(String::valueOf).collect(Collectors.joining(","));
        return "{\"order_id\":{\"IN\":[" + ids + "]}}";
    }
}
