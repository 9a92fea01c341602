package pl.zmobridge.register;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Since when this process knows that its database has lost nothing, so that the ERP need not be asked about each new order whether it has its ZMO
 * already (I2, adr/0009). Such a <em>life</em> ends when the connection breaks that it began with, or as soon as the
 * database holds less than it held: fewer intents to write a ZMO, of any process, or a cursor that stands further back. Then another one begins.
 *
 * <p>What a poll saw that began and ended within a life was in the shop before, and may have been written by anybody. An order with a higher id
 * has come since: if anything had been written for it, the database would say so. When in doubt the answer is no.
 */
public final class Lives {
    private static final Logger LOG = LoggerFactory.getLogger("pl.zmobridge.nodes");
    private static final String LOCK = "life/";

    private static final String LOOK =
            "SELECT (SELECT GROUP_CONCAT(id, ':', intents) FROM lives), IS_USED_LOCK(CONCAT('zmo-poll-', MD5(CONCAT(DATABASE(), '/"
                    + LOCK + "', ?)))) IS NOT NULL";

    private static final String ALIVE =
            "SELECT COUNT(*) FROM lives WHERE IS_USED_LOCK(CONCAT('zmo-poll-', MD5(CONCAT(DATABASE(), '/" + LOCK
                    + "', id)))) IS NOT NULL";

    private final DataSource database;
    private final PollLock locks;
    private final Map<String, Life> polling = new ConcurrentHashMap<>();
    private volatile Optional<Life> now = Optional.empty();
    private volatile Optional<Life> last = Optional.empty();

    /**
     * @param noted what this process has begun to write: the database may hold more, if the process does not know of it yet
     * @param seen what each life has begun to write, as far as the database has told
     * @param newest by shop: what was there before
     * @param cursors by shop: how far polls have come
     */
    private record Life(
            String id, AtomicLong noted, Map<String, Long> seen, Map<String, Long> newest, Map<String, Long> cursors) {
        static Life anew() {
            return new Life(UUID.randomUUID().toString(), new AtomicLong(), new ConcurrentHashMap<>());
        }

        /** @param noted, seen are kept on */
        private Life(String id, AtomicLong noted, Map<String, Long> seen) {
            this(id, noted, seen, new ConcurrentHashMap<>(), new ConcurrentHashMap<>());
        }

        /** The same with a new connection: what was in the shop before must be seen once more. */
        Life resumed() {
            return new Life(id, noted, seen);
        }

        String known() {
            return seen.entrySet().stream()
                    .map(each -> each.getKey() + ":"
                            + (each.getKey().equals(id) ? Math.max(noted.get(), each.getValue()) : each.getValue()))
                    .collect(Collectors.joining(","));
        }

        void sees(String found) {
            LifeEvidence.counts(found).forEach((life, intents) -> seen.merge(life, intents, Math::max));
        }
    }

    /** @param locks of this process; they end with its connection */
    public Lives(DataSource database, PollLock locks) {
        this.database = database;
        this.locks = locks;
    }

    /** Parameters that {@code registered-order} looks with. */
    public Map<String, Object> parameters() {
        return now.or(() -> last)
                .<Map<String, Object>>map(life -> Map.of("life", life.id, "livesSeen", life.known()))
                .orElse(Map.of("life", "", "livesSeen", ""));
    }

    /** Whether nothing can have been written to the ERP for this order before this moment, for which nothing is noted. */
    public boolean isProvenNew(String shop, long orderId, LifeEvidence evidence) {
        Optional<Life> life = now.filter(each -> each.id.equals(evidence.life()));
        return life.filter(each -> goesOn(each, evidence))
                .map(each -> each.newest.get(shop))
                .filter(newest -> orderId > newest)
                .isPresent();
    }

    /** A ZMO is about to be written, and the database has counted that for the life of this id. */
    public void noted(String life) {
        now.or(() -> last).filter(each -> each.id.equals(life)).ifPresent(each -> each.noted.incrementAndGet());
    }

    /**
     * A poll of the shop begins.
     *
     * @param cursor where
     */
    public void pollBegins(String shop, long cursor) {
        now.filter(life -> cursor < life.cursors.getOrDefault(shop, 0L)).ifPresent(life -> ends(life, true));
        now.ifPresentOrElse(life -> polling.put(shop, life), () -> polling.remove(shop));
    }

    /**
     * A poll of the shop has seen all that is new.
     *
     * @param newest the highest id that the poll or the register knows
     * @param cursor where the next poll begins
     */
    public void pollEnds(String shop, long newest, long cursor) {
        Life begun = polling.remove(shop);
        if (begun != null && now.filter(life -> life == begun).isPresent()) {
            begun.newest.putIfAbsent(shop, newest);
            begun.cursors.merge(shop, cursor, Math::max);
        }
    }

    /** The shop was restored: its ids come back (S7). */
    public void shopRestored(String shop) {
        polling.remove(shop);
        now.ifPresent(life -> life.newest.remove(shop));
    }

    /**
     * Looks whether the database has lost something, at the start and every few seconds, so that this process knows of what others have written;
     * begins a life when none goes on.
     *
     * @throws SQLException when the database does not answer; then the next look does it
     */
    public void look() throws SQLException, InterruptedException {
        Optional<Life> life = now;
        if (life.isPresent()) {
            goesOn(life.get(), look(life.get()));
        }
        if (now.isEmpty()) {
            begin();
        }
    }

    private LifeEvidence look(Life life) throws SQLException {
        String known = life.known();
        try (Connection connection = database.getConnection();
                PreparedStatement look = connection.prepareStatement(LOOK)) {
            look.setString(1, life.id);
            try (ResultSet row = look.executeQuery()) {
                row.next();
                return new LifeEvidence(life.id, known, String.valueOf(row.getString(1)), row.getBoolean(2));
            }
        }
    }

    private boolean goesOn(Life life, LifeEvidence evidence) {
        if (evidence.isLoss() || !evidence.locked()) {
            ends(life, evidence.isLoss());
            return false;
        }
        life.sees(evidence.found());
        return true;
    }

    private synchronized void ends(Life life, boolean lost) {
        if (now.filter(each -> each == life).isEmpty()) {
            return;
        }
        now = Optional.empty();
        last = Optional.of(life).filter(each -> !lost);
        if (lost) {
            tellLoss();
        }
    }

    private static void tellLoss() {
        LOG.warn("The database does not hold any more what it held: it was restored from a backup, or changed by hand."
                + " Before a ZMO is written the ERP is asked about each order that is in the shop by now");
    }

    private synchronized void begin() throws SQLException, InterruptedException {
        try (Connection connection = database.getConnection()) {
            String found = lives(connection);
            Optional<Life> before = last;
            last = last.filter(life -> !new LifeEvidence(life.id, life.known(), found, true).isLoss());
            if (before.isPresent() && last.isEmpty()) {
                tellLoss();
            }
            before.ifPresent(ended -> locks.release(LOCK + ended.id));
            Life life = last.map(Life::resumed).orElseGet(Life::anew);
            locks.release(LOCK + life.id); // that of the connection that broke
            if (!locks.acquire(LOCK + life.id, 0)) {
                return; // by a connection that the server does not know to be broken yet
            }
            if (last.isEmpty()) {
                begin(life, connection);
            }
            life.sees(lives(connection));
            if (life.seen.containsKey(
                    life.id)) { // another process may have cleared it away: the next look begins another one
                now = Optional.of(life);
            } else {
                locks.release(LOCK + life.id);
            }
        }
    }

    /** Rows of dead processes are evidence as long as another process lives that has seen them; one of today may be about to live. */
    private static void begin(Life life, Connection connection) throws SQLException {
        try (PreparedStatement others = connection.prepareStatement(ALIVE);
                ResultSet row = others.executeQuery()) {
            row.next();
            if (row.getInt(1) == 0) {
                change(
                        connection,
                        "DELETE FROM lives WHERE id <> ? AND began_at < UTC_TIMESTAMP(3) - INTERVAL 1 DAY",
                        life.id);
            }
        }
        change(connection, "INSERT INTO lives (id, began_at) VALUES (?, UTC_TIMESTAMP(3))", life.id);
    }

    private static String lives(Connection connection) throws SQLException {
        try (PreparedStatement statement =
                        connection.prepareStatement("SELECT GROUP_CONCAT(id, ':', intents) FROM lives");
                ResultSet row = statement.executeQuery()) {
            row.next();
            return String.valueOf(row.getString(1));
        }
    }

    private static void change(Connection connection, String sql, String life) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, life);
            statement.executeUpdate();
        }
    }
}
