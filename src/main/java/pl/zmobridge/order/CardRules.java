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
 * @param productCodes L8: the ERP's product code by the shop's, where they differ
 * @param bundles L7: what a bundle becomes
 * @param skipZero L7: whether lines of value 0 are left out
 * @param invoiceWish D1: id or name of the additional field that means "I want an invoice"
 * @param differences L6: what becomes of a difference that no reading explains
 */
public record CardRules(
        String prefix,
        String suffix,
        DocumentChoice document,
        InvoiceWithoutNip invoiceWithoutNip,
        boolean oneOffLines,
        Optional<String> deliveryCode,
        Map<Long, String> deliveryCodes,
        Map<String, String> productCodes,
        Bundle bundles,
        boolean skipZero,
        Optional<String> invoiceWish,
        DifferenceRules differences) {

    public CardRules {
        deliveryCodes = Map.copyOf(deliveryCodes);
        productCodes = Map.copyOf(productCodes);
    }

    /** L8: the ERP's code of a product of the shop. */
    public String productCode(String ofShop) {
        return productCodes.getOrDefault(ofShop, ofShop);
    }

    /** The rules with the shop's own product codes. */
    public CardRules(
            String prefix,
            String suffix,
            DocumentChoice document,
            InvoiceWithoutNip invoiceWithoutNip,
            boolean oneOffLines,
            Optional<String> deliveryCode,
            Map<Long, String> deliveryCodes,
            Bundle bundles,
            boolean skipZero,
            Optional<String> invoiceWish,
            DifferenceRules differences) {
        this(
                prefix,
                suffix,
                document,
                invoiceWithoutNip,
                oneOffLines,
                deliveryCode,
                deliveryCodes,
                Map.of(),
                bundles,
                skipZero,
                invoiceWish,
                differences);
    }

    /** The rules with what L6, L7 and D1 do by default. */
    public CardRules(
            String prefix,
            String suffix,
            DocumentChoice document,
            InvoiceWithoutNip invoiceWithoutNip,
            boolean oneOffLines,
            Optional<String> deliveryCode,
            Map<Long, String> deliveryCodes) {
        this(
                prefix,
                suffix,
                document,
                invoiceWithoutNip,
                oneOffLines,
                deliveryCode,
                deliveryCodes,
                Bundle.CHILDREN,
                false,
                Optional.empty(),
                DifferenceRules.ASK);
    }

    CardRules accepting(AcceptedDifference decision) {
        return new CardRules(
                prefix,
                suffix,
                document,
                invoiceWithoutNip,
                oneOffLines,
                deliveryCode,
                deliveryCodes,
                productCodes,
                bundles,
                skipZero,
                invoiceWish,
                differences.accepting(decision));
    }

    public enum DocumentChoice {
        AUTO,
        INVOICE,
        RECEIPT
    }

    public enum InvoiceWithoutNip {
        RECEIPT,
        /** An invoice for a person. */
        INVOICE,
        FAIL
    }

    /** What a bundle becomes. */
    public enum Bundle {
        /** A line for each of its products, when they add up. */
        CHILDREN,
        /** One line with the bundle's own code. */
        PARENT
    }
}
