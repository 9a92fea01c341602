package pl.zmobridge.order;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Texts with nothing that a Polish database in windows-1250 cannot hold. */
final class Windows1250 {
    private static final Charset CHARSET = Charset.forName("windows-1250");

    /** Letters and signs that Unicode takes for no variant of simpler ones, each before its simpler form. */
    private static final String SIGNS =
            "Æ=AE æ=ae Œ=OE œ=oe Ø=O ø=o Ð=D ð=d Þ=Th þ=th ı=i Ə=E ə=e ẞ=ß μ=µ ʼ=' ′=' ⁄=/ −=- ‐=- ‒=–"
                    + " ―=— →=-> ≤=<= ≥=>=";

    /** As Ukrainian passports have them, with the letters of neighbours: a buyer whose name is written so knows it. */
    private static final String CYRILLIC =
            "а=a б=b в=v г=h ґ=g д=d е=e є=ie ё=e ж=zh з=z и=y і=i ї=i й=i к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ў=u"
                    + " ф=f х=kh ц=ts ч=ch ш=sh щ=shch ъ= ы=y ь= э=e ю=iu я=ia";

    private static final Map<Integer, String> SIMPLER = simpler();

    private Windows1250() {}

    /**
     * The text with its letters simplified where that must be ({@code Søren} becomes {@code Soren}, {@code Олена} {@code Olena}); letters and digits
     * that have nothing simpler become {@code ?}, so that no name is empty, and signs vanish. Spaces that meet become one. A text that can be held whole stays.
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

    private static Map<Integer, String> simpler() {
        Map<Integer, String> simpler = new HashMap<>();
        for (String pair : (SIGNS + " " + CYRILLIC).split(" ")) {
            simpler.put(pair.codePointAt(0), pair.substring(2));
        }
        for (String pair : CYRILLIC.split(" ")) {
            String latin = pair.substring(2);
            String capital = latin.isEmpty() ? "" : latin.substring(0, 1).toUpperCase(Locale.ROOT) + latin.substring(1);
            simpler.put(Character.toUpperCase(pair.codePointAt(0)), capital);
        }
        return Map.copyOf(simpler);
    }
}
