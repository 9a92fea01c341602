package pl.zmobridge.order;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What turned up while an order was judged, in Polish: problems that stop it, holds for a person, warnings. */
final class Findings {

    private final long shopOrderId;
    private final List<String> problems = new ArrayList<>();
    private Fault fault = Fault.OTHER;
    private final Set<String> warnings = new LinkedHashSet<>();
    private final Set<OrderCard.Hold> holds = new LinkedHashSet<>();
    private Optional<OpenDifference> difference = Optional.empty();

    Findings(long shopOrderId) {
        this.shopOrderId = shopOrderId;
    }

    /** @param sentence begins in lower case: the order is named before it */
    void problem(String sentence) {
        problem(Fault.OTHER, sentence);
    }

    /** @param sentence begins in lower case: the order is named before it */
    void problem(Fault kind, String sentence) {
        fault = problems.isEmpty() ? kind : fault;
        problems.add("Zamówienie " + shopOrderId + ": " + sentence);
    }

    /** A problem that a person can settle (L6). */
    void open(OpenDifference what, String sentence) {
        problem(Fault.TOTAL, sentence);
        difference = Optional.of(what);
    }

    Optional<OpenDifference> difference() {
        return difference;
    }

    void warning(String sentence) {
        warnings.add(sentence);
    }

    /** What kind of thing the first problem is. */
    Fault fault() {
        return fault;
    }

    void hold(OrderCard.Stage before, String sentence) {
        holds.add(new OrderCard.Hold(before, sentence));
    }

    List<OrderCard.Hold> holds() {
        return List.copyOf(holds);
    }

    List<String> problems() {
        return List.copyOf(problems);
    }

    List<String> warnings() {
        return List.copyOf(warnings);
    }
}
