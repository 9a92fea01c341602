package pl.zmobridge.symfonia;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import pl.zmobridge.order.CurrencyRate;
import pl.zmobridge.order.DocumentOutcome;
import pl.zmobridge.order.OrderCard;
import pl.zmobridge.order.PaymentForm;
import pl.zmobridge.order.PaymentForms;
import pl.zmobridge.order.Template;
import pl.zmobridge.order.Texts;

/**
 * An order card as an {@code OrderIssue} of the wire.
 *
 * @param settings the operator's choices in the ERP
 * @param vat whose VAT rates the positions carry (V1, V2)
 * @param basic whether emoji and the like are left out, because the ERP could not store them
 */
public record OrderIssues(ErpSettings settings, Vat vat, boolean basic) {
    private static final int GROSS = 1;

    /** Rates as the products' cards have them. */
    public OrderIssues(ErpSettings settings) {
        this(settings, new Vat.Card(), false);
    }

    /**
     * The body of {@code POST OrdersIssue/New}.
     *
     * @param number what the ZMO is called, {@code SH/1201}; its {@code Description} starts with it (I2)
     * @param cuts receives a sentence for each text that was changed
     * @throws Vat.Refused when a VAT rate has no counterpart in the ERP, or the sale needs a rule for its VAT (V1, V3)
     */
    public String issue(OrderCard card, String number, DocumentBuyer buyer, PaymentForm form, List<String> cuts) {
        return Wire.write(order(card, number, buyer, form, cuts));
    }

    /**
     * The body of {@code PUT OrdersIssue/Edit}: the same, with the ZMO's id and those of the positions that stay (S4).
     *
     * @param id the ZMO's
     * @param stored what the ERP holds now
     */
    public String edit(
            OrderCard card,
            String number,
            DocumentBuyer buyer,
            PaymentForm form,
            int id,
            StoredZmo stored,
            List<String> cuts) {
        ObjectNode edit = order(card, number, buyer, form, cuts);
        edit.put("Id", id);
        if (!edit.has("Note")) {
            edit.put("Note", ""); // the ERP keeps what an edit leaves out
        }
        PositionEdits.add((ArrayNode) edit.get("Positions"), card.lines(), stored.order());
        return Wire.write(edit);
    }

    private ObjectNode order(OrderCard card, String number, DocumentBuyer buyer, PaymentForm form, List<String> cuts) {
        List<String> problems = vat.problems(card);
        if (!problems.isEmpty()) {
            throw new Vat.Refused(problems);
        }
        ErpLimits limits = new ErpLimits(cuts, basic);
        ErpSettings.Numbering numbering = settings.numbering(card);
        ObjectNode issue = Wire.JSON.createObjectNode();
        issue.put("TypeCode", numbering.type());
        issue.put("Series", numbering.series());
        issue.put("Department", settings.department(card));
        issue.putObject("PaymentRegistry").put("Code", settings.paymentRegistry(card));
        issue.put("PaymentFormId", form.id());
        issue.set("Buyer", buyer(buyer, card, limits));
        // P2: the delivery address, always; the contractor's card may say something else
        issue.putObject("Recipient").set("Data", Contractors.data("odbiorcy", card.recipient(), limits));
        issue.put("PriceKind", GROSS); // L2
        issue.put("SalePriceType", settings.salePriceType());
        issue.put("ReservationType", settings.reservation().ordinal()); // L4
        LocalDate ordered = card.placedAt().toLocalDate(); // N3
        issue.put("IssueDate", ordered.toString());
        issue.put("MaturityDate", PaymentForms.dueDate(ordered, form).toString());
        if (!CurrencyRate.isHome(card.currency())) {
            if (card.currencyRate().signum() <= 0) { // W1: never 1, nor whatever the ERP takes for none
                throw new IllegalStateException("No rate was found for " + card.currency());
            }
            issue.put("Currency", card.currency());
            issue.put("CurrencyRate", card.currencyRate());
        }
        issue.put("Description", limits.fit("opis", description(card, number), ErpLimits.DESCRIPTION));
        String note =
                template(card.decision().outcome().note(), settings.note()).fill(card);
        if (!note.isEmpty()) {
            issue.put("Note", limits.fit("uwagi", note, ErpLimits.NOTE));
        }
        labels(issue, card.decision().outcome());
        positions(issue.putArray("Positions"), card, limits);
        return issue;
    }

    /** P1, K3 */
    private static ObjectNode buyer(DocumentBuyer buyer, OrderCard card, ErpLimits limits) {
        ObjectNode node = Wire.JSON.createObjectNode();
        if (buyer instanceof DocumentBuyer.Card known) {
            return node.put("Id", known.id());
        }
        if (buyer instanceof DocumentBuyer.Remembered remembered) {
            return node.put("Code", remembered.code());
        }
        node.set("Data", Contractors.data("nabywcy", card.contractor(), limits));
        return node;
    }

    /** D1: what only a rule can give. A kind or catalogue that the ERP lacks is a refusal, never made on the way. */
    private static void labels(ObjectNode issue, DocumentOutcome outcome) {
        if (outcome.marker().matches("[0-9]{1,9}")) {
            issue.put("Marker", Integer.parseInt(outcome.marker()));
        } else if (!outcome.marker().isEmpty()) {
            issue.put("Marker", outcome.marker());
        }
        if (!outcome.documentKind().isEmpty()) {
            issue.putObject("Kind").put("Code", outcome.documentKind()).put("AddIfNotExist", false);
        }
        if (!outcome.catalogue().isEmpty()) {
            issue.putObject("Catalog").put("FullPath", outcome.catalogue()).put("AddIfNotExist", false);
        }
    }

    /** The marker first, whatever the operator chose (I2); then what the ERP has no field for: N2, H1, H2 and what the warehouse needs. */
    private String description(OrderCard card, String number) {
        String chosen = template(card.decision().outcome().description(), settings.description())
                .fill(card);
        return Marker.of(number) + Marker.NEXT + " " + card.confirmedNumber()
                + (chosen.isEmpty() ? "" : Marker.END + Texts.exact(chosen));
    }

    /** D1: that of the rule, if it has one. */
    private static Template template(String ofRule, Template usual) {
        return ofRule.isEmpty() ? usual : new Template(ofRule);
    }

    private void positions(ArrayNode positions, OrderCard card, ErpLimits limits) {
        for (OrderCard.Line line : card.lines()) { // L1, L3: the card's order, delivery last
            ObjectNode position = positions.addObject();
            if (!line.code().isEmpty()) {
                position.put("Code", line.code());
            } else {
                position.put("UnitOfMeasurement", limits.fit("jednostka", line.unit(), ErpLimits.UNIT));
            }
            vat.sent(line).ifPresent(code -> position.putObject("VatRate").put("Code", code)); // V1
            position.put("Name", limits.fit("nazwa pozycji", line.name(), ErpLimits.NAME));
            position.put("Quantity", plain(line.quantity()));
            position.put("Value", line.value());
        }
    }

    private static BigDecimal plain(BigDecimal quantity) {
        BigDecimal stripped = quantity.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
