package pl.zmobridge.monitoring;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Work that any worker could take, as the register had it some seconds ago. */
final class WaitingWork {
    private static final Duration FRESH = Duration.ofSeconds(10);

    private final NamedParameterJdbcTemplate database;
    private final Supplier<Collection<String>> shops;
    private final InstantSource clock;
    private final String statement = RegisterSql.read("work-waiting");
    private List<Map<String, Object>> known = List.of();
    private Instant askAgain = Instant.MIN;

    WaitingWork(DataSource database, Supplier<Collection<String>> shops, InstantSource clock) {
        this.database = new NamedParameterJdbcTemplate(database);
        this.shops = shops;
        this.clock = clock;
    }

    /**
     * For how long the first of it has waited; empty when there is none, or the database does not answer.
     *
     * @param steps which steps count
     */
    Optional<Duration> longest(String shop, Predicate<String> steps) {
        return rows().stream()
                .filter(row -> row.get("shop").equals(shop)
                        && steps.test(row.get("step").toString()))
                .map(row -> Duration.ofSeconds(((Number) row.get("seconds")).longValue()))
                .max(Duration::compareTo);
    }

    private synchronized List<Map<String, Object>> rows() {
        Instant now = clock.instant();
        if (!now.isBefore(askAgain) || now.isBefore(askAgain.minus(FRESH))) { // or the clock was set back
            askAgain = now.plus(FRESH);
            try {
                known = database.queryForList(statement, Map.of("shops", shops.get()));
            } catch (DataAccessException e) {
                known = List.of(); // that the database is away is told elsewhere
            }
        }
        return known;
    }
}
