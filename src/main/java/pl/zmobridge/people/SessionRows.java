package pl.zmobridge.people;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Sessions in the register's database, so that they hold on every bridge that uses it, and through a restart. While the database is away,
 * those that this process has seen a short time before go on, so that the console shows what is wrong.
 */
public final class SessionRows implements SessionMemory {
    /** After so long without a request a session is over. */
    private static final int IDLE_MINUTES = 120;

    private static final int LONGEST_HOURS = 24;

    private static final Duration WITHOUT_DATABASE = Duration.ofMinutes(15);
    private static final int MOST_SEEN = 200;

    private final JdbcTemplate database;
    private final InstantSource clock;
    private final Map<ByteBuffer, Seen> seen = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<ByteBuffer, Seen> eldest) {
            return size() > MOST_SEEN;
        }
    };

    private record Seen(Session session, Instant at) {}

    public SessionRows(DataSource database, InstantSource clock) {
        this.database = new JdbcTemplate(database);
        this.clock = clock;
    }

    @Override
    public void keep(Session session) {
        database.update(
                "DELETE FROM sign_ins WHERE ends_at <= UTC_TIMESTAMP(3) OR used_at <= UTC_TIMESTAMP(3) - INTERVAL ? MINUTE",
                IDLE_MINUTES);
        database.update(
                "INSERT INTO sign_ins (id, user_name, proof, used_at, ends_at)"
                        + " VALUES (?, ?, ?, UTC_TIMESTAMP(3), UTC_TIMESTAMP(3) + INTERVAL ? HOUR)",
                session.id(),
                session.user(),
                session.proof(),
                LONGEST_HOURS);
    }

    @Override
    public Optional<Session> find(byte[] id) {
        try {
            Optional<Session> found = read(id);
            remember(id, found);
            return found;
        } catch (DataAccessException e) {
            return Optional.of(remembered(id).orElseThrow(() -> e));
        }
    }

    private synchronized void remember(byte[] id, Optional<Session> found) {
        seen.remove(ByteBuffer.wrap(id));
        found.ifPresent(session -> seen.put(ByteBuffer.wrap(id), new Seen(session, clock.instant())));
    }

    private synchronized Optional<Session> remembered(byte[] id) {
        Instant oldest = clock.instant().minus(WITHOUT_DATABASE);
        return Optional.ofNullable(seen.get(ByteBuffer.wrap(id)))
                .filter(known -> known.at().isAfter(oldest))
                .map(Seen::session);
    }

    private Optional<Session> read(byte[] id) {
        Optional<Session> found = database
                .query(
                        "SELECT user_name, proof FROM sign_ins WHERE id = ? AND ends_at > UTC_TIMESTAMP(3)"
                                + " AND used_at > UTC_TIMESTAMP(3) - INTERVAL ? MINUTE",
                        (row, number) -> new Session(id, row.getString("user_name"), row.getBytes("proof")),
                        id,
                        IDLE_MINUTES)
                .stream()
                .findFirst();
        if (found.isPresent()) { // written once a minute: a page asks every few seconds
            database.update(
                    "UPDATE sign_ins SET used_at = UTC_TIMESTAMP(3)"
                            + " WHERE id = ? AND used_at < UTC_TIMESTAMP(3) - INTERVAL 1 MINUTE",
                    id);
        }
        return found;
    }

    @Override
    public void forget(byte[] id) {
        remember(id, Optional.empty());
        database.update("DELETE FROM sign_ins WHERE id = ?", id);
    }
}
