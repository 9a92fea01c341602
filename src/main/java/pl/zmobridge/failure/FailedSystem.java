package pl.zmobridge.failure;

/** Whose failure it is. */
public enum FailedSystem {
    SHOP("shop"),
    ERP("ERP"),
    DATABASE("database"),
    /** The National Bank of Poland, which is asked for rates of currencies. */
    NBP("NBP"),
    /** The state's register of invoices. */
    KSEF("KSeF"),
    /** This bridge, or the order's own data. */
    BRIDGE("bridge");

    private final String word;

    FailedSystem(String word) {
        this.word = word;
    }

    /** As the log, the metrics and the API's summary name it: {@code shop}, {@code ERP}, {@code database}, {@code bridge}. */
    @Override
    public String toString() {
        return word;
    }
}
