package pl.zmobridge.register;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * Who works on what (I8). A worker claims the <em>buyer</em> of an order, so that no two workers, in this process or in
 * another, touch orders of one buyer at once: one order, one ZMO; one new buyer, one contractor. A claim is a lease in the
 * database; this process renews the leases of work in flight, so a dead process's work is free again when its leases end.
 *
 * <p>A process that is cut off from the database cannot renew, and must not write any more once somebody else may. So the intent
 * of a write extends the lease to {@link #lease}, and the write begins at most 10 seconds after the intent was known to be
 * noted, or after the claim was confirmed once more: 30 (the longest a statement takes) + 10 + 10 (a free connection) + 10 (to connect), and then
 * the time that it may take.
 */
public final class Claims {
    static final Duration WRITE_WITHIN = Duration.ofSeconds(10);

    /** From the beginning of an intent until its write is on its way. */
    private static final Duration INTENT = Duration.ofSeconds(60);

    /** When each claim of work in flight was last known to be ours, in nanoseconds. */
    private final Map<String, Long> inFlight = new ConcurrentHashMap<>();

    private final LongSupplier nanoTime;

    public Claims() {
        this(System::nanoTime);
    }

    /** @param nanoTime a clock that nobody sets */
    public Claims(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** How long a lease lasts from the intent of a write that may take so long. */
    public static Duration lease(Duration write) {
        return INTENT.plus(write);
    }

    /** A token for one piece of work. */
    public String take() {
        String token = UUID.randomUUID().toString();
        inFlight.put(token, nanoTime.getAsLong());
        return token;
    }

    /** The work is over, well or badly; its lease is not renewed any more. */
    public void done(String token) {
        inFlight.remove(token);
    }

    /** The claims whose leases must be renewed now. */
    public List<String> inFlight() {
        return List.copyOf(inFlight.keySet());
    }

    /**
     * An intent that belongs to a claim has changed this many rows; none means that the lease ended and another worker may
     * have the order, so this one must stop before it writes to the ERP.
     *
     * @throws ClaimLost when it changed none
     */
    public void stillOurs(int changedRows, String token) {
        if (changedRows == 0) {
            throw new ClaimLost();
        }
        inFlight.replace(token, nanoTime.getAsLong());
    }

    /**
     * Asked right before a write goes to the ERP: whether it was held up after its intent, by a session that had to be opened, by other
     * calls, by a machine that stood still. Then the claim must be confirmed once more.
     */
    public boolean isHeldUp(String token) {
        Long known = inFlight.get(token);
        return known != null && nanoTime.getAsLong() - known > WRITE_WITHIN.toNanos();
    }

    /** The lease on the order ended while it was worked on. */
    public static final class ClaimLost extends RuntimeException {
        public ClaimLost() {
            super(
                    "The claim on this order has ended, the order was closed, or the ERP was stopped; whoever holds it next goes on with it");
        }
    }
}
