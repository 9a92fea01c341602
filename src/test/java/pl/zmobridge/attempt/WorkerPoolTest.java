package pl.zmobridge.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class WorkerPoolTest {
    private final Deque<Runnable> threads = new ArrayDeque<>();
    private final List<String> worked = new ArrayList<>();
    private final WorkerPool pool = new WorkerPool(() -> 2, threads::add, this::work);

    private void work(String worker) {
        worked.add(worker);
        if (worker.equals("clumsy")) {
            throw new IllegalStateException("stumbled");
        }
    }

    @Test
    void soManyWorkAtOnceAndTheOthersComeAfterThemInTheOrderOfTheCalls() {
        pool.call("import");
        pool.call("import");
        pool.call("realise");

        assertThat(threads).hasSize(2);
        assertThat(pool.busy()).isEqualTo(2);
        threads.forEach(Runnable::run);
        assertThat(worked).containsExactly("import", "import", "realise");
        assertThat(pool.busy()).isZero();
    }

    @Test
    void fewerWorkOnceThereAreToBeFewer() {
        int[] size = {2};
        WorkerPool shrinking = new WorkerPool(() -> size[0], threads::add, this::work);
        shrinking.call("import");
        shrinking.call("realise");
        shrinking.call("import");
        size[0] = 1;

        threads.remove().run();

        assertThat(worked).isEmpty();
        assertThat(shrinking.busy()).isEqualTo(1);
        assertThat(shrinking.hasRoom()).isFalse();
        threads.remove().run();
        assertThat(worked).containsExactly("import", "realise", "import");
        size[0] = 3;
        assertThat(shrinking.hasRoom()).isTrue();
    }

    @Test
    void moreOfAKindThanCanWorkAtOnceAreNotKeptWaiting() {
        for (int i = 0; i < 10; i++) {
            pool.call("import");
        }

        threads.forEach(Runnable::run);
        assertThat(worked).hasSize(2);
    }

    @Test
    void whoRestsHearsNoCallUntilTheRestIsOver() {
        long[] now = {0};
        WorkerPool resting = new WorkerPool(() -> 2, threads::add, this::work, () -> now[0]);
        resting.call("import");
        resting.call("import");
        resting.call("realise");
        resting.rest(Duration.ofSeconds(15));
        resting.call("import");
        threads.forEach(Runnable::run);
        threads.clear();
        assertThat(worked)
                .describedAs("whoever had been called when the rest began")
                .isEmpty();

        now[0] = Duration.ofSeconds(15).toNanos();
        resting.call("import");

        assertThat(threads).hasSize(1);
    }

    @Test
    void oneThatStumblesLosesNoPlace() {
        pool.call("clumsy");
        pool.call("import");
        threads.forEach(Runnable::run);
        threads.clear();

        pool.call("import");
        pool.call("realise");

        assertThat(threads).hasSize(2);
    }

    @Test
    void aBridgeThatStopsGivesNoThreadsAndThatIsNoFailure() {
        WorkerPool stopping = new WorkerPool(
                () -> 1,
                task -> {
                    throw new RejectedExecutionException();
                },
                this::work);

        stopping.call("import");

        assertThat(stopping.busy()).isZero();
        assertThat(worked).isEmpty();
    }
}
