package pl.zmobridge.order;

import java.util.Optional;

/** Decides what becomes of an order (D1). Asked once for each card, so that no card is judged by two sets of rules. */
@FunctionalInterface
public interface DocumentRules {
    /** Without a file of rules: H4 decides. */
    DocumentRules NONE = facts -> Optional.of(Decision.NONE);

    /** What the first rule that fits says; empty when none fits. */
    Optional<Decision> decide(OrderFacts facts);
}
