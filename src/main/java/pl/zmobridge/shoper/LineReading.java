package pl.zmobridge.shoper;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import pl.zmobridge.order.ShopOrder.Line;
import pl.zmobridge.order.ShopOrder.Unread;

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
        String code = problems.or("", () -> Fields.code(row, "code"));
        return line(row, code, problems, parts(row), () -> Unread.NOTHING);
    }

    /** The products of a bundle (L7); they hold no bundles themselves. */
    private static List<Line> parts(JsonNode row) {
        List<Line> parts = new ArrayList<>();
        row.path("children").forEach(child -> parts.add(part(child)));
        return parts;
    }

    /** Whether it becomes a position is for the rules to say, so what of it cannot be read is told along with it. */
    private static Line part(JsonNode row) {
        Problems trust = new Problems();
        trust.or("", () -> Fields.code(row, "code"));
        Problems values = new Problems();
        String code = values.text(row, "code");
        return line(
                row,
                code,
                values,
                List.of(),
                () -> new Unread(trust.found().stream().findFirst(), values.found()));
    }

    private static Line line(JsonNode row, String code, Problems problems, List<Line> parts, Supplier<Unread> unread) {
        return new Line(
                // 0 for goods deleted from the catalogue
                problems.or(0L, () -> Fields.optionalId(row, "product_id").orElse(0L)),
                code,
                problems.text(row, "name"),
                problems.text(row, "option"),
                problems.or(BigDecimal.ZERO, () -> Fields.amount(row, "price")),
                problems.or(BigDecimal.ZERO, () -> Fields.percent(row, "discount_perc")),
                problems.or(BigDecimal.ZERO, () -> Fields.amount(row, "quantity")),
                problems.text(row, "unit"),
                problems.text(row, "tax"),
                problems.text(row, "tax_value"),
                parts,
                unread.get()); // when all else is read
    }
}
