package pl.zmobridge.monitoring;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/**
 * What the register holds, of all shops together with three statements, whoever asks. The figures are some seconds old, and older
 * when the database needs long to count: it spends at most two in a hundred seconds on this.
 */
final class RegisterFigures {
    private static final Duration FRESH = Duration.ofSeconds(10);
    private static final int REST = 50;

    private final NamedParameterJdbcTemplate database;
    private final InstantSource clock;
    private final Supplier<Collection<String>> shops;
    private final RegisterSql sql = new RegisterSql();
    private Figures known = new Figures(false, Map.of());
    private Instant countAgain = Instant.MIN;
    private Instant asked = Instant.MIN;

    RegisterFigures(DataSource database, Supplier<Collection<String>> shops, InstantSource clock) {
        this.database = new NamedParameterJdbcTemplate(database);
        this.shops = shops;
        this.clock = clock;
    }

    /** @param answered whether the database answered; without an answer there are no shops */
    record Figures(boolean answered, Map<String, OfShop> shops) {}

    /** @param orders by state */
    record OfShop(Map<String, Long> orders, Map<String, Waiting> due, List<Letters> letters) {
        /** Those that something failed for. */
        List<Letters> failures() {
            return letters.stream().filter(some -> !some.isReview()).toList();
        }

        /** Those that a person should look at, though nothing failed (E). */
        List<Letters> reviews() {
            return letters.stream().filter(Letters::isReview).toList();
        }
    }

    /**
     * Orders that wait for a step.
     *
     * @param oldestSeconds how long the first of them has waited; 0 for none
     */
    record Waiting(long orders, double oldestSeconds) {
        static final Waiting NOBODY = new Waiting(0, 0);
    }

    /**
     * Open dead letters of one step and one cause, by their codes.
     *
     * @param forgotten how many of them should have been tried again an hour ago
     */
    record Letters(String step, String cause, String waitsFor, long count, double oldestSeconds, long forgotten) {
        boolean isReview() {
            return step.equals("REVIEW");
        }
    }

    synchronized Figures now() {
        Instant begun = clock.instant();
        if (begun.isBefore(countAgain) && !begun.isBefore(asked)) { // or the clock was set back
            return known;
        }
        asked = begun;
        try {
            known = new Figures(true, count(shops.get()));
            Instant counted = clock.instant();
            Duration rest = Duration.between(begun, counted).multipliedBy(REST);
            countAgain = counted.plus(rest.compareTo(FRESH) > 0 ? rest : FRESH);
        } catch (DataAccessException e) {
            known = new Figures(false, Map.of());
            countAgain = clock.instant().plus(FRESH);
        }
        return known;
    }

    private Map<String, OfShop> count(Collection<String> ids) {
        Map<String, OfShop> figures = new TreeMap<>();
        ids.forEach(id -> figures.put(id, new OfShop(new TreeMap<>(), new TreeMap<>(), new ArrayList<>())));
        if (ids.isEmpty()) {
            return figures;
        }
        Map<String, Object> parameters = Map.of("shops", ids);
        rows(sql.states(), parameters).forEach(row -> of(figures, row)
                .ifPresent(shop -> shop.orders().put(row.get("state").toString(), number(row, "orders"))));
        rows(sql.due(), parameters).forEach(row -> of(figures, row).ifPresent(shop -> shop.due()
                .put(row.get("due_step").toString(), new Waiting(number(row, "orders"), seconds(row)))));
        rows(sql.letters(), parameters).forEach(row -> of(figures, row).ifPresent(shop -> shop.letters()
                .add(new Letters(
                        row.get("step").toString(),
                        row.get("cause").toString(),
                        row.get("waits_for").toString(),
                        number(row, "letters"),
                        seconds(row),
                        number(row, "forgotten")))));
        return figures;
    }

    /** How many open dead letters of each shop nobody has tried for an hour though they were due; shops without any are left out. */
    Map<String, Long> forgotten() {
        Map<String, Long> forgotten = new TreeMap<>();
        now().shops().forEach((shop, of) -> {
            long letters = of.letters().stream().mapToLong(Letters::forgotten).sum();
            if (letters > 0) {
                forgotten.put(shop, letters);
            }
        });
        return forgotten;
    }

    private List<Map<String, Object>> rows(String statement, Map<String, Object> parameters) {
        return database.queryForList(statement, parameters);
    }

    private static Optional<OfShop> of(Map<String, OfShop> figures, Map<String, Object> row) {
        return Optional.ofNullable(figures.get(row.get("shop").toString()));
    }

    private static double seconds(Map<String, Object> row) {
        Object value = row.get("oldest_seconds");
        return value == null ? 0 : Math.max(0, ((Number) value).doubleValue());
    }

    private static long number(Map<String, Object> row, String column) {
        return ((Number) row.get(column)).longValue();
    }
}
