package pl.zmobridge.attempt;

import java.util.List;
import pl.zmobridge.symfonia.SalesDocument;

/** What an attempt to realise an order comes to, before anything is written. */
public sealed interface SaleDecision {
    /** There is no ZMO to realise, or it is realised already: the register knows. */
    record Nothing() implements SaleDecision {}

    /** An earlier attempt had no answer; these documents came of it, or perhaps none (Z9, Z12). */
    record AskErp() implements SaleDecision {}

    /** The documents exist in the ERP; what is missing is that the register knows. */
    record AlreadySold(List<SalesDocument> documents) implements SaleDecision {}

    /** Nothing of the order was sold, as far as the register and the ERP know; the shop's current word is missing (Z11). */
    record AskShop() implements SaleDecision {}

    /** It may be sold now. */
    record Sell() implements SaleDecision {}

    /** It must not be sold any more (Z10, Z11). */
    record Closed(String reason) implements SaleDecision {}

    default boolean isNothing() {
        return this instanceof Nothing;
    }

    default boolean isAskErp() {
        return this instanceof AskErp;
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
