package pl.zmobridge.people;

import java.util.Optional;

/** Where sessions are kept. */
public interface SessionMemory {

    /**
     * A session.
     *
     * @param id a hash of the token that the browser holds
     * @param proof made of the token and of the user's password and role when it began
     */
    record Session(byte[] id, String user, byte[] proof) {}

    void keep(Session session);

    /** The one of that id, unless it is too old or was not used for too long; it counts as used now. */
    Optional<Session> find(byte[] id);

    void forget(byte[] id);
}
