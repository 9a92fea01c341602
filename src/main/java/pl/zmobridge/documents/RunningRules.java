package pl.zmobridge.documents;

import java.util.Optional;
import pl.zmobridge.order.Decision;
import pl.zmobridge.order.DocumentRules;
import pl.zmobridge.order.OrderFacts;

/** The rules of a running bridge. They are replaced as a whole, so that an order is judged by the old ones or by the new ones. */
public final class RunningRules implements DocumentRules {
    private volatile Rules rules = Rules.NONE;

    public Rules now() {
        return rules;
    }

    public void replace(Rules next) {
        rules = next;
    }

    @Override
    public Optional<Decision> decide(OrderFacts facts) {
        return rules.decide(facts);
    }
}
