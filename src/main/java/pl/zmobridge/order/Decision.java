package pl.zmobridge.order;

import java.util.Optional;
import pl.zmobridge.order.DocumentOutcome.Kind;

/**
 * Which rule decided what an order becomes (D1).
 *
 * @param rule its id; blank without a file of rules, where H4 decides
 * @param foreignVat whether the rule speaks of sales abroad, so that the order may have VAT that is not Poland's (V3)
 */
public record Decision(String rule, DocumentOutcome outcome, boolean foreignVat) {
    /** No rule: H4 and the general keys decide. */
    public static final Decision NONE = new Decision("", DocumentOutcome.of(Kind.INVOICE));

    /** Of a rule that does not speak of sales abroad. */
    public Decision(String rule, DocumentOutcome outcome) {
        this(rule, outcome, false);
    }

    /** Why no document is made of the order's ZMO: the operator's reason, else a sentence in Polish that names the rule. */
    public String notRealised() {
        return outcome.reason().isBlank()
                ? "Zgodnie z regułą „" + rule + "” ZMO nie jest realizowane"
                : outcome.reason();
    }

    public boolean isByRule() {
        return !rule.isEmpty();
    }

    /** Why the order gets no document at all; empty when it gets one. */
    public Optional<String> noDocument() {
        return isByRule() && outcome.kind() == Kind.NONE ? Optional.of(outcome.reason()) : Optional.empty();
    }
}
