package pl.zmobridge.shoper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pl.zmobridge.order.CurrencyRate;
import pl.zmobridge.order.Shipment;
import pl.zmobridge.order.ShopOrder;
import pl.zmobridge.order.UnreadableValue;

@DisplayName("An order of the shop")
class OrderReaderTest {
    private final OrderReader reader = new OrderReader();
    private final Dictionaries dictionaries = Wire.dictionaries();

    @Test
    @DisplayName("is read with every value and the shop's names")
    void isReadWithEveryValue() {
        ShopOrder order = read(Wire.order(), Wire.line());

        assertThat(order)
                .isEqualTo(new ShopOrder(
                        1201,
                        ZonedDateTime.parse("2026-10-02T09:41:07+02:00[Europe/Warsaw]"),
                        "oczekiwanie na płatność",
                        new BigDecimal("169.94"),
                        18,
                        "Pobranie",
                        "cod",
                        2,
                        "InPost Kurier",
                        "inpost",
                        new BigDecimal("19.99"),
                        "23%",
                        "23",
                        new ShopOrder.Discounts(
                                BigDecimal.ZERO, new BigDecimal("5"), BigDecimal.ZERO, new BigDecimal("2.50")),
                        new ShopOrder.Extras("", BigDecimal.ZERO, "5.00"),
                        "PLN",
                        Optional.empty(),
                        "klient@example.com",
                        Optional.of(17L),
                        "Proszę o fakturę",
                        new Shipment(true, "", "", "", "", Map.of()),
                        List.of(),
                        false,
                        Optional.empty(),
                        "1",
                        ShopOrder.Combined.NONE,
                        Optional.empty(),
                        Optional.of(new ShopOrder.Address(
                                "Anna",
                                "Żak",
                                "",
                                "725-18-01-126",
                                "",
                                "Piotrkowska 12/4",
                                "",
                                "Łódź",
                                "90-001",
                                "",
                                "Polska",
                                "PL",
                                "+48 600 100 200")),
                        List.of(new ShopOrder.Line(
                                13,
                                "SPD-101",
                                "Spódnica wieczorowa",
                                "Kolor: Czerwony; Rozmiar: S",
                                new BigDecimal("149.95"),
                                new BigDecimal("0.0000"),
                                BigDecimal.ONE,
                                "szt.",
                                "23%",
                                "23",
                                List.of()))));
    }

    @Test
    @DisplayName("is the same with numbers instead of strings")
    void isTheSameWithNumbers() {
        JsonNode numbers = Wire.order()
                .put("order_id", 1201)
                .put("user_id", 17)
                .put("status_id", 5)
                .put("sum", 169.94)
                .put("payment_id", 18)
                .put("shipping_id", 2)
                .put("shipping_cost", 19.99)
                .put("currency_id", 1)
                .put("discount_group", 5);
        JsonNode line = Wire.line().put("price", 149.95).put("quantity", 1).put("product_id", 13);

        assertThat(read(numbers, line)).isEqualTo(read(Wire.order(), Wire.line()));
    }

    @ParameterizedTest
    @DisplayName("of a guest has no user")
    @ValueSource(strings = {"null", "'0'", "0", "''", "[]"})
    void ofAGuestHasNoUser(String userId) {
        ObjectNode order = Wire.order();
        order.set("user_id", Wire.json(userId));

        assertThat(read(order).userId()).isEmpty();
    }

    @ParameterizedTest
    @DisplayName("has no address where the shop has none")
    @ValueSource(strings = {"null", "[]", "{}", "''"})
    void hasNoAddress(String address) {
        ObjectNode order = Wire.order();
        order.set("billing_address", Wire.json(address));
        order.remove("delivery_address");

        assertThat(read(order).billing()).isEmpty();
        assertThat(read(order).delivery()).isEmpty();
    }

    @Test
    @DisplayName("has empty texts where the shop has none")
    void hasEmptyTexts() {
        ObjectNode order = Wire.order();
        order.remove(List.of("notes", "email"));
        order.set("shipping_tax_name", Wire.json("null"));
        order.set("delivery_address", Wire.json("{'city':'Łódź','street2':null,'phone':[]}"));

        ShopOrder read = read(order, Wire.line().put("code", " ").put("product_id", "0"));

        assertThat(read.notes() + read.email() + read.deliveryTax()).isEmpty();
        assertThat(read.delivery().orElseThrow().phone()).isEmpty();
        assertThat(read.lines().get(0).code()).isEmpty();
        assertThat(read.lines().get(0).productId()).isZero();
    }

    @Test
    @DisplayName("keeps its own lines in the shop's order, each once")
    void keepsItsOwnLines() {
        ShopOrder order = read(
                Wire.order(),
                Wire.line().put("id", "89").put("code", "B"),
                Wire.line().put("id", "88").put("code", "A"),
                Wire.line().put("id", 89).put("code", "B"),
                Wire.line().put("id", "90").put("order_id", "1202").put("code", "C"));

        assertThat(order.lines()).extracting(ShopOrder.Line::code).containsExactly("B", "A");
    }

    @ParameterizedTest(name = "shop''s default {0}, order in {1}, rate of {2}: {3}")
    @DisplayName("W2 has the shop's rate, with its day, only where the shop's default currency is PLN")
    @CsvSource({
        "PLN, PLN, 2026-10-01 00:00:00, ",
        "PLN, EUR, 2026-10-01 00:00:00, 4.3",
        "PLN, EUR, 2026-10-01, 4.3",
        "PLN, EUR, 0000-00-00 00:00:00, ",
        "PLN, EUR, '', ",
        "EUR, EUR, 2026-10-01 00:00:00, ",
        "EUR, USD, 2026-10-01 00:00:00, ",
        "none, EUR, 2026-10-01 00:00:00, ",
    })
    void hasARateInPln(String base, String currency, String day, BigDecimal expected) {
        ObjectNode order =
                Wire.order().put("currency_id", Wire.currencyId(currency)).put("currency_rate", "1");

        ShopOrder read = Wire.read(order, List.of(), Wire.dictionaries(base, day));

        assertThat(read.currency()).isEqualTo(currency);
        assertThat(read.shopRate())
                .isEqualTo(Optional.ofNullable(expected)
                        .map(rate -> new CurrencyRate(currency, rate, LocalDate.of(2026, 10, 1), "Shoper")));
    }

    @ParameterizedTest(name = "registered {0}: account {1}")
    @DisplayName("K1 case 25 of a guest has no account, even with a user id")
    @CsvSource(
            quoteCharacter = '`',
            value = {"'1', 17", "1, 17", "true, 17", "'0', ", "0, ", "false, ", "'', ", "null, "})
    void ofAGuestHasNoAccount(String registered, Long account) {
        ObjectNode order = Wire.order();
        order.set("registered", Wire.json(registered));

        assertThat(read(order).userId()).isEqualTo(Optional.ofNullable(account));
        order.remove("registered");
        assertThat(read(order).userId()).isEmpty();
    }

    @Test
    @DisplayName("L7 case 38 with a product code that came as a JSON number is refused: its leading zeros may be gone")
    void aCodeIsText() {
        assertThatThrownBy(() -> read(Wire.order(), Wire.line().put("code", 101)))
                .isInstanceOf(UnreadableOrder.class)
                .hasMessageContaining("Pozycja 88")
                .hasMessageContaining("„101”");
        assertThat(read(Wire.order(), Wire.line().put("code", "0101"))
                        .lines()
                        .get(0)
                        .code())
                .isEqualTo("0101");
    }

    @Test
    @DisplayName("L7 has the products of a bundle, whose codes are text too")
    void hasTheProductsOfABundle() {
        ObjectNode bundle = Wire.line();
        bundle.set(
                "children",
                Wire.json("[{'id':'5','code':'A','name':'Kubek','quantity':'2','price':'10.00','discount_perc':'0',"
                        + "'option':'','tax':'8%','tax_value':'8','unit':'szt.','stock_id':'3'}]"));

        ShopOrder.Line part = read(Wire.order(), bundle).lines().get(0).parts().get(0);
        assertThat(part.code()).isEqualTo("A");
        assertThat(part.quantity()).isEqualByComparingTo("2");
        assertThat(part.tax()).isEqualTo("8%");

        assertThat(part.unread()).isEqualTo(ShopOrder.Unread.NOTHING);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @DisplayName("L7 is read with a bundle whose product cannot be: that product says so itself")
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "price, null, Pole „price”",
                "price, '', Pole „price”",
                "price, `'10,00'`, `„10,00”`",
                "quantity, null, Pole „quantity”",
                "discount_perc, '150', od 0 do 100",
                "name, {'pl':'x'}, Pole „name”",
                "code, {'a':1}, Pole „code”"
            })
    void readsABundleOfAnUnreadableProduct(String field, String value, String words) {
        ObjectNode bundle = Wire.line();
        bundle.set("children", Wire.json("[{'code':'A','name':'Kubek','quantity':'2','price':'10.00'}]"));
        ((ObjectNode) bundle.path("children").get(0)).set(field, Wire.json(value));

        ShopOrder.Line part = read(Wire.order(), bundle).lines().get(0).parts().get(0);

        assertThat(part.unread().values()).singleElement().asString().contains(words);
    }

    @Test
    @DisplayName("L7 has the code of a bundle's product that came as a JSON number, with the doubt")
    void codeOfAProductAsANumber() {
        ObjectNode bundle = Wire.line();
        bundle.set("children", Wire.json("[{'code':77,'name':'Kubek','quantity':'2','price':'10.00'}]"));

        ShopOrder.Unread unread =
                read(Wire.order(), bundle).lines().get(0).parts().get(0).unread();

        assertThat(unread.code()).get().asString().contains("„77”");
        assertThat(unread.values()).isEmpty();
    }

    @Test
    @DisplayName("S10 case 39 knows its parent and its children")
    void knowsParentAndChildren() {
        ObjectNode order = Wire.order().put("parent_order_id", "116");
        assertThat(read(order).combined()).isEqualTo(new ShopOrder.Combined(Optional.of(116L), List.of()));

        ObjectNode parent = Wire.order();
        parent.set("parent_order_id", Wire.json("null"));
        parent.set("children", Wire.json("['117',118]"));
        assertThat(read(parent).combined()).isEqualTo(new ShopOrder.Combined(Optional.empty(), List.of(117L, 118L)));
    }

    @Test
    @DisplayName("L5 has what else can have changed its sum")
    void hasExtras() {
        ObjectNode order =
                Wire.order().put("promo_code", "LATO").put("code_id", "4").put("loyalty_cost", "120");

        assertThat(read(order).extras()).isEqualTo(new ShopOrder.Extras("LATO", new BigDecimal("120"), "5.00"));
        assertThat(read(order.put("promo_code", "")).extras().code()).isEqualTo("nr 4");
    }

    @ParameterizedTest(name = "{0} = {1}")
    @DisplayName("L6 has a discount that is no percentage as one that only its sum tells")
    @CsvSource({
        "discount_code, 150.00, 150.00",
        "discount_client, 101, 101",
        "discount_levels, 100.01, 100.01",
        "discount_group, -1, -1",
    })
    void discountThatIsNoPercentage(String field, String value, String shown) {
        ShopOrder order = read(Wire.order()
                .put("discount_group", "0")
                .put("discount_code", "0")
                .put(field, value));

        assertThat(order.discounts()).isEqualTo(ShopOrder.Discounts.NONE);
        assertThat(order.extras().notInPercent()).containsExactly(field + " = " + shown);
        assertThat(read(Wire.order().put("discount_code", "100")).extras().notInPercent())
                .isEmpty();
    }

    @Test
    @DisplayName("D1 case 30 has the additional fields that the buyer ticked, with the shop's names")
    void hasAdditionalFields() {
        ObjectNode order = Wire.order();
        order.set(
                "additional_fields",
                Wire.json("[{'field_id':'3','type':'2','value':'1'},{'field_id':4,'type':2,'value':0},"
                        + "{'field_id':'5','type':'1','value':'Jan'},{'field_id':'6','type':'1','value':''}]"));
        Dictionaries named = dictionaries.withFields(
                Wire.rows("{'field_id':'3','translations':{'pl_PL':{'name':'Chcę otrzymać fakturę'}}}"));

        assertThat(Wire.read(order, List.of(), named).fields())
                .containsExactly(
                        new ShopOrder.Field(3, "Chcę otrzymać fakturę", true, "1"),
                        new ShopOrder.Field(5, "", false, "Jan"));
    }

    @ParameterizedTest(name = "{0} is {1}")
    @DisplayName("V3 says whether it was sold to a firm of another EU country")
    @CsvSource(
            quoteCharacter = '`',
            value = {"true, true", "1, true", "'1', true", "false, false", "'0', false", "'', false", "null, false"})
    void vatEu(String value, boolean expected) {
        ObjectNode order = Wire.order();
        order.set("vat_eu", Wire.json(value));

        assertThat(read(order).vatEu()).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @DisplayName("S2 counts its products alike however the shop writes the number")
    @CsvSource(
            quoteCharacter = '`',
            value = {"2, 2", "'2', 2", "'2.0000', 2", "2.5, 2.5", "null, ``", "'', ``"})
    void productCount(String value, String expected) {
        ObjectNode order = Wire.order();
        order.set("total_products", Wire.json(value));

        assertThat(read(order).productCount()).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @DisplayName("I7 is refused with the field and the value that cannot be read")
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "order_id | '' | order_id",
                "order_id | '12a' | „12a”",
                "order_id | '0' | order_id",
                "order_id | -5 | „-5”",
                "order_id | 1.5 | „1.5”",
                "date | '0000-00-00 00:00:00' | 0000-00-00",
                "date | '2026-02-30 10:00:00' | 2026-02-30",
                "date | null | Data",
                "sum | '' | „sum”",
                "sum | null | „sum”",
                "sum | [] | „sum”",
                "sum | {'a':1} | „sum”",
                "sum | true | „sum”",
                "sum | '169,94' | „169,94”",
                "shipping_cost | 'gratis' | „gratis”",
                "discount_code | 'x' | „discount_code”",
                "status_id | '77' | statusów zamówień",
                "payment_id | '77' | metod płatności",
                "payment_id | null | „payment_id”",
                "shipping_id | '77' | form dostawy",
                "currency_id | '77' | walut",
                "user_id | 'x' | „user_id”",
                "registered | 'x' | „registered”",
                "vat_eu | 'x' | „vat_eu”",
                "children | ['x'] | „children”",
                "parent_order_id | 'x' | „parent_order_id”",
                "notes | true | „notes”",
                "billing_address | 'ulica' | „billing_address”",
                "billing_address | {'city':{'a':1}} | Adres billing_address: Pole „city”"
            })
    void isRefused(String field, String value, String words) {
        ObjectNode order = Wire.order();
        order.set(field, Wire.json(value));

        assertThatThrownBy(() -> read(order))
                .isInstanceOf(UnreadableOrder.class)
                .hasMessageContaining(words);
    }

    @Test
    @DisplayName("I11 with an endless amount is refused alone, and in short")
    void isRefusedWithAnEndlessAmount() {
        ObjectNode order = Wire.order();
        order.set("sum", Wire.answer("1e999999999").json().orElseThrow());
        ObjectNode line = Wire.line().put("price", "9".repeat(100_000));

        assertThatThrownBy(() -> read(order, line))
                .isInstanceOf(UnreadableOrder.class)
                .hasMessageContaining("„1E+999999999”")
                .satisfies(refused -> assertThat(refused.getMessage()).hasSizeLessThan(1000));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @DisplayName("I7 is refused when a line cannot be read")
    @CsvSource({"price, ''", "price, 1e3", "quantity, ''", "quantity, 1 szt", "discount_perc, NaN", "id, ''"})
    void isRefusedForALine(String field, String value) {
        assertThatThrownBy(() -> read(Wire.order(), Wire.line().put(field, value)))
                .isInstanceOf(UnreadableOrder.class)
                .hasMessageContaining("zamówienia 1201")
                .hasMessageContaining("„" + field + "”");
    }

    @ParameterizedTest
    @DisplayName("W2 in a foreign currency needs no rate of the shop's")
    @ValueSource(strings = {"", "0", "-4.30", "4,30"})
    void needsNoRate(String rate) {
        assertThat(read(Wire.order().put("currency_id", "2").put("currency_rate", rate))
                        .shopRate())
                .isEmpty();
    }

    @Test
    @DisplayName("tells all its problems at once, each once")
    void tellsAllItsProblems() {
        ObjectNode order = Wire.order().put("date", "wczoraj").put("sum", "?").put("currency_id", "77");
        ObjectNode line = Wire.line().put("price", "?").put("quantity", "?");

        UnreadableOrder refused = catchThrowableOfType(UnreadableOrder.class, () -> read(order, line));

        assertThat(refused.problems()).hasSize(5).anySatisfy(problem -> assertThat(problem)
                .startsWith("Pozycja 88 („Spódnica wieczorowa”): "));
    }

    @Test
    @DisplayName("gives single values for the routes, or says why not")
    void givesSingleValues() {
        assertThat(reader.orderId(Wire.order())).isEqualTo(1201);
        assertThat(reader.statusId(Wire.order())).isEqualTo(5);
        assertThat(reader.date(Wire.order(), dictionaries).getHour()).isEqualTo(9);
        assertThatThrownBy(() -> reader.orderId(Wire.json("{}"))).isInstanceOf(UnreadableValue.class);
        assertThatThrownBy(() -> reader.statusId(Wire.json("{}"))).isInstanceOf(UnreadableValue.class);
        assertThatThrownBy(() -> reader.date(Wire.json("{}"), dictionaries)).isInstanceOf(UnreadableValue.class);
    }

    private ShopOrder read(JsonNode order, JsonNode... lines) {
        return Wire.read(order, List.of(lines), dictionaries);
    }
}
