package pl.zmobridge.register;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.JdbcTemplate;
import pl.zmobridge.failure.Cause;
import pl.zmobridge.failure.FailedSystem;
import pl.zmobridge.failure.WaitsFor;
import pl.zmobridge.support.MariaDb;

@DisplayName("Dead letters of the version before")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FailuresMigrationTest {
    private static final String OLD_STATEMENT =
            """
            INSERT INTO dead_letters (shop, shop_order_id, step, error, first_failed_at, last_failed_at, next_attempt_at, payload)
            VALUES ('main', ?, ?, ?, UTC_TIMESTAMP(3), UTC_TIMESTAMP(3), UTC_TIMESTAMP(3), '{}')
            ON DUPLICATE KEY UPDATE error = VALUES(error), attempts = attempts + 1""";

    private HikariDataSource database;
    private JdbcTemplate sql;
    private int next = 1;

    @BeforeAll
    void migrateToTheVersionBefore() {
        database = Database.open(MariaDb.newSchema(), "root", "", 2);
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration")
                .target("20")
                .load()
                .migrate();
        sql = new JdbcTemplate(database);
        for (String[] old : OLD) {
            sql.update(OLD_STATEMENT, next++, old[0], old[1]);
        }
        Database.migrate(database);
    }

    @AfterAll
    void close() {
        database.close();
    }

    private static final String[][] OLD = {
        {"IMPORT", "Pozycja 2: nie znaleziono towaru o kodzie SPD-1."},
        {"REALISE", "Brak wystarczającej ilości towaru BUT-0042 w magazynie MAG: wymagane 5"},
        {"FEEDBACK", "Brak połączenia: Connect to http://127.0.0.1:9000 failed"},
        {"IMPORT", "HTTP 502: Bad Gateway"},
        {"IMPORT", "Sklep odpowiedział 403 na orders: brak. Nadaj integracji w panelu dostęp"},
        {"REALISE", "Okres sprawozdawczy jest zamknięty."},
        {"IMPORT", "Zamówienie 1231: suma 1234.56 PLN nie wynika z pozycji i dostawy"},
        {"REALISE", "Zamówienie SH/1 zostało już zrealizowane."},
        {"REALISE", "Treść usunięto razem z danymi osobowymi"},
    };

    @ParameterizedTest(name = "{0} becomes {1}")
    @CsvSource({
        "1, UNKNOWN_PRODUCT_CODE, ERP, PERSON",
        "2, NO_STOCK, ERP, STOCK",
        "3, SHOP_AWAY, SHOP, SYSTEM",
        "4, ERP_AWAY, ERP, SYSTEM",
        "5, SHOP_AREA_MISSING, SHOP, PERSON",
        "6, PERIOD_CLOSED, ERP, PERSON",
        "7, TOTAL_DOES_NOT_FIT, BRIDGE, PERSON",
        "8, OTHER, BRIDGE, PERSON"
    })
    @DisplayName("get a cause as far as their text tells, and keep their words")
    void filled(int order, Cause cause, FailedSystem system, WaitsFor waitsFor) {
        Map<String, Object> row = row(order);

        assertThat(row.get("cause")).isEqualTo(cause.name());
        assertThat(row.get("system")).isEqualTo(system.name());
        assertThat(row.get("waits_for")).isEqualTo(waitsFor.name());
        assertThat(row.get("words")).isEqualTo(row.get("error")).isEqualTo(OLD[order - 1][1]);
    }

    @Test
    @DisplayName("whose text was erased get none")
    void erased() {
        assertThat(row(9).get("words")).isNull();
        assertThat(row(9).get("cause")).isNull();
    }

    @Test
    @DisplayName("can still be written by it after the migration")
    void theVersionBeforeGoesOn() {
        sql.update(OLD_STATEMENT, 100, "IMPORT", "Nowy błąd");
        sql.update(OLD_STATEMENT, 100, "IMPORT", "Jeszcze nowszy błąd");
        sql.update(
                "INSERT INTO events (shop, shop_order_id, at, kind, text) VALUES ('main', 100, UTC_TIMESTAMP(3), 'FAILED', 'x')");

        assertThat(row(100).get("error")).isEqualTo("Jeszcze nowszy błąd");
        assertThat(row(100).get("cause")).isNull();
    }

    @Test
    @DisplayName("have a step for what a person must look at")
    void review() {
        sql.update(OLD_STATEMENT, 101, "REVIEW", "x");
        assertThat(row(101).get("step")).isEqualTo("REVIEW");
    }

    private Map<String, Object> row(int order) {
        return sql.queryForMap("SELECT * FROM dead_letters WHERE shop_order_id = ?", order);
    }
}
