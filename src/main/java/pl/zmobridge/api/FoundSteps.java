package pl.zmobridge.api;

import java.util.List;
import java.util.Map;
import org.apache.camel.Body;
import org.apache.camel.Exchange;

/** Keeps what a statement answered in {@link Found}; named after what was asked for. */
public final class FoundSteps {
    public void total(Exchange exchange, @Body long rows) {
        Found.of(exchange).total(rows);
    }

    public void order(Exchange exchange, @Body Map<String, Object> row) {
        Found.of(exchange).order(row);
    }

    public void lines(Exchange exchange, @Body List<Map<String, Object>> rows) {
        Found.of(exchange).lines(rows);
    }

    public void imports(Exchange exchange, @Body List<Map<String, Object>> rows) {
        Found.of(exchange).imports(rows);
    }

    public void states(Exchange exchange, @Body List<Map<String, Object>> rows) {
        Found.of(exchange).states(rows);
    }

    public void counts(Exchange exchange, @Body List<Map<String, Object>> rows) {
        Found.of(exchange).counts(rows);
    }

    public void durations(Exchange exchange, @Body List<Map<String, Object>> rows) {
        Found.of(exchange).durations(rows);
    }
}
