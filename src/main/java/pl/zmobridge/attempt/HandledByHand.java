package pl.zmobridge.attempt;

import pl.zmobridge.failure.Cause;
import pl.zmobridge.failure.Failing;
import pl.zmobridge.failure.Failure;

/** Somebody has done something to the ZMO in the ERP that the bridge must not complete (S9); the message says what. */
public final class HandledByHand extends RuntimeException implements Failing {
    private final Cause cause;

    private HandledByHand(Cause cause, String words) {
        super(words);
        this.cause = cause;
    }

    static HandledByHand partly(String number) {
        return new HandledByHand(
                Cause.ZMO_HANDLED_BY_HAND,
                "ZMO " + number + " zrealizowano w ERP tylko częściowo; most nic nie wystawił.");
    }

    static HandledByHand closed(String number) {
        return new HandledByHand(
                Cause.ZMO_HANDLED_BY_HAND, "ZMO " + number + " zamknięto w ERP ręcznie; most nic nie wystawił.");
    }

    static HandledByHand withoutDocument(String number) {
        return new HandledByHand(
                Cause.ZMO_HANDLED_BY_HAND,
                "ZMO " + number + " jest w ERP zrealizowane, ale bez dokumentu sprzedaży; most nic nie wystawił.");
    }

    /** E5: while its order lives. */
    static HandledByHand deleted(String number) {
        return new HandledByHand(
                Cause.ZMO_DELETED,
                "ZMO " + number + " nie ma już w ERP, a zamówienie w sklepie trwa; most nic nie wystawił.");
    }

    @Override
    public Failure failure() {
        return Failure.of(cause).quoting(getMessage());
    }
}
