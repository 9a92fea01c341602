package pl.zmobridge.register;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pl.zmobridge.order.OrderCard;

/**
 * One order as a worker sees it: where its import stands, and its card. Read anew for each attempt, so that an attempt knows
 * what an earlier one began (I2).
 *
 * @param number what its ZMO is called
 * @param intentAt when the last ERP write was begun, UTC
 * @param zmoContractor the contractor of the ZMO
 * @param contractorId the contractor that the register remembers for the buyer
 * @param contractorCode the code under which one exists or was about to be created
 * @param failures attempts that have failed so far
 * @param lastFailure what the last attempt failed with, if one did
 * @param refetch whether the attempt begins with the shop's current data
 * @param placedAt when the order was placed, UTC
 * @param realiseSince since when the order's status means "realise now", UTC
 */
public record RegisteredOrder(
        long orderId,
        String state,
        long statusId,
        boolean realiseDue,
        Optional<CardStore.Stored> stored,
        String buyerKey,
        long importId,
        int importNo,
        String number,
        ImportState importState,
        Optional<LocalDateTime> intentAt,
        Optional<Integer> zmoContractor,
        Optional<Integer> erpOrderId,
        String erpNumber,
        Optional<Integer> contractorId,
        String contractorCode,
        int failures,
        Optional<LastFailure> lastFailure,
        boolean refetch,
        Optional<LocalDateTime> placedAt,
        Optional<LocalDateTime> realiseSince) {

    /**
     * What the step failed with.
     *
     * @param cause its code
     * @param words in the register's words
     */
    public record LastFailure(String cause, String words) {}

    /** Reads the row of {@code sql/registered-order.sql}. */
    public static RegisteredOrder of(Map<String, Object> row) {
        return new RegisteredOrder(
                ((Number) row.get("shop_order_id")).longValue(),
                text(row, "state"),
                row.get("status_id") == null ? 0 : ((Number) row.get("status_id")).longValue(),
                flag(row.get("realise_due")),
                Optional.ofNullable((String) row.get("card")).map(CardStore::read),
                text(row, "buyer_key"),
                ((Number) row.get("import_id")).longValue(),
                ((Number) row.get("import_no")).intValue(),
                text(row, "number"),
                ImportState.valueOf(text(row, "import_state")),
                Times.utc(row.get("intent_at")),
                number(row, "zmo_contractor_id"),
                number(row, "erp_order_id"),
                text(row, "erp_number"),
                number(row, "contractor_id"),
                text(row, "contractor_code"),
                number(row, "failures").orElse(0),
                Optional.ofNullable((String) row.get("failed_cause"))
                        .map(cause -> new LastFailure(cause, text(row, "failed_words"))),
                flag(row.get("refetch")),
                Times.utc(row.get("placed_at")),
                Times.utc(row.get("realise_since")));
    }

    /** Whether a card could be built; without one there is nothing to import. */
    public boolean hasCard() {
        return stored.isPresent();
    }

    /** The people whom the order is about; none without a card. */
    public List<OrderCard.Party> parties() {
        return stored.map(CardStore.Stored::card)
                .map(card -> List.of(card.contractor(), card.recipient()))
                .orElse(List.of());
    }

    /** @throws FaultyCard without a card */
    public OrderCard card() {
        return stored.orElseThrow(FaultyCard::none).card();
    }

    public List<String> nips() {
        return stored.map(CardStore.Stored::nips).orElse(List.of());
    }

    public Optional<Long> userId() {
        return stored.flatMap(s -> Optional.ofNullable(s.userId()));
    }

    /** Whether there is nothing left to import: the ZMO exists and has its name, or the order is closed. */
    public boolean isImported() {
        return state.equals("CLOSED") || importState.hasZmo() && importState != ImportState.RENAMING;
    }

    /**
     * Whether the shop must be asked for the order before it is imported: for its current data, which every further attempt begins
     * with (E7), or for a card at all.
     *
     * @param wanted whether a person wants the current data
     */
    public boolean needsFetch(boolean wanted) {
        return !hasCard() || importState == ImportState.NEW && (refetch || wanted || failures > 0);
    }

    /** The contractor of the ZMO; 0, which is no contractor, before one is known. */
    public int zmoContractorOrNone() {
        return zmoContractor.orElse(0);
    }

    /** @throws IllegalStateException before the ZMO exists */
    public int zmoId() {
        return erpOrderId.orElseThrow(() -> new IllegalStateException("Zamówienie nie ma ZMO"));
    }

    private static String text(Map<String, Object> row, String column) {
        Object value = row.get(column);
        return value == null ? "" : value.toString();
    }

    private static Optional<Integer> number(Map<String, Object> row, String column) {
        return Optional.ofNullable((Number) row.get(column)).map(Number::intValue);
    }

    private static boolean flag(Object value) {
        return value instanceof Boolean bool ? bool : ((Number) value).intValue() != 0;
    }
}
