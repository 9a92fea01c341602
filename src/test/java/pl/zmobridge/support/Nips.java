package pl.zmobridge.support;

import java.util.concurrent.atomic.AtomicInteger;

/** Tax ids with a right checksum, each given once. */
public final class Nips {
    private static final int[] WEIGHTS = {6, 5, 7, 2, 3, 4, 5, 6, 7};
    private static final AtomicInteger LAST = new AtomicInteger(725_180_000);

    private Nips() {}

    /** Ten digits. */
    public static String next() {
        while (true) {
            String nine = Integer.toString(LAST.incrementAndGet());
            int sum = 0;
            for (int i = 0; i < WEIGHTS.length; i++) {
                sum += WEIGHTS[i] * (nine.charAt(i) - '0');
            }
            if (sum % 11 < 10) {
                return nine + sum % 11;
            }
        }
    }

    /** In groups of the given lengths, with a separator between them. */
    public static String grouped(String nip, String separator, int... lengths) {
        StringBuilder grouped = new StringBuilder();
        int from = 0;
        for (int length : lengths) {
            grouped.append(from == 0 ? "" : separator).append(nip, from, from + length);
            from += length;
        }
        return grouped.toString();
    }
}
