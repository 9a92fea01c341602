package pl.zmobridge.order;

/**
 * Which rule decided what an order becomes (D1).
 *
 * @param rule its id; blank without a file of rules, where H4 decides
 */
public record Decision(String rule, DocumentOutcome outcome) {
    /** No rule: H4 and the general keys decide. */
    public static final Decision NONE = new Decision("", DocumentOutcome.of(DocumentOutcome.Kind.INVOICE));

    /** Why no document is made of the order's ZMO: the operator's reason, else a sentence in Polish that names the rule. */
    public String notRealised() {
        return outcome.reason().isBlank()
                ? "Zgodnie z regułą „" + rule + "” ZMO nie jest realizowane"
                : outcome.reason();
    }

    public boolean isByRule() {
        return !rule.isEmpty();
    }
}
