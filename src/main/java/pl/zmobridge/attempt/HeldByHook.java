package pl.zmobridge.attempt;

/** A route of the operator's own holds the order ({@code direct:before-import}, {@code direct:before-sale}); the message is its reason. */
public final class HeldByHook extends RuntimeException {
    HeldByHook(String reason) {
        super(reason);
    }
}
