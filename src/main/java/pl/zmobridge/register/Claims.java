package pl.zmobridge.register;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who works on what (I8). A worker claims the <em>buyer</em> of an order, so that no two workers, in this process or in
 * another, touch orders of one buyer at once: one order, one ZMO; one new buyer, one contractor. A claim is a lease in the
 * database; this process renews the leases of work in flight, so a dead process's work is free again when its leases end.
 */
public final class Claims {
    private final Set<String> inFlight = ConcurrentHashMap.newKeySet();

    /** A token for one piece of work. */
    public String take() {
        String token = UUID.randomUUID().toString();
        inFlight.add(token);
        return token;
    }

    /** The work is over, well or badly; its lease is not renewed any more. */
    public void done(String token) {
        inFlight.remove(token);
    }

    /** The claims whose leases must be renewed now. */
    public List<String> inFlight() {
        return List.copyOf(inFlight);
    }

    /**
     * A write that belongs to a claim has changed this many rows; none means that the lease ended and another worker may
     * have the order, so this one must stop before it writes to the ERP.
     *
     * @throws ClaimLost when it changed none
     */
    public void stillOurs(int changedRows) {
        if (changedRows == 0) {
            throw new ClaimLost();
        }
    }

    /** The lease on the order ended while it was worked on. */
    public static final class ClaimLost extends RuntimeException {
        ClaimLost() {
            super("The claim on this order has ended; whoever holds it now goes on with it");
        }
    }
}
