package pl.zmobridge.attempt;

import pl.zmobridge.camel.SqlParameters;

/** An order is not watched any more, and why; the parameters of {@code order-close} and {@code dead-letters-close}. */
public record Closing(long orderId, String reason) implements SqlParameters {
    @Override
    public Object parameter(String name) {
        return switch (name) {
            case "orderId" -> orderId;
            case "reason" -> reason;
            default -> NONE;
        };
    }
}
