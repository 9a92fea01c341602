package pl.zmobridge.ksef;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;

/** Whether an invoice of KSeF is a sales document of the bridge, whose number it has. */
public enum KsefMatch {
    FITS,
    OTHER_AMOUNT,
    OTHER_BUYER;

    private static final String NIP = "nip";
    private static final String VAT_EU = "vatue";

    /**
     * A sales document as the register knows it.
     *
     * @param total of its order, gross
     * @param alone whether it is the order's only one, so that its amount is the order's
     * @param buyer the tax id of the order's card, blank for none; empty when the card was erased
     */
    public record Document(BigDecimal total, String currency, boolean alone, Optional<String> buyer) {}

    /** By amount and buyer: a number alone proves nothing. */
    public static KsefMatch of(KsefInvoice invoice, Document document) {
        if (!isSameAmount(invoice, document)) {
            return OTHER_AMOUNT;
        }
        return document.buyer().filter(buyer -> !isSameBuyer(invoice, buyer)).isPresent() ? OTHER_BUYER : FITS;
    }

    /** One of several documents of an order is a part of it. */
    private static boolean isSameAmount(KsefInvoice invoice, Document document) {
        int compared = invoice.gross().compareTo(document.total());
        boolean fits = document.alone()
                ? compared == 0
                : compared <= 0 && invoice.gross().signum() > 0;
        return fits && (invoice.currency().isEmpty() || invoice.currency().equalsIgnoreCase(document.currency()));
    }

    private static boolean isSameBuyer(KsefInvoice invoice, String buyer) {
        String type = invoice.buyerType().toLowerCase(Locale.ROOT);
        String theirs = plain(invoice.buyerId());
        String ours = plain(buyer);
        if (ours.isEmpty()) {
            return theirs.isEmpty() || !type.equals(NIP) && !type.equals(VAT_EU);
        }
        return theirs.equals(ours) || type.equals(VAT_EU) && ours.matches("[A-Z]{2}" + theirs) && !theirs.isEmpty();
    }

    /** Letters and digits alone; a Polish one without its letters. */
    private static String plain(String id) {
        return id.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "").replaceFirst("^PL(?=\\d{10}$)", "");
    }
}
