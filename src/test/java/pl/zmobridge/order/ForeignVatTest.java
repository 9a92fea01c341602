package pl.zmobridge.order;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.zmobridge.order.Cards.card;
import static pl.zmobridge.order.ShopOrders.line;
import static pl.zmobridge.order.ShopOrders.order;
import static pl.zmobridge.order.ShopOrders.taxed;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("V3 VAT that is not Poland's")
class ForeignVatTest {

    @ParameterizedTest(name = "{0}: {1} problems")
    @DisplayName("case 1 and 4 a rate that Poland does not have needs a rule")
    @CsvSource({
        "19%, 1",
        "2.1%, 1",
        "19% DE, 1",
        "0% WDT, 1",
        "DE 7.7 %, 1",
        "23%, 0",
        "23% IE, 0",
        "100% bawełna, 0",
        "Podstawowa, 0",
        "8%, 0",
        "zw., 0",
        "np., 0",
        "0%, 0"
    })
    void foreignRate(String tax, int problems) {
        OrderCard card = card(order().lines(taxed(line("A", "149.95", "1"), tax, "")));
        assertThat(ForeignVat.problems(card)).hasSize(problems).allSatisfy(problem -> assertThat(problem)
                .startsWith("Zamówienie 1201: ")
                .contains("„" + tax + "”"));
    }

    @Test
    @DisplayName("the rate of the delivery counts like any other")
    void deliveryRate() {
        assertThat(ForeignVat.problems(card(order().deliveryTax("19%"))))
                .singleElement()
                .asString()
                .contains("InPost Kurier", "„19%”");
    }

    @Test
    @DisplayName("case 3 a sale to an EU firm without VAT needs a rule")
    void vatEu() {
        assertThat(ForeignVat.problems(card(order().lines(taxed(line("A", "149.95", "1"), "0%", "0"))
                        .vatEu())))
                .singleElement()
                .asString()
                .contains("vat_eu");
    }

    @Test
    @DisplayName("a rate that the operator's table calls a Polish one is one")
    void tableCounts() {
        OrderCard card = card(order().lines(taxed(line("A", "149.95", "1"), "Stawka A 0%", "")));
        assertThat(ForeignVat.problems(card)).hasSize(1);
        assertThat(ForeignVat.problems(card, name -> name.startsWith("Stawka A") ? "0" : name))
                .isEmpty();
    }

    @ParameterizedTest(name = "„{0}” of value {1}: {2} problems")
    @DisplayName("a name that says no rate leaves it to the value")
    @CsvSource({"Normalsatz, 19, 1", "Satz 1, 19, 1", "Podstawowa, 23, 0", "Stawka A 23, 23, 0"})
    void byValue(String tax, String value, int problems) {
        assertThat(ForeignVat.problems(card(order().lines(taxed(line("A", "149.95", "1"), tax, value)))))
                .hasSize(problems);
    }

    @ParameterizedTest(name = "{0} {1} to {2}: warning {3}")
    @DisplayName("a Polish rate on a delivery abroad is sold with a warning")
    @CsvSource({"23%, DE, Niemcy, true", "23%, '', Niemcy, true", "23%, PL, Polska, false", "23%, '', '', false"})
    void abroad(String tax, String code, String country, boolean warned) {
        ShopOrder.Address address = new ShopOrder.Address(
                "Anna", "Żak", "", "", "", "Hauptstr. 1", "", "Berlin", "10115", "", country, code, "");
        OrderCard card = card(order().deliveredTo(address));
        assertThat(card.warnings()).hasSize(warned ? 1 : 0).allSatisfy(warning -> assertThat(warning)
                .contains("DE", "OSS"));
    }
}
