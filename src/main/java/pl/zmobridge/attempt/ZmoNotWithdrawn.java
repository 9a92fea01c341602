package pl.zmobridge.attempt;

import pl.zmobridge.failure.Cause;
import pl.zmobridge.failure.Failing;
import pl.zmobridge.failure.Failure;
import pl.zmobridge.order.OrderCard;
import pl.zmobridge.register.RegisteredOrder;
import pl.zmobridge.symfonia.ErpRefused;
import pl.zmobridge.symfonia.ZmoStatus;

/** The order was cancelled, and its ZMO stays in the ERP (E1); the message says why, and what the ZMO still reserves. */
public final class ZmoNotWithdrawn extends RuntimeException implements Failing {
    private ZmoNotWithdrawn(RegisteredOrder registered, String why) {
        super("Zamówienie " + registered.orderId() + " anulowano, ale ZMO " + registered.erpNumber()
                + " zostaje w Symfonii i rezerwuje: " + goods(registered) + "\n" + why.replace('\n', ' '));
    }

    /** Somebody has begun to work on it in the ERP, or the id is another document's (S6). */
    static ZmoNotWithdrawn touched(RegisteredOrder registered, ZmoStatus status) {
        return new ZmoNotWithdrawn(registered, status.words(registered.erpNumber()));
    }

    /** Its goods went out already (D1). */
    static ZmoNotWithdrawn released(RegisteredOrder registered) {
        return new ZmoNotWithdrawn(
                registered,
                "Do ZMO " + registered.erpNumber() + " most wystawił już WZ, więc zostawia je takim, jakie jest.");
    }

    static ZmoNotWithdrawn refused(RegisteredOrder registered, ErpRefused refusal) {
        return new ZmoNotWithdrawn(
                registered, "Symfonia nie usunęła ZMO " + registered.erpNumber() + ": " + refusal.getMessage());
    }

    /** It is gone after a sale without an answer: it may have been sold, and then deleted (Z12). */
    static ZmoNotWithdrawn unsettled(RegisteredOrder registered) {
        return new ZmoNotWithdrawn(
                registered,
                "ZMO " + registered.erpNumber()
                        + " nie ma już w Symfonii, a próba sprzedaży nie miała odpowiedzi; sprawdź, czy powstał dokument sprzedaży.");
    }

    /** The ZMO holds what it was made from. */
    private static String goods(RegisteredOrder registered) {
        return registered.madeFrom().map(OrderCard::goods).orElse("–");
    }

    @Override
    public Failure failure() {
        return Failure.of(Cause.ZMO_NOT_WITHDRAWN).quoting(getMessage());
    }
}
