package pl.zmobridge.order;

import java.math.BigDecimal;
import java.util.List;

/**
 * L5: one way of reading an order's prices and discounts, as it is shown to a person.
 *
 * @param codes what it takes for granted, in words' {@code reading}
 * @param total of lines and delivery
 * @param difference the order's sum less that
 */
public record TriedReading(List<String> codes, BigDecimal total, BigDecimal difference) {

    /** Every reading that makes sense, plainest first; none of an order without lines. */
    public static List<TriedReading> of(ShopOrder order) {
        return order.lines().isEmpty()
                ? List.of()
                : new ControlSum(order)
                        .readings().stream()
                                .map(reading -> new TriedReading(
                                        reading.codes(),
                                        reading.total(),
                                        order.sum().subtract(reading.total())))
                                .toList();
    }
}
