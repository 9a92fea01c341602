package pl.zmobridge.attempt;

/** What is to be done for an order; a dead letter is of one of them. */
public enum Step {
    /** It becomes a ZMO. */
    IMPORT("direct:import-order"),
    /** Its ZMO becomes sales documents. */
    REALISE("direct:realise-order"),
    /** The shop hears of it. */
    FEEDBACK("direct:feedback-order"),
    /** A person looks at it; no worker does. */
    REVIEW("");

    private final String route;

    Step(String route) {
        this.route = route;
    }

    /** Where it is done; empty when only a person does it. */
    public String route() {
        return route;
    }
}
