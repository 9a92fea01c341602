package pl.zmobridge.order;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.zmobridge.order.ShopOrders.bundle;
import static pl.zmobridge.order.ShopOrders.line;
import static pl.zmobridge.order.ShopOrders.order;
import static pl.zmobridge.order.ShopOrders.taxed;
import static pl.zmobridge.order.ShopOrders.unread;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pl.zmobridge.order.CardRules.Bundle;
import pl.zmobridge.order.CardRules.DocumentChoice;
import pl.zmobridge.order.CardRules.InvoiceWithoutNip;
import pl.zmobridge.order.OrderCard.Line;
import pl.zmobridge.order.ShopOrder.Unread;

@DisplayName("L7 bundles and lines of value 0")
class BundlesTest {

    @Test
    @DisplayName("a bundle becomes one line for each of its products, with its own code, quantity and VAT rate")
    void productsOfABundle() {
        OrderCard card = built(
                Bundle.CHILDREN,
                false,
                bundled(
                        "60.00",
                        bundle(
                                "ZEST",
                                "30.00",
                                "2",
                                line("A", "10.00", "2"),
                                taxed(line("B", "10.00", "1"), "8%", "8"))));
        assertThat(card.lines()).extracting(Line::code).containsExactly("A", "B", "DOSTAWA");
        assertThat(card.lines()).extracting(Line::tax).containsExactly("23%", "8%", "23%");
        assertThat(card.lines().get(0).quantity()).as("2 in each of 2 bundles").isEqualByComparingTo("4");
        assertThat(card.lines().get(0).value()).isEqualTo(new BigDecimal("40.00"));
        assertThat(card.lines().get(1).value()).isEqualTo(new BigDecimal("20.00"));
        assertThat(card.warnings()).isEmpty();
    }

    @Test
    @DisplayName("a shop that counts the products of all bundles of the line is understood")
    void productsOfTheWholeLine() {
        OrderCard card =
                built(Bundle.CHILDREN, false, bundled("60.00", bundle("ZEST", "30.00", "2", line("A", "10.00", "6"))));
        assertThat(card.lines().get(0).quantity()).isEqualByComparingTo("6");
        assertThat(card.lines().get(0).value()).isEqualTo(new BigDecimal("60.00"));
    }

    @Test
    @DisplayName("a discount on the order is shared to the grosz")
    void sharedDiscount() {
        ShopOrder order = order().lines(bundle("ZEST", "30.00", "1", line("A", "10.00", "1"), line("B", "10.00", "2")))
                .discounts("5", "0", "0", "0")
                .delivery(2, "Kurier", "0")
                .sum("28.50")
                .build();
        assertThat(built(Bundle.CHILDREN, false, order).lines())
                .extracting(Line::value)
                .containsExactly(new BigDecimal("9.50"), new BigDecimal("19.00"), new BigDecimal("0.00"));
    }

    @Test
    @DisplayName("what sharing leaves goes to the dearest product")
    void leftover() {
        ShopOrder order = order().lines(bundle("ZEST", "9.99", "1", line("A", "3.33", "1"), line("B", "6.66", "1")))
                .discounts("10", "0", "0", "0")
                .delivery(2, "Kurier", "0")
                .sum("8.99")
                .build();
        assertThat(built(Bundle.CHILDREN, false, order).lines())
                .extracting(Line::value)
                .containsExactly(new BigDecimal("2.99"), new BigDecimal("6.00"), new BigDecimal("0.00"));
    }

    @ParameterizedTest(name = "product „{0}” at {1} × {2}")
    @DisplayName("without a code, or with prices that do not add up, the bundle's own code is sold, with a warning")
    @CsvSource({"'', 30.00, 1", "A, 29.99, 1", "A, 0.00, 1", "A, 30.00, 0"})
    void parentInstead(String code, String price, String quantity) {
        OrderCard card = built(
                Bundle.CHILDREN, false, bundled("30.00", bundle("ZEST", "30.00", "1", line(code, price, quantity))));
        assertThat(card.lines()).extracting(Line::code).containsExactly("ZEST", "DOSTAWA");
        assertThat(card.lines().get(0).value()).isEqualTo(new BigDecimal("30.00"));
        assertThat(card.warnings()).singleElement().asString().contains("Zestaw", "„ZEST”");
    }

    @Test
    @DisplayName(
            "with a product that cannot be read, the bundle's own code is sold, with a warning that says why; nothing else of the product counts")
    void unreadableProduct() {
        ShopOrder.Line cup = unread(
                taxed(line("A", "0", "1"), "", ""),
                new Unread(Optional.of("Kod…"), List.of("Pole „price” ma wartość „”, która nie jest liczbą.")));
        OrderCard card = built(Bundle.CHILDREN, false, bundled("30.00", bundle("ZEST", "30.00", "1", cup)));
        assertThat(card.lines()).extracting(Line::code).containsExactly("ZEST", "DOSTAWA");
        assertThat(card.warnings())
                .singleElement()
                .asString()
                .contains("kodem „ZEST”, bo składnik „Spódnica wieczorowa”: Pole „price”");
        assertThat(built(Bundle.PARENT, false, bundled("30.00", bundle("ZEST", "30.00", "1", cup)))
                        .warnings())
                .isEmpty();
    }

    @ParameterizedTest(name = "order.lines.bundles={0}, product at {1}: {2}")
    @DisplayName("a product's code that came as a number stops the order only where it would be sold")
    @CsvSource({"CHILDREN, 30.00, true", "CHILDREN, 29.99, false", "PARENT, 30.00, false"})
    void codeAsNumber(Bundle bundles, String price, boolean stopped) {
        ShopOrder.Line cup = unread(
                line("77", price, "1"), new Unread(Optional.of("Kod produktu „77” przyszedł jako liczba."), List.of()));
        ShopOrder order = bundled("30.00", bundle("ZEST", "30.00", "1", cup));
        if (!stopped) {
            assertThat(built(bundles, false, order).lines().get(0).code()).isEqualTo("ZEST");
            return;
        }
        CardOutcome.Faulty faulty = (CardOutcome.Faulty) outcome(bundles, false, Map.of(), order);
        assertThat(faulty.fault()).isEqualTo(Fault.UNREADABLE);
        assertThat(faulty.problems())
                .containsExactly("Zamówienie 1201: pozycja „Zestaw” (produkt 13), składnik „Spódnica wieczorowa”:"
                        + " Kod produktu „77” przyszedł jako liczba.");
    }

    @Test
    @DisplayName("the operator can have bundles under their own code")
    void parentByChoice() {
        OrderCard card =
                built(Bundle.PARENT, false, bundled("30.00", bundle("ZEST", "30.00", "1", line("A", "30.00", "1"))));
        assertThat(card.lines()).extracting(Line::code).containsExactly("ZEST", "DOSTAWA");
        assertThat(card.warnings()).isEmpty();
    }

    @Test
    @DisplayName("a bundle without a code of its own is carried when its products have one")
    void codelessBundle() {
        OrderCard card =
                built(Bundle.CHILDREN, false, bundled("30.00", bundle("", "30.00", "1", line("A", "30.00", "1"))));
        assertThat(card.lines()).extracting(Line::code).containsExactly("A", "DOSTAWA");
    }

    @ParameterizedTest(name = "skip-zero {0}: {1}")
    @DisplayName(
            "lines of value 0 stay, for they move stock, unless the operator leaves them out; delivery always stays")
    @CsvSource({"false, A GRATIS DOSTAWA", "true, A DOSTAWA"})
    void zero(boolean skip, String codes) {
        ShopOrder order = order().lines(line("A", "10.00", "1"), line("GRATIS", "0.00", "1"))
                .delivery(2, "Kurier", "0")
                .sum("10.00")
                .build();
        assertThat(built(Bundle.CHILDREN, skip, order).lines())
                .extracting(Line::code)
                .containsExactly(codes.split(" "));
    }

    @Test
    @DisplayName(
            "L8 a product's code is Symfonia's where the operator's table has it, in a bundle too; delivery is not")
    void otherCodes() {
        ShopOrder order = order().lines(
                        line("A", "10.00", "1"),
                        line("a", "10.00", "1"),
                        bundle("ZEST", "30.00", "1", line("B 1", "30.00", "1")))
                .delivery(2, "Kurier", "0")
                .sum("50.00")
                .build();
        Map<String, String> codes = Map.of("A", "ALFA", "B 1", "BETA", "DOSTAWA", "NIE");
        assertThat(built(Bundle.CHILDREN, false, codes, order).lines())
                .extracting(Line::code)
                .containsExactly("ALFA", "a", "BETA", "DOSTAWA");
    }

    private static ShopOrder bundled(String sum, ShopOrder.Line bundle) {
        return order().lines(bundle).delivery(2, "Kurier", "0").sum(sum).build();
    }

    private static OrderCard built(Bundle bundles, boolean skipZero, ShopOrder order) {
        return built(bundles, skipZero, Map.of(), order);
    }

    private static OrderCard built(Bundle bundles, boolean skipZero, Map<String, String> codes, ShopOrder order) {
        CardOutcome outcome = outcome(bundles, skipZero, codes, order);
        assertThat(outcome).isInstanceOf(CardOutcome.Built.class);
        OrderCard card = ((CardOutcome.Built) outcome).card();
        List<BigDecimal> values = card.lines().stream().map(Line::value).toList();
        assertThat(values.stream().reduce(BigDecimal.ZERO, BigDecimal::add)).isEqualTo(card.total());
        return card;
    }

    private static CardOutcome outcome(Bundle bundles, boolean skipZero, Map<String, String> codes, ShopOrder order) {
        CardRules rules = new CardRules(
                "SH/",
                "",
                DocumentChoice.AUTO,
                InvoiceWithoutNip.RECEIPT,
                false,
                Optional.of("DOSTAWA"),
                Map.of(),
                codes,
                bundles,
                skipZero,
                Optional.empty(),
                DifferenceRules.ASK);
        return new OrderCards(rules).card(order);
    }
}
