package pl.zmobridge.order;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import pl.zmobridge.order.ShopOrder.Discounts;

/**
 * L5: which way of reading the shop's prices and discounts gives the order's sum. An order must have at least one line.
 */
final class ControlSum {

    private static final BigDecimal HUNDRED = new BigDecimal(100);

    /**
     * The reading that gives the sum.
     *
     * @param values gross value of each line, in order, two decimals; with delivery they add up to the sum
     * @param difference the rounding difference that {@code values} already hold on the line {@code largest}; often zero
     */
    record Fit(List<BigDecimal> values, BigDecimal difference, int largest) {}

    /**
     * One way of reading an order.
     *
     * @param name in Polish, for people
     * @param total with delivery
     */
    record Reading(String name, List<BigDecimal> values, BigDecimal total) {}

    /** What the shop's percentages on the whole order do to a line's price. */
    private enum OrderDiscounts {
        IGNORED("rabaty zamówienia już w cenie", discounts -> BigDecimal.ONE),
        SUMMED(
                "rabaty zamówienia zsumowane",
                discounts -> left(percentages(discounts)
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .min(HUNDRED))),
        COMPOUNDED(
                "rabaty zamówienia kolejno",
                discounts -> percentages(discounts).map(ControlSum::left).reduce(BigDecimal.ONE, BigDecimal::multiply));

        private final String label;
        private final Function<Discounts, BigDecimal> factor;

        OrderDiscounts(String label, Function<Discounts, BigDecimal> factor) {
            this.label = label;
            this.factor = factor;
        }
    }

    private final ShopOrder order;
    private final List<Reading> readings;

    ControlSum(ShopOrder order) {
        this.order = order;
        Map<List<BigDecimal>, Reading> byValues = new LinkedHashMap<>();
        for (OrderDiscounts discounts : OrderDiscounts.values()) {
            for (boolean lineDiscount : new boolean[] {false, true}) {
                for (boolean roundUnit : new boolean[] {false, true}) {
                    Reading reading = reading(discounts, lineDiscount, roundUnit);
                    byValues.putIfAbsent(reading.values(), reading);
                }
            }
        }
        this.readings = List.copyOf(byValues.values());
    }

    /** Every reading that makes sense, plainest first; of those that give the same values only the plainest. */
    List<Reading> readings() {
        return readings;
    }

    /** The closest reading, an exact one above all, if it differs by at most 0.01 per line. */
    Optional<Fit> fit() {
        // of equally close ones the plainest, because min keeps the first
        Reading closest = Collections.min(readings, Comparator.comparing(this::distance));
        BigDecimal difference = order.sum().subtract(closest.total());
        int largest = closest.values().indexOf(Collections.max(closest.values()));
        List<BigDecimal> values = new ArrayList<>(closest.values());
        values.set(largest, cents(values.get(largest).add(difference)));
        boolean isRounding = difference.abs().compareTo(BigDecimal.valueOf(values.size(), 2)) <= 0;
        return isRounding && values.get(largest).signum() >= 0
                ? Optional.of(new Fit(List.copyOf(values), difference, largest))
                : Optional.empty();
    }

    private Reading reading(OrderDiscounts discounts, boolean lineDiscount, boolean roundUnit) {
        BigDecimal factor = discounts.factor.apply(order.discounts());
        List<BigDecimal> values = order.lines().stream()
                .map(line ->
                        value(line, lineDiscount ? factor.multiply(left(line.discountPercent())) : factor, roundUnit))
                .toList();
        String name = (lineDiscount ? "rabat pozycji odjęty, " : "rabat pozycji już w cenie, ")
                + discounts.label
                + (roundUnit ? ", cena jednostkowa zaokrąglona" : "");
        return new Reading(name, values, values.stream().reduce(order.deliveryCost(), BigDecimal::add));
    }

    private static BigDecimal value(ShopOrder.Line line, BigDecimal factor, boolean roundUnit) {
        BigDecimal unit = line.price().multiply(factor);
        return cents(line.quantity().multiply(roundUnit ? cents(unit) : unit));
    }

    private BigDecimal distance(Reading reading) {
        return order.sum().subtract(reading.total()).abs();
    }

    private static BigDecimal cents(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.HALF_UP);
    }

    private static Stream<BigDecimal> percentages(Discounts discounts) {
        return Stream.of(discounts.client(), discounts.group(), discounts.levels(), discounts.code());
    }

    /** What a percentage leaves of a price. */
    private static BigDecimal left(BigDecimal percent) {
        return HUNDRED.subtract(percent).movePointLeft(2);
    }
}
