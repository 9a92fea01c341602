package pl.zmobridge.order;

/** Where the rate of a foreign currency comes from (W2). */
public enum RateSource {
    /** Table A of the last working day before the order's date. */
    NBP,
    /** The ERP's rates of the order's date. */
    ERP,
    /** The shop's own rate. */
    SHOP
}
