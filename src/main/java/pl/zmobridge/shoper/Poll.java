package pl.zmobridge.shoper;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** One poll of the shop, from its cursor onward: where it stands and what it has done. Used by one thread, counted by any. */
public final class Poll {
    private final ShoperQueries queries = new ShoperQueries();
    private final PageGuard guard = new PageGuard();
    private final OrderReader reader = new OrderReader();

    private final Instant started = Instant.now();
    private final AtomicInteger requests = new AtomicInteger();
    private final ImportFilter filter;
    private final long watchUpTo;
    private long cursor;
    private boolean moved;
    private boolean more = true;
    private List<JsonNode> rows = List.of();
    private List<JsonNode> wanted = List.of();
    private List<Long> waiting = List.of();
    private int received;
    private int watched;
    private long watchedAfter;
    private boolean moreWatched = true;

    /** @param cursor every order up to here is in the register */
    public Poll(long cursor, ImportFilter filter) {
        this.cursor = cursor;
        this.watchUpTo = cursor;
        this.filter = filter;
    }

    public boolean isMore() {
        return more;
    }

    public String query() {
        return queries.ordersAfter(cursor);
    }

    /**
     * Takes a page of orders.
     *
     * @throws PageRefused when it holds others than were asked for
     */
    public void accept(JsonNode answer) {
        ListPage page = ListPage.of(answer);
        guard.checkAfter(page, cursor);
        rows = page.rows();
        more = !page.isLast() && !rows.isEmpty();
    }

    public List<JsonNode> rows() {
        return rows;
    }

    /** Sorts the page's orders into those to import, those that wait for a status, and those placed too early. */
    public void sort(Dictionaries dictionaries) {
        wanted = new ArrayList<>();
        waiting = new ArrayList<>();
        for (JsonNode row : rows) {
            switch (filter.verdict(row, dictionaries)) {
                case IMPORT -> wanted.add(row);
                case WAIT -> waiting.add(reader.orderId(row));
                case IGNORE -> {}
            }
        }
    }

    public List<JsonNode> wanted() {
        return wanted;
    }

    public List<Long> waiting() {
        return waiting;
    }

    /** The page is in the register: the cursor may stand on its last order (I4). */
    public void pageDone() {
        received += wanted.size();
        moved = !rows.isEmpty();
        if (moved) {
            cursor = reader.orderId(rows.get(rows.size() - 1));
        }
    }

    public long cursor() {
        return cursor;
    }

    /** Whether the last page moved the cursor; a quiet poll writes nothing. */
    public boolean isMoved() {
        return moved;
    }

    /** Orders that this poll fetched anew need no second look: only those up to where it began are watched. */
    public long watchUpTo() {
        return watchUpTo;
    }

    public long watchedAfter() {
        return watchedAfter;
    }

    public boolean isMoreWatched() {
        return moreWatched;
    }

    /** A page of watched orders has been compared. */
    public void watchedPage(List<Watched> page) {
        watched += page.size();
        moreWatched = page.size() == ShoperQueries.PAGE_SIZE;
        if (!page.isEmpty()) {
            watchedAfter = page.get(page.size() - 1).orderId();
        }
    }

    public ImportFilter filter() {
        return filter;
    }

    /** An order that waited for its status has come in. */
    public void admitted(int orders) {
        received += orders;
    }

    public void countRequest() {
        requests.incrementAndGet();
    }

    public Summary summary() {
        return new Summary(
                received,
                watched,
                requests.get(),
                Duration.between(started, Instant.now()).toMillis());
    }

    /**
     * @param received new orders in the register
     * @param watched orders whose status was compared
     * @param requests sent to the shop
     */
    public record Summary(int received, int watched, int requests, long millis) {}
}
