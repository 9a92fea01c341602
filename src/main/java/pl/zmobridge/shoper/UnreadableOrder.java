package pl.zmobridge.shoper;

import java.util.List;
import pl.zmobridge.failure.Cause;
import pl.zmobridge.failure.Failing;
import pl.zmobridge.failure.Failure;

/** An order of which something cannot be read without guessing (I7): a dead letter, while other orders go on. */
public final class UnreadableOrder extends RuntimeException implements Failing {
    private final List<String> problems;

    UnreadableOrder(String order, List<String> problems) {
        super("Nie da się odczytać zamówienia " + order + " ze sklepu: " + String.join(" ", problems)
                + " Popraw dane w panelu sklepu; zamówienie zostanie pobrane ponownie.");
        this.problems = List.copyOf(problems);
    }

    @Override
    public Failure failure() {
        return Failure.of(Cause.UNREADABLE_ORDER).quoting(String.join("\n", problems));
    }

    /** All of them at once: Polish sentences that name the field, its value and what to do. */
    public List<String> problems() {
        return problems;
    }
}
