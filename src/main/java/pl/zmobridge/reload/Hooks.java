package pl.zmobridge.reload;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The places where the bridge calls a route of an operator's own, if there is one: {@code direct:before-import} and the others. A route that
 * is meant for one and is not quite called so would never be called, so it is refused.
 */
final class Hooks {
    static final List<String> NAMES =
            List.of("before-import", "after-import", "before-sale", "after-sale", "after-failure");

    private static final String DIRECT = "direct:";
    private static final int NEAR = 3;

    private Hooks() {}

    static boolean isHook(String endpoint) {
        return NAMES.stream().anyMatch(name -> endpoint.equals(DIRECT + name));
    }

    /** The hook that was meant by an endpoint which nobody calls; empty when it does not look like one. */
    static Optional<String> meant(String endpoint) {
        if (!endpoint.startsWith(DIRECT)) {
            return Optional.empty();
        }
        String name = endpoint.substring(DIRECT.length());
        String nearest = NAMES.stream()
                .min(Comparator.comparingInt(hook -> distance(name, hook)))
                .orElseThrow();
        boolean looksLikeOne = name.startsWith("before-") || name.startsWith("after-");
        return looksLikeOne || distance(name, nearest) <= NEAR ? Optional.of(DIRECT + nearest) : Optional.empty();
    }

    /** How many letters have to be typed differently (Levenshtein). */
    private static int distance(String a, String b) {
        int[] before = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            before[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] now = new int[b.length() + 1];
            now[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int changed = before[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                now[j] = Math.min(changed, Math.min(before[j], now[j - 1]) + 1);
            }
            before = now;
        }
        return before[b.length()];
    }
}
