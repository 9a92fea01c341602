package pl.zmobridge.sim;

/** Orders that a bridge has to cope with and mostly must refuse to carry. */
public enum BadOrder {
    /** A line without a product code. */
    BLANK_CODE,
    /** A product code that the ERP has never heard of. */
    UNKNOWN_CODE,
    /** A price that is no number. */
    UNREADABLE_AMOUNT,
    /** Ordered on 0000-00-00. */
    ZERO_DATE,
    /** Ordered on a text that is no date. */
    UNREADABLE_DATE,
    /** Lines and delivery give another total under every reading. */
    SUM_DOES_NOT_FIT,
    UNKNOWN_STATUS,
    UNKNOWN_PAYMENT,
    UNKNOWN_SHIPPING,
    UNKNOWN_CURRENCY,
    /** Neither delivery nor billing address. */
    NO_ADDRESS,
    /** Delivery only. */
    NO_LINES,
    /** Names, streets and notes of thousands of characters. */
    OVERLONG_TEXTS,
    /** Line breaks, tabs, NUL and escape characters in names and notes. */
    CONTROL_CHARACTERS
}
