package pl.zmobridge.torture;

import java.util.Locale;

/**
 * Where a bridge dies: before or after a step of the routes, at its n-th pass.
 *
 * @param step the step's id in {@code routes/*.camel.yaml}
 * @param pass 1 for the first time
 */
record CrashPoint(When when, String step, int pass) {
    enum When {
        BEFORE,
        AFTER
    }

    static CrashPoint before(String step) {
        return new CrashPoint(When.BEFORE, step, 1);
    }

    static CrashPoint after(String step) {
        return new CrashPoint(When.AFTER, step, 1);
    }

    CrashPoint pass(int nth) {
        return new CrashPoint(when, step, nth);
    }

    /** Reads what {@link #toString()} wrote. */
    static CrashPoint parse(String text) {
        String[] parts = text.split(":");
        return new CrashPoint(
                When.valueOf(parts[0].toUpperCase(Locale.ROOT)),
                parts[1],
                parts.length > 2 ? Integer.parseInt(parts[2]) : 1);
    }

    @Override
    public String toString() {
        return when.name().toLowerCase(Locale.ROOT) + ":" + step + (pass == 1 ? "" : ":" + pass);
    }
}
