package pl.zmobridge.attempt;

/** What is written of a ZMO, and which statements of {@code sql/} note its intent, its refusal and its outcome. */
public enum ZmoWrite {
    /** {@code import-issued}. */
    ISSUE("issue-intent", "issue-refused", "issued", "ZMO wystawione"),
    /** {@code import-edited}, {@code order-edited} (S4). */
    EDIT("edit-intent", "edit-refused", "edited", "ZMO zmienione"),
    /** {@code import-withdrawn}, {@code order-withdrawn} (E1, S4). */
    WITHDRAW("withdraw-intent", "withdraw-refused", "withdrawn", "ZMO wycofane");

    private final String intent;
    private final String refused;
    private final String done;
    private final String reason;

    ZmoWrite(String intent, String refused, String done, String reason) {
        this.intent = intent;
        this.refused = refused;
        this.done = done;
        this.reason = reason;
    }

    public String intent() {
        return intent;
    }

    public String refused() {
        return refused;
    }

    /** How the names of its outcomes end; also for the log. */
    public String done() {
        return done;
    }

    /** With which words the order's dead letter closes. */
    String reason() {
        return reason;
    }

    /** Whether the order is noted by a statement of its own, which goes with the import's. */
    public boolean isChange() {
        return this != ISSUE;
    }

    public boolean isWithdrawal() {
        return this == WITHDRAW;
    }
}
