package pl.zmobridge.symfonia;

import java.util.concurrent.Semaphore;

/** One ERP as seen from here, shared by the shops that write into it: its address, key and session, and its limit of calls. */
public final class ErpConnection {
    private final String url;
    private final ErpKey key;
    private final SymfoniaSession session;
    private final int limit;
    private final Semaphore places;

    /**
     * @param url without a slash at the end
     * @param limit how many calls it is given at once
     */
    public ErpConnection(String url, ErpKey key, SymfoniaSession session, int limit) {
        this.url = url;
        this.key = key;
        this.session = session;
        this.limit = limit;
        this.places = new Semaphore(limit, true); // fair: no shop waits for ever behind a busy neighbour
    }

    /** What the paths of {@code wire-symfonia} are appended to. */
    public String url() {
        return url + "/api";
    }

    public ErpKey key() {
        return key;
    }

    public SymfoniaSession session() {
        return session;
    }

    /** Waits for a place among the calls in flight; each must be left again. */
    public void enter() throws InterruptedException {
        places.acquire();
    }

    public void leave() {
        places.release();
    }

    /** How many calls are in flight. */
    public int inFlight() {
        return limit - places.availablePermits();
    }
}
