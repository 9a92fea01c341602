package pl.zmobridge.people;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Sessions without a database. */
public final class RememberedSessions implements SessionMemory {
    final List<Session> sessions = new ArrayList<>();

    @Override
    public void keep(Session session) {
        sessions.add(session);
    }

    @Override
    public Optional<Session> find(byte[] id) {
        return sessions.stream()
                .filter(session -> Arrays.equals(session.id(), id))
                .findFirst();
    }

    @Override
    public void forget(byte[] id) {
        sessions.removeIf(session -> Arrays.equals(session.id(), id));
    }
}
