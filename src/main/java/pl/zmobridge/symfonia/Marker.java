package pl.zmobridge.symfonia;

import java.util.Locale;
import java.util.regex.Pattern;
import pl.zmobridge.order.Texts;

/**
 * How a ZMO of ours is known whatever its number: its {@code Description} starts with the order number and a bar, and goes on with
 * {@value #NEXT}. An ERP can change a text: cut it, trim it, change its letter case, replace the bar.
 */
final class Marker {
    /** The word that follows the marker in every description that the bridge writes. */
    static final String NEXT = "zamówienie";

    static final String END = " | ";
    private static final Pattern BAR = Pattern.compile(" ?\\|.*");
    /** What can stand where the bar stood: spaces and signs, but no bracket, which would begin another number's end. */
    private static final Pattern REPLACED = Pattern.compile("[^\\p{L}\\p{N}(\\[]+");

    private Marker() {}

    static String of(String number) {
        return number + END;
    }

    /** {@code SH/120} does not mark a ZMO of {@code SH/1201}, nor one of {@code SH/120 (2)}. */
    static boolean marks(String description, String number) {
        String text = folded(description);
        String wanted = folded(number);
        if (wanted.isEmpty() || !text.startsWith(wanted)) {
            return false;
        }
        String rest = text.substring(wanted.length());
        return rest.isBlank() || BAR.matcher(rest).matches() || goesOn(rest);
    }

    /** Whether a text without the bar goes on as ours do, as far as it goes. */
    private static boolean goesOn(String rest) {
        String next = REPLACED.matcher(rest).replaceFirst("");
        boolean apart = rest.length() > next.length() && rest.endsWith(next);
        int length = Math.min(next.length(), NEXT.length());
        return apart && isLike(next.substring(0, length), folded(NEXT).substring(0, length));
    }

    /** The same letters; where ours is no ASCII letter any will do. */
    private static boolean isLike(String text, String ours) {
        for (int i = 0; i < ours.length(); i++) {
            if (ours.charAt(i) < 128 && text.charAt(i) != ours.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static String folded(String text) {
        return Texts.collapse(text).toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }
}
