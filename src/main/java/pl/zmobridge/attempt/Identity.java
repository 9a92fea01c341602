package pl.zmobridge.attempt;

import java.util.List;
import java.util.OptionalInt;
import pl.zmobridge.register.ImportState;
import pl.zmobridge.register.RegisteredOrder;
import pl.zmobridge.symfonia.ContractorPolicy;
import pl.zmobridge.symfonia.ErpDifferences;
import pl.zmobridge.symfonia.ErpDifferences.Difference;
import pl.zmobridge.symfonia.ErpDifferences.What;
import pl.zmobridge.symfonia.Zmo;

/** Whether a document of the ERP is an order's ZMO: neither a number nor an id proves that by itself (N1, S6). */
final class Identity {
    private Identity() {}

    /** The same for the ZMO that the register knows. */
    static List<Difference> differences(RegisteredOrder registered, Zmo zmo) {
        return differences(registered, buyer(registered), zmo);
    }

    /** Why it is not; empty when it is. What else differs in a ZMO that the bridge wrote is for {@link ErpDiffers} to say (S3). */
    static List<Difference> differences(RegisteredOrder registered, OptionalInt buyer, Zmo zmo) {
        if (!registered.hasCard()) {
            return List.of(); // erased with the personal data: there is nothing to compare with
        }
        List<Difference> all = ErpDifferences.ofFound(
                zmo.order(), registered.number(), registered.card().total(), buyer);
        return isWritten(registered, zmo)
                ? all.stream().filter(each -> each.what() == What.BUYER).toList()
                : all;
    }

    /** Whether it says itself that it is what the bridge wrote, or was about to. */
    private static boolean isWritten(RegisteredOrder registered, Zmo zmo) {
        ImportState state = registered.importState();
        return state != ImportState.NEW && zmo.isMarked(registered.number())
                || state.hasZmo() && zmo.number().strip().equalsIgnoreCase(registered.number());
    }

    /** Whom the ZMO must name: the buyer's contractor, if it is known; no one's for a buyer who gets none (K3). */
    static OptionalInt buyer(RegisteredOrder registered, ContractorPolicy policy) {
        boolean oneOff = registered.zmoContractor().isEmpty()
                && registered.hasCard()
                && policy.isOneOff(registered.card().contractor());
        return oneOff ? OptionalInt.empty() : buyer(registered);
    }

    /** Whom the register knows as the ZMO's buyer. */
    static OptionalInt buyer(RegisteredOrder registered) {
        return registered
                .zmoContractor()
                .or(registered::contractorId)
                .filter(id -> id != RegisteredOrder.ONE_OFF) // K3: the ERP gives such a buyer an id of its own
                .map(OptionalInt::of)
                .orElse(OptionalInt.empty());
    }
}
