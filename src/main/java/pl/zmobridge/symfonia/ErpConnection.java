package pl.zmobridge.symfonia;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.OptionalInt;

/** One ERP as seen from here, shared by the shops that write into it: its address, key and session, and its limit of calls. */
public final class ErpConnection {
    private final String url;
    private final ErpKey key;
    private final SymfoniaSession session;
    private final Duration writeTimeout;
    private final Concurrency concurrency;
    private final CallPlaces places;
    private volatile Optional<LocalDateTime> lastWritten = Optional.empty();

    /**
     * @param url without a slash at the end
     * @param concurrency how many calls it is given at once
     * @param writeTimeout how long a write may take (I10)
     */
    public ErpConnection(
            String url, ErpKey key, SymfoniaSession session, Concurrency concurrency, Duration writeTimeout) {
        this.url = url;
        this.writeTimeout = writeTimeout;
        this.key = key;
        this.session = session;
        this.concurrency = concurrency;
        this.places = new CallPlaces(url, concurrency, System::nanoTime);
    }

    /** What the paths of {@code wire-symfonia} are appended to. */
    public String url() {
        return url + "/api";
    }

    /** Which ERP it is, for people and for the register. */
    public String address() {
        return url;
    }

    public ErpKey key() {
        return key;
    }

    public SymfoniaSession session() {
        return session;
    }

    public Duration writeTimeout() {
        return writeTimeout;
    }

    /**
     * Waits for a place among the calls in flight; each must be left again. A write that had no answer gives its place back although the ERP may
     * still be at it: most such writes died with their connection, the ERP queues what it cannot do at once, and with one place
     * a single order would keep all others waiting (I5). Its own order and buyer are left alone meanwhile.
     *
     * @param kind what it asks; calls of one kind take equally long
     */
    public ErpPlace enter(String kind) throws InterruptedException {
        return places.enter(kind);
    }

    /** Whether a further call would go out at once. */
    public boolean hasRoom() {
        return places.hasRoom();
    }

    /** It has carried out a write. */
    public void hasWritten(LocalDateTime now) {
        lastWritten = Optional.of(now);
    }

    /** When it last carried out a write, UTC; empty when it has not since the start. */
    public Optional<LocalDateTime> lastWritten() {
        return lastWritten;
    }

    /** How many calls are in flight. */
    public int inFlight() {
        return places.inFlight();
    }

    /** How many calls it is given at once, as things are. */
    public int limit() {
        return places.limit();
    }

    /** The same, when the bridge has found it; empty when a person has chosen it. */
    public OptionalInt foundLimit() {
        return places.found();
    }

    /** How many of a shop's orders are worked on at once, as things are. */
    public int orders(int most) {
        return concurrency.found() ? Math.min(most, Concurrency.orders(limit())) : most;
    }

    /** The most of them that there can be. */
    public int mostOrders() {
        return concurrency.orders();
    }
}
