package pl.zmobridge.torture;

/** What must have become of an order in the end. */
enum Expected {
    /** Paid: one ZMO and one sales document. */
    SOLD,
    /** Never paid: one ZMO and no sales document. */
    ISSUED,
    /** Cancelled before it could be sold: no sales document, and a ZMO only when it was imported before. */
    CANCELLED
}
