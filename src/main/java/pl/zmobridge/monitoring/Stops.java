package pl.zmobridge.monitoring;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/** What is left alone until a person says go on, as the register had it some seconds ago. */
public final class Stops {
    private static final Duration FRESH = Duration.ofSeconds(10);

    private final JdbcTemplate database;
    private final InstantSource clock;
    private final String statement;
    private final String column;
    private Set<String> known = Set.of();
    private Instant askAgain = Instant.MIN;

    private Stops(DataSource database, InstantSource clock, String statement, String column) {
        this.database = new JdbcTemplate(database);
        this.clock = clock;
        this.statement = RegisterSql.read(statement);
        this.column = column;
    }

    /** ERPs that nothing is written to (S6), by their addresses. */
    static Stops ofErps(DataSource database, InstantSource clock) {
        return new Stops(database, clock, "erp-stops", "erp");
    }

    /** Shops whose stock is left alone, by their ids. */
    static Stops ofStock(DataSource database, InstantSource clock) {
        return new Stops(database, clock, "stock-stops", "shop");
    }

    public synchronized boolean isStopped(String name) {
        Instant now = clock.instant();
        if (!now.isBefore(askAgain) || now.isBefore(askAgain.minus(FRESH))) { // or the clock was set back
            askAgain = now.plus(FRESH);
            try {
                known = new TreeSet<>(database.query(statement, (row, number) -> row.getString(column)));
            } catch (DataAccessException e) {
                // what was known last stands; that the database is away is told elsewhere
            }
        }
        return known.contains(name);
    }
}
