package pl.zmobridge.order;

import java.math.BigDecimal;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

/**
 * One order as the shop has it: every value read, none judged yet. Names of status, payment and delivery are the shop's,
 * letter for letter.
 *
 * @param placedAt in the shop's time zone (N3)
 * @param sum what the buyer pays, gross, in {@code currency}
 * @param deliveryTax the name of the delivery's tax rate ({@code 23%}, {@code zw.}), empty when the shop has none
 * @param currencyRate units of the shop's base currency for one of {@code currency}
 * @param userId the buyer's account; empty for a guest
 */
public record ShopOrder(
        long id,
        ZonedDateTime placedAt,
        String statusName,
        BigDecimal sum,
        String paymentName,
        long shippingId,
        String deliveryName,
        BigDecimal deliveryCost,
        String deliveryTax,
        Discounts discounts,
        String currency,
        BigDecimal currencyRate,
        String email,
        Optional<Long> userId,
        String notes,
        Optional<Address> billing,
        Optional<Address> delivery,
        List<Line> lines) {

    public ShopOrder {
        lines = List.copyOf(lines);
    }

    /** Percentages that the shop grants on the whole order, 0 to 100 each. */
    public record Discounts(BigDecimal client, BigDecimal group, BigDecimal levels, BigDecimal code) {
        public static final Discounts NONE =
                new Discounts(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);
    }

    /** An address as the buyer typed it; blank fields are empty strings. */
    public record Address(
            String firstName,
            String lastName,
            String company,
            String nip,
            String pesel,
            String street1,
            String street2,
            String city,
            String postcode,
            String state,
            String country,
            String countryCode,
            String phone) {}

    /**
     * A line of the order.
     *
     * @param code the product's <em>Kod</em>; empty when the shop has none
     * @param option the chosen variant in words ({@code Kolor: Czerwony}), empty when there is none
     * @param price gross price of one unit; whether it already holds {@code discountPercent} is for L5 to find out
     */
    public record Line(
            long productId,
            String code,
            String name,
            String option,
            BigDecimal price,
            BigDecimal discountPercent,
            BigDecimal quantity,
            String unit,
            String tax) {}
}
