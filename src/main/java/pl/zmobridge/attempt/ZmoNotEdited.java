package pl.zmobridge.attempt;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pl.zmobridge.failure.Cause;
import pl.zmobridge.failure.Failing;
import pl.zmobridge.failure.Failure;
import pl.zmobridge.order.ShopChange;
import pl.zmobridge.register.RegisteredOrder;
import pl.zmobridge.symfonia.ErpRefused;
import pl.zmobridge.symfonia.ZmoStatus;

/** The order was edited in the shop, and its ZMO was not (S4); the message says why, and names each difference. */
public final class ZmoNotEdited extends RuntimeException implements Failing {
    private ZmoNotEdited(RegisteredOrder registered, String why) {
        super(words(why, ZmoChanges.edits(registered)));
    }

    /** The operator wants to be asked. */
    static ZmoNotEdited asked(RegisteredOrder registered) {
        return new ZmoNotEdited(
                registered,
                "ZMO " + registered.erpNumber()
                        + " nie jest już takie jak zamówienie w sklepie; most zmieni je dopiero na polecenie (order.edited=ask).");
    }

    /** Somebody has begun to work on it in the ERP, or the id is another document's (S6). */
    static ZmoNotEdited touched(RegisteredOrder registered, ZmoStatus status) {
        return new ZmoNotEdited(registered, status.words(registered.erpNumber()));
    }

    /** Its goods went out already (D1). */
    static ZmoNotEdited released(RegisteredOrder registered) {
        return new ZmoNotEdited(
                registered,
                "Do ZMO " + registered.erpNumber() + " most wystawił już WZ, więc zostawia je takim, jakie jest.");
    }

    static ZmoNotEdited refused(RegisteredOrder registered, ErpRefused refusal) {
        return new ZmoNotEdited(
                registered, "Symfonia nie zmieniła ZMO " + registered.erpNumber() + ": " + refusal.getMessage());
    }

    private static String words(String why, List<ShopChange> edits) {
        return Stream.concat(Stream.of(why.replace('\n', ' ')), edits.stream().map(ShopChange::words))
                .collect(Collectors.joining("\n"));
    }

    @Override
    public Failure failure() {
        return Failure.of(Cause.ZMO_NOT_EDITED).quoting(getMessage());
    }
}
