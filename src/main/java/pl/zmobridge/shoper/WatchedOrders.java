package pl.zmobridge.shoper;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import pl.zmobridge.wire.Request;

/**
 * The orders whose status a poll compares with the shop's, page by page: those up to where the poll began, as it has just
 * fetched the others. Used by one thread.
 */
public final class WatchedOrders {
    private final long upTo;
    private long after;
    private boolean more = true;
    private int compared;
    private List<Watched> page = List.of();
    private List<JsonNode> rows = List.of();
    private List<StatusNews> news = List.of();

    WatchedOrders(long upTo) {
        this.upTo = upTo;
    }

    /** Whether there may be another page of them. */
    public boolean isMore() {
        return more;
    }

    /** The last order of the pages so far. */
    public long after() {
        return after;
    }

    public long upTo() {
        return upTo;
    }

    /** Takes a page of them, by id. */
    public void take(List<Watched> watched) {
        forget();
        page = List.copyOf(watched);
        compared += page.size();
        more = page.size() == ShoperApi.PAGE_SIZE;
        if (!page.isEmpty()) {
            after = page.get(page.size() - 1).orderId();
        }
    }

    /** Whether the page has orders to ask the shop for. */
    public boolean isAsking() {
        return !page.isEmpty();
    }

    public Request<ListPage> request() {
        return ShoperApi.orders(page.stream().map(Watched::orderId).toList());
    }

    /** Takes the answer to {@link #request()}. */
    public void accept(ListPage answer) {
        rows = answer.rows();
    }

    /** The rows of the page's orders, those that the shop still has. */
    public List<JsonNode> rows() {
        return rows;
    }

    /** Compares the page's orders with their rows. */
    public void compare(StatusWatch watch, ImportFilter filter) {
        news = watch.news(page, rows, filter);
    }

    /** The page's rows of waiting orders that have reached a status to import. */
    public List<JsonNode> admitted() {
        return news.stream().flatMap(each -> each.admit().stream()).toList();
    }

    public boolean isAdmitting() {
        return news.stream().anyMatch(StatusNews::isAdmitted);
    }

    /** What is new of the page's other orders: those in the register, and those that have waited long enough. */
    public List<StatusNews> otherNews() {
        return news.stream().filter(each -> !each.isAdmitted()).toList();
    }

    /** What was on the page is not needed any more. */
    void forget() {
        page = List.of();
        rows = List.of();
        news = List.of();
    }

    int compared() {
        return compared;
    }
}
