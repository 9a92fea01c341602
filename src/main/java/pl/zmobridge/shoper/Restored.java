package pl.zmobridge.shoper;

/**
 * S7: the shop was restored from a backup, and gives ids that the bridge knows to other orders.
 *
 * @param sign what shows it
 * @param known the highest order that the bridge knows
 * @param newest the shop's newest order, of {@link Sign#NEWEST}
 * @param others how many orders have become others, of {@link Sign#ORDERS}
 */
public record Restored(Sign sign, long known, long newest, int others) {

    public enum Sign {
        /** The newest order of the shop is older than those that the bridge knows. */
        NEWEST,
        /** Orders that the bridge knows are others. */
        ORDERS
    }

    /** For the log. */
    public String inEnglish() {
        return sign == Sign.NEWEST
                ? "The newest order of the shop is " + newest + ", and the bridge knows order " + known
                        + ": the shop was restored from a backup, or its newest orders were deleted"
                : "Under numbers that the bridge knows (up to " + known
                        + ") the shop has other orders: it was restored from a backup";
    }

    /** A sentence in Polish. */
    public String words() {
        return sign == Sign.NEWEST
                ? "Najnowsze zamówienie w sklepie ma numer " + newest + ", a most zna już zamówienie " + known
                        + ": sklep odtworzono z kopii albo usunięto z niego najnowsze zamówienia."
                : "Pod numerami, które most zna (do " + known + "), są teraz w sklepie inne zamówienia (zauważono: "
                        + others + "): sklep odtworzono z kopii.";
    }
}
