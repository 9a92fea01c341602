package pl.zmobridge.register;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Collections;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import pl.zmobridge.support.MariaDb;

@DisplayName("The statements that take the lease of the next due order")
class DueStatementsTest {
    private static final int ORDERS = 60;

    private static HikariDataSource database;
    private static NamedParameterJdbcTemplate sql;

    @BeforeAll
    static void start() {
        database = Database.open(MariaDb.migratedSchema(), "root", "", 10);
        sql = new NamedParameterJdbcTemplate(database);
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @BeforeEach
    void orders() {
        for (String table : new String[] {"orders", "buyers", "erp_stops"}) {
            sql.update("DELETE FROM " + table, Map.of());
        }
        for (int order = 1; order <= ORDERS; order++) {
            sql.update(
                    "INSERT INTO buyers (shop, buyer_key) VALUES ('main', CONCAT('b', :order))",
                    Map.of("order", order));
            sql.update(
                    "INSERT INTO orders (shop, shop_order_id, number, confirmed_number, state, due_step, zone, buyer_key, received_at, updated_at)"
                            + " VALUES ('main', :order, :order, :order, 'RECEIVED', 'IMPORT', 'Europe/Warsaw', CONCAT('b', :order),"
                            + " UTC_TIMESTAMP(3), UTC_TIMESTAMP(3))",
                    Map.of("order", order));
        }
    }

    @ParameterizedTest
    @CsvSource({"due-import-FIFO, 1, 2", "due-import-LIFO, 60, 59"})
    void theyAnswerTheOrderWhoseBuyerHasTheLeaseNow(String statement, long first, long second) {
        assertThat(claim(statement, "one")).hasValue(first);
        assertThat(claim(statement, "other")).hasValue(second);
        assertThat(sql.queryForList(
                        "SELECT buyer_key FROM buyers WHERE claim_token = 'one' AND claimed_until > UTC_TIMESTAMP(3) + INTERVAL 40 SECOND",
                        Map.of(),
                        String.class))
                .containsExactly("b" + first);
    }

    @Test
    void nothingDueIsNoOrder() {
        assertThat(claim("due-realise", "one")).isEmpty();
        assertThat(sql.queryForList("SELECT buyer_key FROM buyers WHERE claim_token IS NOT NULL", Map.of()))
                .isEmpty();
    }

    @Test
    @DisplayName("S6 nothing is claimed for an ERP that is stopped")
    void stopped() {
        sql.update("INSERT INTO erp_stops (erp, stopped_at) VALUES ('http://erp', UTC_TIMESTAMP(3))", Map.of());

        assertThat(claim("due-import-FIFO", "one")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"orders WHERE shop_order_id = 1", "buyers WHERE buyer_key = 'b1'"})
    @DisplayName("I8 what another transaction is at is passed over, not waited for")
    void locked(String rows) throws Exception {
        try (Connection other = database.getConnection();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.executeQuery("SELECT * FROM " + rows + " FOR UPDATE").close();

            assertThat(claim("due-import-FIFO", "one")).hasValue(2);

            other.rollback();
        }
    }

    @Test
    @DisplayName("I8 workers who look at the same moment never get the same order, and together get all")
    void atOnce() throws Exception {
        Set<Long> claimed = ConcurrentHashMap.newKeySet();
        Callable<Boolean> worker = () -> {
            boolean alone = true;
            for (OptionalLong next = claim("due-import-FIFO", "first");
                    next.isPresent();
                    next = claimAnother(claimed)) {
                alone &= claimed.add(next.getAsLong());
            }
            return alone;
        };
        ExecutorService workers = Executors.newFixedThreadPool(8);
        try {
            for (Future<Boolean> each : workers.invokeAll(Collections.nCopies(8, worker))) {
                assertThat(each.get()).isTrue();
            }
        } finally {
            workers.shutdownNow();
        }
        assertThat(claimed).hasSize(ORDERS);
    }

    private static OptionalLong claimAnother(Set<Long> claimed) {
        return claim("due-import-FIFO", "after " + claimed.size());
    }

    private static OptionalLong claim(String name, String token) {
        KeyHolder keys = new GeneratedKeyHolder();
        MapSqlParameterSource parameters = new MapSqlParameterSource(Map.of(
                "shop",
                "main",
                "claim",
                token,
                "erp",
                "http://erp",
                "clockFrom",
                "2000-01-01",
                "clockTo",
                "2100-01-01"));
        int leases = sql.update(statement(name), parameters, keys);
        assertThat(keys.getKeyList()).hasSize(leases);
        return keys.getKey() == null
                ? OptionalLong.empty()
                : OptionalLong.of(keys.getKey().longValue());
    }

    private static String statement(String name) {
        try (InputStream file = Database.class.getResourceAsStream("/sql/" + name + ".sql")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .replaceAll("(?m)--.*$", "")
                    .replace(":#", ":");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
