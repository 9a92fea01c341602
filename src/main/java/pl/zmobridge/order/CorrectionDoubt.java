package pl.zmobridge.order;

/** Why a correction is left to a person's hand: it cannot be computed with certainty, or not be sent (E6). Codes are part of the API. */
public enum CorrectionDoubt {
    /** Nothing of the order's amounts differs from its document. */
    NOTHING,
    /** A correction was sent and has no answer yet. */
    PENDING,
    /** A correction was sent, and nobody knows whether the ERP wrote it. */
    UNSETTLED,
    /** The ERP stored an earlier correction otherwise than it was sent. */
    EARLIER_DIFFERS,
    /** The register holds no card of the order. */
    NO_CARD,
    /** The shop has another order under this id (S7). */
    ANOTHER_ORDER,
    /** The order has no sales document, or several. */
    SEVERAL_DOCUMENTS,
    /** A warehouse document was issued besides, which needs a correction of its own. */
    RELEASED,
    DOCUMENT_GONE,
    DOCUMENT_CANCELLED,
    DOCUMENT_IN_BUFFER,
    /** The ERP does not tell the document's lines. */
    DOCUMENT_UNREADABLE,
    /** The document holds something else than what the bridge sold. */
    NOT_AS_SOLD,
    /** The document has a correction already. */
    CORRECTED_BEFORE,
    /** The ERP does not tell whether the document has a correction. */
    CORRECTIONS_UNKNOWN,
    /** Another currency than PLN. */
    CURRENCY,
    /** The order as it is now makes no card. */
    UNREADABLE_ORDER,
    /** The buyer changed, with or without amounts. */
    BUYER,
    /** A discount of the whole order, points or a confirmed difference shares amounts among lines. */
    DISCOUNT,
    BUNDLE,
    /** A line differs by so little that it may be a rounding. */
    ROUNDING,
    LINE_ADDED,
    /** Several lines of one product differ. */
    SAME_CODE,
    /** A VAT rate changed. */
    VAT,
    /** The lines after it do not come to what the shop says now (L5). */
    CONTROL_SUM,
    /** A line became more, or dearer. */
    RAISED,
    /** {@code symfonia.correction.invoice.type} is not set. */
    NO_INVOICE_TYPE,
    /** {@code symfonia.correction.receipt.type} is not set. */
    NO_RECEIPT_TYPE;

    /** Whether a person cannot do it by hand either: there is nothing to do, or it is being done. */
    public boolean isFinal() {
        return this == NOTHING || this == PENDING;
    }
}
