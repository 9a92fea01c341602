package pl.zmobridge.symfonia;

import pl.zmobridge.order.DocumentOutcome;
import pl.zmobridge.order.OrderCard;
import pl.zmobridge.order.OrderCard.Document;
import pl.zmobridge.order.Template;

/**
 * What the operator chose in the ERP for the bridge's documents.
 *
 * @param invoice ZMO type and series of orders that need an invoice (H4, Z5)
 * @param receipt the same for receipts
 * @param salePriceType 0 undefined, 1 A, 2 B, 3 C, 4 D, 16 E … 31 T
 * @param rename whether the ZMO gets the number of rule N1
 * @param payments M0
 * @param contractors K2, K3
 * @param vat V1, V2
 * @param description what follows the marker in {@code Description}
 * @param note {@code Note}
 */
public record ErpSettings(
        Numbering invoice,
        Numbering receipt,
        String department,
        String paymentRegistry,
        int salePriceType,
        Reservation reservation,
        String defaultPaymentForm,
        PaymentTable payments,
        boolean rename,
        ContractorPolicy contractors,
        VatSettings vat,
        Template description,
        Template note) {

    /** The texts with which a ZMO is written unless the operator chose others: as the warehouse has always had them. */
    public static final Template USUAL_DESCRIPTION = new Template("dostawa: {delivery} | płatność: {payment}");

    public static final Template USUAL_NOTE = new Template("{notes}");

    /** A ZMO type and its series. */
    public record Numbering(String type, String series) {}

    /** How the ERP reserves goods for a ZMO (L4), in the order of its wire values. */
    public enum Reservation {
        NONE,
        QUANTITY,
        DELIVERY
    }

    /** Those of the rule that decided (D1), else those of the kind of document. */
    public Numbering numbering(OrderCard card) {
        DocumentOutcome outcome = card.decision().outcome();
        if (!outcome.type().isEmpty()) {
            return new Numbering(outcome.type(), outcome.series());
        }
        return card.document() == Document.INVOICE ? invoice : receipt;
    }

    String department(OrderCard card) {
        return or(card.decision().outcome().department(), department);
    }

    /** That of the rule (D1), else the operator's for the way of payment (M0), else the general one. */
    String paymentRegistry(OrderCard card) {
        String general = payments.registry(card.source().paymentId()).orElse(paymentRegistry);
        return or(card.decision().outcome().paymentRegistry(), general);
    }

    private static String or(String ofRule, String general) {
        return ofRule.isEmpty() ? general : ofRule;
    }
}
