package pl.zmobridge.bench;

import java.util.Locale;

/**
 * A promise and what was measured.
 *
 * @param atLeast whether the measured value must reach the bound; else it must not pass it
 */
record Limit(String what, double measured, boolean atLeast, double bound, String unit) {

    static Limit atLeast(String what, double measured, double bound, String unit) {
        return new Limit(what, measured, true, bound, unit);
    }

    static Limit atMost(String what, double measured, double bound, String unit) {
        return new Limit(what, measured, false, bound, unit);
    }

    boolean kept() {
        return atLeast ? measured >= bound : measured <= bound;
    }

    /** A row of a Markdown table. */
    String row() {
        return String.format(
                Locale.ROOT,
                "| %s | %s %s %s | %.1f %s | %s |",
                what,
                atLeast ? "at least" : "at most",
                number(bound),
                unit,
                measured,
                unit,
                kept() ? "kept" : "**broken**");
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
}
