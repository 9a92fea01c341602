package pl.zmobridge.attempt;

import java.util.List;
import java.util.Set;
import pl.zmobridge.order.DocumentOutcome;
import pl.zmobridge.order.DocumentOutcome.Realise;
import pl.zmobridge.register.RegisteredOrder;
import pl.zmobridge.symfonia.SalesDocument;
import pl.zmobridge.symfonia.SalesDocument.Kind;

/**
 * How an order's ZMO is realised (Z5, D1), and how far the bridge has come with that. Each attempt makes documents of one kind: intent,
 * question, write, outcome (I2). Of two kinds the warehouse document goes first, because it is the one that may have to wait for stock
 * (Z4); once it is noted, the order is due again, for the other.
 *
 * @param way what the order's rule says
 * @param released ids of the warehouse documents that the register has noted: the bridge made them
 */
record Realisation(Realise way, Set<Integer> released) {

    /** An order without a rule, or without a card, gets what it always got. */
    static Realisation of(RegisteredOrder registered) {
        return new Realisation(
                registered.hasCard() ? outcome(registered).realise() : Realise.FV, registered.released());
    }

    private static DocumentOutcome outcome(RegisteredOrder registered) {
        return registered.card().decision().outcome();
    }

    /** Whether its ZMO is put into the buffer, where a person issues it. */
    static boolean isThroughBuffer(RegisteredOrder registered) {
        return registered.hasCard() && outcome(registered).buffer();
    }

    /** Whether the bridge makes no document of it at all. */
    boolean isNone() {
        return way == Realise.NOTHING;
    }

    /** What the next documents are. */
    Kind next() {
        boolean release = way == Realise.WZ || way == Realise.FV_WZ && released.isEmpty();
        return release ? Kind.WZ : Kind.FV;
    }

    /** Whether the goods went out by the bridge's own warehouse document, and the sale is what is missing. */
    boolean isHalfDone() {
        return !released.isEmpty() && next() == Kind.FV;
    }

    /** Whether these documents are only the first half. */
    boolean goesOnAfter(List<SalesDocument> documents) {
        return way != Realise.WZ
                && !documents.isEmpty()
                && documents.stream().allMatch(document -> document.kind() == Kind.WZ);
    }
}
