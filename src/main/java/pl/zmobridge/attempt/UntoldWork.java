package pl.zmobridge.attempt;

import java.util.List;
import java.util.Optional;
import pl.zmobridge.order.DocumentOutcome.Realise;
import pl.zmobridge.register.ImportState;
import pl.zmobridge.register.RegisteredOrder;
import pl.zmobridge.symfonia.SalesDocument;
import pl.zmobridge.symfonia.ZmoStatus;

/** What the documents of a ZMO say that its state does not: which of them are the order's, or that somebody has begun to work on it (S9). */
final class UntoldWork {
    private final RegisteredOrder registered;
    private final Realisation realisation;
    private final Optional<ZmoStatus> status;
    private List<SalesDocument> released = List.of();

    /** @param status empty when the ERP tells none */
    UntoldWork(RegisteredOrder registered, Realisation realisation, Optional<ZmoStatus> status) {
        this.registered = registered;
        this.realisation = realisation;
        this.status = status;
    }

    /** Its warehouse documents, when they are all that is wanted; none when its sales documents must be asked for. */
    List<SalesDocument> released(List<SalesDocument> answer) {
        released = answer;
        return isAllThatIsWanted() ? answer : List.of();
    }

    /** An unclear write has made what it was to make. */
    private boolean isAllThatIsWanted() {
        return registered.importState() == ImportState.SELLING
                ? registered.releasing()
                : realisation.way() == Realise.WZ;
    }

    /**
     * The order's documents; none when it may be sold.
     *
     * @throws HandledByHand when somebody released goods without a sale, or settled it without a document
     */
    List<SalesDocument> sold(List<SalesDocument> answer) {
        boolean byOthers =
                released.stream().anyMatch(release -> !realisation.released().contains(release.id()));
        if (byOthers && (answer.isEmpty() || realisation.isHalfDone())) {
            throw HandledByHand.partly(registered.erpNumber());
        }
        if (answer.isEmpty() && status.filter(ZmoStatus::isSettledByHand).isPresent()) {
            throw HandledByHand.closed(registered.erpNumber());
        }
        return answer.isEmpty() || !realisation.next().equals(SalesDocument.Kind.WZ)
                ? answer
                : ZmoInquiry.both(released, answer);
    }
}
