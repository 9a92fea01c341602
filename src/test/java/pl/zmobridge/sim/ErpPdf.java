package pl.zmobridge.sim;

/** What {@code GET Sales/PDF} answers instead of a document's print. */
public enum ErpPdf {
    /** Nothing: it is not rendered yet. */
    EMPTY,
    WRONG_HASH,
    NOT_A_PDF
}
