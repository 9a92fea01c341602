package pl.zmobridge.words;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the name that a person may have meant by one that is none. */
public final class Spelling {
    /** How many letters may be wrong in a name: one in so many, and two in a short one. */
    private static final int LETTERS_A_MISTAKE = 5;

    private Spelling() {}

    /** The most similar of these names, if one is similar enough; letter case makes no difference. */
    public static Optional<String> closest(String unknown, Stream<String> names) {
        return closest(unknown, Math.max(2, unknown.length() / LETTERS_A_MISTAKE), names);
    }

    /** The same with at most so many letters wrong. */
    public static Optional<String> closest(String unknown, int most, Stream<String> names) {
        return names.filter(name -> mistakes(name, unknown) <= most)
                .min(Comparator.comparingInt(name -> mistakes(name, unknown)));
    }

    private static int mistakes(String one, String other) {
        return distance(one.toLowerCase(Locale.ROOT), other.toLowerCase(Locale.ROOT));
    }

    /** Levenshtein's: how many letters must be added, removed or replaced. */
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[other.length()];
    }
}
