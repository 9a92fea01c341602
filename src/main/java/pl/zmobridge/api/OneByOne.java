package pl.zmobridge.api;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;

/** Lets each address have its long lists one after another: together, many would not fit into memory (I11). */
final class OneByOne {
    /** Who waits, by address; none of an address that is given no list. */
    private final Map<String, Queue<Runnable>> waiting = new HashMap<>();

    /** Runs the turn at once, or after those of the same address that came before; it ends with {@link #leave}. */
    void enter(String address, Runnable turn) {
        synchronized (this) {
            Queue<Runnable> others = waiting.get(address);
            if (others != null) {
                others.add(turn);
                return;
            }
            waiting.put(address, new ArrayDeque<>());
        }
        turn.run();
    }

    void leave(String address) {
        Runnable next;
        synchronized (this) {
            next = waiting.get(address).poll();
            if (next == null) {
                waiting.remove(address);
                return;
            }
        }
        next.run();
    }
}
