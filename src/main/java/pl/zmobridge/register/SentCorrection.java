package pl.zmobridge.register;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pl.zmobridge.order.OrderCard;

/**
 * A correction as it is noted before it is sent (E6), so that its outcome can be asked for whatever happens then; a row of {@code corrections}.
 *
 * @param document the id of the sales document that it corrects
 * @param marker by which it is known in the ERP
 * @param version of the proposal
 * @param body what is sent; blank for one that was issued by hand
 * @param before what the document came to; empty when nobody knows
 * @param after what it comes to then; empty when nobody knows
 * @param begunAt when it was noted
 * @param order the order as it is now, where that is what the documents come to with the correction
 */
public record SentCorrection(
        int document,
        String documentNumber,
        String why,
        String marker,
        String version,
        String body,
        Optional<BigDecimal> before,
        Optional<BigDecimal> after,
        String actor,
        Instant begunAt,
        Optional<Kept> order) {

    /**
     * The order as it is now.
     *
     * @param card as {@link CardStore} writes it
     * @param raw what the shop said
     * @param digest of its row
     */
    public record Kept(String card, String raw, String digest) {}

    /** Reads a row of {@code corrections}. */
    public static SentCorrection of(Map<String, Object> row) {
        return new SentCorrection(
                ((Number) row.get("corrects")).intValue(),
                text(row, "corrects_number"),
                text(row, "why"),
                text(row, "marker"),
                text(row, "version"),
                text(row, "body"),
                Optional.ofNullable((BigDecimal) row.get("before_total")),
                Optional.ofNullable((BigDecimal) row.get("after_total")),
                text(row, "actor"),
                Times.utc(row.get("begun_at")).orElseThrow().toInstant(ZoneOffset.UTC),
                Optional.ofNullable((String) row.get("kept_card"))
                        .map(card -> new Kept(card, text(row, "kept_raw"), text(row, "kept_digest"))));
    }

    /** What the document changes by. */
    public Optional<BigDecimal> difference() {
        return before.flatMap(was -> after.map(is -> is.subtract(was)));
    }

    /** Parameters of {@code line-insert}, one map a line of the order as it is now; none when it stays as it was. */
    public List<Map<String, Object>> lines(long orderId) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (OrderCard.Line line :
                order.map(kept -> CardStore.read(kept.card()).card().lines()).orElse(List.of())) {
            Map<String, Object> row = Rows.line(line);
            row.put("orderId", orderId);
            row.put("lineNo", rows.size() + 1);
            rows.add(row);
        }
        return rows;
    }

    private Optional<BigDecimal> total() {
        return order.map(kept -> CardStore.read(kept.card()).card().total());
    }

    /**
     * What statements are told of it.
     *
     * @param unknown the answer for a name that it does not know
     */
    public Object parameter(String name, Object unknown) {
        return switch (name) {
            case "corrects" -> document;
            case "correctsNumber" -> documentNumber;
            case "correctionWhy" -> why;
            case "correctionMarker" -> marker;
            case "correctionVersion" -> version;
            case "correctionBody" -> body.isEmpty() ? null : body;
            case "correctedFrom" -> before.orElse(null);
            case "correctedTo" -> after.orElse(null);
            case "keptCard" -> order.map(Kept::card).orElse(null);
            case "keptRaw" -> order.map(Kept::raw).orElse(null);
            case "keptDigest" -> order.map(Kept::digest).orElse(null);
            case "keptTotal" -> total().orElse(null);
            default -> unknown;
        };
    }

    private static String text(Map<String, Object> row, String column) {
        Object value = row.get(column);
        return value == null ? "" : value.toString();
    }
}
