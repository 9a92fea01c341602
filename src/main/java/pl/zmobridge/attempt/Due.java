package pl.zmobridge.attempt;

/** Which order is claimed: the next one of a kind, or the one that a person names. */
public enum Due {
    OLDEST_IMPORT("due-import-FIFO"),
    NEWEST_IMPORT("due-import-LIFO"),
    REALISATION("due-realise"),
    FEEDBACK("due-feedback"),
    DEAD_LETTER("due-dead-letter"),
    THIS_ORDER("due-this-order");

    private final String statement;

    Due(String statement) {
        this.statement = statement;
    }

    /** The name of the file in {@code sql/} that finds it. */
    public String statement() {
        return statement;
    }
}
