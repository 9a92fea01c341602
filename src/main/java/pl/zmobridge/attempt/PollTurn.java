package pl.zmobridge.attempt;

import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.Variable;
import org.apache.camel.support.SynchronizationAdapter;
import pl.zmobridge.register.PollLock;
import pl.zmobridge.shoper.Poll;

/** A poll's turn: the lock of its shop, and that workers know of it. It is over with the poll's exchange at the latest (I11). */
public final class PollTurn {
    private static final int LONGEST_LOOK = 30;

    private final Set<String> hinted = ConcurrentHashMap.newKeySet();
    private final PollLock lock;
    private final Workers workers;
    private final Map<String, Object> turns = new ConcurrentHashMap<>();

    public PollTurn(PollLock lock, Workers workers) {
        this.lock = lock;
        this.workers = workers;
    }

    /**
     * Begins it, unless another poll of the shop is under way.
     *
     * @param patience how many seconds to wait for the other one; a short look for hints is waited for, because it does not do the same
     * @return whether it has begun
     */
    public boolean begin(
            Exchange exchange, @Variable("shop") String shop, @Variable("hints") Hints.Batch hints, @Body int patience)
            throws SQLException, InterruptedException {
        if (!lock.acquire(shop, hinted.contains(shop) ? Math.max(patience, LONGEST_LOOK) : patience)) {
            return false;
        }
        if (hints != null) {
            hinted.add(shop);
        }
        try {
            begins(exchange, shop);
        } catch (RuntimeException | Error e) {
            over(shop, false);
            throw e;
        }
        return true;
    }

    private void begins(Exchange exchange, String shop) {
        Object turn = new Object();
        turns.put(shop, turn);
        exchange.getExchangeExtension().addOnCompletion(new SynchronizationAdapter() {
            @Override
            public void onDone(Exchange over) {
                if (turns.get(shop) == turn) {
                    over(shop, false);
                }
            }
        });
        workers.pollBegins(shop);
    }

    /** What it has brought can begin, and so can the next poll. */
    public void end(@Variable("shop") String shop, @Variable("poll") Poll poll) {
        over(shop, poll != null && poll.isQuiet());
    }

    private void over(String shop, boolean quiet) {
        turns.remove(shop);
        hinted.remove(shop);
        try {
            workers.pollEnds(shop, quiet);
        } finally {
            lock.release(shop);
        }
    }
}
