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
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import pl.zmobridge.register.ImportState.Event;
import pl.zmobridge.support.MariaDb;

@DisplayName("The statements that note an import's events agree with its state machine")
class ImportStatementsTest {
    private static final Map<String, Object> PARAMETERS = Map.ofEntries(
            Map.entry("importId", 1),
            Map.entry("shop", "main"),
            Map.entry("orderId", 1),
            Map.entry("buyerKey", "user:1"),
            Map.entry("erp", "http://erp.example"),
            Map.entry("claim", "token"),
            Map.entry("contractorId", 7),
            Map.entry("paymentFormId", 4),
            Map.entry("paymentRule", "M1"),
            Map.entry("dueDate", "2026-10-09"),
            Map.entry("rateCurrency", "EUR"),
            Map.entry("currencyRate", "4.2567"),
            Map.entry("rateDate", "2026-10-01"),
            Map.entry("rateSource", "NBP 191/A/NBP/2026"),
            Map.entry("erpNumber", "SH/1"),
            Map.entry("zmoId", 5),
            Map.entry("zmoNumber", "ZMO/1"),
            Map.entry("writeLease", 120_000),
            Map.entry("lifeId", ""),
            Map.entry("wasCertain", true),
            Map.entry("changeFirst", true),
            Map.entry("notRealised", false),
            Map.entry("reason", ""),
            Map.entry("sells", "FV"),
            Map.entry("zmoCalled", ""),
            Map.entry("halfSold", false));

    private static HikariDataSource database;
    private static NamedParameterJdbcTemplate sql;

    @BeforeAll
    static void start() {
        database = Database.open(MariaDb.newSchema(), "root", "", 2);
        Database.migrate(database);
        sql = new NamedParameterJdbcTemplate(database);
        sql.update(
                "INSERT INTO buyers (shop, buyer_key, claim_token, claimed_until)"
                        + " VALUES ('main', 'user:1', 'token', UTC_TIMESTAMP(3) + INTERVAL 1 HOUR)",
                Map.of());
        sql.update(
                "INSERT INTO orders (shop, shop_order_id, number, confirmed_number, state, zone, buyer_key, received_at, updated_at)"
                        + " VALUES ('main', 1, 'SH/1', '1', 'ISSUED', 'Europe/Warsaw', 'user:1', UTC_TIMESTAMP(3), UTC_TIMESTAMP(3))",
                Map.of());
        sql.update(
                "INSERT INTO imports (id, shop, shop_order_id, import_no, number, requested_at)"
                        + " VALUES (1, 'main', 1, 1, 'SH/1', UTC_TIMESTAMP(3))",
                Map.of());
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "ISSUE_BEGUN, issue-intent",
        "ISSUE_REFUSED, issue-refused",
        "ZMO_KNOWN, zmo-exists",
        "NAMED, import-issued",
        "EDIT_BEGUN, edit-intent",
        "EDIT_REFUSED, edit-refused",
        "EDITED, import-edited",
        "WITHDRAWAL_BEGUN, withdraw-intent",
        "WITHDRAWAL_REFUSED, withdraw-refused",
        "WITHDRAWN, import-withdrawn",
        "SALE_BEGUN, sell-intent",
        "SALE_REFUSED, sell-refused",
        "SALE_REFUSED, change-first",
        "SOLD, import-sold"
    })
    void agree(Event event, String statement) {
        agree(event, statement, PARAMETERS);
    }

    @Test
    @DisplayName("D1 after a warehouse document alone the sale is still missing")
    void halfSold() {
        Map<String, Object> half = new HashMap<>(PARAMETERS);
        half.put("halfSold", true);
        agree(Event.HALF_SOLD, "import-sold", half);
    }

    private static void agree(Event event, String statement, Map<String, Object> parameters) {
        String text = statement(statement);
        for (ImportState before : ImportState.values()) {
            sql.update(
                    "UPDATE imports SET change_due = NULL, made_from = NULL, step = :step",
                    Map.of("step", before.name()));

            sql.update(text, parameters);

            String after = sql.queryForObject("SELECT step FROM imports WHERE id = 1", Map.of(), String.class);
            assertThat(after)
                    .describedAs("%s in %s", statement, before)
                    .isEqualTo(before.on(event).orElse(before).name());
        }
    }

    @ParameterizedTest
    @CsvSource({"RECEIVED", "REALISED", "CLOSED"})
    void theRegisterRefusesTheSaleOfAnOrderThatIsNotIssued(String state) {
        sql.update("UPDATE imports SET step = 'ISSUED'", Map.of());
        sql.update("UPDATE orders SET state = :state", Map.of("state", state));
        try {
            assertThat(sql.update(statement("sell-intent"), PARAMETERS)).isZero();
        } finally {
            sql.update("UPDATE orders SET state = 'ISSUED'", Map.of());
        }
    }

    @ParameterizedTest
    @CsvSource({"change_due, EDIT", "change_due, WITHDRAW", "made_from, card"})
    @DisplayName("S2, S4 the register refuses the sale of an order whose ZMO is to be changed first")
    void noSaleBeforeAChange(String column, String value) {
        sql.update(
                "UPDATE imports SET step = 'ISSUED', change_due = NULL, made_from = NULL, " + column + " = :value",
                Map.of("value", value));

        assertThat(sql.update(statement("sell-intent"), PARAMETERS)).isZero();
    }

    @Test
    @DisplayName("S4 D1 a change that comes while a sale that no rule wants is noted is carried out")
    void changedMeanwhile() {
        Map<String, Object> unwanted = new HashMap<>(PARAMETERS);
        unwanted.put("changeFirst", false);
        unwanted.put("notRealised", true);
        sql.update("UPDATE imports SET step = 'ISSUED', change_due = 'EDIT', made_from = NULL", Map.of());
        sql.update("UPDATE orders SET due_step = 'IMPORT'", Map.of());

        sql.update(statement("change-first"), unwanted);

        assertThat(sql.queryForObject("SELECT due_step FROM orders", Map.of(), String.class))
                .isEqualTo("IMPORT");
    }

    @ParameterizedTest
    @CsvSource({"edit-refused, EDITING, EDITING", "withdraw-refused, WITHDRAWING, EDITING"})
    @DisplayName("S4 a refusal after an unclear write leaves the ZMO uncertain")
    void refusedAfterAnUnclearWrite(String statement, String before, String after) {
        Map<String, Object> uncertain = new HashMap<>(PARAMETERS);
        uncertain.put("wasCertain", false);
        sql.update("UPDATE imports SET step = :step", Map.of("step", before));

        sql.update(statement(statement), uncertain);

        assertThat(sql.queryForObject("SELECT step FROM imports WHERE id = 1", Map.of(), String.class))
                .isEqualTo(after);
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
