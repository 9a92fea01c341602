package pl.zmobridge.attempt;

import java.util.Map;
import pl.zmobridge.camel.SqlParameters;
import pl.zmobridge.register.Rows;

/**
 * An order is not watched any more, and why; the parameters of {@code order-close}, {@code dead-letters-close} and, for its timeline,
 * {@code event-insert}.
 *
 * @param ended whether the shop has ended it, so that it can come back to life (E2)
 * @param withdraw whether its ZMO is to be deleted, if it has one (E1)
 */
public record Closing(long orderId, String reason, boolean ended, boolean withdraw) implements SqlParameters {
    Closing(long orderId, String reason) {
        this(orderId, reason, false, false);
    }

    private Map<String, Object> event() {
        return Rows.event(orderId, "CLOSED", reason);
    }

    @Override
    public Object parameter(String name) {
        return switch (name) {
            case "reason" -> reason;
            case "endedInShop" -> ended;
            case "withdraw" -> withdraw;
            default -> event().getOrDefault(name, NONE);
        };
    }
}
