package pl.zmobridge.shoper;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import pl.zmobridge.order.ShopOrder.Line;

/** What was bought: the lines of an order, and what bundles consist of (L). */
final class LineReading {
    private LineReading() {}

    /** Those of this order among the rows, each once. */
    static List<Line> lines(long orderId, List<JsonNode> rows, Problems problems) {
        Map<Long, Line> lines = new LinkedHashMap<>();
        for (JsonNode row : rows) {
            if (problems.or(0L, () -> Fields.id(row, "order_id")) != orderId) {
                continue;
            }
            long lineId = problems.or(0L, () -> Fields.id(row, "id"));
            if (!lines.containsKey(lineId)) {
                lines.put(
                        lineId,
                        line(
                                row,
                                problems.in("Pozycja " + lineId + " („"
                                        + row.path("name").asText() + "”)")));
            }
        }
        return List.copyOf(lines.values());
    }

    private static Line line(JsonNode row, Problems problems) {
        return new Line(
                // 0 for goods deleted from the catalogue
                problems.or(0L, () -> Fields.optionalId(row, "product_id").orElse(0L)),
                problems.or("", () -> Fields.code(row, "code")),
                problems.text(row, "name"),
                problems.text(row, "option"),
                problems.or(BigDecimal.ZERO, () -> Fields.amount(row, "price")),
                problems.or(BigDecimal.ZERO, () -> Fields.percent(row, "discount_perc")),
                problems.or(BigDecimal.ZERO, () -> Fields.amount(row, "quantity")),
                problems.text(row, "unit"),
                problems.text(row, "tax"),
                problems.text(row, "tax_value"),
                parts(row, problems));
    }

    /** The products of a bundle (L7); they hold no bundles themselves. */
    private static List<Line> parts(JsonNode row, Problems problems) {
        List<Line> parts = new ArrayList<>();
        for (JsonNode child : row.path("children")) {
            parts.add(line(child, problems.in("składnik „" + child.path("name").asText() + "”")));
        }
        return parts;
    }
}
