package pl.zmobridge.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pl.zmobridge.sim.Fault;
import pl.zmobridge.sim.FaultKind;
import pl.zmobridge.sim.NbpSim;
import pl.zmobridge.sim.OrderBuilder;
import pl.zmobridge.support.Rig;

/** W: the rate of an order in another currency than PLN. */
@DisplayName("An order in euro")
class CurrencyRatesTest extends CasesFixture {
    /** A Monday after 1 May, a Friday, and 3 May, a Sunday. */
    private static final LocalDate MONDAY = LocalDate.of(2020, 5, 4);

    private static final LocalDate THURSDAY = MONDAY.minusDays(4);

    @BeforeEach
    void prepare() {
        rig = new Rig();
        rig.nbp.holiday(MONDAY.minusDays(3));
    }

    @AfterEach
    void stop() {
        rig.close();
    }

    private static OrderBuilder euro() {
        return order().with("currency_id", "2").with("currency_rate", "4.9999");
    }

    private static OrderBuilder euro(LocalDate day) {
        return euro().date(day + " 10:15:00");
    }

    private static void hasRate(JsonNode issue, String rate) {
        assertThat(issue.path("Currency").asText()).isEqualTo("EUR");
        assertThat(issue.path("CurrencyRate").decimalValue()).isEqualByComparingTo(rate);
    }

    @Test
    @DisplayName("W2 of a Monday after holidays has the rate of the last working day before, shown with its table")
    void lastWorkingDay() throws Exception {
        rig.nbp.rate("EUR", THURSDAY, "4.5424");
        rig.nbp.rate("EUR", MONDAY, "9.9999");
        rig.start();

        long id = issued(euro(MONDAY));
        long next = issued(euro(MONDAY));

        hasRate(rig.sentIssue("SH/" + id), "4.5424");
        hasRate(rig.sentIssue("SH/" + next), "4.5424");
        assertThat(rig.order(id).path("currencyRate").toString())
                .isEqualTo("{\"rate\":\"4.5424\",\"date\":\"2020-04-30\",\"source\":\"NBP " + NbpSim.number(THURSDAY)
                        + "\"}");
        assertThat(rig.order(id).path("events").toString()).contains("4.5424", "121/A/NBP/2020");
        assertThat(rig.nbp.requests("GET", "/api/exchangerates/rates/a/eur/"))
                .describedAs("3, 2 and 1 May have no table, and the second order asks for nothing")
                .isEqualTo(4);
    }

    @Test
    @DisplayName("W2 of today has yesterday's rate, or that of the working day before")
    void today() throws Exception {
        rig.start();

        long id = issued(euro());

        hasRate(rig.sentIssue("SH/" + id), "4.2567");
        LocalDate placed =
                LocalDate.parse(rig.order(id).path("placedAt").asText().substring(0, 10));
        assertThat(LocalDate.parse(rig.order(id).at("/currencyRate/date").asText()))
                .isBefore(placed)
                .isAfter(placed.minusDays(4));
    }

    @Test
    @DisplayName("W2 waits for the bank while it is away, and goes on by itself")
    void away() throws Exception {
        rig.start();
        rig.nbp.down();
        long id = rig.shop.addOrder(euro());
        rig.poll();
        Rig.eventually(() -> assertThat(letter(id)).isPresent());
        JsonNode letter = letter(id).orElseThrow();
        assertThat(letter.path("cause").asText()).isEqualTo("NBP_AWAY");
        assertThat(letter.path("system").asText()).isEqualTo("NBP");
        assertThat(letter.path("waitsFor").asText()).isEqualTo("SYSTEM");
        assertThat(rig.sent("POST", "/api/OrdersIssue/New")).isEmpty();

        rig.nbp.up();

        rig.awaitState("ISSUED", id);
        hasRate(rig.sentIssue("SH/" + id), "4.2567");
    }

    @Test
    @DisplayName("W2 is not sold at a rate that the bank's answer does not hold")
    void unreadable() throws Exception {
        rig.nbp.faults().add(Fault.of(FaultKind.OK_HTML).once());
        rig.start();

        long id = issued(euro());

        hasRate(rig.sentIssue("SH/" + id), "4.2567");
    }

    @Test
    @DisplayName("W2 whose currency the bank does not have waits for a person, and the next attempt asks again")
    void unknownCurrency() throws Exception {
        rig.nbp.without("EUR");
        rig.start();
        long id = rig.shop.addOrder(euro());
        rig.poll();
        isLeftToAPerson(id, "EUR", "NBP");
        assertThat(letter(id).orElseThrow().path("cause").asText()).isEqualTo("NO_CURRENCY_RATE");
        assertThat(rig.sent("POST", "/api/OrdersIssue/New")).isEmpty();

        rig.nbp.currency("EUR", "4.4321");

        rig.awaitState("ISSUED", id);
        hasRate(rig.sentIssue("SH/" + id), "4.4321");
    }

    @Test
    @DisplayName("W2 of a day to come waits for the table of the day before it, and takes no older one")
    void tableToCome() throws Exception {
        LocalDate table = LocalDate.now().plusDays(2);
        while (table.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0) {
            table = table.plusDays(1);
        }
        rig.start();
        long id = rig.shop.addOrder(euro(table.plusDays(1)));

        rig.poll();

        fails(id, table.toString());
        assertThat(letter(id).orElseThrow().path("cause").asText()).isEqualTo("NBP_AWAY");
        assertThat(rig.sent("POST", "/api/OrdersIssue/New")).isEmpty();
    }

    @Test
    @DisplayName("W2 I2 is written again at the rate of the write that had no answer, whatever the rate is by then")
    void sameRateAfterAnUnclearWrite() throws Exception {
        rig.nbp.rate("EUR", THURSDAY, "4.5424");
        rig.start();
        rig.erp.faults().add(Fault.dropped().on("POST", "/api/OrdersIssue/New").once());
        long id = rig.shop.addOrder(euro(MONDAY));
        rig.poll();
        Rig.eventually(() -> assertThat(letter(id)).isPresent());
        rig.stop(); // and with it what is remembered
        rig.nbp.rate("EUR", THURSDAY, "4.6000");

        rig.start();

        rig.awaitState("ISSUED", id);
        List<JsonNode> sent = rig.sent("POST", "/api/OrdersIssue/New");
        assertThat(sent).hasSize(2).allSatisfy(issue -> hasRate(issue, "4.5424"));
        assertThat(rig.order(id).at("/currencyRate/rate").asText()).isEqualTo("4.5424");
    }

    @Test
    @DisplayName("W2 keeps its rate when its ZMO is edited")
    void edited() throws Exception {
        rig.nbp.rate("EUR", THURSDAY, "4.5424");
        rig.start();
        long id = issued(euro(MONDAY));
        rig.stop();
        rig.nbp.rate("EUR", THURSDAY, "4.6000");
        rig.start();
        rig.shop.editOrder(id, order -> order.put("notes", "").put("payment_id", "3"));

        rig.poll();

        Rig.eventually(() -> assertThat(rig.sent("PUT", "/api/OrdersIssue/Edit"))
                .singleElement()
                .satisfies(edit -> hasRate(edit, "4.5424")));
    }

    @Test
    @DisplayName(
            "W2 keeps the rate that its ZMO has in Symfonia when a version that noted none wrote it, and when a person has corrected it there")
    void editedAtItsOwnRate() throws Exception {
        rig.nbp.rate("EUR", THURSDAY, "4.5424");
        rig.start();
        long before = issued(euro(MONDAY));
        rig.change(
                "UPDATE imports SET rate_currency = NULL, currency_rate = NULL, rate_date = NULL, rate_source = NULL");
        long corrected = issued(euro(MONDAY));
        rig.erp
                .desk()
                .editOrder(JsonNodeFactory.instance
                        .objectNode()
                        .put("Id", zmo(corrected).get("Id").asLong())
                        .put("CurrencyRate", new BigDecimal("4.3333")));
        rig.stop();
        rig.nbp.rate("EUR", THURSDAY, "4.6000");
        rig.start();
        rig.shop.editOrder(before, order -> order.put("payment_id", "3"));
        rig.shop.editOrder(corrected, order -> order.put("payment_id", "3"));

        rig.poll();

        Rig.eventually(() -> assertThat(rig.sent("PUT", "/api/OrdersIssue/Edit"))
                .hasSize(2)
                .anySatisfy(edit -> hasRate(edit, "4.5424"))
                .anySatisfy(edit -> hasRate(edit, "4.3333")));
        Rig.eventually(() ->
                assertThat(rig.order(before).at("/currencyRate/rate").asText()).isEqualTo("4.5424"));
        Rig.eventually(
                () -> assertThat(rig.order(corrected).path("events").toString()).contains("4.3333"));
    }

    @Test
    @DisplayName("W1 S4 gets a ZMO of its own when its currency changes, because an edit would keep the old one")
    void otherCurrency() throws Exception {
        rig.nbp.rate("EUR", THURSDAY, "4.5424");
        rig.start();
        long id = issued(euro(MONDAY));
        rig.shop.editOrder(id, order -> order.put("currency_id", "1").put("currency_rate", "1.0000"));

        rig.poll();

        Rig.eventually(
                () -> assertThat(rig.sent("POST", "/api/OrdersIssue/New")).hasSize(2));
        assertThat(rig.sent("POST", "/api/OrdersIssue/New").get(1).has("Currency"))
                .isFalse();
        assertThat(rig.sent("PUT", "/api/OrdersIssue/Edit")).isEmpty();
    }

    @Test
    @DisplayName("W2 with symfonia.currency-rate=erp has Symfonia's rate of its day")
    void ofTheErp() throws Exception {
        rig.erp.desk().currencyRate("EUR", MONDAY.toString(), "4.3100");
        rig.set("symfonia.currency-rate", "erp").start();

        long id = issued(euro(MONDAY));

        hasRate(rig.sentIssue("SH/" + id), "4.31");
        assertThat(rig.order(id).path("currencyRate").toString())
                .isEqualTo("{\"rate\":\"4.31\",\"date\":\"2020-05-04\",\"source\":\"Symfonia\"}");
        assertThat(rig.nbp.requests()).isEmpty();
    }

    @Test
    @DisplayName("W2 with symfonia.currency-rate=erp waits until somebody has entered a rate in Symfonia")
    void missingInTheErp() throws Exception {
        rig.erp.desk().noCurrencyRates("EUR");
        rig.set("symfonia.currency-rate", "erp").start();
        long id = rig.shop.addOrder(euro(MONDAY));
        rig.poll();
        isLeftToAPerson(id, "EUR", "Symfonia");

        rig.erp.desk().currencyRate("EUR", MONDAY.toString(), "4.3100");

        rig.awaitState("ISSUED", id);
        hasRate(rig.sentIssue("SH/" + id), "4.31");
    }

    @ParameterizedTest(name = "of {0}")
    @DisplayName("W2 with symfonia.currency-rate=shop has the shop's rate when that is at most 3 days old")
    @CsvSource({"2020-05-01", "2020-05-04"})
    void ofTheShop(String day) throws Exception {
        rig.shop.desk().currencyRate("EUR", "4.2222", day);
        rig.set("symfonia.currency-rate", "shop").start();

        long id = issued(euro(MONDAY));

        hasRate(rig.sentIssue("SH/" + id), "4.2222");
        assertThat(rig.order(id).at("/currencyRate/date").asText()).isEqualTo(day);
    }

    @ParameterizedTest(name = "default currency {0}, rate of {1}")
    @DisplayName("W2 with symfonia.currency-rate=shop is a dead letter when the shop's rate is old, or not in PLN")
    @CsvSource({"PLN, 2020-04-30, 2020-04-30", "PLN, 2009-05-04, 2009-05-04", "EUR, 2020-05-04, PLN"})
    void notOfTheShop(String main, String day, String named) throws Exception {
        rig.shop.desk().currencyRate("EUR", "4.2222", day);
        rig.shop.desk().defaultCurrency(main);
        rig.set("symfonia.currency-rate", "shop").start();
        long id = rig.shop.addOrder(euro(MONDAY));

        rig.poll();

        isLeftToAPerson(id, "EUR", named);
        assertThat(rig.sent("POST", "/api/OrdersIssue/New")).isEmpty();
    }
}
