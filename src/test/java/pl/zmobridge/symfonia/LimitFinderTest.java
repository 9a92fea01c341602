package pl.zmobridge.symfonia;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("symfonia.concurrency=auto")
class LimitFinderTest {
    private static final long MILLI = 1_000_000;
    private static final long MINUTE = 60_000 * MILLI;

    private final LimitFinder finder = new LimitFinder(16);
    private final Random chance = new Random(20_261_127);
    private boolean others = true;
    private long now = -MINUTE; // a clock that has no meaning
    private int highest;

    /** An ERP that works on so many at once; the others queue, so all take longer. */
    private static IntToDoubleFunction handling(int atOnce) {
        return calls -> Math.max(1.0, calls / (double) atOnce);
    }

    /** Each call takes so many times as long as one alone, give or take half. */
    private void work(int calls, IntToDoubleFunction slower) {
        for (int i = 0; i < calls; i++) {
            int limit = others ? finder.limit() : 1;
            long alone = (i % 3 == 0 ? 90 : i % 3 == 1 ? 20 : 70) * MILLI;
            long took = (long) (alone * slower.applyAsDouble(limit) * (0.5 + chance.nextDouble()));
            now += took / limit;
            finder.answered(ended(i, limit, took), now);
            highest = Math.max(highest, finder.limit());
        }
    }

    private LimitFinder.Ended ended(int call, int atOnce, long took) {
        return new LimitFinder.Ended("kind " + call % 3, finder.generation(), atOnce, others, atOnce == 1, took);
    }

    @ParameterizedTest(name = "an ERP that handles {0} at a time is given {1} to {2}")
    @CsvSource({"1, 2, 3", "2, 2, 5", "4, 4, 7", "8, 8, 12", "100, 16, 16"})
    void found(int handles, int least, int most) {
        work(1_500, handling(handles));

        assertThat(finder.limit()).isBetween(least, most);
        assertThat(highest).isLessThanOrEqualTo(most + 1);
    }

    @Test
    @DisplayName("begins with one, and stays there while nobody waits for a place")
    void begins() {
        others = false;
        work(500, handling(8));

        assertThat(highest).isEqualTo(1);
    }

    @Test
    @DisplayName("an ERP that is slower for everybody is not taken for one that has too much, once it was seen alone")
    void slowerForAll() {
        work(1_000, handling(8));
        int before = finder.limit();

        IntToDoubleFunction slow = calls -> 3 * handling(8).applyAsDouble(calls);
        work(500, slow);
        others = false;
        work(150, slow); // a quiet hour
        others = true;
        work(1_500, slow);

        assertThat(finder.limit()).isBetween(before - 3, before + 3);
    }

    @Test
    @DisplayName("an ERP that can do less than it could is given less")
    void less() {
        work(1_000, handling(8));
        work(1_000, handling(1));

        assertThat(finder.limit()).isBetween(1, 3);
    }

    @Test
    @DisplayName("too much: half at once, then up to just below, and ten minutes later further")
    void tooMuch() {
        work(300, handling(8));
        int much = finder.limit();
        int then = finder.generation();

        for (int call = 0; call < much; call++) {
            finder.overloaded(then, now);
        }

        assertThat(finder.limit()).describedAs("one overload, whoever met it").isEqualTo(much / 2);
        highest = 0;
        work(500, handling(100));
        assertThat(highest).isEqualTo(much - 1);
        now += 11 * MINUTE;
        work(500, handling(100));
        assertThat(finder.limit()).isEqualTo(16);
    }

    @Test
    @DisplayName("the same again: twice as long")
    void tooMuchAgain() {
        work(300, handling(8));
        finder.overloaded(finder.generation(), now);
        now += 11 * MINUTE;
        work(500, handling(100));
        finder.overloaded(finder.generation(), now);
        now += 11 * MINUTE;
        highest = 0;
        work(500, handling(100));

        assertThat(highest).isEqualTo(15);
    }

    @Test
    @DisplayName("an ERP that is away for long is given one at a time, and what it had soon after")
    void away() {
        work(1_000, handling(8));
        int before = finder.limit();
        for (int i = 0; i < 50; i++) {
            finder.overloaded(finder.generation(), now);
        }
        assertThat(finder.limit()).isEqualTo(1);

        work(1_000, handling(8));

        assertThat(finder.limit()).isBetween(before - 3, before);
    }
}
