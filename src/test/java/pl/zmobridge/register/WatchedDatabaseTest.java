package pl.zmobridge.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.AbstractDataSource;

class WatchedDatabaseTest {
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicLong nanos = new AtomicLong(-3);
    private final WatchedDatabase database = new WatchedDatabase(
            new AbstractDataSource() {
                @Override
                public Connection getConnection() throws SQLException {
                    asked.incrementAndGet();
                    throw new SQLTransientConnectionException("away");
                }

                @Override
                public Connection getConnection(String user, String password) throws SQLException {
                    return getConnection();
                }
            },
            nanos::get);

    @Test
    void isWaitedForOnceWhereSeveralAskInARow() {
        for (int i = 0; i < 4; i++) {
            assertThatThrownBy(database::getConnection).isInstanceOf(SQLException.class);
        }

        assertThat(asked).hasValue(1);
    }

    @Test
    void isAskedAgainAfterSomeSeconds() {
        assertThatThrownBy(database::getConnection).hasMessage("away");

        nanos.addAndGet(TimeUnit.SECONDS.toNanos(5));

        assertThatThrownBy(database::getConnection).hasMessage("away");
        assertThat(asked).hasValue(2);
    }
}
