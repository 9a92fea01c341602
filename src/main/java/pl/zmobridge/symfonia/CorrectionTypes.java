package pl.zmobridge.symfonia;

import java.util.Optional;
import pl.zmobridge.order.OrderCard.Document;

/**
 * Types and series of the corrections that may be sent (E6).
 *
 * @param invoice of invoices; empty when they are corrected by hand alone
 * @param receipt the same of receipts
 */
public record CorrectionTypes(Optional<ErpSettings.Numbering> invoice, Optional<ErpSettings.Numbering> receipt) {
    /** Nothing is sent. */
    public static final CorrectionTypes NONE = new CorrectionTypes(Optional.empty(), Optional.empty());

    public Optional<ErpSettings.Numbering> of(Document document) {
        return document == Document.INVOICE ? invoice : receipt;
    }
}
