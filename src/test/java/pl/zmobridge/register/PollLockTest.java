package pl.zmobridge.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import pl.zmobridge.support.MariaDb;

@DisplayName("The lock of a shop's poll")
class PollLockTest {
    private static final int SILENCE_SECONDS = 1;

    @Test
    @DisplayName("is kept through a poll that is longer than the server waits for a silent connection")
    void isKept() throws Exception {
        try (HikariDataSource database = Database.open(MariaDb.newSchema(), "root", "", 4);
                PollLock polling = new PollLock(database, SILENCE_SECONDS);
                PollLock other = new PollLock(database, SILENCE_SECONDS)) {
            assertThat(polling.acquire("main", 0)).isTrue();

            AtomicBoolean lost = new AtomicBoolean();
            await().during(Duration.ofSeconds(2 * SILENCE_SECONDS + 1))
                    .atMost(Duration.ofSeconds(10))
                    .failFast(lost::get)
                    .until(() -> {
                        lost.compareAndSet(false, other.acquire("main", 0));
                        return !lost.get();
                    });
        }
    }
}
