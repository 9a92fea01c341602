package pl.zmobridge.attempt;

import java.util.List;
import java.util.Optional;
import pl.zmobridge.order.CardEdits;
import pl.zmobridge.order.OrderCard;
import pl.zmobridge.order.OrderCard.Stage;
import pl.zmobridge.order.ShopChange;
import pl.zmobridge.register.ImportState;
import pl.zmobridge.register.RegisteredOrder;
import pl.zmobridge.register.RegisteredOrder.Change;
import pl.zmobridge.symfonia.ErpSettings;

/** What becomes of a ZMO that exists when its order changed or ended in the shop (S4, E1). */
final class ZmoChanges {
    private final Shops shops;

    ZmoChanges(Shops shops) {
        this.shops = shops;
    }

    /**
     * @throws HeldByRule when a rule holds the order as it is now
     * @throws ErpDiffers when the ERP stored the last edit otherwise than it was sent, and no person has allowed it
     * @throws ZmoNotEdited with {@code order.edited=ask}, unless a person tries again
     */
    ImportDecision decide(Attempt attempt) {
        RegisteredOrder registered = attempt.registered();
        ImportState state = registered.importState();
        if (registered.changeDue().equals(Optional.of(Change.WITHDRAW))) {
            boolean nothing = state == ImportState.NEW || state == ImportState.SOLD;
            return nothing ? new ImportDecision.Nothing() : new ImportDecision.Withdraw();
        }
        if (state != ImportState.ISSUED && state != ImportState.EDITING) {
            return new ImportDecision.Nothing(); // an unclear sale is settled first
        }
        if (!attempt.isRefreshed()) {
            return new ImportDecision.AskShop();
        }
        if (!registered.buyerKey().equals(attempt.buyerKey())) {
            return new ImportDecision.OtherBuyer();
        }
        return edit(attempt);
    }

    private ImportDecision edit(Attempt attempt) {
        RegisteredOrder registered = attempt.registered();
        boolean asks = shops.of(attempt.shop()).rules().changes().editsAsk() && !attempt.isAskedByPerson();
        if (attempt.noDocument().isPresent()) {
            if (asks && registered.hasCard()) {
                throw ZmoNotEdited.asked(registered); // a rule that is too broad deletes no ZMO unasked
            }
            return new ImportDecision.Close(attempt.noDocument().get()); // D1
        }
        OrderCard now = registered.card();
        List<ShopChange> edits = edits(registered);
        boolean certain = registered.importState() == ImportState.ISSUED;
        boolean nothing = certain && edits.isEmpty() && registered.madeFrom().isPresent();
        if (!nothing || isNewlyHeld(registered)) {
            HeldByRule.checkWithZmo(attempt);
        }
        if (nothing) {
            return new ImportDecision.Nothing();
        }
        ErpDiffers.check(attempt);
        if (asks) {
            throw ZmoNotEdited.asked(registered);
        }
        ErpSettings settings = shops.of(attempt.shop()).target().settings();
        boolean otherKind = registered
                .madeFrom()
                .filter(was -> was.document() != now.document()
                        || !was.currency().equals(now.currency()) // W1: an edit that names no currency keeps the ZMO's
                        || !settings.numbering(was).equals(settings.numbering(now)))
                .isPresent();
        return otherKind ? new ImportDecision.Withdraw() : new ImportDecision.Edit();
    }

    /** S10: whether its ZMO was written when nothing held the order yet; what a person has let pass then is not asked again. */
    private static boolean isNewlyHeld(RegisteredOrder registered) {
        List<String> now = registered.card().heldBefore(Stage.IMPORT);
        return registered
                .madeFrom()
                .filter(was -> !was.heldBefore(Stage.IMPORT).equals(now))
                .isPresent();
    }

    /** What the ZMO lacks of what the order is now. */
    static List<ShopChange> edits(RegisteredOrder registered) {
        return registered
                .madeFrom()
                .filter(was -> registered.hasCard())
                .map(was -> CardEdits.between(was, registered.card()))
                .orElse(List.of());
    }
}
