package pl.zmobridge.order;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Amounts, quantities and percentages as the shop writes them. */
public final class Amounts {

    private static final Pattern PLAIN = Pattern.compile("-?[0-9]{1,15}(\\.[0-9]{1,6})?");

    /** What a message shows of a value that is none; a peer may have sent megabytes. */
    private static final int SHOWN = 60;

    private Amounts() {}

    /**
     * Reads a plain decimal number: digits, at most one dot with up to six decimals, an optional minus. Nothing else is
     * accepted, so that nothing is guessed (I7). Decimals are kept as written.
     *
     * @param field the field's name in the shop, for the message
     * @throws UnreadableValue for anything else: blank, a comma, an exponent, {@code NaN}
     */
    public static BigDecimal read(String field, String text) {
        if (!PLAIN.matcher(text).matches()) {
            throw new UnreadableValue("Pole „" + field + "” ma wartość „" + Texts.cut(text, SHOWN)
                    + "”, która nie jest liczbą zapisaną z kropką (np. 149.95).");
        }
        return new BigDecimal(text);
    }
}
