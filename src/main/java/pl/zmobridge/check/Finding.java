package pl.zmobridge.check;

/**
 * One line of a check.
 *
 * @param about the key or thing it is about
 * @param advice what to do; blank when there is nothing to do
 */
public record Finding(Mark mark, Area area, String about, String text, String advice) {

    public enum Area {
        CONFIGURATION,
        SHOP,
        ERP,
        KSEF,
        DOCUMENTS,
        DATABASE,
        ROUTES,
        PORT,
        NOTIFICATIONS
    }

    public enum Mark {
        GOOD,
        /** Worth knowing, or beyond what can be tried. */
        NOTE,
        BAD
    }

    /** The same about one shop of several. */
    Finding of(String shop) {
        return new Finding(mark, area, shop + ": " + about, text, advice);
    }
}
