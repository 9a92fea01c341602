package pl.zmobridge.symfonia;

/** Whom a document names as its buyer (K3). */
public sealed interface DocumentBuyer {
    /** @param id of the card */
    record Card(int id) implements DocumentBuyer {}

    /** The document carries the buyer's data itself. */
    record OneOff() implements DocumentBuyer {}
}
