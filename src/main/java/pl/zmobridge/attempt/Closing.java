package pl.zmobridge.attempt;

import java.util.Map;
import pl.zmobridge.camel.SqlParameters;
import pl.zmobridge.register.Rows;

/**
 * An order is not watched any more, and why; the parameters of {@code order-close}, {@code dead-letters-close} and, for its timeline,
 * {@code event-insert}.
 */
public record Closing(long orderId, String reason) implements SqlParameters {
    private Map<String, Object> event() {
        return Rows.event(orderId, "CLOSED", reason);
    }

    @Override
    public Object parameter(String name) {
        return name.equals("reason") ? reason : event().getOrDefault(name, NONE);
    }
}
