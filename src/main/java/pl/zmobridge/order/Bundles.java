package pl.zmobridge.order;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** L7: a bundle's line as one line per product in it, when they are worth what the bundle costs. */
final class Bundles {
    private static final BigDecimal GROSZ = new BigDecimal("0.01");

    /** A product of a bundle: how many of it the whole line holds, and its part of the line's value. */
    record Part(ShopOrder.Line product, BigDecimal quantity, BigDecimal value) {}

    private Bundles() {}

    /**
     * The products of a bundle, in the shop's order; their values add up to {@code value}. Empty when a product has no code or cannot be read, or
     * when their prices do not add up to the bundle's: then only the bundle's own code says what was sold.
     *
     * @param value what the whole line is worth, discounts of the order taken off (L5)
     */
    static Optional<List<Part>> parts(ShopOrder.Line bundle, BigDecimal value) {
        boolean unfit = bundle.parts().stream()
                .anyMatch(part -> !part.unread().values().isEmpty()
                        || Texts.clean(part.code()).isEmpty()
                        || part.quantity().signum() <= 0
                        || part.price().signum() < 0);
        if (bundle.parts().isEmpty() || unfit) {
            return Optional.empty();
        }
        // the shop may count the products of one bundle, or of all bundles of the line
        return worth(bundle, bundle.quantity(), value).or(() -> worth(bundle, BigDecimal.ONE, value));
    }

    /** Which codes of its products cannot be trusted, and why; sentences in Polish. */
    static List<String> doubtfulCodes(ShopOrder.Line bundle) {
        return bundle.parts().stream()
                .flatMap(part -> part.unread().code().map(why -> called(part) + why).stream())
                .toList();
    }

    /** Why {@link #parts} is empty, in Polish. */
    static String whyNotParts(ShopOrder.Line bundle) {
        return bundle.parts().stream()
                .flatMap(part -> part.unread().values().stream().map(why -> called(part) + why))
                .findFirst()
                .orElse("jego składniki nie mają wszystkie kodów albo ich ceny nie dają ceny zestawu.");
    }

    private static String called(ShopOrder.Line part) {
        return "składnik „" + Texts.clean(part.name()) + "”: ";
    }

    private static Optional<List<Part>> worth(ShopOrder.Line bundle, BigDecimal times, BigDecimal value) {
        for (boolean discounted : new boolean[] {false, true}) {
            List<BigDecimal> prices = bundle.parts().stream()
                    .map(part -> cents(
                            price(part, discounted).multiply(part.quantity().multiply(times))))
                    .toList();
            BigDecimal sum = prices.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            if (isPriceOf(bundle, sum)) {
                List<BigDecimal> values = shared(prices, sum, value);
                return Optional.of(IntStream.range(0, values.size())
                        .mapToObj(i -> part(bundle.parts().get(i), times, values.get(i)))
                        .toList());
            }
        }
        return Optional.empty();
    }

    private static Part part(ShopOrder.Line product, BigDecimal times, BigDecimal value) {
        return new Part(product, product.quantity().multiply(times), value);
    }

    private static boolean isPriceOf(ShopOrder.Line bundle, BigDecimal sum) {
        return sum.compareTo(cents(price(bundle, false).multiply(bundle.quantity()))) == 0
                || sum.compareTo(cents(price(bundle, true).multiply(bundle.quantity()))) == 0;
    }

    private static BigDecimal price(ShopOrder.Line line, boolean discounted) {
        BigDecimal left =
                BigDecimal.valueOf(100).subtract(line.discountPercent()).movePointLeft(2);
        return discounted ? line.price().multiply(left) : line.price();
    }

    /** Shares a value in proportion, in whole groszy; what rounding down leaves goes to the largest, a grosz each. */
    private static List<BigDecimal> shared(List<BigDecimal> prices, BigDecimal sum, BigDecimal value) {
        List<BigDecimal> values = new ArrayList<>();
        for (BigDecimal price : prices) {
            values.add(
                    sum.signum() == 0
                            ? cents(BigDecimal.ZERO)
                            : price.multiply(value).divide(sum, 2, RoundingMode.DOWN));
        }
        BigDecimal left = value.subtract(values.stream().reduce(BigDecimal.ZERO, BigDecimal::add));
        List<Integer> largest = IntStream.range(0, values.size())
                .boxed()
                .sorted(Comparator.comparing(prices::get).reversed())
                .toList();
        for (int i = 0; left.signum() > 0; i = (i + 1) % largest.size()) {
            values.set(largest.get(i), values.get(largest.get(i)).add(GROSZ));
            left = left.subtract(GROSZ);
        }
        return values;
    }

    private static BigDecimal cents(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.HALF_UP);
    }
}
