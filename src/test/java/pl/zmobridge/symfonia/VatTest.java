package pl.zmobridge.symfonia;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pl.zmobridge.order.Cards.card;
import static pl.zmobridge.order.ShopOrders.line;
import static pl.zmobridge.order.ShopOrders.order;
import static pl.zmobridge.order.ShopOrders.taxed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pl.zmobridge.order.OrderCard;
import pl.zmobridge.order.PaymentForm;
import pl.zmobridge.order.ShopOrders;

@DisplayName("VAT rates of positions")
class VatTest {
    private static final String RATES =
            """
            [{"Id":1,"Code":"23","Name":"23%","Value":23,"Type":0,"Active":true},
             {"Id":2,"Code":"8","Name":"8%","Value":8,"Active":true},
             {"Id":3,"Code":"0","Name":"0%","Value":0,"Active":true},
             {"Id":4,"Code":"zw","Name":"zwolniony","Value":0,"Active":true},
             {"Id":5,"Code":"np","Name":"nie podlega","Value":0,"Active":true},
             {"Id":6,"Code":"WDT","Name":"0% WDT","Value":0,"Active":true},
             {"Id":7,"Code":"R5","Name":"obniżona","Value":"5.00","Active":true},
             {"Id":8,"Code":"22","Name":"22%","Value":22,"Active":false},
             {"Id":9,"Code":"DE19","Name":"Niemcy 19","Value":19,"Active":true}]
            """;

    @ParameterizedTest(name = "„{0}” of value {1} is {2}")
    @DisplayName(
            "V1 a shop's rate is the ERP's of the same code, name or value; exempt, not subject and zero go by name only")
    @CsvSource({
        "23%, 23, 23",
        "VAT 23%, 23, 23",
        "8 %, 8, 8",
        "0%, 0, 0",
        "zw., 0, zw",
        "ZW, 0, zw",
        "np., 0, np",
        "0% WDT, 0, WDT",
        "5%, 5, R5",
        "Podstawowa, 23, 23",
        "2.1%, 2.1, ",
        "22%, 22, ",
        "Zerowa, 0, ",
        "'', '', ",
    })
    void match(String name, String value, String code) {
        assertThat(rates(Map.of()).match(name, value).map(VatRates.Rate::code).orElse(null))
                .isEqualTo(code);
    }

    @ParameterizedTest(name = "an ERP with {0}: „{1}” is none")
    @DisplayName("V1 case 3 exempt and zero never stand in for one another")
    @CsvSource({"0, zw.", "0, np.", "zw, 0%", "np, zw.", "zw, np."})
    void neverByValueOfZero(String only, String name) throws Exception {
        JsonNode answer = Wire.JSON.readTree("[{\"Id\":1,\"Code\":\"" + only + "\",\"Name\":\"\",\"Value\":0}]");
        assertThat(VatRates.read(answer, Map.of()).match(name, "0")).isEmpty();
    }

    @Test
    @DisplayName("V1 the operator's table comes first, however its keys are written")
    void table() {
        VatRates rates = rates(Map.of("ZW", "np", "Zerowa", "0", "23", "R5", "8%", "missing"));
        assertThat(rates.match("zw.", "0").orElseThrow().code()).isEqualTo("np");
        assertThat(rates.match("zerowa", "0").orElseThrow().code()).isEqualTo("0");
        assertThat(rates.match("23%", "23").orElseThrow().code()).isEqualTo("R5");
        assertThat(rates.match("8%", "8"))
                .as("a code that the ERP does not have is no guess")
                .isEmpty();
    }

    @ParameterizedTest(name = "„{0}” of value {1} comes from {2}")
    @DisplayName("D2 what a rate was found by is told")
    @CsvSource({
        "zerowa, 0, TABLE",
        "23%, 23, CODE",
        "VAT 23%, 23, CODE",
        "zwolniony, 0, NAME",
        "5%, 5, VALUE",
        "2.1%, 2.1, NONE",
    })
    void source(String tax, String value, Vat.Source source) {
        OrderCard card = card(order().lines(taxed(line("A", "149.95", "1"), tax, value)));
        Vat shop = new Vat.Shop(rates(Map.of("Zerowa", "0")));
        assertThat(shop.source(card.lines().get(0))).isEqualTo(source);
        assertThat(new Vat.Card().source(card.lines().get(0))).isEqualTo(Vat.Source.CARD);
    }

    @Test
    @DisplayName("V1 case 2 each position carries its own rate, delivery too")
    void shopsRates() throws Exception {
        ShopOrders order = order().lines(
                        taxed(line("A", "108.00", "1"), "8%", "8"), taxed(line("", "100.00", "1"), "zw.", "0"))
                .deliveryTax("23%")
                .sum("227.99");
        assertThat(positionRates(new Vat.Shop(rates(Map.of())), card(order))).containsExactly("8", "zw", "23");
    }

    @Test
    @DisplayName("V2 with the card's rates only a one-off product, which has no card, carries one")
    void cardsRates() throws Exception {
        ShopOrders order = order().lines(
                        taxed(line("A", "108.00", "1"), "8%", "8"), taxed(line("", "100.00", "1"), "5,0%", "5"))
                .sum("227.99");
        assertThat(positionRates(new Vat.Card(), card(order))).containsExactly("", "5", "");
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName(
            "V1 V3 case 1 and 4 a rate without counterpart is refused with the key to set, nothing is sent at another rate")
    @CsvSource({"19%", "2.1%"})
    void refused(String tax) {
        OrderCard card = card(order().lines(taxed(line("", "149.95", "1"), tax, "")));
        assertThatThrownBy(() -> positionRates(new Vat.Shop(rates(Map.of())), card))
                .isInstanceOf(Vat.Refused.class)
                .hasMessageContaining("Zamówienie 1201")
                .hasMessageContaining("„" + tax + "”");
        assertThatThrownBy(() -> positionRates(new Vat.Card(), card)).isInstanceOf(Vat.Refused.class);
    }

    @Test
    @DisplayName("V1 a name that nobody knows names the key of the table")
    void keyToSet() {
        OrderCard card = card(order().lines(taxed(line("A", "149.95", "1"), "Zerowa", "0")));
        assertThat(new Vat.Shop(rates(Map.of())).problems(card))
                .singleElement()
                .asString()
                .contains("symfonia.vat.Zerowa = ");
        assertThat(new Vat.Shop(rates(Map.of("Zerowa", "0"))).problems(card)).isEmpty();
    }

    @ParameterizedTest(name = "charged {0}, ERP {1}: {2}")
    @DisplayName("V2 the ERP's rate is compared with the one charged, by code or by name")
    @CsvSource({
        "23%, 23, true",
        "23%, 23%, true",
        "23%, 8, false",
        "zw., zw, true",
        "zw., zwolniony, true",
        "zw., 0, false",
        "0%, zw, false",
        "5%, R5, true",
    })
    void charged(String tax, String got, boolean same) {
        OrderCard.Line line = card(order().lines(taxed(line("A", "149.95", "1"), tax, "")))
                .lines()
                .get(0);
        assertThat(new Vat.Shop(rates(Map.of())).isCharged(line, got)).isEqualTo(same);
        if (!got.equals("R5")) {
            assertThat(new Vat.Card().isCharged(line, got)).isEqualTo(same);
        }
    }

    private static List<String> positionRates(Vat vat, OrderCard card) throws JsonProcessingException {
        ErpSettings settings = new ErpSettings(
                new ErpSettings.Numbering("ZMO", "sZMO"),
                new ErpSettings.Numbering("ZMP", "sZMP"),
                "SKLEP",
                "BANK",
                0,
                ErpSettings.Reservation.QUANTITY,
                "Gotówka",
                PaymentTable.EMPTY,
                true,
                ContractorPolicy.of(new ContractorCodes("SH")),
                new VatSettings(true, Map.of(), false),
                ErpSettings.USUAL_DESCRIPTION,
                ErpSettings.USUAL_NOTE);
        String body = new OrderIssues(settings, vat, false)
                .issue(
                        card,
                        card.number(),
                        new DocumentBuyer.Card(5),
                        new PaymentForm(4, "Przelew", true, 7),
                        new ArrayList<>());
        List<String> rates = new ArrayList<>();
        Wire.JSON
                .readTree(body)
                .path("Positions")
                .forEach(position ->
                        rates.add(position.path("VatRate").path("Code").asText()));
        return rates;
    }

    static VatRates rates(Map<String, String> table) {
        try {
            return VatRates.read(Wire.JSON.readTree(RATES), table);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
