package pl.zmobridge.documents;

import java.util.Optional;

/**
 * Values from one on and before another.
 *
 * @param from the first one; empty for no bound
 * @param before the first one that is beyond; empty for no bound
 */
record Range<T extends Comparable<? super T>>(Optional<T> from, Optional<T> before) {
    boolean contains(T value) {
        return from.filter(first -> value.compareTo(first) < 0).isEmpty()
                && before.filter(end -> value.compareTo(end) >= 0).isEmpty();
    }

    boolean isEmpty() {
        return from.isPresent() && before.isPresent() && from.get().compareTo(before.get()) >= 0;
    }

    /** Whether it holds whatever the other one holds. */
    boolean covers(Range<T> other) {
        boolean begins = from.isEmpty()
                || other.from.filter(first -> first.compareTo(from.get()) >= 0).isPresent();
        boolean ends = before.isEmpty()
                || other.before.filter(end -> end.compareTo(before.get()) <= 0).isPresent();
        return begins && ends;
    }
}
