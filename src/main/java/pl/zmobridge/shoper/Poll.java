package pl.zmobridge.shoper;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;

/** One poll of a shop, from its cursor onward: where it stands and what it has done. Used by one thread, counted by any. */
public final class Poll {
    private final Instant started = Instant.now();
    private final AtomicInteger requests = new AtomicInteger();
    private final ImportFilter filter;
    private final NewOrders newOrders;
    private final WatchedOrders watchedOrders;
    private int received;

    /** @param cursor every order up to here is in the register */
    public Poll(long cursor, ImportFilter filter) {
        this.filter = filter;
        this.newOrders = new NewOrders(cursor, filter);
        this.watchedOrders = new WatchedOrders(cursor);
    }

    public ImportFilter filter() {
        return filter;
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

    public void countRequest() {
        requests.incrementAndGet();
    }

    /** The poll is over: what it did. It holds no orders any more. */
    public Summary ends() {
        watchedOrders.forget();
        return new Summary(
                received,
                watchedOrders.compared(),
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
