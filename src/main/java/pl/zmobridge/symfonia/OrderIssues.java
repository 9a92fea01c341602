package pl.zmobridge.symfonia;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import pl.zmobridge.order.OrderCard;
import pl.zmobridge.order.PaymentForm;
import pl.zmobridge.order.PaymentForms;

/**
 * An order card as an {@code OrderIssue} of the wire.
 *
 * @param settings the operator's choices in the ERP
 */
public record OrderIssues(ErpSettings settings) {
    private static final int GROSS = 1;
    private static final String HOME_CURRENCY = "PLN";

    /**
     * The body of {@code POST OrdersIssue/New}.
     *
     * @param number what the ZMO is called, {@code SH/1201}; its {@code Description} starts with it (I2)
     * @param cuts receives a sentence for each text that was cut
     */
    public String issue(OrderCard card, String number, int buyerId, PaymentForm form, List<String> cuts) {
        ErpLimits limits = new ErpLimits(cuts);
        ErpSettings.Numbering numbering = settings.numbering(card.document());
        ObjectNode issue = Wire.JSON.createObjectNode();
        issue.put("TypeCode", numbering.type());
        issue.put("Series", numbering.series());
        issue.put("Department", settings.department());
        issue.putObject("PaymentRegistry").put("Code", settings.paymentRegistry());
        issue.put("PaymentFormId", form.id());
        issue.putObject("Buyer").put("Id", buyerId);
        // P2: the delivery address, always; the contractor's card may say something else
        issue.putObject("Recipient").set("Data", Contractors.data(card.recipient(), limits));
        issue.put("PriceKind", GROSS); // L2
        issue.put("SalePriceType", settings.salePriceType());
        issue.put("ReservationType", settings.reservation().ordinal()); // L4
        LocalDate ordered = card.placedAt().toLocalDate(); // N3
        issue.put("IssueDate", ordered.toString());
        issue.put("MaturityDate", PaymentForms.dueDate(ordered, form).toString());
        if (!card.currency().equals(HOME_CURRENCY)) {
            issue.put("Currency", card.currency());
            issue.put("CurrencyRate", card.currencyRate());
        }
        issue.put("Description", limits.fit("opis", description(card, number), ErpLimits.DESCRIPTION));
        if (!card.notes().isEmpty()) {
            issue.put("Note", limits.fit("uwagi", card.notes(), ErpLimits.NOTE));
        }
        positions(issue.putArray("Positions"), card, limits);
        return Wire.write(issue);
    }

    /** The marker first, then what the ERP has no field for: N2, H1, H2. */
    private static String description(OrderCard card, String number) {
        return Marker.of(number) + "zamówienie " + card.confirmedNumber() + " | dostawa: " + card.deliveryForm()
                + " | płatność: " + card.paymentForm();
    }

    private static void positions(ArrayNode positions, OrderCard card, ErpLimits limits) {
        for (OrderCard.Line line : card.lines()) { // L1, L3: the card's order, delivery last
            ObjectNode position = positions.addObject();
            if (!line.code().isEmpty()) {
                position.put("Code", line.code());
            } else {
                position.put("UnitOfMeasurement", limits.fit("jednostka", line.unit(), ErpLimits.UNIT));
                vat(position, line.tax());
            }
            position.put("Name", limits.fit("nazwa pozycji", line.name(), ErpLimits.NAME));
            position.put("Quantity", plain(line.quantity()));
            position.put("Value", line.value());
        }
    }

    /** {@code 23%} is the ERP's rate {@code 23}, {@code zw.} its {@code zw}. A line with a product code has the product's rate. */
    private static void vat(ObjectNode position, String tax) {
        String code = tax.replaceAll("[%.\\s]", "");
        if (!code.isEmpty()) {
            position.putObject("VatRate").put("Code", code);
        }
    }

    private static BigDecimal plain(BigDecimal quantity) {
        BigDecimal stripped = quantity.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
