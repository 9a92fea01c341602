package pl.zmobridge.attempt;

import pl.zmobridge.failure.Cause;
import pl.zmobridge.failure.Failing;
import pl.zmobridge.failure.Failure;

/** A route of the operator's own holds the order ({@code direct:before-import}, {@code direct:before-sale}); the message is its reason. */
public final class HeldByHook extends RuntimeException implements Failing {
    HeldByHook(String reason) {
        super(reason);
    }

    @Override
    public Failure failure() {
        return Failure.of(Cause.HELD_BY_HOOK).quoting(String.valueOf(getMessage()));
    }
}
