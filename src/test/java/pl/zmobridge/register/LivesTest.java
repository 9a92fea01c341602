package pl.zmobridge.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import pl.zmobridge.support.MariaDb;

@DisplayName("I2: an order is proven to have no ZMO")
class LivesTest {
    private HikariDataSource database;
    private JdbcTemplate sql;
    private PollLock lock;
    private PollLock othersLock;
    private Lives lives;
    private Lives other;

    /** Two processes; one of them has polled and seen the orders up to 100. */
    @BeforeEach
    void begin() throws Exception {
        database = Database.open(MariaDb.newSchema(), "root", "", 6);
        Database.migrate(database);
        sql = new JdbcTemplate(database);
        lock = new PollLock(database);
        othersLock = new PollLock(database);
        lives = new Lives(database, lock);
        other = new Lives(database, othersLock);
        lives.look();
        other.look();
        polls(lives);
        lives.look();
    }

    @AfterEach
    void end() throws Exception {
        lock.close();
        othersLock.close();
        database.close();
    }

    @Test
    @DisplayName("if it has come since a poll in the same life, whatever the process and others have written meanwhile")
    void cameSince() throws Exception {
        assertThat(isProven(lives, 101)).isTrue();
        assertThat(isProven(lives, 100)).isFalse();
        assertThat(lives.isProvenNew("other", 101, look(lives))).isFalse();

        writes(lives);
        writes(other);

        assertThat(isProven(lives, 101)).isTrue();
        assertThat(isProven(other, 101)).describedAs("it has not polled").isFalse();
    }

    @Test
    @DisplayName("not by another life's look; more than was known is no loss")
    void othersLook() {
        LifeEvidence mine = look(lives);
        sql.update("UPDATE lives SET intents = 7");

        assertThat(lives.isProvenNew("main", 101, look(other))).isFalse();
        assertThat(lives.isProvenNew("main", 101, mine)).isTrue();
        assertThat(isProven(lives, 101)).isTrue();
    }

    @Test
    @DisplayName("not after a restore that has lost one of its own writes, seen or not")
    void ownLoss() throws Exception {
        List<Map<String, Object>> backup = backup();
        writes(lives);

        restore(backup);

        assertThat(isProven(lives, 101)).isFalse();
        lives.look();
        assertThat(isProven(lives, 101)).describedAs("before the next poll").isFalse();
        polls(lives);
        assertThat(isProven(lives, 101)).isTrue();
        assertThat(ids()).describedAs("another life, with a row of its own").isEqualTo(3);
    }

    @Test
    @DisplayName("not after a restore that has lost a write of another process, which this one has seen")
    void othersLoss() throws Exception {
        List<Map<String, Object>> backup = backup();
        writes(other);
        lives.look();

        restore(backup);

        assertThat(isProven(lives, 101)).isFalse();
    }

    @Test
    @DisplayName("not after a restore from before the process began")
    void rowLost() throws Exception {
        sql.update("DELETE FROM lives");

        assertThat(isProven(lives, 101)).isFalse();
    }

    @Test
    @DisplayName("not after a restore that set the cursor back")
    void cursorBack() {
        lives.pollBegins("main", 99);
        lives.pollEnds("main", 100, 100);

        assertThat(isProven(lives, 101)).isFalse();
    }

    @Test
    @DisplayName("not once the connection broke; then the next poll counts, and the same row goes on")
    void connectionBroke() throws Exception {
        writes(lives);
        breaks(lives);

        assertThat(isProven(lives, 101)).isFalse();
        looksAgain(lives);
        assertThat(isProven(lives, 101)).isFalse();
        polls(lives);
        assertThat(isProven(lives, 101)).isTrue();
        assertThat(ids()).isEqualTo(2);
    }

    @Test
    @DisplayName(
            "not when the connection broke and the server has lost the last writes, as one that others have taken over from")
    void failedOver() throws Exception {
        List<Map<String, Object>> backup = backup();
        writes(lives);
        breaks(lives);
        assertThat(isProven(lives, 101)).isFalse();
        restore(backup);

        looksAgain(lives);

        assertThat(ids()).describedAs("a life of its own").isEqualTo(3);
        assertThat(isProven(lives, 101)).isFalse();
    }

    @Test
    @DisplayName("not by a poll that began in an earlier life, or of a shop that was restored (S7)")
    void pollOfAnEarlierLife() throws Exception {
        lives.pollBegins("main", 100);
        breaks(lives);
        looksAgain(lives);
        lives.pollEnds("main", 100, 100);
        assertThat(isProven(lives, 101)).isFalse();

        polls(lives);
        assertThat(isProven(lives, 101)).isTrue();
        lives.shopRestored("main");
        assertThat(isProven(lives, 101)).isFalse();
    }

    @Test
    @DisplayName("a process that is alone forgets the lives of those that have been gone for a day")
    void alone() throws Exception {
        breaks(lives);
        breaks(other);
        sql.update("UPDATE lives SET began_at = began_at - INTERVAL 2 DAY");

        try (PollLock third = new PollLock(database)) {
            new Lives(database, third).look();
            assertThat(ids()).isEqualTo(1);
        }
    }

    private static void polls(Lives lives) {
        lives.pollBegins("main", 100);
        lives.pollEnds("main", 100, 100);
    }

    private boolean isProven(Lives of, long order) {
        return of.isProvenNew("main", order, look(of));
    }

    /** As {@code registered-order} looks. */
    private LifeEvidence look(Lives of) {
        Map<String, Object> known = of.parameters();
        Map<String, Object> row = new HashMap<>(sql.queryForMap(
                "SELECT ? AS life, ? AS lives_seen, (SELECT GROUP_CONCAT(l.id, ':', l.intents) FROM lives l) AS lives_found,"
                        + " IS_USED_LOCK(CONCAT('zmo-poll-', MD5(CONCAT(DATABASE(), '/life/', ?)))) IS NOT NULL AS life_locked",
                known.get("life"),
                known.get("livesSeen"),
                known.get("life")));
        return LifeEvidence.of(row);
    }

    /** The first look may meet the broken connection itself. */
    private static void looksAgain(Lives lives) throws Exception {
        try {
            lives.look();
        } catch (SQLException e) {
            lives.look();
        }
    }

    private void breaks(Lives of) {
        String holder = "SELECT IS_USED_LOCK(CONCAT('zmo-poll-', MD5(CONCAT(DATABASE(), '/life/', ?)))) AS connection";
        Object life = of.parameters().get("life");
        sql.execute("KILL " + sql.queryForMap(holder, life).get("connection"));
        await().until(() -> sql.queryForMap(holder, life).get("connection") == null);
    }

    private void writes(Lives by) {
        String life = by.parameters().get("life").toString();
        sql.update("UPDATE lives SET intents = intents + 1 WHERE id = ?", life);
        by.noted(life);
    }

    private List<Map<String, Object>> backup() {
        return sql.queryForList("SELECT * FROM lives");
    }

    private void restore(List<Map<String, Object>> backup) {
        sql.update("DELETE FROM lives");
        backup.forEach(row -> sql.update(
                "INSERT INTO lives (id, began_at, intents) VALUES (?, ?, ?)",
                row.get("id"),
                row.get("began_at"),
                row.get("intents")));
    }

    private int ids() {
        return sql.queryForObject("SELECT COUNT(*) FROM lives", Integer.class);
    }
}
