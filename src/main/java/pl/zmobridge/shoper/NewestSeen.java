package pl.zmobridge.shoper;

/**
 * S7: the shop's newest order, as far as this process knows it. A poll asks for the orders after the one below it, so that the same
 * request tells that it is still there; only when it is gone, the newest one is asked for. Two polls of one shop never meet.
 */
public final class NewestSeen {
    private volatile Seen seen = new Seen(0, 0);

    private record Seen(long cursor, long newest) {}

    /** The order to ask for; as a rule the cursor's own. */
    long at(long cursor) {
        Seen last = seen;
        return last.cursor() == cursor ? last.newest() : cursor;
    }

    void is(long cursor, long newest) {
        seen = new Seen(cursor, newest);
    }
}
