package pl.zmobridge.order;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.zmobridge.order.ShopOrders.bundle;
import static pl.zmobridge.order.ShopOrders.line;
import static pl.zmobridge.order.ShopOrders.order;
import static pl.zmobridge.order.ShopOrders.taxed;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pl.zmobridge.order.CardRules.DocumentChoice;
import pl.zmobridge.order.CardRules.InvoiceWithoutNip;
import pl.zmobridge.order.DifferenceRules.As;
import pl.zmobridge.order.OrderCard.Line;

@DisplayName("L6 a difference that no reading explains")
class DifferenceTest {
    private boolean skipZero;

    @Test
    @DisplayName("waits for a person by default, with both figures, what explains it, and what it can become")
    void ask() {
        CardOutcome.Faulty faulty = faulty(rules(As.ASK, As.ASK, ""), voucher("-20.00"));

        assertThat(faulty.problems())
                .singleElement()
                .asString()
                .contains(
                        "suma 149.00 PLN",
                        "= 169.00 (różnica -20.00)",
                        "kod rabatowy „LATO”",
                        "różnicę -20.00 PLN na stronie tego zamówienia",
                        "order.difference.discount",
                        "na towary: możliwe",
                        "pozycja: niemożliwe, bo miałaby wartość poniżej zera");
        assertThat(faulty.difference())
                .contains(new OpenDifference(new BigDecimal("-20.00"), new BigDecimal("149.00"), List.of(As.SPREAD)));
    }

    @Test
    @DisplayName(
            "is spread over the goods by value, each with its own VAT rate, when the operator says so; delivery costs what it costs")
    void spread() {
        OrderCard card = built(rules(As.SPREAD, As.ASK, ""), voucher("-20.00"));

        assertThat(card.lines())
                .extracting(Line::value)
                .containsExactly(new BigDecimal("86.67"), new BigDecimal("43.33"), new BigDecimal("19.00"));
        assertThat(card.lines()).extracting(Line::tax).containsExactly("23%", "8%", "23%");
        assertThat(card.warnings())
                .containsExactly("Różnicę -20.00 PLN (kod rabatowy „LATO”) rozłożono na towary według"
                        + " wartości: ustawienie order.difference.discount.");
    }

    @Test
    @DisplayName(
            "is spread for points too, but not when nothing in the order explains it, and not when the goods are worth less")
    void guard() {
        DifferenceRules spread = rules(As.SPREAD, As.SPREAD, "");

        assertThat(built(spread, voucher("-20.00").extras("", "300", "")).warnings())
                .singleElement()
                .asString()
                .contains("wydane punkty lojalnościowe: 300");
        assertThat(faulty(spread, voucher("-20.00").extras("", "0", "")).problems())
                .singleElement()
                .asString()
                .contains("Ustawienie order.difference.discount nie zadziałało samo, bo nic w zamówieniu nie tłumaczy");
        assertThat(faulty(spread, voucher("-150.01")).problems())
                .singleElement()
                .asString()
                .contains("na towary: niemożliwe, bo towary są warte 150.00");
        assertThat(faulty(spread, voucher("20.00").extras("LATO", "0", "")).problems())
                .singleElement()
                .asString()
                .contains("order.difference.surcharge nie zadziałało samo");
    }

    @Test
    @DisplayName(
            "case 27 is explained by a discount that is no percentage: a person can take it, and so can the operator's rule")
    void notInPercent() {
        ShopOrders order = voucher("-20.00")
                .extras(new ShopOrder.Extras("", BigDecimal.ZERO, "", List.of("discount_code = 150.00")));

        CardOutcome.Faulty faulty = faulty(rules(As.ASK, As.ASK, ""), order);
        assertThat(faulty.problems())
                .singleElement()
                .asString()
                .contains("Różnicę może tłumaczyć: rabat, który nie jest procentem: discount_code = 150.00.");
        assertThat(faulty.difference())
                .contains(new OpenDifference(new BigDecimal("-20.00"), new BigDecimal("149.00"), List.of(As.SPREAD)));
        assertThat(built(rules(As.SPREAD, As.ASK, ""), order).lines())
                .extracting(Line::value)
                .containsExactly(new BigDecimal("86.67"), new BigDecimal("43.33"), new BigDecimal("19.00"));
    }

    @Test
    @DisplayName(
            "is not shared by itself while the shop counts other products than were read: row and lines may be of two moments")
    void count() {
        assertThat(faulty(rules(As.SPREAD, As.ASK, ""), voucher("-20.00").productCount("3"))
                        .problems())
                .singleElement()
                .asString()
                .contains("liczbę produktów 3, a pozycji jest 2");
    }

    @Test
    @DisplayName("of a capped code is the discount, whatever reading is nearer, and comes to the same shares")
    void capped() {
        // 20% of 150.00 would be 30.00; the cap is 20.00: the reading with 20% off lacks only 10.00
        OrderCard card = built(rules(As.SPREAD, As.ASK, ""), voucher("-20.00").discounts("0", "0", "0", "20"));

        assertThat(card.lines())
                .extracting(Line::value)
                .containsExactly(new BigDecimal("86.67"), new BigDecimal("43.33"), new BigDecimal("19.00"));
        assertThat(card.warnings()).singleElement().asString().contains("Różnicę -20.00 PLN");
    }

    @Test
    @DisplayName("is not shared by itself when the lines' own discounts decide how")
    void lineDiscounts() {
        ShopOrders order = order().lines(line("A", "100.00", "1", "10"), line("B", "50.00", "1"))
                .delivery(2, "Kurier", "19.00")
                .productCount("2")
                .extras("LATO", "0", "")
                .sum("129.00");

        assertThat(faulty(rules(As.SPREAD, As.ASK, ""), order).problems())
                .singleElement()
                .asString()
                .contains("nie wiadomo, czy rabaty pozycji są już w cenach");
    }

    @ParameterizedTest(name = "surcharge {0}, difference {1}: {2}")
    @DisplayName("is a surcharge only when it is the shop's own figure for this way of payment")
    @CsvSource({
        "5.00, 5.00, true",
        "5.00, 4.99, false",
        "2%, 3.00, true", // of the goods
        "2%, 3.38, true", // of goods and delivery
        "2%, 3.20, false",
        "'', 5.00, false",
        "1.2.3, 5.00, false",
    })
    void surcharge(String words, String difference, boolean explained) {
        ShopOrders order = voucher(difference).extras("", "0", words);

        CardOutcome outcome = outcome(rules(As.ASK, As.SPREAD, ""), order);

        assertThat(outcome instanceof CardOutcome.Built).isEqualTo(explained);
    }

    @Test
    @DisplayName("becomes a line of its own before the delivery, with the goods' VAT rate")
    void ownLine() {
        ShopOrders order = order().lines(line("A", "100.00", "1"), line("B", "50.00", "1"))
                .delivery(2, "Kurier", "19.00")
                .payment("Pobranie")
                .productCount("2")
                .extras("", "0", "5.00")
                .sum("174.00");

        OrderCard card = built(rules(As.ASK, As.LINE, "DOPLATA"), order);

        assertThat(card.lines()).extracting(Line::code).containsExactly("A", "B", "DOPLATA", "DOSTAWA");
        Line own = card.lines().get(2);
        assertThat(own.value()).isEqualTo(new BigDecimal("5.00"));
        assertThat(own.tax()).isEqualTo("23%");
        assertThat(own.name()).isEqualTo("Dopłata za płatność: Pobranie");
        assertThat(own.delivery()).isFalse();
        assertThat(card.warnings())
                .singleElement()
                .asString()
                .isEqualTo(
                        "Różnicę 5.00 PLN (dopłata za płatność „Pobranie”: 5.00) ujęto jako osobną pozycję „DOPLATA”:"
                                + " ustawienie order.difference.surcharge.");
    }

    @Test
    @DisplayName(
            "becomes no line of its own when the goods have several VAT rates, or when it is a discount: never a guess, never below 0")
    void noLine() {
        assertThat(faulty(rules(As.ASK, As.LINE, "DOPLATA"), voucher("5.00").extras("", "0", "5.00"))
                        .problems())
                .singleElement()
                .asString()
                .contains("różne stawki VAT: 23%, 8%");
        CardOutcome.Faulty discount = faulty(rules(As.LINE, As.ASK, "RABAT"), voucher("-20.00"));
        assertThat(discount.problems())
                .singleElement()
                .asString()
                .contains("pozycja: niemożliwe, bo miałaby wartość poniżej");
        assertThat(discount.difference().orElseThrow().ways()).containsExactly(As.SPREAD);
    }

    @Test
    @DisplayName(
            "that a person accepted is spread even when nothing explains it, and who decided and why stands in the warning")
    void accepted() {
        ShopOrders order = voucher("-20.00").extras("", "0", "");
        DifferenceRules decided = rules(As.ASK, As.ASK, "").accepting(decision(As.SPREAD, "-20.00", "149.00"));

        OrderCard card = built(decided, order);

        assertThat(card.total()).isEqualTo(new BigDecimal("149.00"));
        assertThat(card.warnings())
                .containsExactly("Różnicę -20.00 PLN (zamówienie jej nie tłumaczy) rozłożono na towary"
                        + " według wartości: zdecydował operator admin, powód: bon.");
    }

    @ParameterizedTest(name = "accepted {0} at {1}")
    @DisplayName("is asked about again when it, or the order's sum, is another one than was accepted")
    @CsvSource({"-19.99, 149.00", "-20.00, 148.00"})
    void acceptedAnother(String amount, String sum) {
        DifferenceRules decided = rules(As.ASK, As.ASK, "").accepting(decision(As.SPREAD, amount, sum));

        assertThat(faulty(decided, voucher("-20.00")).problems())
                .singleElement()
                .asString()
                .endsWith("Przyjęta wcześniej różnica " + amount + " przy sumie " + sum + " już nie obowiązuje.");
    }

    @Test
    @DisplayName("L7 reaches the products of a bundle, and what it makes free still moves stock")
    void bundles() {
        ShopOrders order = order().lines(
                        bundle("ZEST", "30.00", "1", line("A", "10.00", "1"), line("B", "20.00", "1")),
                        line("C", "30.00", "1"))
                .delivery(2, "Kurier", "10.00")
                .productCount("2")
                .extras("LATO", "0", "");
        skipZero = true;

        assertThat(built(rules(As.SPREAD, As.ASK, ""), order.sum("50.00")).lines())
                .extracting(line -> line.code() + " " + line.value())
                .containsExactly("A 6.66", "B 13.34", "C 20.00", "DOSTAWA 10.00");
        assertThat(built(rules(As.SPREAD, As.ASK, ""), order.sum("10.00")).lines())
                .extracting(line -> line.code() + " " + line.value())
                .containsExactly("A 0.00", "B 0.00", "C 0.00", "DOSTAWA 10.00");
    }

    /** 100.00 at 23% and 50.00 at 8%, delivery 19.00. */
    private static ShopOrders voucher(String difference) {
        return order().lines(line("A", "100.00", "1"), taxed(line("B", "50.00", "1"), "8%", "8"))
                .delivery(2, "Kurier", "19.00")
                .productCount("2")
                .extras("LATO", "0", "")
                .sum(new BigDecimal("169.00").add(new BigDecimal(difference)).toPlainString());
    }

    private static AcceptedDifference decision(As as, String amount, String sum) {
        return new AcceptedDifference(as, new BigDecimal(amount), new BigDecimal(sum), "admin", "bon");
    }

    private static DifferenceRules rules(As discount, As surcharge, String code) {
        return new DifferenceRules(
                discount, surcharge, Optional.of(code).filter(text -> !text.isEmpty()), Optional.empty());
    }

    private CardOutcome outcome(DifferenceRules differences, ShopOrders order) {
        return new OrderCards(new CardRules(
                        "SH/",
                        "",
                        DocumentChoice.AUTO,
                        InvoiceWithoutNip.RECEIPT,
                        false,
                        Optional.of("DOSTAWA"),
                        Map.of(),
                        CardRules.Bundle.CHILDREN,
                        skipZero,
                        Optional.empty(),
                        differences))
                .card(order.build());
    }

    private CardOutcome.Faulty faulty(DifferenceRules differences, ShopOrders order) {
        CardOutcome outcome = outcome(differences, order);
        assertThat(outcome).isInstanceOf(CardOutcome.Faulty.class);
        return (CardOutcome.Faulty) outcome;
    }

    private OrderCard built(DifferenceRules differences, ShopOrders order) {
        CardOutcome outcome = outcome(differences, order);
        assertThat(outcome).as(outcome.toString()).isInstanceOf(CardOutcome.Built.class);
        OrderCard card = ((CardOutcome.Built) outcome).card();
        assertThat(card.lines().stream().map(Line::value).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualTo(card.total());
        return card;
    }
}
