package pl.zmobridge.shoper;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import pl.zmobridge.shoper.Restored.Sign;
import pl.zmobridge.wire.Request;

/** One poll of a shop, from its cursor onward: where it stands and what it has done. Used by one thread, counted by any. */
public final class Poll {
    /** The lines of so few orders fit a page, as a rule. */
    private static final int FEW = 10;

    private final long started = System.nanoTime(); // a clock that nobody sets
    private final AtomicInteger requests = new AtomicInteger();
    private final Cursor cursor;
    private final NewestSeen newestSeen;
    private final Admission admission;
    private final Looking looking;
    private final NewOrders newOrders;
    private final WatchedOrders watchedOrders;
    private int received;
    private boolean over;

    public Poll(Cursor cursor, Admission admission, NewestSeen newestSeen, Looking looking) {
        this.cursor = cursor;
        this.newestSeen = newestSeen;
        this.admission = admission;
        this.looking = looking;
        this.newOrders = new NewOrders(cursor.id(), newestSeen.at(cursor.id()), admission);
        this.watchedOrders = new WatchedOrders(cursor.id(), looking.plan());
    }

    /**
     * The next question about new orders. The first one of a look for hints is also about the lines of orders that the shop has announced, or else about the known orders that it
     * has named, if they are few.
     */
    public Request<OrdersAnswer> request(BulkTrust together) {
        Request<ListPage> next = newOrders.request();
        Set<Long> announced = admission.announcedAfter(cursor.id());
        Set<Long> named = announced.isEmpty() && looking.plan().isHint()
                ? Set.copyOf(looking.plan().listed())
                : Set.of();
        boolean isMore = !announced.isEmpty() || !named.isEmpty();
        boolean isMuch = announced.size() > FEW || named.size() > ShoperApi.PAGE_SIZE;
        return newOrders.isAtFirst() && isMore && !isMuch && together.isThere()
                ? Bulk.of(next, announced, named)
                : Request.get(next.path(), next.query(), answer -> new OrdersAnswer.Page(next.read(answer)));
    }

    /** Takes the answer to {@link #request}. */
    public void accept(OrdersAnswer answer) {
        if (answer instanceof OrdersAnswer.Page came) {
            newOrders.accept(came.page());
        } else if (answer instanceof OrdersAnswer.Together all) {
            newOrders.accept(all.orders(), all.lines().map(LinesAlong::of).orElseGet(LinesAlong::none));
            boolean isNext = newOrders.rows().isEmpty() && !newOrders.isMore();
            all.named().filter(named -> isNext).ifPresent(watchedOrders::cameAlong); // else it would be old by then
        }
    }

    /** What it looks at of the watched orders. */
    public Looking looking() {
        return looking;
    }

    public Admission admission() {
        return admission;
    }

    /** The highest order that the register knows; 0 for none. */
    public long newestKnown() {
        return cursor.newestKnown();
    }

    /**
     * S7: whether the shop was restored from a backup. That one order at the end is gone says nothing: it may have been deleted.
     */
    public Optional<Restored> restore() {
        Optional<Long> newest = newOrders.newest();
        if (newest.filter(id -> id < cursor.knownBefore()).isPresent()) {
            return Optional.of(new Restored(Sign.NEWEST, cursor.newestKnown(), newest.get(), 0));
        }
        boolean otherAtCursor = cursor.order()
                .filter(known -> newOrders
                        .anchorRow()
                        .filter(row -> newestSeen.at(cursor.id()) == cursor.id())
                        .filter(known::isPlacedAnotherTime)
                        .isPresent())
                .isPresent();
        return otherAtCursor || watchedOrders.isRestored()
                ? Optional.of(new Restored(Sign.ORDERS, cursor.newestKnown(), 0, Math.max(1, watchedOrders.others())))
                : Optional.empty();
    }

    /** E4, S7: whether the order is newer than all that a restored shop has, so that it was lost, not deleted. */
    public boolean isLost(long orderId) {
        long newest = newOrders.newest().orElseGet(() -> newestSeen.at(cursor.id()));
        return newest < cursor.knownBefore() && orderId > newest;
    }

    public boolean isRestored() {
        return cursor.newestKnown() > 0 && restore().isPresent();
    }

    /** The highest id that the shop had when the poll began, as far as the poll or the register knows; empty when it has not come to the end. */
    public Optional<Long> sawUpTo() {
        return newOrders.isMore()
                ? Optional.empty()
                : Stream.of(newOrders.cursor(), cursor.newestKnown(), newestSeen.at(cursor.id()))
                        .max(Long::compare);
    }

    /** Whether it has come to its end. */
    public boolean isOver() {
        return over;
    }

    /** Whether it has found anything new. */
    public boolean hasFound() {
        return newOrders.cursor() > cursor.id() || watchedOrders.hasWritten();
    }

    /**
     * The watched orders have been looked at.
     *
     * @return whether the register must know how far
     */
    public boolean looked() {
        looking.ends(watchedOrders, hasFound());
        return looking.isToBeNoted();
    }

    public NewOrders newOrders() {
        return newOrders;
    }

    public WatchedOrders watchedOrders() {
        return watchedOrders;
    }

    /** What was gathered of the new orders is in the register (I4). */
    public void stored() {
        received += newOrders.ready().size();
        newOrders.stored();
    }

    /** The watched orders that had waited for a status to import are in the register. */
    public void admitted() {
        received += watchedOrders.admitted().size();
    }

    /** Whether it has brought nothing that a worker could begin. */
    public boolean isQuiet() {
        return received == 0 && !watchedOrders.hasWritten();
    }

    public void countRequest() {
        requests.incrementAndGet();
    }

    /** The poll is over: what it did. It holds no orders any more. */
    public Summary ends() {
        newOrders.newest().ifPresent(newest -> newestSeen.is(cursor.id(), newest));
        watchedOrders.forget();
        over = true;
        return new Summary(
                received,
                watchedOrders.compared(),
                requests.get(),
                TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started),
                looking.plan().isHint());
    }

    /**
     * @param received new orders in the register
     * @param watched orders whose status was compared
     * @param requests sent to the shop
     * @param hint whether it was one for hints, which looks at nothing else
     */
    public record Summary(int received, int watched, int requests, long millis, boolean hint) {

        /** Of one that looks at everything. */
        public Summary(int received, int watched, int requests, long millis) {
            this(received, watched, requests, millis, false);
        }
    }
}
