package pl.zmobridge.register;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import pl.zmobridge.support.MariaDb;

/** The clock that nobody sets is what the test moves: the database's is then off by as much. */
@DisplayName("A database whose clock is set")
class DatabaseClockTest {
    private static final Duration LEASE = Duration.ofMinutes(6);
    private static final Duration WAIT = Duration.ofMinutes(21);
    private static final String IN_SECONDS = "TIMESTAMPDIFF(SECOND, UTC_TIMESTAMP(), %s) BETWEEN %d AND %d";

    private static HikariDataSource database;
    private static NamedParameterJdbcTemplate sql;

    private final AtomicLong ahead = new AtomicLong();
    private DatabaseClock clock;

    @BeforeAll
    static void start() {
        database = Database.open(MariaDb.newSchema(), "root", "", 2);
        Database.migrate(database);
        sql = new NamedParameterJdbcTemplate(database);
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @BeforeEach
    void aLookBefore() throws Exception {
        for (String table : List.of("orders", "imports", "buyers", "dead_letters", "waiting")) {
            sql.update("DELETE FROM " + table, Map.of());
        }
        clock = new DatabaseClock(database, () -> System.nanoTime() - ahead.get(), List.of("main"), LEASE, WAIT);
        assertThat(mayClaim()).describedAs("before the first look").isTrue();
        clock.look();
    }

    @Test
    @DisplayName("that nobody has set lets orders be claimed, and nothing is changed")
    void nobodyHasSetIt() throws Exception {
        buyer("main", "UTC_TIMESTAMP(3) + INTERVAL 45 SECOND");
        setBy(Duration.ofSeconds(2)); // a time server's correction

        assertThat(mayClaim()).isTrue();
        clock.look();
        assertThat(is("buyers", "claimed_until", 40, 45)).isTrue();
    }

    @ParameterizedTest(name = "by {0} s")
    @ValueSource(longs = {3600, -3600, 30, -30})
    @DisplayName("lets no order be claimed until that was seen")
    void nothingIsClaimed(long seconds) throws Exception {
        setBy(Duration.ofSeconds(seconds));

        assertThat(mayClaim()).isFalse();
        clock.look();
        assertThat(mayClaim()).isTrue();
    }

    @ParameterizedTest(name = "by {0} s")
    @ValueSource(longs = {3600, -3600})
    @DisplayName("lets what is claimed and what is unclear last as long as it can, from then on (I8, I10)")
    void leases(long seconds) throws Exception {
        setBy(Duration.ofSeconds(seconds));
        buyer("main", "UTC_TIMESTAMP(3) + INTERVAL 45 - " + seconds + " SECOND");
        buyer("other", "UTC_TIMESTAMP(3) + INTERVAL 45 - " + seconds + " SECOND");
        unclear("main", 45 - seconds);

        clock.look();

        assertThat(is("buyers", "claimed_until", 350, 360)).isTrue();
        assertThat(is("imports", "unclear_until", 350, 360)).isTrue();
        assertThat(count("buyers WHERE shop = 'other' AND "
                        + IN_SECONDS.formatted("claimed_until", 34 - seconds, 46 - seconds)))
                .describedAs("another bridge's shop")
                .isOne();
    }

    @Test
    @DisplayName("claims nothing that is free")
    void whatIsFreeStaysFree() throws Exception {
        setBy(Duration.ofHours(-1));
        buyer("main", "'1970-01-01'");

        clock.look();

        assertThat(count("buyers WHERE claimed_until = '1970-01-01'")).isOne();
    }

    @Test
    @DisplayName("back lets no dead letter and no order that is waited for wait an hour longer")
    void whatWaits() throws Exception {
        setBy(Duration.ofHours(-1));
        letter(1, Duration.ofMinutes(61));
        letter(2, Duration.ofMinutes(15));
        sql.update(
                "INSERT INTO waiting (shop, shop_order_id, seen_at, why, look_at) VALUES"
                        + " ('main', 3, UTC_TIMESTAMP(3), 'GAP', UTC_TIMESTAMP(3) + INTERVAL 70 MINUTE)",
                Map.of());

        clock.look();

        assertThat(count("dead_letters WHERE shop_order_id = 1 AND next_attempt_at <= UTC_TIMESTAMP(3)"))
                .isOne();
        assertThat(count("dead_letters WHERE shop_order_id = 2 AND next_attempt_at > UTC_TIMESTAMP(3)"))
                .describedAs("one that waits no longer than any")
                .isOne();
        assertThat(count("waiting WHERE look_at <= UTC_TIMESTAMP(3)")).isOne();
    }

    private void setBy(Duration time) {
        ahead.addAndGet(time.toNanos());
    }

    private boolean mayClaim() {
        return Boolean.TRUE.equals(sql.queryForObject(
                "SELECT UTC_TIMESTAMP(3) BETWEEN :clockFrom AND :clockTo",
                new HashMap<>(clock.expected()),
                Boolean.class));
    }

    private static void buyer(String shop, String until) {
        sql.update(
                "INSERT INTO buyers (shop, buyer_key, claim_token, claimed_until) VALUES ('" + shop
                        + "', 'user:1', 'token', " + until + ")",
                Map.of());
    }

    private static void unclear(String shop, long seconds) {
        sql.update(
                "INSERT INTO imports (shop, shop_order_id, import_no, number, step, requested_at, unclear_until) VALUES ('"
                        + shop
                        + "', 1, 1, 'SH/1', 'SELLING', UTC_TIMESTAMP(3), UTC_TIMESTAMP(3) + INTERVAL " + seconds
                        + " SECOND)",
                Map.of());
    }

    private static void letter(long order, Duration wait) {
        sql.update(
                "INSERT INTO dead_letters (shop, shop_order_id, step, `system`, cause, waits_for, error, first_failed_at, last_failed_at,"
                        + " next_attempt_at) VALUES ('main', " + order
                        + ", 'IMPORT', 'ERP', 'ERP_AWAY', 'SYSTEM', '', UTC_TIMESTAMP(3),"
                        + " UTC_TIMESTAMP(3), UTC_TIMESTAMP(3) + INTERVAL " + wait.toSeconds() + " SECOND)",
                Map.of());
    }

    private static boolean is(String table, String column, long from, long to) {
        return count(table + " WHERE shop = 'main' AND " + IN_SECONDS.formatted(column, from, to)) == 1;
    }

    private static long count(String rows) {
        return sql.queryForObject("SELECT COUNT(*) FROM " + rows, Map.of(), Long.class);
    }
}
