package pl.zmobridge.order;

/** What kind of thing keeps an order from having a card. */
public enum Fault {
    /** Something cannot be read without guessing (I7). */
    UNREADABLE,
    /** A line, or the delivery, has no product code (L1). */
    NO_CODE,
    /** The total does not follow from the lines (L5). */
    TOTAL,
    /** No rule of the operator's fits it (D1). */
    NO_RULE,
    /** The register did not take it as it is. */
    NOT_STORABLE,
    /** A rule forbids it for another reason. */
    OTHER
}
