package pl.zmobridge.symfonia;

import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The one session with an ERP, shared by all threads: sessions are licensed and few. It is opened when it is first needed
 * and again, once, when the ERP no longer knows it.
 */
public final class SymfoniaSession {
    private final Supplier<String> open;
    private final Consumer<String> close;
    private volatile String token = "";

    /**
     * @param open asks the ERP for a session and answers its token
     * @param close ends the session of this token
     */
    public SymfoniaSession(Supplier<String> open, Consumer<String> close) {
        this.open = open;
        this.close = close;
    }

    /** The session's token; opens a session when there is none. */
    public synchronized String token() {
        if (token.isEmpty()) {
            token = open.get();
        }
        return token;
    }

    /** Whether there is one now, as far as is known; waits for nobody who opens one. */
    public boolean isOpen() {
        return !token.isEmpty();
    }

    /** The ERP did not know this token any more. When another thread has opened a new session meanwhile, that one stays. */
    public synchronized void expired(String used) {
        if (token.equals(used)) {
            token = "";
        }
    }

    /** Ends the session, if there is one. */
    public synchronized void close() {
        if (!token.isEmpty()) {
            close.accept(token);
            token = "";
        }
    }

    @Override
    public String toString() {
        return "SymfoniaSession"; // I6
    }
}
