package pl.zmobridge.attempt;

/** What an attempt to import an order comes to, before the ERP is asked. */
public sealed interface ImportDecision {
    /** The ZMO exists and has its name, or the order is closed. */
    record Nothing() implements ImportDecision {}

    /** The shop must be asked for its current data first: a person wants that, or there is no card yet. */
    record AskShop() implements ImportDecision {}

    /** The shop now names another buyer than the one that was claimed: whoever claims that one goes on. */
    record OtherBuyer() implements ImportDecision {}

    /**
     * A rule gives it no document (D1): it is closed, and a ZMO that it has, or may have, is withdrawn.
     *
     * @param reason the rule's
     */
    record Close(String reason) implements ImportDecision {}

    /** It may become a ZMO now. */
    record Import() implements ImportDecision {}

    /** The ZMO is to be edited (S4). */
    record Edit() implements ImportDecision {}

    /** The ZMO is to be deleted: its order ended (E1), or needs another kind of document (S4). */
    record Withdraw() implements ImportDecision {}

    default boolean isNothing() {
        return this instanceof Nothing;
    }

    default boolean isAskShop() {
        return this instanceof AskShop;
    }

    default boolean isOtherBuyer() {
        return this instanceof OtherBuyer;
    }

    default boolean isClose() {
        return this instanceof Close;
    }

    default boolean isEdit() {
        return this instanceof Edit;
    }

    default boolean isWithdraw() {
        return this instanceof Withdraw;
    }

    default boolean isImport() {
        return this instanceof Import;
    }
}
