package pl.zmobridge.sim;

/** Ways in which installations of the shop answer the same thing differently. */
public enum ShopQuirk {
    /** {@code list} is an object keyed by index. */
    LIST_AS_OBJECT,
    /** {@code count} is a number. */
    COUNT_AS_NUMBER,
    /** Ids and amounts are numbers. */
    NUMBERS_AS_NUMBERS,
    /** Flags are "0"/"1", 0/1, true/false, or "" for no, changing from row to row. */
    MIXED_BOOLEANS,
    /** Missing dates are "0000-00-00 00:00:00". */
    ZERO_DATES,
    /** Missing dates are "". */
    BLANK_DATES,
    /** A missing address is {@code []} instead of null. */
    MISSING_ADDRESS_AS_ARRAY,
    /** Fields that nobody has documented. */
    UNKNOWN_FIELDS
}
