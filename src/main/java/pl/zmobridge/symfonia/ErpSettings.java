package pl.zmobridge.symfonia;

import pl.zmobridge.order.OrderCard.Document;
import pl.zmobridge.symfonia.ContractorSearch.Duplicates;

/**
 * What the operator chose in the ERP for the bridge's documents.
 *
 * @param invoice ZMO type and series of orders that need an invoice (H4, Z5)
 * @param receipt the same for receipts
 * @param salePriceType 0 undefined, 1 A, 2 B, 3 C, 4 D, 16 E … 31 T
 * @param rename whether the ZMO gets the number of rule N1
 * @param contractorPrefix what the codes of contractors start with
 * @param duplicates K2
 * @param vat V1, V2
 */
public record ErpSettings(
        Numbering invoice,
        Numbering receipt,
        String department,
        String paymentRegistry,
        int salePriceType,
        Reservation reservation,
        String defaultPaymentForm,
        boolean rename,
        String contractorPrefix,
        Duplicates duplicates,
        VatSettings vat) {

    /** A ZMO type and its series. */
    public record Numbering(String type, String series) {}

    /** How the ERP reserves goods for a ZMO (L4), in the order of its wire values. */
    public enum Reservation {
        NONE,
        QUANTITY,
        DELIVERY
    }

    public Numbering numbering(Document document) {
        return document == Document.INVOICE ? invoice : receipt;
    }
}
