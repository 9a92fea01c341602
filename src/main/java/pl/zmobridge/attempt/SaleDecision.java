package pl.zmobridge.attempt;

import java.util.List;
import pl.zmobridge.symfonia.SalesDocument;

/** What an attempt to realise an order comes to, before anything is written. */
public sealed interface SaleDecision {
    /** There is no ZMO to realise, or it is realised already: the register knows. */
    record Nothing() implements SaleDecision {}

    /** Its ZMO must be compared with the order first; the sale follows (S2, S4). */
    record ChangeFirst() implements SaleDecision {}

    /** An earlier attempt had no answer (Z9), or the ZMO was written a while ago (S6, S9): the ERP must tell what exists. */
    record AskErp() implements SaleDecision {}

    /** The ZMO is gone after an unclear attempt; the document must be found among the buyer's sales (Z12). */
    record Search() implements SaleDecision {}

    /** The documents exist in the ERP; what is missing is that the register knows. */
    record AlreadySold(List<SalesDocument> documents) implements SaleDecision {}

    /** Nothing of the order was sold, as far as the register and the ERP know; the shop's current word is missing (Z11). */
    record AskShop() implements SaleDecision {}

    /** It may be sold now. */
    record Sell() implements SaleDecision {}

    /** It must not be sold any more (Z10, Z11). */
    record Closed(String reason) implements SaleDecision {}

    /** The bridge makes no document of its ZMO (D1): it is not to be realised any more. */
    record NotRealised(String reason) implements SaleDecision {}

    /** Whether this attempt ends without a sale. */
    default boolean isNothing() {
        return this instanceof Nothing || isChangeFirst() || isNotRealised();
    }

    default boolean isChangeFirst() {
        return this instanceof ChangeFirst;
    }

    default boolean isNotRealised() {
        return this instanceof NotRealised;
    }

    default boolean isAskErp() {
        return this instanceof AskErp;
    }

    default boolean isSearch() {
        return this instanceof Search;
    }

    default boolean isAskShop() {
        return this instanceof AskShop;
    }

    default boolean isSell() {
        return this instanceof Sell;
    }

    default boolean isClosed() {
        return this instanceof Closed;
    }
}
