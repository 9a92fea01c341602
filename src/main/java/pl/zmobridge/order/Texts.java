package pl.zmobridge.order;

import java.text.Normalizer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Text that people typed, made fit for a card. Emoji, markup and foreign letters are text like any other. */
public final class Texts {

    private static final String SPACE = "[\\s\\p{Z}]+";
    private static final Pattern SPACES = Pattern.compile(SPACE);
    private static final Pattern SPACES_AROUND = Pattern.compile("^" + SPACE + "|" + SPACE + "$");
    private static final Pattern BREAKS = Pattern.compile("[\\t\\n\\x0B\\f\\r\\x85\\u2028\\u2029]+");
    private static final Pattern HALVES = Pattern.compile("\\p{Cs}");
    private static final Pattern CONTROLS = Pattern.compile("\\p{Cc}");

    private Texts() {}

    /**
     * Whether a text holds nothing but letters, digits, signs and plain spaces from the blocks below the combining marks: nearly every text of an
     * order does, and needs none of the searches below.
     */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean ascii = c >= ' ' && c < 0x7F;
            if (!ascii && (c <= 0xA0 || c >= 0x300)) {
                return false;
            }
        }
        return true;
    }

    /**
     * One line of text, letter for letter: only what is no text at all goes. Tabs and line breaks become one space,
     * other control characters and halves of surrogate pairs vanish.
     */
    public static String exact(String text) {
        if (isPlain(text)) {
            return text;
        }
        String whole = HALVES.matcher(text).replaceAll("");
        return CONTROLS.matcher(BREAKS.matcher(whole).replaceAll(" ")).replaceAll("");
    }

    /** {@link #exact}, and also composed (NFC) and without white space at the ends, non-breaking spaces included. */
    public static String clean(String text) {
        if (isPlain(text)) {
            return text.strip();
        }
        String composed = Normalizer.normalize(exact(text), Normalizer.Form.NFC);
        return SPACES_AROUND.matcher(composed).replaceAll("");
    }

    /** {@link #clean} line by line: line breaks stay, as {@code \n}. */
    public static String cleanLines(String text) {
        return text.lines().map(Texts::clean).collect(Collectors.joining("\n")).strip();
    }

    /** {@link #clean}, with every run of white space as one space. */
    public static String collapse(String text) {
        String clean = clean(text);
        return isPlain(clean) && !clean.contains("  ")
                ? clean
                : SPACES.matcher(clean).replaceAll(" ");
    }

    /** A text without what a database of the ERP may be unable to store: what windows-1250 does not have, emoji and letters of other alphabets ({@code Олена} becomes {@code Olena}). */
    public static String basic(String text) {
        return Windows1250.of(text);
    }

    /** The beginning of a text: at most {@code limit} characters, each a whole code point. */
    public static String cut(String text, int limit) {
        return text.codePointCount(0, text.length()) <= limit
                ? text
                : text.substring(0, text.offsetByCodePoints(0, limit));
    }
}
