package pl.zmobridge.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import pl.zmobridge.failure.Failure;
import pl.zmobridge.words.Language;
import pl.zmobridge.words.Phrase;
import pl.zmobridge.words.Words;

/** What operators have set in place of the files' values, and the dead letters that waited for it. */
public final class SettingChanges {
    private static final Logger LOG = LoggerFactory.getLogger(SettingChanges.class);
    private static final int MOST_TRIES = 3;
    private static final String LATER =
            "Dead letters could not be told to go on at once; they are told again soon, or go on at their next attempt";
    private static final String COLUMNS = "id, shop, name, value, value_before, set_by, set_at";

    private final JdbcTemplate database;
    private final NamedParameterJdbcTemplate named;
    private final TransactionTemplate transaction;

    public SettingChanges(DataSource database) {
        this.database = new JdbcTemplate(database);
        this.named = new NamedParameterJdbcTemplate(database);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(database));
    }

    /** Equal as long as nobody has set or undone anything. */
    public String stamp() {
        return database.queryForObject(
                "SELECT CONCAT_WS(' ', COUNT(*), MAX(id), COUNT(undone_at)) FROM settings_changes", String.class);
    }

    /** Of each name the one that holds, in the order in which they were set. */
    public List<SettingChange> inForce() {
        return database.query(
                "SELECT " + COLUMNS + " FROM settings_changes WHERE id IN"
                        + " (SELECT MAX(id) FROM settings_changes WHERE undone_at IS NULL GROUP BY shop, name) ORDER BY id",
                SettingChanges::change);
    }

    /**
     * Sets a value.
     *
     * @param change without an id and a time
     * @return the same as it is stored
     */
    public SettingChange add(SettingChange change) {
        return database.queryForObject(
                "INSERT INTO settings_changes (shop, name, value, value_before, set_by, set_at)"
                        + " VALUES (?, ?, ?, ?, LEFT(?, 255), UTC_TIMESTAMP(3)) RETURNING " + COLUMNS,
                SettingChanges::change,
                change.shop(),
                change.name(),
                change.value(),
                change.before().orElse(null),
                change.by());
    }

    /** What was set under the same name before, and not undone. */
    public Optional<SettingChange> before(SettingChange change) {
        return database
                .query(
                        "SELECT " + COLUMNS + " FROM settings_changes"
                                + " WHERE shop = ? AND name = ? AND undone_at IS NULL AND id < ? ORDER BY id DESC LIMIT 1",
                        SettingChanges::change,
                        change.shop(),
                        change.name(),
                        change.id())
                .stream()
                .findFirst();
    }

    /**
     * Undoes a change; what held before it holds again.
     *
     * @return false when somebody else has undone it
     */
    public boolean undo(long id, String by) {
        return database.update(
                        "UPDATE settings_changes SET undone_by = LEFT(?, 255), undone_at = UTC_TIMESTAMP(3)"
                                + " WHERE id = ? AND undone_at IS NULL",
                        by,
                        id)
                > 0;
    }

    /** Open dead letters of these causes. */
    public List<WaitingLetter> waiting(List<String> shops, List<String> causes) {
        return causes.isEmpty()
                ? List.of()
                : named.query(
                        "SELECT id, shop, shop_order_id, `system`, cause, arguments, words FROM dead_letters"
                                + " WHERE shop IN (:shops) AND state = 'OPEN' AND step <> 'REVIEW' AND cause IN (:causes)"
                                + " ORDER BY id LIMIT 5000",
                        Map.of("shops", shops, "causes", causes),
                        (row, number) -> letter(row));
    }

    /** How many open dead letters of a shop have failed so, of these causes. */
    public Map<Failure, Integer> failures(String shop, List<String> causes) {
        Map<Failure, Integer> failures = new LinkedHashMap<>();
        named.query(
                "SELECT `system`, cause, arguments COLLATE utf8mb4_bin AS about, words COLLATE utf8mb4_bin AS said, COUNT(*) AS letters"
                        + " FROM dead_letters WHERE shop = :shop AND state = 'OPEN' AND step <> 'REVIEW' AND cause IN (:causes)"
                        + " GROUP BY `system`, cause, about, said LIMIT 5000",
                Map.of("shop", shop, "causes", causes),
                row -> {
                    int letters = row.getInt("letters");
                    failure(row, "about", "said").ifPresent(each -> failures.merge(each, letters, Integer::sum));
                });
        return failures;
    }

    /**
     * Has the steps of dead letters tried now, with the shop's current data.
     *
     * @param deed what a person has done for it, for the timelines of the orders
     * @param by who; blank when nobody had to sign in
     */
    public void goOn(List<WaitingLetter> letters, Phrase deed, String by) {
        inTransaction(() -> {
            due(letters, by);
            letters.stream()
                    .collect(Collectors.toMap(each -> each.shop() + "\n" + each.order(), each -> each, (a, b) -> a))
                    .values()
                    .forEach(each -> event(each, deed));
        });
    }

    /** The same without a word: another bridge on this database has told it. */
    public void goOn(List<WaitingLetter> letters) {
        inTransaction(() -> due(letters, ""));
    }

    private void due(List<WaitingLetter> letters, String by) {
        if (!letters.isEmpty()) {
            named.update(
                    "UPDATE dead_letters SET next_attempt_at = LEAST(next_attempt_at, UTC_TIMESTAMP(3)), refetch = TRUE,"
                            + " actor = COALESCE(NULLIF(LEFT(:by, 100), ''), actor) WHERE id IN (:ids) AND state = 'OPEN'",
                    Map.of(
                            "by",
                            by,
                            "ids",
                            letters.stream().map(WaitingLetter::id).toList()));
        }
    }

    private void event(WaitingLetter letter, Phrase deed) {
        database.update(
                "INSERT INTO events (shop, shop_order_id, at, kind, text, code, arguments)"
                        + " VALUES (?, ?, UTC_TIMESTAMP(3), ?, LEFT(?, 1000), ?, ?)",
                letter.shop(),
                letter.order(),
                deed.code(),
                Words.in(Language.PL).text("event", deed),
                deed.code(),
                deed.json());
    }

    private void inTransaction(Runnable work) {
        for (int tries = 1; ; tries++) {
            try {
                transaction.executeWithoutResult(status -> work.run());
                return;
            } catch (PessimisticLockingFailureException e) { // a worker has one of them
                if (tries == MOST_TRIES) {
                    LOG.warn(LATER, e);
                    return;
                }
            } catch (DataAccessException | TransactionException e) { // what was set is set nevertheless
                LOG.warn(LATER, e);
                return;
            }
        }
    }

    private static SettingChange change(ResultSet row, int number) throws SQLException {
        return new SettingChange(
                row.getLong("id"),
                row.getString("shop"),
                row.getString("name"),
                row.getString("value"),
                Optional.ofNullable(row.getString("value_before")),
                row.getString("set_by"),
                row.getObject("set_at", LocalDateTime.class).toInstant(ZoneOffset.UTC));
    }

    private static WaitingLetter letter(ResultSet row) throws SQLException {
        return new WaitingLetter(
                row.getLong("id"),
                row.getString("shop"),
                row.getLong("shop_order_id"),
                failure(row, "arguments", "words"));
    }

    private static Optional<Failure> failure(ResultSet row, String arguments, String words) throws SQLException {
        return Failure.read(
                row.getString("system"),
                row.getString("cause"),
                Phrase.arguments(text(row, arguments)),
                text(row, words));
    }

    private static String text(ResultSet row, String column) throws SQLException {
        String text = row.getString(column);
        return text == null ? "" : text;
    }
}
