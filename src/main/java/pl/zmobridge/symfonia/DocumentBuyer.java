package pl.zmobridge.symfonia;

/** Whom a document names as its buyer (K3). */
public sealed interface DocumentBuyer {
    /** @param id of the card */
    record Card(int id) implements DocumentBuyer {}

    /** A card that the ERP was not asked for just now: its code names it, and the answer's id must be the card's (S6). */
    record Remembered(String code) implements DocumentBuyer {}

    /** The document carries the buyer's data itself. */
    record OneOff() implements DocumentBuyer {}
}
