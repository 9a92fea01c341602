package pl.zmobridge.monitoring;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/** How long ago KSeF answered any bridge of the database, as the register had it some seconds ago. */
final class KsefAges {
    private static final Duration FRESH = Duration.ofSeconds(10);

    private final JdbcTemplate database;
    private final InstantSource clock;
    private final String statement = RegisterSql.read("ksef-ages");
    private final Instant begun;
    private Map<String, Double> known = Map.of();
    private Instant askAgain = Instant.MIN;

    KsefAges(DataSource database, InstantSource clock) {
        this.database = new JdbcTemplate(database);
        this.clock = clock;
        this.begun = clock.instant();
    }

    /** Of a seller who was never asked about: since the start, as routes/ksef.camel.yaml may be missing. */
    synchronized double seconds(String account) {
        Instant now = clock.instant();
        if (!now.isBefore(askAgain) || now.isBefore(askAgain.minus(FRESH))) { // or the clock was set back
            askAgain = now.plus(FRESH);
            try {
                Map<String, Double> ages = new HashMap<>();
                database.query(statement, row -> {
                    ages.put(row.getString("account"), row.getDouble("age"));
                });
                known = ages;
            } catch (DataAccessException e) {
                // what was known last stands; that the database is away is told elsewhere
            }
        }
        return known.getOrDefault(
                account, Math.max(0.0, Duration.between(begun, now).toSeconds()));
    }
}
