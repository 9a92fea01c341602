package pl.zmobridge.shoper;

import java.util.List;
import java.util.Map;

/**
 * An order whose status the bridge follows.
 *
 * @param waiting not in the register yet: it waits for a status to import
 * @param statusId the status the register knows; 0 when none
 * @param imported whether its ZMO exists
 * @param realiseDue whether it has been in a realise status already (Z11)
 * @param realiseWaits whether a failed realisation waits to be tried again (Z4)
 * @param expired whether it has been watched for as long as the operator wants
 */
public record Watched(
        long orderId,
        boolean waiting,
        boolean imported,
        long statusId,
        boolean realiseDue,
        boolean realiseWaits,
        boolean expired) {

    /** Reads rows of {@code sql/watched-page.sql}. */
    public static List<Watched> of(List<Map<String, Object>> rows) {
        return rows.stream().map(Watched::of).toList();
    }

    private static Watched of(Map<String, Object> row) {
        String state = row.get("state").toString();
        return new Watched(
                number(row.get("shop_order_id")),
                state.equals("WAITING"),
                state.equals("ISSUED"),
                row.get("status_id") == null ? 0 : number(row.get("status_id")),
                flag(row.get("realise_due")),
                flag(row.get("realise_waits")),
                flag(row.get("expired")));
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }

    private static boolean flag(Object value) {
        return value instanceof Boolean bool ? bool : number(value) != 0;
    }
}
