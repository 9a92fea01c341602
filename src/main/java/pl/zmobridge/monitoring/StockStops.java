package pl.zmobridge.monitoring;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/** The shops whose stock is left alone until a person says go on, as the register had it some seconds ago. */
public final class StockStops {
    private static final Duration FRESH = Duration.ofSeconds(10);

    private final JdbcTemplate database;
    private final InstantSource clock;
    private final String statement = RegisterSql.read("stock-stops");
    private Set<String> known = Set.of();
    private Instant askAgain = Instant.MIN;

    StockStops(DataSource database, InstantSource clock) {
        this.database = new JdbcTemplate(database);
        this.clock = clock;
    }

    public synchronized boolean isStopped(String shop) {
        Instant now = clock.instant();
        if (!now.isBefore(askAgain) || now.isBefore(askAgain.minus(FRESH))) { // or the clock was set back
            askAgain = now.plus(FRESH);
            try {
                known = new TreeSet<>(database.query(statement, (row, number) -> row.getString("shop")));
            } catch (DataAccessException e) {
                // what was known last stands; that the database is away is told elsewhere
            }
        }
        return known.contains(shop);
    }
}
