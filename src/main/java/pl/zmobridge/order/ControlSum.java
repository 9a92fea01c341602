package pl.zmobridge.order;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import pl.zmobridge.order.ShopOrder.Discounts;

/**
 * L5: which way of reading the shop's prices and discounts gives the order's sum. An order must have at least one line.
 */
final class ControlSum {

    private static final BigDecimal HUNDRED = new BigDecimal(100);
    private static final BigDecimal GROSZ = new BigDecimal("0.01");
    private static final BigDecimal HALF_A_GROSZ = new BigDecimal("0.005");

    /**
     * The reading that gives the sum.
     *
     * @param values gross value of each line, in order, two decimals; with delivery they add up to the sum
     * @param difference the rounding difference that {@code values} already hold; often zero
     * @param moved the lines that hold 0.01 of it each, largest first
     */
    record Fit(List<BigDecimal> values, BigDecimal difference, List<Integer> moved) {}

    /**
     * One way of reading an order.
     *
     * @param name in Polish, for people
     * @param codes what it takes for granted
     * @param units price of one unit of each line, with the discounts of this reading, not rounded
     * @param total with delivery
     */
    record Reading(
            String name, List<String> codes, List<BigDecimal> units, List<BigDecimal> values, BigDecimal total) {}

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

    /** The closest reading, an exact one above all, if rounding explains what is left. */
    Optional<Fit> fit() {
        // of equally close ones the plainest, because the sort is stable
        return readings.stream()
                .sorted(Comparator.comparing(this::distance))
                .flatMap(reading -> fit(reading).stream())
                .findFirst();
    }

    private Optional<Fit> fit(Reading reading) {
        BigDecimal difference = difference(reading);
        List<Integer> moved =
                movable(reading, difference).stream().limit(groszy(difference)).toList();
        boolean explained =
                difference.stripTrailingZeros().scale() <= 2 && difference.abs().compareTo(explainable(reading)) <= 0;
        if (!explained || moved.size() < groszy(difference)) {
            return Optional.empty();
        }
        List<BigDecimal> values = new ArrayList<>(reading.values());
        BigDecimal step = difference.signum() < 0 ? GROSZ.negate() : GROSZ;
        moved.forEach(line -> values.set(line, values.get(line).add(step)));
        return Optional.of(new Fit(List.copyOf(values), difference, moved));
    }

    private BigDecimal difference(Reading reading) {
        return order.sum().subtract(reading.total());
    }

    /** The lines that rounding can have changed by 0.01, largest first; none becomes negative. */
    private List<Integer> movable(Reading reading, BigDecimal difference) {
        return IntStream.range(0, reading.values().size())
                .boxed()
                .filter(line -> isRounded(reading, line))
                .filter(line ->
                        difference.signum() > 0 || reading.values().get(line).compareTo(GROSZ) >= 0)
                .sorted(Comparator.comparing((Integer line) -> reading.values().get(line))
                        .reversed())
                .toList();
    }

    /** Half a grosz for each piece of each line whose unit price was rounded. */
    private BigDecimal explainable(Reading reading) {
        return IntStream.range(0, reading.values().size())
                .filter(line -> isRounded(reading, line))
                .mapToObj(line -> order.lines().get(line).quantity().multiply(HALF_A_GROSZ))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /**
     * Whether the price of one unit can be a rounded one: a discount leaves parts of a grosz, or the line has several units,
     * such as 3 at 33.33 for 100.00. A single piece at a price in whole groszy is worth just that.
     */
    private boolean isRounded(Reading reading, int line) {
        boolean single = order.lines().get(line).quantity().compareTo(BigDecimal.ONE) == 0;
        return !single || reading.units().get(line).stripTrailingZeros().scale() > 2;
    }

    private Reading reading(OrderDiscounts discounts, boolean lineDiscount, boolean roundUnit) {
        BigDecimal factor = discounts.factor.apply(order.discounts());
        List<BigDecimal> units = order.lines().stream()
                .map(line ->
                        line.price().multiply(lineDiscount ? factor.multiply(left(line.discountPercent())) : factor))
                .toList();
        List<BigDecimal> values = IntStream.range(0, units.size())
                .mapToObj(i -> value(order.lines().get(i).quantity(), roundUnit ? cents(units.get(i)) : units.get(i)))
                .toList();
        String name = (lineDiscount ? "rabat pozycji odjęty, " : "rabat pozycji już w cenie, ")
                + discounts.label
                + (roundUnit ? ", cena jednostkowa zaokrąglona" : "");
        List<String> codes = Stream.of(
                        lineDiscount ? "LINE_TAKEN_OFF" : "LINE_IN_PRICE",
                        "ORDER_" + discounts.name(),
                        roundUnit ? "UNIT_ROUNDED" : "")
                .filter(code -> !code.isEmpty())
                .toList();
        return new Reading(name, codes, units, values, values.stream().reduce(order.deliveryCost(), BigDecimal::add));
    }

    private static BigDecimal value(BigDecimal quantity, BigDecimal unit) {
        return cents(quantity.multiply(unit));
    }

    private BigDecimal distance(Reading reading) {
        return difference(reading).abs();
    }

    /** How many lines must be moved. */
    private static int groszy(BigDecimal difference) {
        return difference
                .abs()
                .movePointRight(2)
                .setScale(0, RoundingMode.CEILING)
                .intValue();
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
