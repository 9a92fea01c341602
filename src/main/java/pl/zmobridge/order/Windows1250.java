package pl.zmobridge.order;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.text.Normalizer;
import java.util.Map;
import java.util.stream.Collectors;

/** Texts with nothing that a Polish database in windows-1250 cannot hold. */
final class Windows1250 {
    private static final Charset CHARSET = Charset.forName("windows-1250");

    /** Letters and signs that Unicode takes for no variant of simpler ones. */
    private static final Map<Integer, String> SIMPLER = Map.ofEntries(
            simpler("Æ", "AE"),
            simpler("æ", "ae"),
            simpler("Œ", "OE"),
            simpler("œ", "oe"),
            simpler("Ø", "O"),
            simpler("ø", "o"),
            simpler("Ð", "D"),
            simpler("ð", "d"),
            simpler("Þ", "Th"),
            simpler("þ", "th"),
            simpler("ı", "i"),
            simpler("Ə", "E"),
            simpler("ə", "e"),
            simpler("ẞ", "ß"),
            simpler("μ", "µ"), // the letter as the sign for millionths
            simpler("ʼ", "'"),
            simpler("′", "'"),
            simpler("⁄", "/"),
            simpler("−", "-"),
            simpler("‐", "-"),
            simpler("‒", "–"),
            simpler("―", "—"),
            simpler("→", "->"),
            simpler("≤", "<="),
            simpler("≥", ">="));

    private Windows1250() {}

    /**
     * The text with its letters simplified where that must be ({@code Søren} becomes {@code Soren}); letters and digits that have nothing simpler
     * become {@code ?}, so that no name is empty, and signs vanish. Spaces that meet become one. A text that can be held whole stays.
     */
    static String of(String text) {
        CharsetEncoder encoder = CHARSET.newEncoder();
        return encoder.canEncode(text)
                ? text
                : each(encoder, text).replaceAll(" {2,}", " ").strip();
    }

    private static String each(CharsetEncoder encoder, String text) {
        return text.codePoints().mapToObj(c -> one(encoder, c)).collect(Collectors.joining());
    }

    private static String one(CharsetEncoder encoder, int c) {
        String same = Character.toString(c);
        if (encoder.canEncode(same)) {
            return same;
        }
        if (SIMPLER.containsKey(c)) {
            return SIMPLER.get(c);
        }
        boolean word = Character.isLetterOrDigit(c);
        String parts = Normalizer.normalize(same, Normalizer.Form.NFKD);
        boolean known = !parts.equals(same) && (word || parts.codePoints().noneMatch(Windows1250::isMark)); // ≠ is no =
        String simple = known ? each(encoder, parts) : "";
        if (simple.isEmpty() || simple.contains("?")) {
            return word ? "?" : "";
        }
        return simple;
    }

    private static boolean isMark(int c) {
        return Character.getType(c) == Character.NON_SPACING_MARK;
    }

    private static Map.Entry<Integer, String> simpler(String from, String to) {
        return Map.entry(from.codePointAt(0), to);
    }
}
