package pl.zmobridge.sim;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** What was asked, in order. Remembers the last 20 000 requests, counts all of them. */
final class RequestLog {
    private static final int REMEMBERED = 20_000;

    private final Deque<SimRequest> requests = new ArrayDeque<>();
    private final Map<String, Long> counters = new TreeMap<>();

    synchronized void add(SimRequest request) {
        if (requests.size() == REMEMBERED) {
            requests.removeFirst();
        }
        requests.addLast(request);
        counters.merge(request.method() + " " + request.path().replaceAll("/\\d+", "/{id}"), 1L, Long::sum);
    }

    synchronized List<SimRequest> all() {
        return List.copyOf(requests);
    }

    /** How often each method and path was asked; numbers in a path count as {@code {id}}. */
    synchronized Map<String, Long> counters() {
        return new TreeMap<>(counters);
    }

    synchronized long count(Predicate<SimRequest> which) {
        return requests.stream().filter(which).count();
    }

    synchronized void clear() {
        requests.clear();
        counters.clear();
    }
}
