package pl.zmobridge.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import pl.zmobridge.sim.BadOrder;
import pl.zmobridge.sim.OrderBuilder;
import pl.zmobridge.sim.SampleOrders;
import pl.zmobridge.support.Rig;

/** Orders that cannot be carried: a dead letter that says why, no ZMO, no harm to others, and no end to the trying. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadOrdersTest {
    private static final String HARMLESS = "OVERLONG_TEXTS|CONTROL_CHARACTERS";

    private final Map<BadOrder, Long> ids = new EnumMap<>(BadOrder.class);
    private Rig rig;
    private long before;
    private long after;

    @BeforeAll
    void pollAGoodOrderThenEveryBadOneThenAGoodOne() throws Exception {
        rig = new Rig()
                .set("redelivery.initial", "1s")
                .set("redelivery.max", "4s")
                .start();
        before = rig.shop.addOrder(new OrderBuilder().line("KUB-300", "0.99", "1"));
        SampleOrders orders = new SampleOrders(1);
        for (BadOrder how : BadOrder.values()) {
            ids.put(how, rig.shop.addOrder(orders.bad(how)));
        }
        after = rig.shop.addOrder(new OrderBuilder().line("KUB-300", "0.99", "1"));
        rig.poll();
    }

    @AfterAll
    void stop() {
        rig.close();
    }

    @Test
    void i5TheOrdersBeforeAndAfterThemGoOn() {
        rig.awaitState("ISSUED", before, after);
    }

    @ParameterizedTest
    @EnumSource(names = HARMLESS, mode = EnumSource.Mode.MATCH_ANY)
    void anOrderWithOddTextsIsCarriedAllTheSame(BadOrder how) throws Exception {
        rig.awaitState("ISSUED", ids.get(how));
        assertThat(rig.erp.order("SH/" + ids.get(how))).isPresent();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "BLANK_CODE, nie ma kodu",
        "UNKNOWN_CODE, nie znaleziono towaru o kodzie NIE-MA-MNIE",
        "UNREADABLE_AMOUNT, '1 2,x0'",
        "ZERO_DATE, 0000-00-00",
        "UNREADABLE_DATE, wczoraj",
        "SUM_DOES_NOT_FIT, 1234.56",
        "UNKNOWN_STATUS, 777",
        "UNKNOWN_PAYMENT, 777",
        "UNKNOWN_SHIPPING, 777",
        "UNKNOWN_CURRENCY, 777",
        "NO_ADDRESS, adres",
        "NO_LINES, pozycji"
    })
    void i3ADeadLetterSaysWhatIsWrongAndThereIsNoZmo(BadOrder how, String words) throws Exception {
        long id = ids.get(how);
        Rig.eventually(() -> assertThat(letter(id).path("error").asText()).contains(words));

        JsonNode letter = letter(id);
        assertThat(letter.path("step").asText()).isEqualTo("IMPORT");
        assertThat(letter.path("number").asText()).isEqualTo("SH/" + id);
        assertThat(letter.path("payload").asText()).isNotBlank();
        JsonNode order = rig.order(id);
        assertThat(order.path("state").asText()).isEqualTo("RECEIVED");
        assertThat(order.path("problem").asText())
                .isEqualTo(letter.path("error").asText());
        assertThat(rig.erp.order("SH/" + id)).isEmpty();
        assertThat(rig.row("SELECT raw FROM orders WHERE shop_order_id = " + id)
                        .get("raw")
                        .toString())
                .describedAs("kept so that it can be shown")
                .contains("\"order_id\"");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "BLANK_CODE, PRODUCT_WITHOUT_CODE",
        "UNKNOWN_CODE, UNKNOWN_PRODUCT_CODE",
        "UNREADABLE_AMOUNT, UNREADABLE_ORDER",
        "ZERO_DATE, UNREADABLE_ORDER",
        "UNREADABLE_DATE, UNREADABLE_ORDER",
        "SUM_DOES_NOT_FIT, TOTAL_DOES_NOT_FIT",
        "UNKNOWN_STATUS, UNREADABLE_ORDER",
        "UNKNOWN_PAYMENT, UNREADABLE_ORDER",
        "UNKNOWN_SHIPPING, UNREADABLE_ORDER",
        "UNKNOWN_CURRENCY, UNREADABLE_ORDER",
        "NO_ADDRESS, INVALID_ORDER",
        "NO_LINES, INVALID_ORDER"
    })
    void itsCauseIsACodeAndIsToldInEnglishToo(BadOrder how, String cause) throws Exception {
        long id = ids.get(how);
        Rig.eventually(() -> assertThat(letter(id).path("cause").asText()).isEqualTo(cause));

        assertThat(letter(id).path("waitsFor").asText()).isEqualTo("PERSON");
        JsonNode order = new ObjectMapper()
                .readTree(rig.exchange(rig.request("/api/orders/" + id)
                                .header("Accept-Language", "en")
                                .GET()
                                .build())
                        .body());
        for (JsonNode problem : order.path("problems")) {
            assertThat(problem.path("error").asText().replaceAll("“[^”]*”", ""))
                    .describedAs("what is not quoted")
                    .isNotBlank()
                    .doesNotContainPattern("[ąćęłńóśźżĄĆĘŁŃÓŚŹŻ]");
            assertThat(problem.path("hint").asText()).isNotBlank();
        }
        assertThat(order.path("problems")).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            names = {"BLANK_CODE", "UNREADABLE_AMOUNT", "ZERO_DATE", "SUM_DOES_NOT_FIT", "UNKNOWN_PAYMENT", "NO_ADDRESS"
            })
    void repairedInTheShopItGetsThroughByItself(BadOrder how) throws Exception {
        long id = rig.shop.addOrder(new SampleOrders(2).bad(how));
        rig.poll();
        Rig.eventually(() -> assertThat(letter(id).path("error").asText()).isNotBlank());

        ObjectNode good =
                new OrderBuilder().line("KUB-300", "0.99", "1").build().header();
        rig.shop.editLines(id, lines -> {
            while (lines.size() > 1) {
                lines.remove(0);
            }
            lines.get(0).put("code", "KUB-300").put("price", "0.99").put("quantity", "1");
        });
        rig.shop.editOrder(id, order -> {
            for (String field : new String[] {"date", "sum", "status_id", "payment_id", "shipping_id", "currency_id"}) {
                order.set(field, good.get(field));
            }
            order.put("date", "2026-10-02 10:00:00");
            order.set("delivery_address", good.get("delivery_address"));
        });

        rig.awaitState("ISSUED", id);
        assertThat(rig.order(id).path("problem").isNull())
                .describedAs("its dead letter has resolved")
                .isTrue();
        assertThat(rig.erp.order("SH/" + id).orElseThrow().get("GrossValue").decimalValue())
                .isEqualByComparingTo("20.98");
    }

    @ParameterizedTest(name = "quantity {0}, price {1}")
    @CsvSource({
        "1, 99999999999999.00",
        "123456789012345, 0.00",
        "999999999999999, 999999999999999",
        "0.000001, 10.00",
        "1, 0.000001",
        "123456789012.123456, 0.00"
    })
    void i5AmountsThatNoColumnHoldsStopNoOtherOrder(String quantity, String price) throws Exception {
        long id = rig.shop.addOrder(new OrderBuilder().line("KUB-300", price, quantity));
        long next = rig.shop.addOrder(new OrderBuilder().line("KUB-300", "0.99", "1"));

        rig.poll();

        rig.awaitState("ISSUED", next);
        assertThat(rig.order(id).path("shopOrderId").asLong())
                .describedAs("I3, I4")
                .isEqualTo(id);
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource({
        "date, 9999-12-31 23:59:59",
        "date, 1000-01-01 00:00:00",
        "user_id, 999999999999999999",
        "user_id, abc",
        "status_id, -1",
        "status_id, 99999999999999999999",
        "payment_id, ''",
        "currency_rate, 0",
        "sum, 1e3",
        "sum, -5.00",
        "shipping_cost, ''",
        "discount_client, 150",
        "email, ''",
        "notes, '[]'"
    })
    void i5OddHeaderFieldsStopNoOtherOrder(String field, String value) throws Exception {
        long id = rig.shop.addOrder(new OrderBuilder()
                .with("currency_id", field.equals("currency_rate") ? "2" : "1")
                .line("KUB-300", "0.99", "1")
                .build());
        rig.shop.editOrder(id, order -> order.put(field, value));
        long next = rig.shop.addOrder(new OrderBuilder().line("KUB-300", "0.99", "1"));

        rig.poll();

        rig.awaitState("ISSUED", next);
        if (!value.startsWith("1000")) { // before shoper.import.since
            assertThat(rig.order(id).path("shopOrderId").asLong())
                    .describedAs("I3, I4")
                    .isEqualTo(id);
        }
    }

    @Test
    void i5FieldsOfAnotherTypeStopNoOtherOrder() throws Exception {
        long id = rig.shop.addOrder(new OrderBuilder().line("KUB-300", "0.99", "1"));
        rig.shop.editOrder(id, order -> order.putArray("delivery_address"));
        long objects = rig.shop.addOrder(new OrderBuilder().line("KUB-300", "0.99", "1"));
        rig.shop.editOrder(objects, order -> {
            order.putObject("notes").put("a", "b");
            order.putObject("email");
            order.putArray("sum").add(1);
            order.put("delivery_address", "Łódź");
        });
        long next = rig.shop.addOrder(new OrderBuilder().line("KUB-300", "0.99", "1"));

        rig.poll();

        rig.awaitState("ISSUED", next);
        assertThat(rig.order(id).path("problem").asText()).contains("adres");
        assertThat(rig.order(objects).path("problem").asText()).contains("notes");
    }

    private JsonNode letter(long id) throws Exception {
        return StreamSupport.stream(rig.deadLetters().spliterator(), false)
                .filter(each -> each.path("shopOrderId").asLong() == id)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no dead letter of " + id));
    }
}
