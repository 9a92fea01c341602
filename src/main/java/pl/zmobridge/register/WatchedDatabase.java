package pl.zmobridge.register;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * The database as health and metrics ask it, several questions in a row. One that has just given no connection is not waited for again for
 * some seconds: whoever scrapes gives up after ten.
 */
public final class WatchedDatabase extends DelegatingDataSource {
    private static final Duration REST = Duration.ofSeconds(5);

    private final LongSupplier nanoTime;
    private final AtomicReference<Silence> silence = new AtomicReference<>();

    private record Silence(long since, SQLException words) {}

    /** @param nanoTime a clock that nobody sets */
    public WatchedDatabase(DataSource database, LongSupplier nanoTime) {
        super(database);
        this.nanoTime = nanoTime;
    }

    @Override
    public Connection getConnection() throws SQLException {
        Silence known = silence.get();
        if (known != null && nanoTime.getAsLong() - known.since() < REST.toNanos()) {
            throw new SQLTransientConnectionException("It gave no connection a moment ago", known.words());
        }
        try {
            return super.getConnection();
        } catch (SQLException e) {
            silence.set(new Silence(nanoTime.getAsLong(), e));
            throw e;
        }
    }
}
