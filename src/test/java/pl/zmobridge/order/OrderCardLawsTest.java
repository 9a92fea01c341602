package pl.zmobridge.order;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.zmobridge.order.ShopOrders.line;
import static pl.zmobridge.order.ShopOrders.order;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import pl.zmobridge.order.CardRules.DocumentChoice;
import pl.zmobridge.order.CardRules.InvoiceWithoutNip;
import pl.zmobridge.order.OrderCard.Line;

/** What holds for every order, whatever it costs. Orders here have no discounts, so that the test can add up by itself. */
class OrderCardLawsTest {

    private static final OrderCards CARDS = new OrderCards(new CardRules(
            "SH/", "", DocumentChoice.AUTO, InvoiceWithoutNip.RECEIPT, false, Optional.of("DOSTAWA"), Map.of()));

    @Property(edgeCases = EdgeCasesMode.NONE)
    @Label("L5 lines and delivery add up to the shop's sum to the grosz, or there is no card")
    void linesAddUp(
            @ForAll("lines") List<ShopOrder.Line> lines,
            @ForAll @IntRange(max = 5000) int delivery,
            @ForAll @IntRange(min = -12, max = 12) int off) {
        BigDecimal cost = BigDecimal.valueOf(delivery, 2);
        BigDecimal exact = lines.stream()
                .map(line -> line.price().multiply(line.quantity()))
                .reduce(cost, BigDecimal::add);
        BigDecimal sum = exact.add(BigDecimal.valueOf(off, 2));
        CardOutcome outcome = CARDS.card(order().lines(lines.toArray(ShopOrder.Line[]::new))
                .delivery(2, "Kurier", cost.toPlainString())
                .sum(sum.toPlainString())
                .build());
        // only lines of several pieces can have a rounded price; each of them explains 0.01 at least
        long roundable = lines.stream()
                .filter(line -> line.quantity().compareTo(BigDecimal.ONE) > 0)
                .count();
        assertThat(outcome instanceof CardOutcome.Built).isEqualTo(Math.abs(off) <= roundable);
        if (outcome instanceof CardOutcome.Built built) {
            OrderCard card = built.card();
            assertThat(card.total()).isEqualTo(sum);
            assertThat(card.lines().stream().map(Line::value).reduce(BigDecimal.ZERO, BigDecimal::add))
                    .isEqualTo(sum);
            assertThat(card.lines())
                    .allSatisfy(line -> assertThat(line.value()).isNotNegative().hasScaleOf(2));
        }
    }

    @Property
    @Label("L1 L3 a card has the shop's lines in the shop's order, then delivery at its full cost")
    void deliveryIsLast(@ForAll("lines") List<ShopOrder.Line> lines, @ForAll @IntRange(max = 5000) int delivery) {
        BigDecimal cost = BigDecimal.valueOf(delivery, 2);
        BigDecimal sum = lines.stream()
                .map(line -> line.price().multiply(line.quantity()))
                .reduce(cost, BigDecimal::add);
        CardOutcome outcome = CARDS.card(order().lines(lines.toArray(ShopOrder.Line[]::new))
                .delivery(2, "Kurier", cost.toPlainString())
                .sum(sum.toPlainString())
                .build());
        assertThat(outcome).isInstanceOfSatisfying(CardOutcome.Built.class, built -> {
            List<Line> carried = built.card().lines();
            List<Line> products = carried.subList(0, lines.size());
            assertThat(carried).hasSize(lines.size() + 1);
            assertThat(products)
                    .noneMatch(Line::delivery)
                    .extracting(Line::code)
                    .containsExactlyElementsOf(
                            lines.stream().map(ShopOrder.Line::code).toList());
            assertThat(carried.get(lines.size()).delivery()).isTrue();
            assertThat(carried.get(lines.size()).value()).isEqualTo(cost);
        });
    }

    @Provide
    Arbitrary<List<ShopOrder.Line>> lines() {
        Arbitrary<String> codes = Arbitraries.strings().withCharRange('A', 'Z').ofLength(3);
        Arbitrary<Integer> groszy = Arbitraries.integers().between(20, 100_000);
        Arbitrary<Integer> quantities = Arbitraries.integers().between(1, 20);
        return Combinators.combine(codes, groszy, quantities)
                .as((code, price, quantity) ->
                        line(code, BigDecimal.valueOf(price, 2).toPlainString(), quantity.toString()))
                .list()
                .ofMinSize(1)
                .ofMaxSize(8);
    }
}
