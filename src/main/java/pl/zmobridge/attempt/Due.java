package pl.zmobridge.attempt;

/** Which order is claimed: the next one of a kind, or the one that a person names. */
public enum Due {
    OLDEST_IMPORT("due-import-FIFO", "direct:claim-next"),
    NEWEST_IMPORT("due-import-LIFO", "direct:claim-next"),
    REALISATION("due-realise", "direct:claim-next"),
    FEEDBACK("due-feedback", "direct:claim"),
    DEAD_LETTER("due-dead-letter", "direct:claim"),
    THIS_ORDER("due-this-order", "direct:claim");

    private final String statement;
    private final String door;

    Due(String statement, String door) {
        this.statement = statement;
        this.door = door;
    }

    /** The name of the file in {@code sql/} that finds it; what every order goes through also takes its buyer's lease, in the same statement. */
    public String statement() {
        return statement;
    }

    /** The route that claims it, by its address. */
    public String door() {
        return door;
    }
}
