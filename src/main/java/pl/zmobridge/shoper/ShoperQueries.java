package pl.zmobridge.shoper;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.stream.Collectors;

/**
 * Query strings of the shop's lists, URL-encoded and ready to be sent. Every one says its limit and {@code ASC}: a field alone
 * sorts descending.
 */
public final class ShoperQueries {
    /** The largest {@code limit} the shop honours; a larger one is silently reduced to 10. Also the most ids of one {@code IN}. */
    public static final int PAGE_SIZE = 50;

    private static final int MOST_IDS = 400;

    /** The first page of the orders placed after one, oldest first: a keyset, so that arriving orders shift no page. */
    public String ordersAfter(long orderId) {
        return ordersAfter(orderId, PAGE_SIZE);
    }

    /** @throws IllegalArgumentException unless the limit is 1 to {@value #PAGE_SIZE} */
    public String ordersAfter(long orderId, int limit) {
        if (limit < 1 || limit > PAGE_SIZE) {
            throw new IllegalArgumentException("limit must be 1 to " + PAGE_SIZE + ": " + limit);
        }
        return query(limit, 1, "order_id") + filters("{\"order_id\":{\">\":" + orderId + "}}");
    }

    /** The order with the highest id. */
    public String newestOrder() {
        return "limit=1&page=1&order=" + encode("order_id DESC");
    }

    /**
     * The first page of the orders placed at that time or later, by id. Whether a shop filters by date has to be proved.
     *
     * @param time in the shop's zone and notation, {@code 2026-10-02 09:41:07}
     */
    public String ordersPlacedFrom(String time) {
        return query(PAGE_SIZE, 1, "order_id") + filters("{\"date\":{\">=\":\"" + time + "\"}}");
    }

    /** @throws IllegalArgumentException unless there are 1 to {@value #PAGE_SIZE} ids: they fit one page */
    public String ordersIn(Collection<Long> ids) {
        return query(PAGE_SIZE, 1, "order_id") + in(ids);
    }

    /** Lines of several orders, in the order in which the shop made them. */
    public String linesOf(Collection<Long> orderIds, int page) {
        return query(PAGE_SIZE, page, "id") + in(orderIds);
    }

    /**
     * Lines of several orders, order by order.
     *
     * @throws IllegalArgumentException unless there are 1 to {@value #MOST_IDS} ids: an address has to fit 8000 characters
     */
    public String linesByOrder(Collection<Long> orderIds, int page) {
        return query(PAGE_SIZE, page, "order_id") + in(orderIds, MOST_IDS);
    }

    /** A page of a dictionary, such as {@code dictionary("status_id", 1)} of {@code /statuses}. */
    public String dictionary(String idField, int page) {
        return query(PAGE_SIZE, page, idField);
    }

    private static String query(int limit, int page, String orderBy) {
        if (page < 1) {
            throw new IllegalArgumentException("pages count from 1: " + page);
        }
        return "limit=" + limit + "&page=" + page + "&order=" + encode(orderBy + " ASC");
    }

    private static String in(Collection<Long> orderIds) {
        return in(orderIds, PAGE_SIZE);
    }

    private static String in(Collection<Long> orderIds, int most) {
        if (orderIds.isEmpty() || orderIds.size() > most) {
            throw new IllegalArgumentException("1 to " + most + " order ids, not " + orderIds.size());
        }
        String ids = orderIds.stream().sorted().map(String::valueOf).collect(Collectors.joining(","));
        return filters("{\"order_id\":{\"IN\":[" + ids + "]}}");
    }

    private static String filters(String json) {
        return "&filters=" + encode(json);
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
