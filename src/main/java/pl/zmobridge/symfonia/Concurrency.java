package pl.zmobridge.symfonia;

import java.util.Comparator;

/**
 * How many calls an ERP is given at once.
 *
 * @param most at most so many
 * @param found whether the number is found by what the calls take
 */
public record Concurrency(int most, boolean found) {
    /** Calls beyond that are of no use to any installation that is known, and may cost a small one its memory. */
    public static final int MOST_FOUND = 16;

    public static final Concurrency AUTO = new Concurrency(MOST_FOUND, true);

    /** Of shops that share an ERP the lowest counts; of equal ones that which a person chose. */
    public static final Comparator<Concurrency> CAUTIOUS =
            Comparator.comparingInt(Concurrency::most).thenComparing(Concurrency::found);

    public static Concurrency of(int most) {
        return new Concurrency(most, false);
    }

    /** How many orders are worked on at once: with a number to be found some more than calls, or the calls would never be short of places. */
    public int orders() {
        return found ? orders(most) : most;
    }

    static int orders(int calls) {
        return calls + calls / 4 + 1;
    }
}
