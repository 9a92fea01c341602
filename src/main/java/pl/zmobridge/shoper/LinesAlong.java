package pl.zmobridge.shoper;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import pl.zmobridge.order.UnreadableValue;

/** Lines that came in the same answer as their orders. Those of orders that are not there, or that go on on another page, are to be asked for. */
final class LinesAlong {
    private static final OrderReader READER = new OrderReader();

    private final Map<Long, List<JsonNode>> lines;

    private LinesAlong(Map<Long, List<JsonNode>> lines) {
        this.lines = lines;
    }

    static LinesAlong none() {
        return new LinesAlong(Map.of());
    }

    static LinesAlong of(ListPage page) {
        return page.isLast() && isEachOnce(page.rows())
                ? new LinesAlong(page.rows().stream()
                        .sorted(Comparator.comparingLong(LinesAlong::id))
                        .collect(Collectors.groupingBy(READER::orderId)))
                : none();
    }

    private static boolean isEachOnce(List<JsonNode> rows) {
        try {
            Set<Long> ids = new HashSet<>();
            return rows.stream().map(LinesAlong::id).allMatch(ids::add);
        } catch (UnreadableValue e) {
            return false;
        }
    }

    private static long id(JsonNode line) {
        return Fields.id(line, "id");
    }

    /** An order with its lines, if they are here. */
    Optional<FetchedOrder> of(JsonNode order) {
        return Optional.ofNullable(lines.get(READER.orderId(order))).map(own -> new FetchedOrder(order, own));
    }
}
