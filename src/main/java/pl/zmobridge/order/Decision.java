package pl.zmobridge.order;

import java.util.Optional;
import pl.zmobridge.order.DocumentOutcome.Kind;
import pl.zmobridge.order.DocumentOutcome.Ksef;
import pl.zmobridge.order.OrderCard.Document;
import pl.zmobridge.order.OrderCard.Party;

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

    /** The same, settled whether the document goes to KSeF: as the rule says, else an invoice to a firm must, a person's may, a receipt never does. */
    Decision settled(Document document, Party buyer) {
        if (isByRule() && outcome.ksef() != Ksef.UNSAID) {
            return this;
        }
        Ksef settled =
                document == Document.RECEIPT ? Ksef.NEVER : buyer.nip().isEmpty() ? Ksef.OPTIONAL : Ksef.REQUIRED;
        return new Decision(rule, outcome.with(settled), foreignVat);
    }

    public boolean isByRule() {
        return !rule.isEmpty();
    }

    /** Why the order gets no document at all; empty when it gets one. */
    public Optional<String> noDocument() {
        return isByRule() && outcome.kind() == Kind.NONE ? Optional.of(outcome.reason()) : Optional.empty();
    }
}
