package pl.zmobridge.attempt;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the register is to note of an order's news, one statement after another: what the variable {@code effects} holds. It belongs to
 * one exchange.
 */
public final class Effects {
    private final long orderId;
    private final Deque<Effect> left = new ArrayDeque<>();
    private String statement = "";

    /** @param statement a file in {@code sql/} */
    private record Effect(String statement, Map<String, Object> parameters) {}

    Effects(long orderId) {
        this.orderId = orderId;
    }

    /** A statement that is told of nothing but the order, and these. */
    void add(String name, Map<String, Object> parameters) {
        Map<String, Object> all = new HashMap<>(parameters);
        all.put("orderId", orderId);
        left.add(new Effect(name, all));
    }

    /** Reviews of this cause go; of every cause for an empty one. */
    void over(String cause) {
        add("review-resolve", Map.of("cause", cause, "reason", "Powód ustał"));
    }

    /** The review is stored and told in the timeline. */
    void review(Map<String, Object> letter) {
        add("dead-letter-store", letter);
        add("event-insert", DeadLetters.event(orderId, letter));
    }

    public boolean isMore() {
        return !left.isEmpty();
    }

    /** The name of the statement whose parameters were given last. */
    public String statement() {
        return statement;
    }

    List<Map<String, Object>> next() {
        Effect next = left.remove();
        statement = next.statement();
        return List.of(next.parameters());
    }
}
