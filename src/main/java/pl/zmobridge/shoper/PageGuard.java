package pl.zmobridge.shoper;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import pl.zmobridge.order.UnreadableValue;

/**
 * Proves that the shop honoured a query. A filter it does not honour is ignored silently, and only rows outside the filter
 * show it.
 */
final class PageGuard {
    private static final String STOCK_ID = "stock_id";

    /**
     * For {@link ShoperApi#ordersAfter(long)}.
     *
     * @throws PageRefused unless every order is after {@code cursor} and after the one before it
     */
    void checkAfter(ListPage page, long cursor) {
        String query = "order_id > " + cursor + ", order=order_id ASC";
        long previous = cursor;
        for (JsonNode row : page.rows()) {
            long id = id(row, "order_id", query);
            if (id <= previous) {
                throw ignored(query, "po " + previous + " przyszło zamówienie " + id);
            }
            previous = id;
        }
    }

    /** For {@link ShoperApi#changedSince}: only orders after {@code cursor} and after the one before each, none whose status is older. */
    Changes changes(ListPage page, String since, long cursor) {
        long previous = cursor;
        for (JsonNode row : page.rows()) {
            long id = id(row, "order_id", "status_date >= " + since);
            if (id <= previous || StatusDate.of(row).compareTo(since) < 0) {
                return new Changes.Unfiltered(new Distrust(Distrust.Why.IGNORED, id));
            }
            previous = id;
        }
        return new Changes.Page(page.rows(), page.isLast() || page.rows().isEmpty());
    }

    /**
     * For {@link ShoperApi#orders}.
     *
     * @throws PageRefused unless only the asked orders came, and all that exist on this one page
     */
    void checkIn(ListPage page, Collection<Long> ids) {
        checkMembers(page, ids);
        if (!page.isLast()) {
            throw ignored("limit=" + ShoperApi.PAGE_SIZE, "wynik zajął " + page.pages() + " stron");
        }
    }

    /**
     * For {@link ShoperApi#lines}.
     *
     * @throws PageRefused unless all lines belong to the asked orders and, when there are more pages, are sorted by id: else
     *     lines could fall between pages
     */
    void checkLines(ListPage page, Collection<Long> orderIds) {
        checkMembers(page, orderIds);
        if (page.pages() < 2) {
            return;
        }
        long previous = 0;
        for (JsonNode row : page.rows()) {
            long id = id(row, "id", "order=id ASC");
            if (id <= previous) {
                throw ignored("order=id ASC", "po pozycji " + previous + " przyszła " + id);
            }
            previous = id;
        }
    }

    /**
     * For {@link ShoperApi#linesByOrder}.
     *
     * @throws PageRefused unless all rows belong to the asked orders
     */
    void checkMembers(ListPage page, Collection<Long> ids) {
        Set<Long> asked = new HashSet<>(ids);
        String query = "order_id IN (" + asked.size() + " zamówień)";
        for (JsonNode row : page.rows()) {
            long id = id(row, "order_id", query);
            if (!asked.contains(id)) {
                throw ignored(query, "przyszedł wiersz zamówienia " + id + ", o które nie pytano");
            }
        }
    }

    /**
     * For {@link ShoperApi#stocksAfter}.
     *
     * @throws PageRefused unless every variant is after {@code last} and after the one before it
     */
    void checkStocksAfter(ListPage page, long last) {
        String query = "stock_id > " + last + ", order=stock_id ASC";
        long previous = last;
        for (JsonNode row : page.rows()) {
            long id = id(row, STOCK_ID, query);
            if (id <= previous) {
                throw ignored(query, "po " + previous + " przyszedł wariant " + id);
            }
            previous = id;
        }
    }

    /**
     * For {@link ShoperApi#stocks}.
     *
     * @throws PageRefused unless only the asked variants came
     */
    void checkStocks(ListPage page, Collection<Long> ids) {
        String query = "stock_id IN (" + ids.size() + " wariantów)";
        for (JsonNode row : page.rows()) {
            long id = id(row, STOCK_ID, query);
            if (!ids.contains(id)) {
                throw ignored(query, "przyszedł wariant " + id + ", o który nie pytano");
            }
        }
    }

    private static long id(JsonNode row, String field, String query) {
        try {
            return Fields.id(row, field);
        } catch (UnreadableValue e) {
            throw ignored(query, "nie da się tego sprawdzić. " + e.getMessage());
        }
    }

    private static PageRefused ignored(String query, String proof) {
        return new PageRefused("Sklep nie zastosował warunku zapytania „" + query + "”: " + proof
                + ". Strona została odrzucona, żeby nie pomylić zamówień.");
    }
}
