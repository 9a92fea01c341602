package pl.zmobridge.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pl.zmobridge.monitoring.RegisterFigures.Figures;
import pl.zmobridge.register.Database;
import pl.zmobridge.support.MariaDb;

/** With 100,000 orders and 3,000 dead letters in the register. */
class RegisterFiguresTest {
    private static final Duration LIMIT = Duration.ofMillis(1500); // some 100 ms on a machine with nothing else to do

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-01T00:00:00Z"));
    private HikariDataSource database;

    @BeforeEach
    void fill() throws SQLException {
        database = Database.open(MariaDb.newSchema(), "root", "", 2);
        Database.migrate(database);
        run(
                """
                INSERT INTO orders (shop, shop_order_id, number, confirmed_number, state, due_step, zone, buyer_key, raw,
                  received_at, updated_at)
                SELECT IF(seq % 10 = 0, 'dwa', 'raz'), seq, CONCAT('SH/', seq), seq,
                  ELT(1 + seq % 4, 'REALISED', 'REALISED', 'CLOSED', 'ISSUED'), IF(seq > 99000, 'IMPORT', NULL),
                  'Europe/Warsaw', CONCAT('user:', seq), REPEAT('x', 1500), UTC_TIMESTAMP(3) - INTERVAL 1 HOUR, UTC_TIMESTAMP(3)
                FROM seq_1_to_100000""");
        run(
                """
                INSERT INTO dead_letters (shop, shop_order_id, step, state, cause, waits_for, error, first_failed_at, last_failed_at, next_attempt_at)
                SELECT 'raz', seq, 'REALISE', IF(seq % 3 = 0, 'OPEN', 'RESOLVED'), 'NO_STOCK', 'STOCK',
                  CONCAT('Brak wystarczającej ilości towaru BUT-', seq), UTC_TIMESTAMP(3) - INTERVAL 2 HOUR,
                  UTC_TIMESTAMP(3), UTC_TIMESTAMP(3)
                FROM seq_1_to_3000""");
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void countAllShopsTogetherFastAndNotAgainAtOnce() throws SQLException {
        RegisterFigures register = new RegisterFigures(database, () -> List.of("raz", "dwa"), now::get);
        long begun = System.nanoTime();
        Figures figures = register.now();
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        System.out.println("the register's figures with 100,000 orders: " + took.toMillis() + " ms");

        assertThat(took).isLessThan(LIMIT);
        assertThat(figures.answered()).isTrue();
        assertThat(figures.shops().get("raz").orders()).containsEntry("CLOSED", 20_000L);
        assertThat(figures.shops().get("dwa").due().get("IMPORT").orders()).isEqualTo(100);
        assertThat(figures.shops().get("raz").due().get("IMPORT").oldestSeconds())
                .isBetween(3590.0, 3700.0);
        assertThat(figures.shops().get("raz").letters()).singleElement().satisfies(stock -> {
            assertThat(stock.cause()).isEqualTo("NO_STOCK");
            assertThat(stock.waitsFor()).isEqualTo("STOCK");
            assertThat(stock.count()).isEqualTo(1000);
            assertThat(stock.oldestSeconds()).isBetween(7190.0, 7300.0);
        });

        run("DELETE FROM dead_letters");
        assertThat(register.now()).describedAs("a moment later").isSameAs(figures);
        now.updateAndGet(time -> time.plusSeconds(11));
        assertThat(register.now().shops().get("raz").letters()).isEmpty();
    }

    @Test
    void withoutTheDatabaseThereAreNoFigures() {
        RegisterFigures register = new RegisterFigures(database, () -> List.of("raz"), now::get);
        database.close();

        assertThat(register.now()).isEqualTo(new Figures(false, java.util.Map.of()));
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
