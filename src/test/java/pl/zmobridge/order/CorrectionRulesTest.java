package pl.zmobridge.order;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.zmobridge.order.ShopOrders.bundle;
import static pl.zmobridge.order.ShopOrders.line;
import static pl.zmobridge.order.ShopOrders.order;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import pl.zmobridge.order.CardRules.DocumentChoice;
import pl.zmobridge.order.CardRules.InvoiceWithoutNip;
import pl.zmobridge.order.CorrectionProposal.Line;
import pl.zmobridge.order.CorrectionProposal.Why;

@DisplayName("E6: the correction of a sold order")
class CorrectionRulesTest {
    private static final OrderCards CARDS = new OrderCards(new CardRules(
            "SH/", "", DocumentChoice.AUTO, InvoiceWithoutNip.RECEIPT, true, Optional.of("DOSTAWA"), Map.of()));

    /** 2 × 149.95 + 40.00 + 19.99. */
    private static ShopOrders sold() {
        return order().lines(line("SPD-101", "149.95", "2"), line("KUB-300", "40.00", "1"))
                .sum("359.89");
    }

    private static List<SoldLine> documentOf(OrderCard card) {
        return IntStream.range(0, card.lines().size())
                .mapToObj(i -> {
                    OrderCard.Line line = card.lines().get(i);
                    return new SoldLine(i + 1, line.code(), line.quantity(), line.value(), "23");
                })
                .toList();
    }

    private static CorrectionRules rules() {
        OrderCard card = Cards.card(sold());
        return new CorrectionRules(card, documentOf(card));
    }

    private static CorrectionProposal changed(ShopOrders now) {
        ShopOrder order = now.build();
        return rules().changed(order, CARDS.card(order));
    }

    @Test
    @DisplayName("E6 of a returned order takes every line to 0, the delivery too unless a person keeps it")
    void returned() {
        CorrectionProposal all = rules().ended(Why.RETURNED, false);
        CorrectionProposal kept = rules().ended(Why.RETURNED, true);

        assertThat(all.isCertain()).isTrue();
        assertThat(all.lines())
                .allSatisfy(line -> assertThat(line.after().gross()).isZero());
        assertThat(all.difference()).isEqualByComparingTo("-359.89");
        assertThat(kept.after()).isEqualByComparingTo("19.99");
        assertThat(kept.lines()).extracting(Line::isChanged).containsExactly(true, true, false);
    }

    @Test
    @DisplayName("E6 of an order with a piece less and a line gone says so, line by line, with its VAT")
    void partly() {
        CorrectionProposal proposal =
                changed(order().lines(line("SPD-101", "149.95", "1")).sum("169.94"));

        assertThat(proposal.doubts()).isEmpty();
        assertThat(proposal.lines()).extracting(Line::no).containsExactly(1, 2, 3);
        assertThat(proposal.lines().get(0).difference().quantity()).isEqualByComparingTo("-1");
        assertThat(proposal.lines().get(1).after().quantity()).isZero();
        assertThat(proposal.after()).isEqualByComparingTo("169.94");
        assertThat(proposal.rates()).singleElement().satisfies(rate -> {
            assertThat(rate.difference()).isEqualByComparingTo("-189.95");
            assertThat(rate.vatDifference()).isEqualByComparingTo("-35.52"); // 67.30 - 31.78
        });
    }

    @Test
    @DisplayName("E6 of an order whose delivery became cheaper is about the delivery alone")
    void cheaperDelivery() {
        CorrectionProposal proposal =
                changed(sold().delivery(2, "InPost Kurier", "9.99").sum("349.89"));

        assertThat(proposal.doubts()).isEmpty();
        assertThat(proposal.lines()).filteredOn(Line::isChanged).singleElement().satisfies(line -> {
            assertThat(line.delivery()).isTrue();
            assertThat(line.difference().gross()).isEqualByComparingTo("-10.00");
        });
    }

    @Test
    @DisplayName("E6 of an order that is as it was is none")
    void nothing() {
        assertThat(changed(sold()).doubts()).containsExactly(CorrectionDoubt.NOTHING);
    }

    @Test
    @DisplayName("E6 is left to a person's hand when it is not certain")
    void doubts() {
        assertThat(changed(order().lines(line("SPD-101", "149.95", "3"), line("KUB-300", "40.00", "1"))
                                .sum("509.84"))
                        .doubts())
                .containsExactly(CorrectionDoubt.RAISED);
        assertThat(changed(order().lines(
                                        line("SPD-101", "149.95", "2"),
                                        line("KUB-300", "40.00", "1"),
                                        line("BUT-0042", "5.00", "1"))
                                .sum("364.89"))
                        .doubts())
                .containsExactly(CorrectionDoubt.LINE_ADDED);
        assertThat(changed(order().lines(line("SPD-101", "149.95", "2"), line("KUB-300", "39.98", "1"))
                                .sum("359.87"))
                        .doubts())
                .containsExactly(CorrectionDoubt.ROUNDING);
        assertThat(changed(order().lines(bundle(
                                        "KUB-300", "30.00", "1", line("A", "10.00", "1"), line("B", "20.00", "1")))
                                .sum("49.99"))
                        .doubts())
                .contains(CorrectionDoubt.BUNDLE);
        assertThat(changed(order().lines(line("SPD-101", "149.95", "1"))
                                .discounts("0", "0", "0", "10")
                                .sum("154.95"))
                        .doubts())
                .contains(CorrectionDoubt.DISCOUNT);
        assertThat(changed(sold().billing(ShopOrders.firm())).doubts()).containsExactly(CorrectionDoubt.BUYER);
        assertThat(changed(sold().sum("300.00")).doubts()).containsExactly(CorrectionDoubt.UNREADABLE_ORDER);
    }

    @Test
    @DisplayName("E6 of a document that somebody entered or changed by hand names no line")
    void enteredByHand() {
        OrderCard card = Cards.card(sold());
        List<SoldLine> lines = new ArrayList<>(documentOf(card));
        lines.set(0, new SoldLine(1, "SPD-101", new BigDecimal("2"), new BigDecimal("250.00"), "23"));

        CorrectionProposal proposal = new CorrectionRules(card, lines).ended(Why.RETURNED, false);

        assertThat(proposal.lines()).isEmpty();
        assertThat(proposal.doubts()).containsExactly(CorrectionDoubt.NOT_AS_SOLD);
        assertThat(new CorrectionRules(card, documentOf(card).subList(0, 2))
                        .ended(Why.RETURNED, false)
                        .doubts())
                .containsExactly(CorrectionDoubt.NOT_AS_SOLD);
    }

    @Test
    @DisplayName("E6 of two lines of one product that both changed is not guessed")
    void sameCode() {
        OrderCard card = Cards.card(
                order().lines(line("A", "10.00", "2"), line("A", "12.00", "2")).sum("63.99"));
        ShopOrder now = order().lines(line("A", "10.00", "1"), line("A", "12.00", "1"))
                .sum("41.99")
                .build();

        assertThat(new CorrectionRules(card, documentOf(card))
                        .changed(now, CARDS.card(now))
                        .doubts())
                .contains(CorrectionDoubt.SAME_CODE);
    }

    @Property(edgeCases = EdgeCasesMode.NONE, tries = 300)
    @Label("E6 the differences of a certain correction are those of the order's sums, line by line and rate by rate")
    void addsUp(
            @ForAll @Size(min = 1, max = 6) List<@IntRange(min = 1, max = 9) Integer> quantities,
            @ForAll @Size(6) List<@IntRange(max = 9) Integer> left,
            @ForAll @IntRange(min = 10, max = 99_999) int price) {
        List<ShopOrder.Line> was = new ArrayList<>();
        List<ShopOrder.Line> is = new ArrayList<>();
        for (int i = 0; i < quantities.size(); i++) {
            String each = BigDecimal.valueOf(price + 17L * i, 2).toPlainString();
            was.add(line("P-" + i, each, quantities.get(i).toString()));
            int rest = Math.min(left.get(i), quantities.get(i));
            if (rest > 0) {
                is.add(line("P-" + i, each, Integer.toString(rest)));
            }
        }
        if (is.isEmpty()) {
            return; // an order without goods has no card
        }
        OrderCard sold = Cards.card(of(was));
        ShopOrder now = of(is).build();

        CorrectionProposal proposal = new CorrectionRules(sold, documentOf(sold)).changed(now, CARDS.card(now));

        BigDecimal change = now.sum().subtract(sold.total());
        assertThat(proposal.before()).isEqualByComparingTo(sold.total());
        assertThat(proposal.after()).isEqualByComparingTo(now.sum());
        assertThat(proposal.difference()).isEqualByComparingTo(change);
        assertThat(proposal.rates().stream()
                        .map(CorrectionProposal.RateSum::difference)
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(change);
        assertThat(proposal.isCertain()).isEqualTo(change.signum() != 0);
    }

    private static ShopOrders of(List<ShopOrder.Line> lines) {
        BigDecimal sum = lines.stream()
                .map(line -> line.price().multiply(line.quantity()))
                .reduce(new BigDecimal("19.99"), BigDecimal::add);
        return order().lines(lines.toArray(ShopOrder.Line[]::new)).sum(sum.toPlainString());
    }
}
