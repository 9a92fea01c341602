package pl.zmobridge.order;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** L6: a difference shared among lines by their value, to the grosz. */
final class Spread {
    private static final BigDecimal GROSZ = new BigDecimal("0.01");
    private static final int EXACT = 10;

    private Spread() {}

    /** Whether the lines can take it: they are worth something, and none would fall below 0. */
    static boolean isPossible(List<BigDecimal> values, BigDecimal difference) {
        BigDecimal worth = sum(values);
        return worth.signum() > 0
                && worth.add(difference).signum() >= 0
                && values.stream().allMatch(value -> value.signum() >= 0 && isMoney(value))
                && isMoney(difference);
    }

    /**
     * The lines' values with their shares, in the same order. They add up to the old ones and the difference; none is below 0, and none is a
     * grosz or more away from its exact share. Groszy that rounding leaves go to the largest lines whose shares it has made too small or too great.
     *
     * @param values two decimals each
     * @throws IllegalArgumentException when the lines cannot take it
     */
    static List<BigDecimal> over(List<BigDecimal> values, BigDecimal difference) {
        if (!isPossible(values, difference)) {
            throw new IllegalArgumentException("These lines cannot take " + difference);
        }
        BigDecimal worth = sum(values);
        List<BigDecimal> exact = values.stream()
                .map(value -> value.multiply(difference).divide(worth, EXACT, RoundingMode.HALF_UP))
                .toList();
        List<BigDecimal> shares = new ArrayList<>();
        exact.forEach(share -> shares.add(share.setScale(2, RoundingMode.HALF_UP)));
        BigDecimal left = difference.subtract(sum(shares));
        BigDecimal step = left.signum() < 0 ? GROSZ.negate() : GROSZ;
        IntStream.range(0, values.size())
                .boxed()
                .filter(line -> exact.get(line).subtract(shares.get(line)).signum() == step.signum())
                .sorted(Comparator.comparing((Integer line) -> values.get(line)).reversed())
                .limit(left.abs().movePointRight(2).intValueExact())
                .forEach(line -> shares.set(line, shares.get(line).add(step)));
        return IntStream.range(0, values.size())
                .mapToObj(line -> values.get(line).add(shares.get(line)))
                .toList();
    }

    private static boolean isMoney(BigDecimal amount) {
        return amount.stripTrailingZeros().scale() <= 2;
    }

    private static BigDecimal sum(List<BigDecimal> amounts) {
        return amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
