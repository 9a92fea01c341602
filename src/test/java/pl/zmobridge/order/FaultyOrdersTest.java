package pl.zmobridge.order;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.zmobridge.order.ShopOrders.blank;
import static pl.zmobridge.order.ShopOrders.line;
import static pl.zmobridge.order.ShopOrders.order;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pl.zmobridge.order.CardRules.DocumentChoice;
import pl.zmobridge.order.CardRules.InvoiceWithoutNip;

class FaultyOrdersTest {

    private static final CardRules RULES = rules(DocumentChoice.AUTO, false, Optional.of("DOSTAWA"));

    @Test
    @DisplayName("L1 a product without a code is named, with what to do")
    void blankCode() {
        assertThat(problems(order().lines(line(" ", "149.95", "1"))))
                .containsExactly(
                        "Zamówienie 1201: pozycja „Spódnica wieczorowa” (produkt 13) nie ma kodu; uzupełnij Kod w"
                                + " sklepie i w tym zamówieniu, a potem ponów import, albo dopuść w konfiguracji pozycje"
                                + " jednorazowe.");
    }

    @Test
    @DisplayName("L1 a one-off line has at least a name")
    void blankCodeAndName() {
        ShopOrder.Line real = line("", "149.95", "1");
        ShopOrder.Line nameless = new ShopOrder.Line(
                0, "", " ", "", real.price(), real.discountPercent(), real.quantity(), "szt.", "23%", "23", List.of());
        assertThat(problems(rules(DocumentChoice.AUTO, true, Optional.empty()), order().lines(nameless)))
                .singleElement()
                .asString()
                .contains("(produkt 0) nie ma kodu");
    }

    @Test
    @DisplayName("P1 an order without any address is refused")
    void noAddress() {
        assertThat(problems(order().billing(blank()).noDeliveryAddress()))
                .containsExactly("Zamówienie 1201: nie ma ani adresu do faktury, ani adresu dostawy; uzupełnij adres w"
                        + " zamówieniu w sklepie i ponów import.");
    }

    @Test
    @DisplayName("L1 an order without lines is refused")
    void noLines() {
        assertThat(problems(order().lines()))
                .singleElement()
                .asString()
                .startsWith("Zamówienie 1201: nie ma żadnej pozycji z towarem;");
    }

    @Test
    @DisplayName("L3 delivery without a product code names the keys to set")
    void noDeliveryCode() {
        assertThat(problems(rules(DocumentChoice.AUTO, false, Optional.empty()), order()))
                .containsExactly("Zamówienie 1201: dostawa „InPost Kurier” (id 2) nie ma kodu towaru; ustaw"
                        + " symfonia.delivery.code.2 albo symfonia.delivery.code i ponów import.");
    }

    @Test
    @DisplayName("L5 a sum that fits no reading shows the figures")
    void controlSum() {
        assertThat(problems(order().lines(line("A", "149.95", "1", "10")).sum("99.00")))
                .containsExactly("Zamówienie 1201: suma 99.00 PLN nie wynika z pozycji i dostawy (19.99). Sprawdzono:"
                        + " rabat pozycji już w cenie, rabaty zamówienia już w cenie = 169.94 (różnica -70.94);"
                        + " rabat pozycji odjęty, rabaty zamówienia już w cenie = 154.95 (różnica -55.95)."
                        + " Zaokrąglenia tego nie tłumaczą. Zamówienie nie ma kodu rabatowego ani punktów; możliwa jest"
                        + " dopłata za płatność „Przelew” albo inna opłata dodana w sklepie. Jeśli suma w sklepie jest"
                        + " właściwa, zamówienia nie trzeba zmieniać: przyjmij różnicę -55.95 PLN na stronie tego zamówienia"
                        + " albo ustaw order.difference.discount. Rozłożenie na towary: możliwe. Osobna pozycja:"
                        + " niemożliwe, bo miałaby wartość poniżej zera, a nic nie mówi, że Symfonia taką przyjmie.");
    }

    @Test
    @DisplayName(
            "L5 case 27 what the order holds that could explain the difference is named, and nobody is told to falsify it")
    void causesOfADifference() {
        ShopOrders order = order().lines(line("A", "100.00", "1"), line("B", "200.00", "1"))
                .delivery(2, "Kurier", "15.00")
                .payment("Pobranie")
                .extras("LATO50", "120", "5.00")
                .sum("265.00");
        assertThat(problems(order))
                .singleElement()
                .asString()
                .contains(
                        "(różnica -50.00)",
                        "kod rabatowy „LATO50”",
                        "punkty lojalnościowe: 120",
                        "dopłata za płatność „Pobranie”: 5.00")
                .doesNotContain("Popraw");
    }

    @Test
    @DisplayName("S10 an order that is joined to itself, or is child and parent at once, is refused")
    void joinedToItself() {
        assertThat(problems(order().parent(1201))).singleElement().asString().contains("połączone", "1201");
        assertThat(problems(order().parent(1100).children(1300L)))
                .singleElement()
                .asString()
                .contains("1100", "1300");
    }

    @Test
    @DisplayName("H4 a forced invoice without a NIP is refused when the operator says so")
    void invoiceWithoutNip() {
        assertThat(problems(rules(DocumentChoice.INVOICE, false, Optional.of("D")), order()))
                .singleElement()
                .asString()
                .startsWith("Zamówienie 1201: nie ma NIP,")
                .contains("order.document.invoice-without-nip = receipt");
    }

    @ParameterizedTest(name = "{3}")
    @DisplayName("L2 an amount that cannot be is refused, never repaired")
    @CsvSource({
        "-1.00, 1, 0, ma cenę ujemną (-1.00)",
        "1.00, 0, 0, ma ilość 0",
        "1.00, -2, 0, ma ilość -2",
        "1.00, 1, 101, ma rabat 101%",
        "1.00, 1, -5, ma rabat -5%",
        "1000000000.00, 1, 0, muszą być mniejsze od 1000000000",
        "0.00, 1000000000, 0, muszą być mniejsze od 1000000000",
    })
    void impossibleLine(String price, String quantity, String discount, String expected) {
        assertThat(problems(order().lines(line("A", "149.95", "1"), line("B", price, quantity, discount))))
                .anySatisfy(problem -> assertThat(problem)
                        .startsWith("Zamówienie 1201: pozycja „Spódnica wieczorowa” (produkt 13) ")
                        .contains(expected));
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("L5 a sum that is no amount in whole groszy is refused")
    @ValueSource(strings = {"169.945", "-169.94"})
    void impossibleSum(String sum) {
        assertThat(problems(order().sum(sum))).anySatisfy(problem -> assertThat(problem)
                .startsWith("Zamówienie 1201: suma " + sum + " nie jest kwotą"));
    }

    @Test
    @DisplayName("L3 a negative delivery cost is refused, also when the sum fits")
    void impossibleDelivery() {
        assertThat(problems(order().delivery(2, "Kurier", "-19.99").sum("129.96")))
                .singleElement()
                .asString()
                .contains("koszt dostawy -19.99 nie jest kwotą");
    }

    @Test
    @DisplayName("L5 a discount of the order beyond 100% is refused")
    void impossibleDiscount() {
        assertThat(problems(order().discounts("0", "120", "0", "0")))
                .singleElement()
                .asString()
                .contains("rabat całego zamówienia", "grupa 120");
    }

    @Test
    @DisplayName("everything that is wrong is told at once")
    void allProblems() {
        CardRules rules = rules(DocumentChoice.INVOICE, false, Optional.empty());
        ShopOrders order =
                order().lines(line("", "10.00", "1"), line("", "10.00", "0")).sum("500.00");
        assertThat(problems(rules, order)).hasSize(6).allSatisfy(problem -> assertThat(problem)
                .startsWith("Zamówienie 1201: "));
    }

    private static CardRules rules(DocumentChoice document, boolean oneOffLines, Optional<String> deliveryCode) {
        return new CardRules("SH/", "", document, InvoiceWithoutNip.FAIL, oneOffLines, deliveryCode, Map.of());
    }

    private static List<String> problems(ShopOrders order) {
        return problems(RULES, order);
    }

    private static List<String> problems(CardRules rules, ShopOrders order) {
        CardOutcome outcome = new OrderCards(rules).card(order.build());
        assertThat(outcome).isInstanceOf(CardOutcome.Faulty.class);
        return ((CardOutcome.Faulty) outcome).problems();
    }
}
