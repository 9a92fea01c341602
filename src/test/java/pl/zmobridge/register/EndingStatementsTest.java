package pl.zmobridge.register;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import pl.zmobridge.support.MariaDb;

@DisplayName("The statements that note how an order changes and ends in the shop")
class EndingStatementsTest {
    private static HikariDataSource database;
    private static NamedParameterJdbcTemplate sql;

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
    void anOrder() {
        for (String table : new String[] {"orders", "imports", "dead_letters"}) {
            sql.update("DELETE FROM " + table, Map.of());
        }
        sql.update(
                "INSERT INTO orders (shop, shop_order_id, number, confirmed_number, state, zone, buyer_key, received_at, updated_at)"
                        + " VALUES ('main', 1, 'SH/1', '1', 'ISSUED', 'Europe/Warsaw', 'user:1', UTC_TIMESTAMP(3), UTC_TIMESTAMP(3))",
                Map.of());
        sql.update(
                "INSERT INTO imports (shop, shop_order_id, import_no, number, step, requested_at)"
                        + " VALUES ('main', 1, 1, 'SH/1', 'ISSUED', UTC_TIMESTAMP(3))",
                Map.of());
    }

    @ParameterizedTest(name = "{0}, {1}")
    @DisplayName("S4 a ZMO is due to be edited only while its order is issued and no write is under way")
    @CsvSource({
        "ISSUED, ISSUED, EDIT",
        "ISSUED, SELLING, ",
        "REALISED, SOLD, ",
        "RECEIVED, NEW, ",
        "RECEIVED, ISSUING, ",
        "CLOSED, ISSUED, "
    })
    void edited(String state, String step, String due) {
        stands(state, step);

        run("order-changed", Map.of("digest", "d"));

        assertThat(column("change_due")).isEqualTo(due);
        assertThat(column("due_step")).isEqualTo(due == null ? null : "IMPORT");
        assertThat(column("shop_digest")).isEqualTo(due == null ? null : "d");
    }

    @ParameterizedTest(name = "{0}, {1}, to be withdrawn: {2}")
    @DisplayName("E1 a closed order's ZMO is due to be withdrawn if there may be one, and if it is wanted")
    @CsvSource({
        "ISSUED, ISSUED, true, CLOSED, WITHDRAW",
        "ISSUED, ISSUED, false, CLOSED, ",
        "RECEIVED, NEW, true, CLOSED, ",
        "RECEIVED, ISSUING, true, CLOSED, WITHDRAW",
        "RECEIVED, RENAMING, true, CLOSED, WITHDRAW",
        "REALISED, SOLD, true, REALISED, "
    })
    void closed(String state, String step, boolean withdraw, String after, String due) {
        stands(state, step);

        run("order-close", Map.of("reason", "anulowane", "withdraw", withdraw, "endedInShop", true));

        assertThat(column("state")).isEqualTo(after);
        assertThat(column("change_due")).isEqualTo(due);
        assertThat(column("due_step")).isEqualTo(due == null ? null : "IMPORT");
        assertThat(column("watch_until") != null).isEqualTo(after.equals("CLOSED"));
    }

    @ParameterizedTest(name = "paid: {0}")
    @DisplayName("E2 an order with its ZMO goes on when it lives again; what was due for the ZMO is not any more")
    @CsvSource({"true, REALISE", "false, "})
    void reopened(boolean paid, String due) {
        stands("ISSUED", "ISSUED");
        run("order-close", Map.of("reason", "anulowane", "withdraw", true, "endedInShop", true));

        run("order-reopened", Map.of("realiseNow", paid));

        assertThat(column("state")).isEqualTo("ISSUED");
        assertThat(column("due_step")).isEqualTo(due);
        assertThat(column("change_due")).isNull();
        assertThat(column("watch_until")).isNull();
    }

    @Test
    @DisplayName("E2 an order without a ZMO is imported anew, from what the shop says now")
    void anew() {
        stands("CLOSED", "NEW");

        run("order-anew", Map.of("realiseNow", false, "importNo", 1));

        assertThat(column("state")).isEqualTo("RECEIVED");
        assertThat(column("due_step")).isEqualTo("IMPORT");
        assertThat(column("read_anew")).isEqualTo("1");
    }

    @Test
    @DisplayName("E an order has one open review for each cause, beside its dead letters")
    void oneReviewForEachCause() {
        letter("REVIEW", "SENT_UNPAID");
        letter("REVIEW", "CHANGED_AFTER_SALE");
        letter("REVIEW", "CHANGED_AFTER_SALE");
        letter("REALISE", "NO_STOCK");
        letter("REALISE", "ERP_AWAY");

        assertThat(letters("OPEN")).isEqualTo("REALISE ERP_AWAY 2, REVIEW CHANGED_AFTER_SALE 2, REVIEW SENT_UNPAID 1");
        run("review-resolve", Map.of("cause", "SENT_UNPAID", "reason", "-"));
        assertThat(letters("RESOLVED")).isEqualTo("REVIEW SENT_UNPAID 1");
        run("review-resolve", Map.of("cause", "", "reason", "-"));
        assertThat(letters("OPEN")).isEqualTo("REALISE ERP_AWAY 2");
    }

    @Test
    @DisplayName("E an attempt that ends in a review is tried no more: its own dead letter closes")
    void attemptEndsInAReview() {
        letter("REALISE", "NO_STOCK");
        letter("REVIEW", "CHANGED_AFTER_SALE");
        sql.update("UPDATE orders SET due_step = 'REALISE'", Map.of());

        run("order-held", Map.of("step", "REALISE", "becameReview", ""));
        assertThat(letters("OPEN")).isEqualTo("REALISE NO_STOCK 1, REVIEW CHANGED_AFTER_SALE 1");
        run("order-held", Map.of("step", "REVIEW", "becameReview", "REALISE"));

        assertThat(letters("OPEN")).isEqualTo("REVIEW CHANGED_AFTER_SALE 1");
        assertThat(column("due_step")).isNull();
    }

    private static void stands(String state, String step) {
        sql.update("UPDATE orders SET state = :state", Map.of("state", state));
        sql.update("UPDATE imports SET step = :step", Map.of("step", step));
    }

    private static void letter(String step, String cause) {
        Map<String, Object> letter = new HashMap<>();
        letter.put("step", step);
        letter.put("cause", cause);
        letter.put("system", "SHOP");
        letter.put("waitsFor", "PERSON");
        letter.put("arguments", "{}");
        letter.put("words", "");
        letter.put("error", "");
        letter.put("waitMillis", 1000);
        letter.put("payload", null);
        letter.put("hold", null);
        run("dead-letter-store", letter);
    }

    private static String letters(String state) {
        return sql
                .queryForList(
                        "SELECT CONCAT(step, ' ', cause, ' ', attempts) FROM dead_letters WHERE state = :state"
                                + " ORDER BY CONCAT(step), cause",
                        Map.of("state", state),
                        String.class)
                .stream()
                .collect(Collectors.joining(", "));
    }

    private static String column(String name) {
        Object value = sql.queryForMap("SELECT * FROM orders JOIN imports USING (shop, shop_order_id)", Map.of())
                .get(name);
        return value instanceof Boolean flag ? (flag ? "1" : "0") : value == null ? null : value.toString();
    }

    private static void run(String name, Map<String, Object> more) {
        Map<String, Object> parameters = new HashMap<>(more);
        parameters.put("shop", "main");
        parameters.put("orderId", 1);
        sql.update(statement(name), parameters);
    }

    private static String statement(String name) {
        try (InputStream file = Database.class.getResourceAsStream("/sql/" + name + ".sql")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("--"))
                    .collect(Collectors.joining(" "))
                    .replace(":#", ":");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
