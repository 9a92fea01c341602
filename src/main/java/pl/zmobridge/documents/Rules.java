package pl.zmobridge.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pl.zmobridge.order.Decision;
import pl.zmobridge.order.DocumentRules;
import pl.zmobridge.order.OrderFacts;

/**
 * The rules of one file, in its order; the first one that fits decides (D1).
 *
 * @param list none without a file
 */
public record Rules(List<Rule> list) implements DocumentRules {
    /** Without a file: H4 decides. */
    public static final Rules NONE = new Rules(List.of());

    public Rules {
        list = List.copyOf(list);
    }

    @Override
    public Optional<Decision> decide(OrderFacts facts) {
        return list.isEmpty()
                ? DocumentRules.NONE.decide(facts)
                : list.stream().flatMap(rule -> rule.decide(facts).stream()).findFirst();
    }

    /** D2: the rules that were asked about an order, up to the one that fits, each with its reason; none without a file. */
    public List<Rule.Tried> explain(OrderFacts facts) {
        List<Rule.Tried> tried = new ArrayList<>();
        for (Rule rule : list) {
            tried.add(rule.tried(facts));
            if (tried.get(tried.size() - 1).fits()) {
                break;
            }
        }
        return List.copyOf(tried);
    }
}
