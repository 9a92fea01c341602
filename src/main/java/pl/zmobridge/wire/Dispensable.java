package pl.zmobridge.wire;

import java.util.function.Function;

/**
 * Reads an answer that can be done without, because the same can be asked in another way.
 *
 * @param <T> what the answer says
 */
public interface Dispensable<T> extends Function<Answer, T> {
    /** What it means that there was no answer. */
    T unanswered();
}
