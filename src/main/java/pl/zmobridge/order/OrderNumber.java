package pl.zmobridge.order;

import java.util.Optional;

/**
 * How the ERP's order number is made of the shop's order id (N1). The number is never cut or padded, so that it says
 * which order of the shop it is.
 */
public record OrderNumber(String prefix, String suffix) {

    private static final String ID = "[1-9][0-9]{0,18}";

    /** N1: prefix + shop order id + suffix. */
    public String number(long shopOrderId) {
        return prefix + shopOrderId + suffix;
    }

    /** The shop's order behind a number; empty when {@link #number} makes no such number. */
    public Optional<Long> shopOrderId(String number) {
        if (!number.startsWith(prefix)
                || !number.endsWith(suffix)
                || number.length() < prefix.length() + suffix.length()) {
            return Optional.empty();
        }
        String id = number.substring(prefix.length(), number.length() - suffix.length());
        return id.matches(ID) ? parsed(id) : Optional.empty();
    }

    private static Optional<Long> parsed(String id) {
        try {
            return Optional.of(Long.parseLong(id));
        } catch (NumberFormatException tooLarge) {
            return Optional.empty();
        }
    }
}
