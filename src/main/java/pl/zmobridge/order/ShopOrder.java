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
 * @param paymentCode the shop's code of the way of payment ({@code cod}); empty when it has none, like {@code deliveryEngine}
 * @param deliveryEngine the shop's code of the way of delivery ({@code inpost}), which several can have
 * @param sum what the buyer pays, gross, in {@code currency}
 * @param deliveryTax the name of the delivery's tax rate ({@code 23%}, {@code zw.}), empty when the shop has none
 * @param deliveryTaxValue its value as the shop sent it; may be empty
 * @param extras what else can have changed the sum (L5)
 * @param shopRate the shop's own rate of {@code currency} in PLN; empty for PLN, and when the shop has no such rate (W2)
 * @param userId the buyer's account; empty for a guest (K1)
 * @param shipment what the warehouse needs to send it
 * @param fields additional fields that the buyer ticked or filled in
 * @param vatEu whether it was sold to a firm of another EU country without Polish VAT (V3)
 * @param origin where it was placed: 0 in the shop itself, 3 on Allegro and so on; empty when the shop does not say
 * @param productCount the shop's {@code total_products} as it said; empty when it did not
 * @param combined S10
 */
public record ShopOrder(
        long id,
        ZonedDateTime placedAt,
        String statusName,
        BigDecimal sum,
        long paymentId,
        String paymentName,
        String paymentCode,
        long shippingId,
        String deliveryName,
        String deliveryEngine,
        BigDecimal deliveryCost,
        String deliveryTax,
        String deliveryTaxValue,
        Discounts discounts,
        Extras extras,
        String currency,
        Optional<CurrencyRate> shopRate,
        String email,
        Optional<Long> userId,
        String notes,
        Shipment shipment,
        List<Field> fields,
        boolean vatEu,
        Optional<Long> origin,
        String productCount,
        Combined combined,
        Optional<Address> billing,
        Optional<Address> delivery,
        List<Line> lines) {

    public ShopOrder {
        fields = List.copyOf(fields);
        lines = List.copyOf(lines);
    }

    /** Percentages that the shop grants on the whole order, 0 to 100 each. */
    public record Discounts(BigDecimal client, BigDecimal group, BigDecimal levels, BigDecimal code) {
        public static final Discounts NONE =
                new Discounts(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

        /** Whether nothing is granted. */
        boolean isNone() {
            return client.signum() == 0 && group.signum() == 0 && levels.signum() == 0 && code.signum() == 0;
        }
    }

    /**
     * What an order holds besides lines, delivery and percentages.
     *
     * @param code the discount code that was used; empty for none
     * @param points loyalty points that were spent
     * @param surcharge what the shop adds for this way of payment, in words ({@code 5.00}, {@code 2%}); empty when unknown
     * @param notInPercent discounts on the whole order that are no percentages, as the shop wrote them ({@code discount_code = 150.00})
     */
    public record Extras(String code, BigDecimal points, String surcharge, List<String> notInPercent) {
        public static final Extras NONE = new Extras("", BigDecimal.ZERO, "");

        public Extras {
            notInPercent = List.copyOf(notInPercent);
        }

        /** Those of an order whose discounts are percentages. */
        public Extras(String code, BigDecimal points, String surcharge) {
            this(code, points, surcharge, List.of());
        }

        /** Whether the shop took something off that no percentage says: for a code, for points. */
        boolean isDiscount() {
            return !code.isEmpty() || points.signum() != 0 || !notInPercent.isEmpty();
        }
    }

    /**
     * An additional field of the shop's order form.
     *
     * @param name the shop's name for it; empty when it is unknown
     * @param tick whether it is a tick box, which is then ticked
     */
    public record Field(long id, String name, boolean tick, String value) {}

    /**
     * How the order belongs to others (S10).
     *
     * @param parent the order that this one was joined to
     * @param children the orders that were joined to this one
     */
    public record Combined(Optional<Long> parent, List<Long> children) {
        public static final Combined NONE = new Combined(Optional.empty(), List.of());

        public Combined {
            children = List.copyOf(children);
        }
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
     * @param tax the name of its tax rate; empty when the shop has none
     * @param taxValue its value as the shop sent it; may be empty
     * @param parts the products of a bundle (L7); empty for an ordinary product
     * @param unread what of a bundle's product cannot be read
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
            String tax,
            String taxValue,
            List<Line> parts,
            Unread unread) {

        public Line {
            parts = List.copyOf(parts);
        }

        /** A line that was read whole. */
        public Line(
                long productId,
                String code,
                String name,
                String option,
                BigDecimal price,
                BigDecimal discountPercent,
                BigDecimal quantity,
                String unit,
                String tax,
                String taxValue,
                List<Line> parts) {
            this(
                    productId,
                    code,
                    name,
                    option,
                    price,
                    discountPercent,
                    quantity,
                    unit,
                    tax,
                    taxValue,
                    parts,
                    Unread.NOTHING);
        }
    }

    /**
     * L7: what of a bundle's product cannot be read. It matters only where the product becomes a position. Sentences in Polish.
     *
     * @param code why its code, which is as the shop sent it, cannot be trusted
     * @param values what is wrong with the rest: with any of it the product cannot become a position
     */
    public record Unread(Optional<String> code, List<String> values) {
        public static final Unread NOTHING = new Unread(Optional.empty(), List.of());

        public Unread {
            values = List.copyOf(values);
        }
    }
}
