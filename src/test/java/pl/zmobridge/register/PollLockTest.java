package pl.zmobridge.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
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
                    .failFast(lost::get)
                    .until(() -> {
                        lost.compareAndSet(false, other.acquire("main", 0));
                        return !lost.get();
                    });
        }
    }

    @Test
    @DisplayName("is free, and no failure of the poll, when the server has ended its connection")
    void isFreeWhenTheServerEndsItsConnection() throws Exception {
        try (HikariDataSource database = Database.open(MariaDb.newSchema(), "root", "", 4);
                PollLock polling = new PollLock(database)) {
            assertThat(polling.acquire("main", 0)).isTrue();
            endConnectionOf("main", database);

            polling.release("main");

            assertThat(polling.acquire("main", 0)).isTrue();
        }
    }

    @Test
    @DisplayName("is got at once by the next poll of another shop, when the server has ended the connection of both")
    void isGotWhenTheServerHasEndedTheConnectionOfAnother() throws Exception {
        try (HikariDataSource database = Database.open(MariaDb.newSchema(), "root", "", 4);
                PollLock polling = new PollLock(database)) {
            assertThat(polling.acquire("main", 0)).isTrue();
            endConnectionOf("main", database);

            assertThat(polling.acquire("inny", 0)).isTrue();
        }
    }

    /** As after some silent seconds. */
    private static void endConnectionOf(String shop, HikariDataSource database) throws SQLException {
        String name = "CONCAT('zmo-poll-', MD5(CONCAT(DATABASE(), '/" + shop + "')))";
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("KILL " + number(statement, "SELECT IS_USED_LOCK(" + name + ")"));
            await().until(() -> number(statement, "SELECT IS_FREE_LOCK(" + name + ")") == 1);
        }
    }

    private static long number(Statement statement, String question) throws SQLException {
        try (ResultSet row = statement.executeQuery(question)) {
            row.next();
            return row.getLong(1);
        }
    }
}
