package pl.zmobridge.order;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import pl.zmobridge.order.ControlSum.Reading;
import pl.zmobridge.order.DifferenceRules.As;

/**
 * L6: the difference of an order whose sum no reading of {@link ControlSum} gives, and what becomes of it. The operator's rule holds where the
 * shop's own fields explain the difference and it is clear what it is shared by; all else a person decides.
 */
final class Difference {
    private static final Pattern SURCHARGE = Pattern.compile("([0-9]{1,9}(?:\\.[0-9]{1,6})?)(%?)");
    private static final BigDecimal GROSZ = new BigDecimal("0.01");

    /** What of the order explains it. */
    enum Explained {
        /** The shop's surcharge for this way of payment, to the grosz. */
        BY_SURCHARGE,
        /** A code or points; how much they are worth, the shop does not say. */
        BY_DISCOUNT,
        BY_NOTHING
    }

    /** Why the operator's rule did not decide by itself. */
    enum Doubt {
        NONE,
        UNEXPLAINED,
        /** Row and lines may be of two moments. */
        COUNT,
        /** Whether the lines' own discounts are in their prices decides how it is shared. */
        PRICES
    }

    /** @param reading what the lines are worth without the difference */
    record Settled(As as, Reading reading, List<BigDecimal> values, boolean byPerson) {}

    private final ShopOrder order;
    private final List<Reading> readings;
    private final DifferenceRules rules;
    private final Explained explained;
    private final Reading reading;
    private final BigDecimal amount;

    /** @param readings at least one */
    Difference(ShopOrder order, List<Reading> readings, DifferenceRules rules) {
        this.order = order;
        this.readings = readings;
        this.rules = rules;
        List<Reading> surcharged = readings.stream().filter(this::isSurcharge).toList();
        List<Reading> discounted = order.extras().isDiscount()
                ? readings.stream().filter(each -> of(each).signum() < 0).toList()
                : List.of();
        this.explained = surcharged.size() == 1
                ? Explained.BY_SURCHARGE
                : discounted.isEmpty() ? Explained.BY_NOTHING : Explained.BY_DISCOUNT;
        this.reading = nearest(
                switch (explained) {
                    case BY_SURCHARGE -> surcharged;
                    case BY_DISCOUNT -> discounted;
                    case BY_NOTHING -> readings;
                });
        this.amount = of(reading);
    }

    /** The order's sum less what lines and delivery come to; below 0 for a discount. */
    BigDecimal amount() {
        return amount;
    }

    Reading reading() {
        return reading;
    }

    Explained explained() {
        return explained;
    }

    boolean isDiscount() {
        return amount.signum() < 0;
    }

    /** What the operator wants done with such a difference. */
    As wanted() {
        return isDiscount() ? rules.discount() : rules.surcharge();
    }

    /** For the person who is asked. */
    OpenDifference open() {
        return new OpenDifference(
                amount,
                order.sum(),
                Stream.of(As.SPREAD, As.LINE).filter(this::isPossible).toList());
    }

    /** What becomes of it: as a person has decided, else as the operator did, where that is no guess. */
    Optional<Settled> settled() {
        Optional<As> person = accepted().map(AcceptedDifference::as);
        Optional<As> operator = Optional.of(wanted()).filter(as -> as != As.ASK && doubt() == Doubt.NONE);
        return person.or(() -> operator).filter(this::isPossible).map(as -> settled(as, person.isPresent()));
    }

    /** A person's decision, if it is about this very difference. */
    Optional<AcceptedDifference> accepted() {
        return rules.accepted().filter(decision -> decision.isAbout(amount, order.sum()));
    }

    private Settled settled(As as, boolean byPerson) {
        List<BigDecimal> values = as == As.SPREAD ? Spread.over(reading.values(), amount) : reading.values();
        return new Settled(as, reading, values, byPerson);
    }

    boolean isPossible(As as) {
        return as == As.SPREAD
                ? isSpreadable()
                : !isDiscount() && rules.code().isPresent() && rates().size() == 1 && isMoney();
    }

    boolean isSpreadable() {
        return Spread.isPossible(reading.values(), amount);
    }

    private boolean isMoney() {
        return amount.stripTrailingZeros().scale() <= 2;
    }

    /** The VAT rates of the goods, those of a bundle's products among them. A line of its own carries the only one. */
    Set<Rate> rates() {
        Set<Rate> rates = new LinkedHashSet<>();
        order.lines().stream()
                .flatMap(line -> Stream.concat(Stream.of(line), line.parts().stream()))
                .filter(line -> line.unread().values().isEmpty())
                .forEach(line -> rates.add(new Rate(Texts.clean(line.tax()), Texts.clean(line.taxValue()))));
        return rates;
    }

    /** A VAT rate of the shop. */
    record Rate(String name, String value) {}

    Doubt doubt() {
        if (explained == Explained.BY_NOTHING) {
            return Doubt.UNEXPLAINED;
        }
        if (!isCountRight()) {
            return Doubt.COUNT;
        }
        return explained == Explained.BY_SURCHARGE || isSharedOneWay() ? Doubt.NONE : Doubt.PRICES;
    }

    /** The shop counts the lines or their pieces; a row and lines of two moments differ in both. */
    private boolean isCountRight() {
        BigDecimal pieces =
                order.lines().stream().map(ShopOrder.Line::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
        return order.productCount().isEmpty()
                || Stream.of(pieces, BigDecimal.valueOf(order.lines().size()))
                        .anyMatch(count -> count.compareTo(new BigDecimal(order.productCount())) == 0);
    }

    /** Whether it makes no more than a grosz of difference which reading the shares are counted by. */
    private boolean isSharedOneWay() {
        if (!isSpreadable()) {
            return true; // told by itself
        }
        List<BigDecimal> shared = Spread.over(reading.values(), amount);
        return readings.stream()
                .filter(each -> Spread.isPossible(each.values(), of(each)))
                .map(each -> Spread.over(each.values(), of(each)))
                .allMatch(other -> IntStream.range(0, shared.size())
                        .allMatch(line ->
                                shared.get(line).subtract(other.get(line)).abs().compareTo(GROSZ) <= 0));
    }

    private BigDecimal of(Reading each) {
        return order.sum().subtract(each.total());
    }

    private Reading nearest(List<Reading> some) {
        return some.stream().min(Comparator.comparing(each -> of(each).abs())).orElseThrow();
    }

    /** Whether this reading lacks just what the shop adds for the order's way of payment: an amount, or a part of goods or of all. */
    private boolean isSurcharge(Reading each) {
        Matcher words = SURCHARGE.matcher(order.extras().surcharge());
        if (!words.matches()) {
            return false;
        }
        BigDecimal figure = new BigDecimal(words.group(1));
        List<BigDecimal> amounts = new ArrayList<>();
        if (words.group(2).isEmpty()) {
            amounts.add(figure);
        } else {
            for (BigDecimal base : List.of(each.total(), each.total().subtract(order.deliveryCost()))) {
                amounts.add(base.multiply(figure).movePointLeft(2).setScale(2, RoundingMode.HALF_UP));
            }
        }
        return of(each).signum() > 0 && amounts.stream().anyMatch(added -> added.compareTo(of(each)) == 0);
    }
}
