package pl.zmobridge.symfonia;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import pl.zmobridge.order.OrderCard.Line;

/**
 * S4: which positions of a ZMO stay under their ids, which are new, which go. It is made from what the ERP holds now, so that an edit
 * that was sent twice ends in the same ZMO. Where the ERP shows a position that is added, it decides itself: ids go before L3's order.
 */
final class PositionEdits {
    private final List<JsonNode> left = new ArrayList<>();
    private final Map<Integer, Integer> ids = new HashMap<>();

    private PositionEdits(List<Line> lines, JsonNode stored) {
        Wire.field(stored, "Positions").forEach(left::add);
        match(lines, (line, position) -> isOf(line, position) && isWorth(line, position));
        match(lines, PositionEdits::isOf);
    }

    private interface Fit {
        boolean test(Line line, JsonNode position);
    }

    /**
     * @param positions of the {@code OrderEdit}, one for each line, in their order; they get their ids, and those to delete are added
     * @param stored the ZMO as it is now
     */
    static void add(ArrayNode positions, List<Line> lines, JsonNode stored) {
        PositionEdits edits = new PositionEdits(lines, stored);
        edits.ids.forEach((line, id) -> ((ObjectNode) positions.get(line)).put("PositionId", id));
        edits.left.forEach(
                gone -> positions.addObject().put("PositionId", id(gone)).put("Delete", true));
    }

    private void match(List<Line> lines, Fit fit) {
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            if (!ids.containsKey(i)) {
                Optional<JsonNode> found = first(position -> fit.test(line, position));
                if (found.isPresent()) {
                    left.remove(found.get());
                    ids.put(i, id(found.get()));
                }
            }
        }
    }

    private Optional<JsonNode> first(Predicate<JsonNode> fits) {
        return left.stream().filter(fits).findFirst();
    }

    private static boolean isOf(Line line, JsonNode position) {
        String code = Wire.text(position, "ProductCode").strip();
        return line.code().isEmpty()
                ? code.isEmpty() && Wire.text(position, "Name").strip().equals(line.name())
                : code.equalsIgnoreCase(line.code());
    }

    private static boolean isWorth(Line line, JsonNode position) {
        return Wire.decimal(position, "GrossValue")
                .filter(value -> value.compareTo(line.value()) == 0)
                .isPresent();
    }

    /** An edit names it {@code PositionId}, an answer {@code Id}. */
    private static int id(JsonNode position) {
        return Wire.id(position, Wire.text(position, "PositionId").isEmpty() ? "Id" : "PositionId");
    }
}
