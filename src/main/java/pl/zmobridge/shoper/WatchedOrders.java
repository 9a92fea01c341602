package pl.zmobridge.shoper;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pl.zmobridge.wire.Request;

/**
 * The orders whose status a poll compares with the shop's, page by page: those up to where the poll began, as it has just
 * fetched the others. What room the last page has is filled up with orders that have ended (E2, E6), some at each poll, in turn. Used by
 * one thread.
 */
public final class WatchedOrders {
    private static final int MOST_QUESTIONS = 20;

    private enum Stage {
        WATCHED,
        ENDED,
        OVER
    }
    /** S7: so many orders that have become others are no accident. */
    private static final int MANY = 3;

    private final long upTo;
    private long after;
    private Stage stage = Stage.WATCHED;
    private int questions;
    private int compared;
    private List<Watched> page = List.of();
    private List<JsonNode> rows = List.of();
    private List<StatusNews> news = List.of();
    private List<Waiting> noted = List.of();
    private int others;
    private boolean otherIsNew;

    WatchedOrders(long upTo) {
        this.upTo = upTo;
    }

    /** Whether there may be another page of them. */
    public boolean isMore() {
        return stage != Stage.OVER;
    }

    /** The last order of the pages so far. */
    public long after() {
        return after;
    }

    public long upTo() {
        return upTo;
    }

    /** Whether it is the turn of those that have ended. */
    public boolean isEnded() {
        return stage == Stage.ENDED;
    }

    /** How many orders the page can still take. */
    public int room() {
        return isEnded() ? ShoperApi.PAGE_SIZE - page.size() : ShoperApi.PAGE_SIZE;
    }

    /** Takes a page of them, by id; or what fills the last one up. */
    public void take(List<Watched> watched) {
        if (isEnded()) {
            page = Stream.concat(page.stream(), watched.stream()).toList();
            stage = Stage.OVER;
            return;
        }
        forget();
        page = List.copyOf(watched);
        compared += page.size();
        if (!page.isEmpty()) {
            after = page.get(page.size() - 1).orderId();
        }
        if (page.size() < ShoperApi.PAGE_SIZE) {
            stage = Stage.ENDED;
        }
    }

    /** Whether the page has orders to ask the shop for. */
    public boolean isAsking() {
        return !page.isEmpty() && !isEnded();
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

    /**
     * Compares the page's orders with their rows.
     *
     * @param lost whether a missing order was lost in a restore of the shop (S7)
     */
    public void compare(StatusWatch watch, Admission admission, LongPredicate lost) {
        news = watch.news(page, rows, admission).stream()
                .filter(each -> !(each.isMissing() && lost.test(each.orderId()))) // S7: a person decides
                .filter(each -> !each.isMissing() || questions++ < MOST_QUESTIONS) // the others at the next poll
                .toList();
        noted = watch.noted(page, rows, admission);
        Set<Long> failed = page.stream()
                .filter(Watched::realiseWaits)
                .map(Watched::orderId)
                .collect(Collectors.toSet());
        List<StatusNews> strange = news.stream().filter(StatusNews::isAnother).toList();
        others += strange.size();
        otherIsNew |= strange.stream().anyMatch(each -> !failed.contains(each.orderId()));
        news = news.stream()
                .filter(each -> !(each.isAnother() && failed.contains(each.orderId()))) // it was told already
                .toList();
    }

    /** What the register is to note of the page's orders that it does not hold yet (S1, S8). */
    public List<Waiting> noted() {
        return noted;
    }

    /** S7: how many of the orders have become others. */
    int others() {
        return others;
    }

    /** S7: whether that are so many that the shop was restored, and not all of them were known to be others. */
    boolean isRestored() {
        return otherIsNew && others >= MANY;
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
        noted = List.of();
    }

    int compared() {
        return compared;
    }
}
