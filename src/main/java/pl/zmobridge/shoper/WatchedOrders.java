package pl.zmobridge.shoper;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pl.zmobridge.wire.Request;

/**
 * The orders whose status a poll compares with the shop's, page by page: those up to where the poll began, as it has just
 * fetched the others. First what the shop says to have changed, then the orders that the {@link WatchPlan} names, then those whose turn it is. What room the last page
 * has is filled up with orders that have ended (E2, E6), some at each poll, in turn. Used by one thread.
 */
public final class WatchedOrders {
    private static final int MOST_QUESTIONS = 20;
    private static final OrderReader READER = new OrderReader();

    private enum Stage {
        CHANGES,
        LISTED,
        WATCHED,
        ENDED,
        OVER
    }
    /** S7: so many orders that have become others are no accident. */
    private static final int MANY = 3;

    private final long upTo;
    private final WatchPlan plan;
    private final Deque<Long> unlisted;
    private long after;
    private Stage stage;
    private List<Long> listed = List.of();
    private boolean lastChanges;
    private boolean changesCame;
    private boolean answered;
    private boolean unfinished;
    private boolean wrote;
    private int questions;
    private int compared;
    private List<Watched> page = List.of();
    private List<JsonNode> rows = List.of();
    private Optional<ListPage> along = Optional.empty();
    private List<StatusNews> news = List.of();
    private List<Waiting> noted = List.of();
    private int others;
    private boolean otherIsNew;

    WatchedOrders(long upTo, WatchPlan plan) {
        this.upTo = upTo;
        this.plan = plan;
        this.unlisted = new ArrayDeque<>(plan.listed());
        this.stage = plan.isAskingForChanges() ? Stage.CHANGES : afterChanges();
    }

    private Stage afterChanges() {
        if (!unlisted.isEmpty()) {
            return Stage.LISTED;
        }
        return plan.isHint() ? Stage.OVER : Stage.WATCHED;
    }

    /** Whether there may be another page of them. */
    public boolean isMore() {
        return stage != Stage.OVER;
    }

    /** The last order of the pages so far. */
    public long after() {
        return after;
    }

    /** The last order whose turn can be; none while orders are asked for that somebody named. */
    public long upTo() {
        return stage == Stage.WATCHED ? upTo : 0;
    }

    /** Whose turn it is: those parts of them whose bits are set. */
    public int parts() {
        return plan.parts();
    }

    /** The named orders of the page. */
    public List<Long> listed() {
        return switch (stage) {
            case CHANGES -> listed;
            case LISTED -> unlisted.stream().limit(ShoperApi.PAGE_SIZE).toList();
            default -> List.of();
        };
    }

    /** Whether the shop is asked what has changed. */
    public boolean isAskingForChanges() {
        return stage == Stage.CHANGES;
    }

    public Request<Changes> changesRequest() {
        return ShoperApi.changedSince(plan.since(), after);
    }

    /** Takes the answer to {@link #changesRequest()}. */
    public void accept(Changes changes) {
        changesCame = true;
        if (changes instanceof Changes.Page came) {
            plan.shown(came.rows());
            rows = came.rows();
            listed = came.rows().stream()
                    .map(READER::orderId)
                    .filter(id -> id <= upTo)
                    .toList();
            lastChanges = came.last() || listed.size() < came.rows().size();
            after = lastChanges ? 0 : listed.get(listed.size() - 1);
        } else if (changes instanceof Changes.Unfiltered not) {
            plan.distrust(not.why());
            after = 0;
            stage = afterChanges();
        }
    }

    /** The rows of all orders that hints have named came with the new orders, so they are not asked for. */
    void cameAlong(ListPage named) {
        along = Optional.of(named);
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
        List<JsonNode> came = rows;
        forget();
        page = List.copyOf(watched);
        compared += page.size();
        switch (stage) {
            case CHANGES -> {
                rows = ofPage(came);
                answered = true;
                if (!changesCame) { // route files of a version before do not ask
                    plan.looksAtAll();
                }
                stage = changesCame && !lastChanges ? stage : afterChanges();
                changesCame = false;
            }
            case LISTED -> {
                listed().forEach(id -> unlisted.poll());
                stage = afterChanges();
                along.map(named -> ofPage(named.rows()))
                        .filter(all ->
                                all.size() == page.size()) // of others a plain question says whether they are gone
                        .ifPresent(this::acceptAlong);
            }
            default -> {
                if (!page.isEmpty()) {
                    after = page.get(page.size() - 1).orderId();
                }
                if (page.size() < ShoperApi.PAGE_SIZE) {
                    stage = Stage.ENDED;
                }
            }
        }
    }

    /** Whether the page has orders to compare. */
    public boolean isAny() {
        return !page.isEmpty() && !isEnded();
    }

    /** Whether the shop is asked for their rows; those that have changed have come with the answer that named them. */
    public boolean isAsking() {
        return isAny() && !answered;
    }

    public Request<ListPage> request() {
        return ShoperApi.orders(page.stream().map(Watched::orderId).toList());
    }

    /** Takes the answer to {@link #request()}. */
    public void accept(ListPage answer) {
        rows = answer.rows();
        plan.read(rows);
    }

    private void acceptAlong(List<JsonNode> all) {
        rows = all;
        plan.read(rows);
        answered = true;
    }

    private List<JsonNode> ofPage(List<JsonNode> some) {
        Set<Long> known = page.stream().map(Watched::orderId).collect(Collectors.toSet());
        return some.stream().filter(row -> known.contains(READER.orderId(row))).toList();
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
                .filter(each -> !each.isMissing() || mayBeAsked()) // the others at the next poll
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
        wrote |= !news.isEmpty() || !noted.isEmpty();
    }

    /** Whether a status is called otherwise than the register calls it (H3). */
    public boolean isRenamed(StatusWatch watch) {
        return watch.isAnyRenamed(page, rows);
    }

    private boolean mayBeAsked() {
        boolean may = questions++ < MOST_QUESTIONS;
        unfinished |= !may;
        return may;
    }

    /** What is new of an order could not be stored: the next poll must see it again. */
    public void unfinished() {
        unfinished = true;
    }

    /** Whether all was looked at that was to be looked at. */
    boolean isDone() {
        return !isMore() && !unfinished;
    }

    /** Whether anything of it was stored. */
    boolean hasWritten() {
        return wrote;
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
        answered = false;
        page = List.of();
        rows = List.of();
        news = List.of();
        noted = List.of();
    }

    int compared() {
        return compared;
    }
}
