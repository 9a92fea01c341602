package pl.zmobridge.register;

/**
 * How far an import has come; the intent is written before each ERP write and the outcome after it (I2). {@code docs/reliability.md}
 * shows the whole table of state and event.
 */
public enum ImportStep {
    /** Nothing was written to the ERP. */
    NEW,
    /** A ZMO is being written, or was and its outcome is not known: ask by number, then by the marker. */
    ISSUING,
    /** The ZMO exists; it may not have its number yet. */
    RENAMING,
    /** The ZMO exists and has its number. */
    ISSUED,
    /** Sales documents are being issued, or were and their outcome is not known: ask for them. */
    SELLING,
    /** Sales documents exist. */
    SOLD;

    /** Whether an ERP write was begun whose outcome nobody noted. */
    public boolean unclear() {
        return this == ISSUING || this == SELLING;
    }

    /** Whether the ZMO is known to exist. */
    public boolean hasZmo() {
        return compareTo(RENAMING) >= 0;
    }
}
