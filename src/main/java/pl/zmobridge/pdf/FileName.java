package pl.zmobridge.pdf;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** The name of a document's file: its number, with what no system allows in a name replaced. Letters of any language stay. */
public final class FileName {
    private static final int LONGEST = 100;
    private static final Pattern FORBIDDEN = Pattern.compile("[^\\p{L}\\p{N}.-]+");
    private static final Pattern EDGES = Pattern.compile("^[._-]+|[._-]+$");
    private static final Pattern DEVICE = Pattern.compile("(?i)(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?"); // of Windows

    private FileName() {}

    /** {@code FV/0012/2026} gives {@code FV_0012_2026}. */
    public static String of(String number, int documentId) {
        String composed = Normalizer.normalize(number, Normalizer.Form.NFC);
        String safe = FORBIDDEN.matcher(composed).replaceAll("_");
        String cut = safe.length() > LONGEST ? safe.substring(0, LONGEST) : safe;
        String name = EDGES.matcher(cut).replaceAll("");
        if (name.isEmpty()) {
            return "id-" + documentId;
        }
        return DEVICE.matcher(name).matches() ? "_" + name : name;
    }
}
