package pl.zmobridge.order;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

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
 * @param currencyRate PLN for one of {@code currency} (W1): the shop's own rate, 0 when it has none, until the import has found the
 *     one that holds ({@link #at})
 * @param shipment what the warehouse needs to send it
 * @param warnings for people, in Polish: what was odd but did not stop the order
 * @param holds why the order waits for a person, and before which step
 * @param decision which rule decided what it becomes (D1)
 * @param source ids and marks of the shop's row, by which a later row is compared with this card (S2)
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
        Shipment shipment,
        List<String> warnings,
        List<Hold> holds,
        Source source,
        Decision decision) {

    /** A card that an earlier version kept has no shipment, no holds, no source and no decision. */
    public OrderCard {
        lines = List.copyOf(lines);
        warnings = List.copyOf(warnings);
        shipment = shipment == null ? Shipment.UNKNOWN : shipment;
        holds = holds == null ? List.of() : List.copyOf(holds);
        source = source == null ? Source.UNKNOWN : source;
        decision = decision == null ? Decision.NONE : decision;
    }

    /** Why a step must wait for a person; empty when it need not. Sentences in Polish. */
    public List<String> heldBefore(Stage stage) {
        return holds.stream()
                .filter(hold -> hold.before() == stage)
                .map(Hold::reason)
                .toList();
    }

    /** What its ZMO reserves, for people: {@code 2 × KUB-300, 1 × SPD-101}. */
    public String goods() {
        return lines.stream()
                .filter(line -> !line.delivery())
                .map(line -> line.quantity().stripTrailingZeros().toPlainString() + " × " + line.called())
                .collect(Collectors.joining(", "));
    }

    /** The rate that the shop itself has for the order's currency, and since when; empty when it says neither (W2). */
    public Optional<CurrencyRate> shopRate() {
        return source.rateDate().isEmpty()
                ? Optional.empty()
                : CurrencyRate.of(currency, currencyRate, LocalDate.parse(source.rateDate()), "Shoper");
    }

    /** The same card with one more warning. */
    public OrderCard withWarning(String warning) {
        List<String> more = new ArrayList<>(warnings);
        more.add(warning);
        return with(currencyRate, more);
    }

    /** The same card with the rate that its document has; without one, 0 (W2). */
    public OrderCard at(Optional<CurrencyRate> rate) {
        return CurrencyRate.isHome(currency)
                ? this
                : with(rate.map(CurrencyRate::rate).orElse(BigDecimal.ZERO), warnings);
    }

    private OrderCard with(BigDecimal otherRate, List<String> otherWarnings) {
        return new OrderCard(
                shopOrderId,
                number,
                confirmedNumber,
                placedAt,
                contractor,
                recipient,
                lines,
                deliveryForm,
                paymentForm,
                status,
                document,
                total,
                currency,
                otherRate,
                notes,
                shipment,
                otherWarnings,
                holds,
                source,
                decision);
    }

    /** A step that an order can be held before, and what must come before its import. */
    public enum Stage {
        /** Its children must be read in the shop first (S10). */
        CHILDREN,
        /** No ZMO is issued. */
        IMPORT,
        /** The ZMO is issued, no sales document is. */
        SALE
    }

    /** @param reason a sentence in Polish: what a person must decide */
    public record Hold(Stage before, String reason) {}

    /**
     * What the shop's row said besides what the card carries.
     *
     * @param paymentId 0 when unknown
     * @param shippingId 0 when unknown
     * @param productCount {@code total_products}; empty when unknown
     * @param vatEu sold to a firm of another EU country without Polish VAT (V3)
     * @param rateDate the day of the shop's own rate of the currency, {@code yyyy-MM-dd} (W2); empty when it has none
     * @param marks what the order may be held for (H4, S10)
     */
    public record Source(
            long paymentId, long shippingId, String productCount, boolean vatEu, String rateDate, Marks marks) {
        public static final Source UNKNOWN = new Source(0, 0, "", false, "", Marks.UNKNOWN);

        public Source {
            productCount = productCount == null ? "" : productCount;
            rateDate = rateDate == null ? "" : rateDate;
            marks = marks == null ? Marks.UNKNOWN : marks;
        }
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
     * @param nip digits only, or with the letters of another country; empty when there is none (H4)
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
     * @param taxValue its value in the shop ({@code 23}), empty when unknown
     * @param delivery whether this is the delivery line (L3)
     */
    public record Line(
            String code,
            String name,
            BigDecimal quantity,
            String unit,
            BigDecimal value,
            String tax,
            String taxValue,
            boolean delivery) {

        public Line {
            taxValue = taxValue == null ? "" : taxValue;
        }

        /** Its code, or the name of one that has none. */
        public String called() {
            return code.isEmpty() ? name : code;
        }
    }
}
