package pl.zmobridge.order;

import pl.zmobridge.order.CardRules.DocumentChoice;

/** Why an order gets an invoice or a receipt where no rule of the operator's decides (H4), for people (D2). */
public enum DocumentReason {
    /** {@code order.document = receipt}. */
    ONLY_RECEIPTS,
    HAS_NIP,
    /** {@code order.document = invoice}, and no NIP; what then is {@code order.document.invoice-without-nip}. */
    FORCED_INVOICE,
    FORCED_INVOICE_IS_RECEIPT,
    FORCED_INVOICE_REFUSED,
    /** The buyer ticked the field of {@code order.invoice-wish.field}. */
    WISHED,
    NO_NIP;

    static DocumentReason of(CardRules rules, OrderFacts facts) {
        if (rules.document() == DocumentChoice.RECEIPT) {
            return ONLY_RECEIPTS;
        }
        if (facts.nip()) {
            return HAS_NIP;
        }
        if (rules.document() == DocumentChoice.INVOICE) {
            return switch (rules.invoiceWithoutNip()) {
                case INVOICE -> FORCED_INVOICE;
                case RECEIPT -> FORCED_INVOICE_IS_RECEIPT;
                case FAIL -> FORCED_INVOICE_REFUSED;
            };
        }
        return facts.invoiceWish() ? WISHED : NO_NIP;
    }
}
