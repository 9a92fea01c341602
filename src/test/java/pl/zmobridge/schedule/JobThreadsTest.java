package pl.zmobridge.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class JobThreadsTest {

    @Test
    @DisplayName("I11 a job that gets no thread is run all the same, or its shop would never be polled again")
    void runsAJobThatGetsNoThread() {
        JobThreads threads = new JobThreads(task -> {
            throw new OutOfMemoryError("unable to create native thread");
        });
        AtomicBoolean ran = new AtomicBoolean();

        assertThat(threads.runInThread(() -> ran.set(true))).isTrue();

        assertThat(ran).isTrue();
        threads.shutdown(true); // waits for nobody
    }
}
