package pl.zmobridge.order;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import pl.zmobridge.order.CorrectionProposal.Amount;
import pl.zmobridge.order.CorrectionProposal.Line;
import pl.zmobridge.order.CorrectionProposal.Why;

/** E6: which lines and amounts the correction of a sold order would have, from its document and the order as it is now. */
public final class CorrectionRules {
    /** A line of the same quantity that differs by no more than that may only be rounded otherwise. */
    private static final BigDecimal ROUNDING = new BigDecimal("0.05");

    private final OrderCard sold;
    private final List<SoldLine> document;

    /**
     * @param sold the order as it was sold
     * @param document the lines of its sales document
     */
    public CorrectionRules(OrderCard sold, List<SoldLine> document) {
        this.sold = sold;
        this.document = List.copyOf(document);
    }

    /** A line of the document, and which line of the order it was. */
    private record Pair(SoldLine document, OrderCard.Line order) {
        Line becoming(Amount after) {
            return new Line(
                    document.no(),
                    order.code(),
                    order.name(),
                    order.unit(),
                    document.rate(),
                    order.delivery(),
                    before(),
                    after);
        }

        Amount before() {
            return new Amount(document.quantity(), document.gross());
        }
    }

    /**
     * The order was returned, cancelled or deleted: everything goes to 0.
     *
     * @param keepDelivery whether the delivery is paid all the same
     */
    public CorrectionProposal ended(Why why, boolean keepDelivery) {
        Optional<List<Pair>> pairs = pairs();
        if (pairs.isEmpty()) {
            return new CorrectionProposal(why, List.of(), List.of(CorrectionDoubt.NOT_AS_SOLD));
        }
        List<Line> lines = pairs.get().stream()
                .map(pair -> pair.becoming(keepDelivery && pair.order().delivery() ? pair.before() : Amount.NONE))
                .toList();
        return proposal(why, lines, EnumSet.noneOf(CorrectionDoubt.class));
    }

    /**
     * The order was edited.
     *
     * @param order as the shop says it now
     * @param now its card, if it has one
     */
    public CorrectionProposal changed(ShopOrder order, CardOutcome now) {
        Optional<List<Pair>> pairs = pairs();
        if (pairs.isEmpty()) {
            return new CorrectionProposal(Why.CHANGED, List.of(), List.of(CorrectionDoubt.NOT_AS_SOLD));
        }
        if (!(now instanceof CardOutcome.Built built)) {
            return new CorrectionProposal(Why.CHANGED, List.of(), List.of(CorrectionDoubt.UNREADABLE_ORDER));
        }
        Set<CorrectionDoubt> doubts = EnumSet.noneOf(CorrectionDoubt.class);
        List<Line> lines = compared(pairs.get(), built.card(), doubts);
        if (lines.stream().anyMatch(Line::isChanged) || !doubts.isEmpty()) {
            judge(order, doubts);
        }
        compare(built.card(), doubts);
        CorrectionProposal proposal = proposal(Why.CHANGED, lines, doubts);
        boolean adds =
                !proposal.isCertain() || proposal.after().compareTo(built.card().total()) == 0;
        return adds ? proposal : proposal.doubting(List.of(CorrectionDoubt.CONTROL_SUM));
    }

    private static CorrectionProposal proposal(Why why, List<Line> lines, Set<CorrectionDoubt> doubts) {
        if (lines.stream().noneMatch(Line::isChanged) && doubts.isEmpty()) {
            doubts.add(CorrectionDoubt.NOTHING);
        }
        return new CorrectionProposal(why, lines, List.copyOf(doubts));
    }

    /** Each line of the document with its line of the order; empty unless they are the same, one by one, and add up. */
    private Optional<List<Pair>> pairs() {
        List<OrderCard.Line> left = new ArrayList<>(sold.lines());
        List<Pair> pairs = new ArrayList<>();
        for (SoldLine line : document) {
            Optional<OrderCard.Line> its = left.stream().filter(line::isOf).findFirst();
            if (its.isEmpty()) {
                return Optional.empty();
            }
            left.remove(its.get());
            pairs.add(new Pair(line, its.get()));
        }
        return left.isEmpty() ? Optional.of(pairs) : Optional.empty();
    }

    private static List<Line> compared(List<Pair> pairs, OrderCard now, Set<CorrectionDoubt> doubts) {
        List<OrderCard.Line> left = new ArrayList<>(now.lines());
        List<Pair> open = new ArrayList<>();
        List<Line> lines = new ArrayList<>();
        for (Pair pair : pairs) { // what is the same on both sides first, wherever it stands
            Optional<OrderCard.Line> same =
                    left.stream().filter(line -> isSame(pair.order(), line)).findFirst();
            same.ifPresentOrElse(left::remove, () -> open.add(pair));
            same.ifPresent(line -> lines.add(pair.becoming(pair.before())));
        }
        for (Pair pair : open) {
            List<OrderCard.Line> its = left.stream()
                    .filter(line -> isOfOneProduct(pair.order(), line))
                    .toList();
            long rivals = open.stream()
                    .filter(other -> isOfOneProduct(pair.order(), other.order()))
                    .count();
            if (its.size() > 1 || rivals > 1 && !its.isEmpty()) {
                doubts.add(CorrectionDoubt.SAME_CODE);
            }
            lines.add(its.isEmpty() ? pair.becoming(Amount.NONE) : changed(pair, its.get(0), doubts));
        }
        if (left.stream().anyMatch(line -> open.stream().noneMatch(pair -> isOfOneProduct(pair.order(), line)))) {
            doubts.add(CorrectionDoubt.LINE_ADDED);
        }
        return lines.stream().sorted((a, b) -> Integer.compare(a.no(), b.no())).toList();
    }

    private static Line changed(Pair pair, OrderCard.Line now, Set<CorrectionDoubt> doubts) {
        OrderCard.Line was = pair.order();
        int more = now.quantity().compareTo(was.quantity());
        BigDecimal dearer = now.value().subtract(was.value());
        if (!was.tax().equals(now.tax()) || !was.taxValue().equals(now.taxValue())) {
            doubts.add(CorrectionDoubt.VAT);
        }
        if (more > 0 || dearer.signum() > 0) {
            doubts.add(CorrectionDoubt.RAISED);
        }
        if (more == 0 && dearer.signum() != 0 && dearer.abs().compareTo(ROUNDING) <= 0) {
            doubts.add(CorrectionDoubt.ROUNDING);
        }
        return pair.becoming(new Amount(now.quantity(), now.value()));
    }

    /** What makes amounts of lines depend on each other. */
    private static void judge(ShopOrder order, Set<CorrectionDoubt> doubts) {
        if (order.extras().isDiscount() || !order.discounts().isNone()) {
            doubts.add(CorrectionDoubt.DISCOUNT);
        }
        if (order.lines().stream().anyMatch(line -> !line.parts().isEmpty())) {
            doubts.add(CorrectionDoubt.BUNDLE);
        }
    }

    /** What is no matter of amounts: a person has to correct it though no line differs. */
    private void compare(OrderCard now, Set<CorrectionDoubt> doubts) {
        if (!ShopChanges.words(sold.contractor()).equals(ShopChanges.words(now.contractor()))
                || !sold.contractor().nip().equals(now.contractor().nip())) {
            doubts.add(CorrectionDoubt.BUYER);
        }
        if (!sold.currency().equals(now.currency())) {
            doubts.add(CorrectionDoubt.CURRENCY);
        }
    }

    private static boolean isSame(OrderCard.Line one, OrderCard.Line other) {
        return isOfOneProduct(one, other)
                && one.quantity().compareTo(other.quantity()) == 0
                && one.value().compareTo(other.value()) == 0
                && one.tax().equals(other.tax())
                && one.taxValue().equals(other.taxValue());
    }

    private static boolean isOfOneProduct(OrderCard.Line one, OrderCard.Line other) {
        return one.delivery() == other.delivery() && one.called().equals(other.called());
    }
}
