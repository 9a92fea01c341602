package pl.zmobridge.sim;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

/** Numbers of documents: {@code ZMO/0001/2026}. */
final class ErpNumbers {
    private final Map<String, Integer> last = new HashMap<>();

    Runnable snapshot() {
        Map<String, Integer> was = Map.copyOf(last);
        return () -> {
            last.clear();
            last.putAll(was);
        };
    }

    String next(String prefix, int year, Predicate<String> taken) {
        while (true) {
            int next = last.merge(prefix + year, 1, Integer::sum);
            String number = "%s/%04d/%d".formatted(prefix, next, year);
            if (!taken.test(number)) {
                return number;
            }
        }
    }
}
