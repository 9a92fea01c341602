package pl.zmobridge.api;

import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import pl.zmobridge.camel.SqlParameters;

/**
 * What the statements of one request answered, kept in the variable {@code found} until all of it is shown together. It belongs to
 * one exchange. {@link FoundSteps} fills it.
 */
public final class Found implements SqlParameters {
    private long total;
    private Map<String, Object> order = Map.of();
    private List<Map<String, Object>> lines = List.of();
    private List<Map<String, Object>> imports = List.of();
    private List<Map<String, Object>> states = List.of();
    private List<Map<String, Object>> counts = List.of();
    private List<Map<String, Object>> durations = List.of();
    private History.Plan plan = History.Plan.NONE;

    static Found of(Exchange exchange) {
        if (!(exchange.getVariable("found") instanceof Found)) {
            exchange.setVariable("found", new Found());
        }
        return exchange.getVariable("found", Found.class);
    }

    void total(long rows) {
        total = rows;
    }

    void order(Map<String, Object> row) {
        order = row;
    }

    void lines(List<Map<String, Object>> rows) {
        lines = rows;
    }

    void imports(List<Map<String, Object>> rows) {
        imports = rows;
    }

    void states(List<Map<String, Object>> rows) {
        states = rows;
    }

    void counts(List<Map<String, Object>> rows) {
        counts = rows;
    }

    void durations(List<Map<String, Object>> rows) {
        durations = rows;
    }

    void planned(History.Plan now) {
        plan = now;
    }

    /** How many rows there are in all. */
    long total() {
        return total;
    }

    /** The row of {@code sql/order-find.sql}. */
    Map<String, Object> order() {
        return order;
    }

    /** Rows of {@code sql/lines-find.sql}. */
    List<Map<String, Object>> lines() {
        return lines;
    }

    /** Rows of {@code sql/imports-find.sql}. */
    List<Map<String, Object>> imports() {
        return imports;
    }

    /** Rows of {@code sql/summary-states.sql}. */
    List<Map<String, Object>> states() {
        return states;
    }

    /** Rows of {@code sql/history-counts.sql}. */
    List<Map<String, Object>> counts() {
        return counts;
    }

    /** Rows of {@code sql/history-durations.sql}; none when they were not wanted. */
    List<Map<String, Object>> durations() {
        return durations;
    }

    public History.Plan plan() {
        return plan;
    }

    @Override
    public Object parameter(String name) {
        return name.equals("since") ? plan.since() : NONE;
    }
}
