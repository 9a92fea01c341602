package pl.zmobridge.shoper;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import pl.zmobridge.order.Texts;

/**
 * An order whose status the bridge follows.
 *
 * @param statusId the status the register knows; 0 when none
 * @param statusName what the register calls it (H3); empty when it was not asked
 * @param imported whether its ZMO exists
 * @param realiseDue whether it has been in a realise status already (Z11)
 * @param realiseWaits whether a failed realisation waits to be tried again (Z4)
 * @param expired whether it has been watched for as long as the operator wants
 * @param waited of one that is not in the register yet: why
 * @param known what the register knows it by (S7); empty for nothing
 * @param stand where it stands besides
 */
public record Watched(
        long orderId,
        boolean imported,
        long statusId,
        Optional<String> statusName,
        boolean realiseDue,
        boolean realiseWaits,
        boolean expired,
        Optional<Waited> waited,
        Optional<KnownOrder> known,
        Stand stand) {

    /** {@code orders.status} */
    private static final int LONGEST_NAME = 255;

    /** One whose row has just been asked for, when it comes to its status alone. */
    static Watched toRealise(long orderId, long statusId) {
        return new Watched(
                orderId,
                true,
                statusId,
                Optional.empty(),
                true,
                false,
                false,
                Optional.empty(),
                Optional.empty(),
                Stand.ISSUED);
    }

    /** H3: whether the shop has another name for the very status that the register knows. */
    boolean isCalledOtherwise(Dictionaries.Status status) {
        return status.id() == statusId
                && statusName
                        .filter(known -> !known.equals(Texts.cut(status.name(), LONGEST_NAME)))
                        .isPresent();
    }

    /** S7: whether the row may be of another order that got this one's id. */
    boolean isDoubtful(JsonNode row) {
        return known.filter(order -> order.isDoubtful(row)).isPresent();
    }

    /**
     * Where it stands besides.
     *
     * @param state of the order in the register
     * @param compared whether it has a card that its row is compared with (S2)
     * @param digest of the row that the register has seen; empty when a version before stored it
     * @param selling whether an attempt to sell it is under way, or was and is unclear: that attempt decides what becomes of it
     * @param reviews causes of its reviews, each with whether it is open; those that were resolved are left out
     */
    record Stand(
            String state, boolean compared, Optional<String> digest, boolean selling, Map<String, Boolean> reviews) {
        static final Stand ISSUED = new Stand("ISSUED", false, Optional.empty(), false, Map.of());
    }

    /** Reads rows of {@code sql/watched-page.sql}. */
    public static List<Watched> of(List<Map<String, Object>> rows) {
        return rows.stream().map(Watched::of).toList();
    }

    private static Watched of(Map<String, Object> row) {
        String state = row.get("state").toString();
        return new Watched(
                number(row.get("shop_order_id")),
                state.equals("ISSUED"),
                row.get("status_id") == null ? 0 : number(row.get("status_id")),
                Optional.ofNullable((String) row.get("status")),
                flag(row.get("realise_due")),
                flag(row.get("realise_waits")),
                flag(row.get("expired")),
                Waited.of(row),
                KnownOrder.of(row),
                new Stand(
                        state,
                        flag(row.get("compared")),
                        Optional.ofNullable((String) row.get("shop_digest")),
                        flag(row.get("selling")),
                        reviews((String) row.get("reviews"))));
    }

    /** @param text {@code SENT_UNPAID OPEN,CHANGED_AFTER_SALE DISCARDED} */
    private static Map<String, Boolean> reviews(String text) {
        return text == null
                ? Map.of()
                : Arrays.stream(text.split(","))
                        .map(review -> review.split(" "))
                        .collect(Collectors.toMap(
                                review -> review[0], review -> review[1].equals("OPEN"), (a, b) -> a || b));
    }

    /** Whether it came to its end already: it is looked at for a while after that (E2, E6). */
    public boolean isEnded() {
        return isRealised() || isClosed();
    }

    boolean isRealised() {
        return stand.state().equals("REALISED");
    }

    boolean isClosed() {
        return stand.state().equals("CLOSED");
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }

    private static boolean flag(Object value) {
        return value instanceof Boolean bool ? bool : number(value) != 0;
    }
}
