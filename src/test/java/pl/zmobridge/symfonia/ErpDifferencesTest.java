package pl.zmobridge.symfonia;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.zmobridge.order.Cards.card;
import static pl.zmobridge.order.ShopOrders.line;
import static pl.zmobridge.order.ShopOrders.order;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pl.zmobridge.order.CurrencyRate;
import pl.zmobridge.order.OrderCard;
import pl.zmobridge.symfonia.ErpDifferences.Difference;
import pl.zmobridge.symfonia.ErpDifferences.What;

class ErpDifferencesTest {
    private static final OrderCard CARD = card(order());
    private static final Vat SHOP = new Vat.Shop(VatTest.rates(Map.of()));

    @Test
    @DisplayName("S3 an answer that says what was sent has no difference, whatever its types and letter case")
    void same() {
        assertThat(issued(answer())).isEmpty();
        assertThat(
                        issued(
                                """
                {"id":7001,"documentNumber":"ZMO/1","grossValue":"169.9400","buyerId":"5","buffer":false,"canceled":0,
                 "positions":[{"productCode":"spd-101","quantity":"1.0000","grossValue":149.95,"vatRate":"23"},
                  {"productCode":"DOSTAWA","quantity":1,"grossValue":19.99,"vatRate":{"name":"23%"}}]}"""))
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("S3 what the answer leaves out, or has as null, is no difference")
    @ValueSource(
            strings = {
                "{\"Id\":7001}",
                "{\"Id\":7001,\"GrossValue\":null,\"BuyerId\":null,\"Positions\":null,\"Buffer\":null,\"DocumentNumber\":null}",
                "{\"Id\":7001,\"BuyerId\":0,\"Positions\":[]}",
                "{\"Positions\":[{\"ProductCode\":null,\"GrossValue\":null,\"VatRate\":null},{\"Quantity\":null}]}",
            })
    void leftOut(String answer) {
        assertThat(issued(answer)).isEmpty();
    }

    @Test
    @DisplayName("S3 case 10 another total is told with both figures")
    void total() {
        assertThat(issued(answer().put("GrossValue", new BigDecimal("161.44"))))
                .containsExactly(new Difference(What.TOTAL, "", "169.94", "161.44"));
        assertThat(issued(answer().put("GrossValue", new BigDecimal("161.44")))
                        .get(0)
                        .words())
                .isEqualTo("wartość: zamówienie 169.94, ERP 161.44");
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @DisplayName("S3 V2 each position's value, quantity and rate is compared")
    @CsvSource({
        "GrossValue, 142.45, VALUE",
        "Quantity, 2, QUANTITY",
        "VatRate, 8, VAT_RATE",
        "VatRate, zw, VAT_RATE",
    })
    void position(String field, String value, What what) {
        ObjectNode answer = answer();
        ((ObjectNode) answer.path("Positions").get(0)).put(field, value);
        assertThat(issued(answer)).singleElement().satisfies(difference -> {
            assertThat(difference.what()).isEqualTo(what);
            assertThat(difference.position()).isEqualTo("SPD-101");
            assertThat(difference.got()).isEqualTo(value);
        });
    }

    @ParameterizedTest(name = "{0} {1}")
    @DisplayName("S3 I7 what is there but cannot be read, or is read with a comma, is compared, not left out")
    @CsvSource({
        "GrossValue, '161,44', TOTAL, 161.44",
        "GrossValue, 'ok. 170', TOTAL, ok. 170",
        "GrossValue, '1,699', TOTAL, '1,699'",
        "GrossValue, ' ', TOTAL, '\" \"'",
        "BuyerId, nikt, BUYER, nikt",
        "Positions, brak, POSITIONS, brak",
        "Canceled, tak, CANCELLED, tak",
        "Buffer, True, BUFFER, w buforze",
    })
    void unreadable(String field, String value, What what, String got) {
        assertThat(issued(answer().put(field, value))).singleElement().satisfies(difference -> {
            assertThat(difference.what()).isEqualTo(what);
            assertThat(difference.got()).isEqualTo(got);
        });
    }

    @Test
    @DisplayName("S3 W1 the same for positions and for the rate of a currency")
    void unreadableFurtherDown() {
        ObjectNode answer = answer();
        ((ObjectNode) answer.path("Positions").get(0))
                .put("GrossValue", "142,45")
                .put("Quantity", "jeden");
        assertThat(issued(answer))
                .containsExactly(
                        new Difference(What.VALUE, "SPD-101", "149.95", "142.45"),
                        new Difference(What.QUANTITY, "SPD-101", "1", "jeden"));
        OrderCard euro = card(order().currency("EUR", Optional.empty()));
        CurrencyRate rate = new CurrencyRate("EUR", new BigDecimal("4.2567"), LocalDate.of(2026, 10, 1), "NBP");
        assertThat(stored(answer().put("Currency", "EUR").put("CurrencyRate", "?"), euro.at(Optional.of(rate))))
                .containsExactly(new Difference(What.RATE, "", "4.2567", "?"));
        assertThat(stored(answer().put("Currency", "EUR").put("CurrencyRate", "4,2567"), euro.at(Optional.of(rate))))
                .isEmpty();
    }

    @Test
    @DisplayName("S3 the same figures with a comma are no difference")
    void comma() {
        ObjectNode answer = answer().put("GrossValue", "169,94");
        ((ObjectNode) answer.path("Positions").get(0))
                .put("GrossValue", "149,9500")
                .put("Quantity", "1,0000");
        assertThat(issued(answer)).isEmpty();
    }

    @Test
    @DisplayName("S3 positions are recognised by their code, not by their place; two of one code by their value")
    void anyOrder() throws Exception {
        OrderCard card = card(
                order().lines(line("A", "10.00", "1"), line("A", "20.00", "2")).sum("69.99"));
        JsonNode answer = Wire.JSON.readTree(
                """
                {"Positions":[{"ProductCode":"DOSTAWA","Quantity":1,"GrossValue":19.99},
                 {"ProductCode":"A","Quantity":2,"GrossValue":40.00},{"ProductCode":"A","Quantity":1,"GrossValue":10.00}]}""");
        assertThat(ErpDifferences.ofStored(answer, card, OptionalInt.of(5), SHOP))
                .isEmpty();
    }

    @Test
    @DisplayName("S3 a position more, less or of another product is a difference")
    void positions() throws Exception {
        ObjectNode less = answer();
        less.putArray("Positions").addObject().put("ProductCode", "SPD-101");
        assertThat(issued(less)).extracting(Difference::what).containsExactly(What.POSITIONS);
        ObjectNode other = answer();
        ((ObjectNode) other.path("Positions").get(0)).put("ProductCode", "SPD-102");
        assertThat(issued(other)).extracting(Difference::position).containsExactly("SPD-101");
    }

    @Test
    @DisplayName(
            "W1 S3 another currency, or another rate than was sent, is a difference; one that nobody knows is none")
    void currency() {
        OrderCard euro = card(order().currency("EUR", Optional.empty()));
        CurrencyRate rate = new CurrencyRate("EUR", new BigDecimal("4.2567"), LocalDate.of(2026, 10, 1), "NBP");
        ObjectNode answer = answer().put("Currency", "EUR").put("CurrencyRate", new BigDecimal("4.25670"));
        assertThat(stored(answer, euro.at(Optional.of(rate)))).isEmpty();

        answer.put("CurrencyRate", new BigDecimal("4.257"));
        assertThat(stored(answer, euro.at(Optional.of(rate))))
                .describedAs("rounded by the ERP")
                .isEmpty();
        answer.put("CurrencyRate", new BigDecimal("4.3"));
        assertThat(stored(answer, euro.at(Optional.of(rate)))).hasSize(1);

        answer.put("CurrencyRate", BigDecimal.ONE);
        assertThat(stored(answer, euro.at(Optional.of(rate))))
                .containsExactly(new Difference(What.RATE, "", "4.2567", "1"));
        assertThat(stored(answer, euro)).isEmpty();
        assertThat(stored(answer().put("Currency", "EUR"), card(order())))
                .containsExactly(new Difference(What.CURRENCY, "", "PLN", "EUR"));
        assertThat(stored(answer().put("Currency", "PLN"), card(order()))).isEmpty();
        assertThat(stored(answer.put("Currency", "PLN"), euro))
                .containsExactly(new Difference(What.CURRENCY, "", "EUR", "PLN"));
    }

    private static List<Difference> stored(JsonNode answer, OrderCard card) {
        return ErpDifferences.ofStored(answer, card, OptionalInt.of(5), SHOP);
    }

    @Test
    @DisplayName("S3 another buyer is a difference")
    void buyer() {
        assertThat(issued(answer().put("BuyerId", 6))).containsExactly(new Difference(What.BUYER, "", "5", "6"));
    }

    @Test
    @DisplayName("S3 case 34 an order left in the buffer, without a number, is not issued")
    void buffer() {
        assertThat(issued(answer().put("Buffer", true).put("DocumentNumber", "")))
                .extracting(Difference::what)
                .containsExactly(What.BUFFER, What.NUMBER);
    }

    @ParameterizedTest(name = "Canceled {0}: {1}")
    @DisplayName("S3 a cancelled document is not alive")
    @CsvSource({"0, 0", "1, 1", "2, 1", "3, 1"})
    void cancelled(int canceled, int differences) {
        assertThat(issued(answer().put("Canceled", canceled))).hasSize(differences);
    }

    @ParameterizedTest(name = "buyer {0}, total {1}, „{2}”, our buyer {3}: {4}")
    @DisplayName("S6 case 11 and 12 a found ZMO is adopted only if its buyer and total are the order's")
    @CsvSource({
        "5, 169.94, SH/1201 | x, 5, ''",
        "5, 169.94, opis zmieniony ręcznie, 5, ''",
        "6, 169.94, SH/1201 | x, 5, BUYER",
        "6, 555.00, SH/1201 | x, 5, TOTAL BUYER",
        "5, 555.00, SH/1201 | x, 5, TOTAL",
        "5, 169.94, SH/1201 | x, , ''",
        "5, 169.94, SH/120 | x, , MARKER",
        "5, 169.94, '', , MARKER",
        ", 169.94, SH/1201 | x, 5, ''",
        ", 169.94, inne, 5, MARKER",
        ", , SH/1201 | x, 5, ''",
        ", , '', 5, MARKER",
    })
    void found(Integer buyer, BigDecimal total, String description, Integer ours, String whats) {
        ObjectNode order = Wire.JSON.createObjectNode().put("Description", description);
        order.put("BuyerId", buyer).put("GrossValue", total);
        OptionalInt buyerId = ours == null ? OptionalInt.empty() : OptionalInt.of(ours);
        List<Difference> differences = ErpDifferences.ofFound(order, "SH/1201", new BigDecimal("169.94"), buyerId);
        assertThat(differences)
                .extracting(difference -> difference.what().name())
                .containsExactly(whats.isEmpty() ? new String[0] : whats.split(" "));
    }

    @ParameterizedTest(name = "remembered {0}, ERP {1}: same {2}")
    @DisplayName("S6 case 11 a remembered id whose number is another's is another ZMO")
    @CsvSource({
        "SH/1201, SH/1201, true",
        "SH/1201, sh/1201, true",
        "SH/1201, ZMO/17, false",
        "'', ZMO/17, true",
        "SH/1201, '', true"
    })
    void remembered(String number, String got, boolean same) {
        ObjectNode status = Wire.JSON.createObjectNode().put("Id", 501).put("DocumentNumber", got);
        assertThat(ErpDifferences.ofRemembered(status, number).isEmpty()).isEqualTo(same);
    }

    private static List<Difference> issued(String answer) {
        try {
            return issued(Wire.JSON.readTree(answer));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static List<Difference> issued(JsonNode answer) {
        return ErpDifferences.ofStored(answer, CARD, OptionalInt.of(5), SHOP);
    }

    private static ObjectNode answer() {
        ObjectNode answer = Wire.JSON.createObjectNode().put("Id", 7001).put("DocumentNumber", "ZMO/1");
        answer.put("GrossValue", new BigDecimal("169.94")).put("BuyerId", 5).put("Buffer", false);
        for (OrderCard.Line line : CARD.lines()) {
            ObjectNode position = answer.withArray("Positions").addObject();
            position.put("ProductCode", line.code())
                    .put("Quantity", line.quantity())
                    .put("GrossValue", line.value());
            position.putObject("VatRate").put("Code", "23");
        }
        return answer;
    }
}
