package pl.zmobridge.order;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What a correction of an order's sales document would hold (E6): every line before and after.
 *
 * @param lines in the document's order; empty when they cannot be known
 * @param doubts why it must not be sent as it is; a person sees the lines all the same
 */
public record CorrectionProposal(Why why, List<Line> lines, List<CorrectionDoubt> doubts) {
    private static final BigDecimal HUNDRED = new BigDecimal(100);

    public CorrectionProposal {
        lines = List.copyOf(lines);
        doubts = List.copyOf(doubts);
    }

    /** What happened to the order after its sale. */
    public enum Why {
        CHANGED,
        /** Cancelled, rejected or returned. */
        RETURNED,
        DELETED
    }

    public record Amount(BigDecimal quantity, BigDecimal gross) {
        static final Amount NONE = new Amount(BigDecimal.ZERO, new BigDecimal("0.00"));

        Amount minus(Amount other) {
            return new Amount(quantity.subtract(other.quantity), gross.subtract(other.gross));
        }

        private boolean isSame(Amount other) {
            return quantity.compareTo(other.quantity) == 0 && gross.compareTo(other.gross) == 0;
        }
    }

    /** @param no its number on the document */
    public record Line(
            int no, String code, String name, String unit, String rate, boolean delivery, Amount before, Amount after) {
        public Amount difference() {
            return after.minus(before);
        }

        public boolean isChanged() {
            return !before.isSame(after);
        }
    }

    /** The sums of the lines of one VAT rate; the VAT is counted from the gross sum. */
    public record RateSum(String rate, BigDecimal before, BigDecimal after) {
        public BigDecimal difference() {
            return after.subtract(before);
        }

        public BigDecimal vatDifference() {
            return vat(after).subtract(vat(before));
        }

        private BigDecimal vat(BigDecimal gross) {
            ShopRate read = ShopRate.read(rate);
            BigDecimal percent = read.kind() == ShopRate.Kind.PERCENT ? read.percent() : BigDecimal.ZERO;
            return gross.multiply(percent).divide(HUNDRED.add(percent), 2, RoundingMode.HALF_UP);
        }
    }

    /** The same with more doubts. */
    public CorrectionProposal doubting(List<CorrectionDoubt> more) {
        List<CorrectionDoubt> all = new ArrayList<>(more);
        doubts.stream().filter(each -> !more.contains(each)).forEach(all::add);
        return new CorrectionProposal(why, lines, all);
    }

    /** Whether it may be sent. */
    public boolean isCertain() {
        return doubts.isEmpty();
    }

    public BigDecimal before() {
        return sum(line -> line.before().gross());
    }

    public BigDecimal after() {
        return sum(line -> line.after().gross());
    }

    /** What the document changes by: below 0 for money back. */
    public BigDecimal difference() {
        return sum(line -> line.difference().gross());
    }

    private BigDecimal sum(Function<Line, BigDecimal> of) {
        return lines.stream().map(of).reduce(new BigDecimal("0.00"), BigDecimal::add);
    }

    /** In the order in which the rates stand on the document. */
    public List<RateSum> rates() {
        Map<String, RateSum> sums = new LinkedHashMap<>();
        lines.forEach(line -> sums.merge(
                line.rate(),
                new RateSum(line.rate(), line.before().gross(), line.after().gross()),
                (a, b) -> new RateSum(
                        a.rate(), a.before().add(b.before()), a.after().add(b.after()))));
        return List.copyOf(sums.values());
    }
}
