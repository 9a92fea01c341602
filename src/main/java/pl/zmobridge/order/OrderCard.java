package pl.zmobridge.order;

import java.math.BigDecimal;
import java.time.ZonedDateTime;
import java.util.List;

/**
 * An order as the accountant wants it: the order card (<em>karta zamówienia</em>).
 *
 * @param number the order's identity in the ERP (N1)
 * @param confirmedNumber the shop's own number, untouched (N2)
 * @param placedAt in the shop's time zone (N3)
 * @param contractor P1
 * @param recipient P2
 * @param lines products in the shop's order, delivery last (L1, L3); their values add up to {@code total} (L5)
 * @param deliveryForm H1
 * @param paymentForm the shop's words (H2); which form of the ERP that is, {@link PaymentForms} decides
 * @param status H3
 * @param document H4
 * @param total gross, two decimals, in {@code currency}
 * @param warnings for people, in Polish: what was odd but did not stop the order
 */
public record OrderCard(
        long shopOrderId,
        String number,
        String confirmedNumber,
        ZonedDateTime placedAt,
        Party contractor,
        Party recipient,
        List<Line> lines,
        String deliveryForm,
        String paymentForm,
        String status,
        Document document,
        BigDecimal total,
        String currency,
        BigDecimal currencyRate,
        String notes,
        List<String> warnings) {

    public OrderCard {
        lines = List.copyOf(lines);
        warnings = List.copyOf(warnings);
    }

    /** Kind of sales document an order needs (H4). */
    public enum Document {
        INVOICE,
        RECEIPT
    }

    /**
     * A person or firm with an address (P1–P3); blank fields are empty strings.
     *
     * @param name what stands on a document: the company, else first and last name
     * @param nip digits only, or with the letters of another country; as typed when it is not a NIP at all
     * @param street without the numbers when they could be told apart, else the whole line
     */
    public record Party(
            String name,
            String firstName,
            String lastName,
            String company,
            String nip,
            String pesel,
            String street,
            String houseNo,
            String flatNo,
            String city,
            String postcode,
            String state,
            String country,
            String countryCode,
            String phone,
            String email) {}

    /**
     * A line of the card.
     *
     * @param code the product code in the ERP; empty for a one-off line
     * @param value gross value of the whole line, two decimals
     * @param tax the name of the tax rate in the shop, empty when unknown
     * @param delivery whether this is the delivery line (L3)
     */
    public record Line(
            String code,
            String name,
            BigDecimal quantity,
            String unit,
            BigDecimal value,
            String tax,
            boolean delivery) {}
}
