package pl.zmobridge.order;

import java.util.Map;
import java.util.Optional;

/**
 * What the operator decided about order cards.
 *
 * @param prefix N1; may be empty
 * @param suffix N1; may be empty
 * @param document H4
 * @param invoiceWithoutNip H4: what a forced invoice without a NIP becomes
 * @param oneOffLines L1: whether a line without a product code is carried as a one-off line instead of refused
 * @param deliveryCode L3: product code of the delivery line
 * @param deliveryCodes L3: product code by the shop's shipping id; wins over {@code deliveryCode}
 */
public record CardRules(
        String prefix,
        String suffix,
        DocumentChoice document,
        InvoiceWithoutNip invoiceWithoutNip,
        boolean oneOffLines,
        Optional<String> deliveryCode,
        Map<Long, String> deliveryCodes) {

    public CardRules {
        deliveryCodes = Map.copyOf(deliveryCodes);
    }

    public enum DocumentChoice {
        AUTO,
        INVOICE,
        RECEIPT
    }

    public enum InvoiceWithoutNip {
        RECEIPT,
        FAIL
    }
}
