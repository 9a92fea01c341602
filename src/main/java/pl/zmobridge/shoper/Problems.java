package pl.zmobridge.shoper;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import pl.zmobridge.order.UnreadableValue;

/** Collects what is wrong; the stand-ins given meanwhile never leave {@link OrderReading#order}. */
final class Problems {
    private final List<String> found;
    private final String place;

    Problems() {
        this(new ArrayList<>(), "");
    }

    private Problems(List<String> found, String place) {
        this.found = found;
        this.place = place;
    }

    Problems in(String where) {
        return new Problems(found, place + where + ": ");
    }

    <T> T or(T standIn, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (UnreadableValue e) {
            add(e.getMessage());
            return standIn;
        }
    }

    String text(JsonNode row, String field) {
        return or("", () -> Fields.text(row, field));
    }

    void add(String problem) {
        String sentence = place + problem;
        if (!found.contains(sentence)) {
            found.add(sentence);
        }
    }

    List<String> found() {
        return List.copyOf(found);
    }

    void throwIfAny(long orderId) {
        if (!found.isEmpty()) {
            throw new UnreadableOrder(orderId == 0 ? "bez numeru" : String.valueOf(orderId), found);
        }
    }
}
