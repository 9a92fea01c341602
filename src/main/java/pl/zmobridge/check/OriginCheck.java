package pl.zmobridge.check;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Which origins are imported, by the names that are known (wire-shoper: origin). */
final class OriginCheck {
    private static final String KEY = "shoper.import.origins";
    private static final long FIRST_OF_APILO = 100;
    private static final long LAST_OF_APILO = 111;
    private static final Map<Long, String> NAMES = new TreeMap<>(Map.of(
            0L,
            "shop",
            1L,
            "Facebook",
            2L,
            "mobile",
            3L,
            "Allegro",
            4L,
            "API",
            5L,
            "panel",
            6L,
            "administrator",
            8L,
            "Google"));

    private OriginCheck() {}

    static void run(Set<Long> origins, Findings findings) {
        if (origins.isEmpty()) {
            findings.good(KEY, "empty: orders of every origin are imported");
            return;
        }
        Set<Long> unknown = new TreeSet<>(origins);
        unknown.removeIf(id -> !name(id).isEmpty());
        String imported =
                new TreeSet<>(origins).stream().map(OriginCheck::described).collect(Collectors.joining(", "));
        if (unknown.isEmpty()) {
            findings.good(KEY, imported + "; orders of other origins are ignored");
        } else {
            findings.note(
                    KEY,
                    imported + "; nobody knows what "
                            + unknown.stream().map(String::valueOf).collect(Collectors.joining(", ")) + " is",
                    "known are "
                            + NAMES.keySet().stream()
                                    .map(OriginCheck::described)
                                    .collect(Collectors.joining(", ")) + ", " + FIRST_OF_APILO + "–" + LAST_OF_APILO
                            + " Apilo");
        }
    }

    private static String described(long id) {
        return (id + " " + name(id)).strip();
    }

    private static String name(long id) {
        return id >= FIRST_OF_APILO && id <= LAST_OF_APILO ? "Apilo" : NAMES.getOrDefault(id, "");
    }
}
