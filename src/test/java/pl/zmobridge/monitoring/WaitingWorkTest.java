package pl.zmobridge.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.apache.camel.health.HealthCheck.Result;
import org.apache.camel.health.HealthCheck.State;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import pl.zmobridge.attempt.Progress;
import pl.zmobridge.attempt.Shops;
import pl.zmobridge.monitoring.health.WorkDone;
import pl.zmobridge.register.Database;
import pl.zmobridge.support.MariaDb;

@DisplayName("Work that any worker could take")
class WaitingWorkTest {
    private static final Predicate<String> ANY = step -> true;

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-01T00:00:00Z"));
    private HikariDataSource database;
    private WaitingWork waiting;

    @BeforeEach
    void register() throws SQLException {
        database = Database.open(MariaDb.newSchema(), "root", "", 2);
        Database.migrate(database);
        waiting = new WaitingWork(database, () -> List.of("raz", "dwa"), now::get);
        order("raz", 1, 5);
        order("raz", 2, 60);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    @DisplayName("is none when nothing is due")
    void isNone() throws SQLException {
        run(
                "INSERT INTO dead_letters (shop, shop_order_id, step, error, first_failed_at, last_failed_at, next_attempt_at) VALUES"
                        + " ('raz', 1, 'IMPORT', 'x', UTC_TIMESTAMP(3), UTC_TIMESTAMP(3), UTC_TIMESTAMP(3) + INTERVAL 1 MINUTE),"
                        + " ('raz', 2, 'REVIEW', 'x', UTC_TIMESTAMP(3), UTC_TIMESTAMP(3), UTC_TIMESTAMP(3) - INTERVAL 1 HOUR)");
        run(
                "INSERT INTO feedback (shop, shop_order_id, import_no, moment, status_id, state) VALUES ('raz', 2, 1, 'IMPORTED', 4, 'HELD')");

        assertThat(longest("raz", ANY)).isEmpty();
    }

    @Test
    @DisplayName("waits since the order's last change, whichever step it is")
    void waitsSinceTheLastChange() throws SQLException {
        run("UPDATE orders SET due_step = IF(shop_order_id = 1, 'IMPORT', 'REALISE')");

        assertThat(longest("raz", ANY))
                .hasValueSatisfying(age -> assertThat(age.toMinutes()).isEqualTo(60));
        assertThat(longest("raz", "IMPORT"::equals))
                .hasValueSatisfying(age -> assertThat(age.toMinutes()).isEqualTo(5));
        assertThat(longest("dwa", ANY)).isEmpty();
    }

    @Test
    @DisplayName("is not what somebody holds, and waits since its buyer is free")
    void isNotWhatSomebodyHolds() throws SQLException {
        run("UPDATE orders SET due_step = 'IMPORT' WHERE shop_order_id = 2");
        run("UPDATE buyers SET claimed_until = UTC_TIMESTAMP(3) + INTERVAL 30 SECOND");
        assertThat(longest("raz", ANY)).isEmpty();

        run("UPDATE buyers SET claimed_until = UTC_TIMESTAMP(3) - INTERVAL 3 MINUTE");
        assertThat(longest("raz", ANY))
                .hasValueSatisfying(age -> assertThat(age.toMinutes()).isEqualTo(3));
    }

    @Test
    @DisplayName("is a dead letter whose time has come, and a status that the shop is to get")
    void isALetterOrFeedback() throws SQLException {
        run(
                "INSERT INTO dead_letters (shop, shop_order_id, step, error, first_failed_at, last_failed_at, next_attempt_at) VALUES"
                        + " ('raz', 1, 'REALISE', 'x', UTC_TIMESTAMP(3), UTC_TIMESTAMP(3), UTC_TIMESTAMP(3) - INTERVAL 7 MINUTE)");
        run(
                "INSERT INTO feedback (shop, shop_order_id, import_no, moment, status_id) VALUES ('raz', 2, 1, 'IMPORTED', 4)");

        assertThat(longest("raz", "REALISE"::equals))
                .hasValueSatisfying(age -> assertThat(age.toMinutes()).isEqualTo(7));
        assertThat(longest("raz", "FEEDBACK"::equals))
                .hasValueSatisfying(age -> assertThat(age.toMinutes()).isEqualTo(60));
    }

    @Test
    @DisplayName("is unknown while the database does not answer")
    void isUnknownWithoutTheDatabase() {
        database.close();

        assertThat(longest("raz", ANY)).isEmpty();
    }

    @Test
    @DisplayName("I11 that nobody does for five minutes makes health DOWN and the alert fire, until it is done")
    void fiveMinutes() throws Exception {
        AtomicLong nanos = new AtomicLong();
        Outages outages = new Outages(new Shops(List.of()), now::get, shop -> Optional.empty());
        Metrics metrics = new Metrics(now::get, shop -> Optional.empty(), outages);
        PollTimes polls = new PollTimes("0 * * * * ?", TimeZone.getTimeZone("UTC"), now::get);
        WatchedShop shop = new WatchedShop(
                "raz", "http://127.0.0.1:9000", polls, Duration.ofMinutes(10), ANY, () -> 0, () -> 0, Map::of, Map::of);
        metrics.watch(shop);
        WorkDone health = new WorkDone(
                () -> List.of(shop), metrics.watchWork(database, () -> List.of(shop), new Progress(nanos::get)));
        assertThat(Files.readString(Path.of("docker/prometheus-alerts.yaml")))
                .contains("- alert: ZmoBridgeWorkStuck\n        expr: zmobridge_work_stuck == 1\n        for: 1m\n");

        for (int minute = 0; minute <= 6; minute++) {
            nanos.set(Duration.ofMinutes(minute).toNanos());
            now.updateAndGet(time -> time.plusSeconds(60));
            run("UPDATE orders SET due_step = 'IMPORT', updated_at = UTC_TIMESTAMP(3) - INTERVAL " + minute
                    + " MINUTE WHERE shop_order_id = 1");

            boolean still = minute >= 5;
            Result result = health.call();
            assertThat(result.getState()).describedAs("minute %d", minute).isEqualTo(still ? State.DOWN : State.UP);
            assertThat(stuck(metrics)).isEqualTo(still ? 1 : 0);
            if (still) {
                assertThat(result.getMessage().orElseThrow())
                        .isEqualTo("Work that is due is not done: raz due for %d min, nothing ended for %d min"
                                .formatted(minute, minute));
            }
        }
        run("UPDATE orders SET due_step = NULL");
        now.updateAndGet(time -> time.plusSeconds(11));

        assertThat(health.call().getState()).isEqualTo(State.UP);
        assertThat(stuck(metrics)).isZero();
    }

    /** What Prometheus knows as zmobridge_work_stuck. */
    private static double stuck(Metrics metrics) {
        return metrics.registry()
                .get("zmobridge.work.stuck")
                .tag("shop", "raz")
                .gauge()
                .value();
    }

    private Optional<Duration> longest(String shop, Predicate<String> steps) {
        now.updateAndGet(time -> time.plusSeconds(11));
        return waiting.longest(shop, steps);
    }

    private void order(String shop, long id, int minutes) throws SQLException {
        run("INSERT INTO buyers (shop, buyer_key) VALUES ('" + shop + "', 'user:" + id + "')");
        run(
                "INSERT INTO orders (shop, shop_order_id, number, confirmed_number, zone, buyer_key, received_at, updated_at) VALUES ('"
                        + shop + "', " + id + ", 'SH/" + id + "', '" + id + "', 'Europe/Warsaw', 'user:" + id
                        + "', UTC_TIMESTAMP(3) - INTERVAL 3 DAY, UTC_TIMESTAMP(3) - INTERVAL " + minutes + " MINUTE)");
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
