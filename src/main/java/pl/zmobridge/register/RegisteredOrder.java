package pl.zmobridge.register;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pl.zmobridge.failure.Cause;
import pl.zmobridge.order.AcceptedDifference;
import pl.zmobridge.order.CurrencyRate;
import pl.zmobridge.order.DifferenceRules;
import pl.zmobridge.order.OrderCard;

/**
 * One order as a worker sees it: where its import stands, and its card. Read anew for each attempt, so that an attempt knows
 * what an earlier one began (I2).
 *
 * @param number what its ZMO is called
 * @param intentAt when the last ERP write was begun, UTC
 * @param unclearFor how long the last ERP write may still be going on (I10); zero when it is over
 * @param zmoContractor the contractor of the ZMO; {@link #ONE_OFF} for none
 * @param contractorId the contractor that the register remembers for the buyer
 * @param contractorCode the code under which one exists or was about to be created
 * @param failures attempts that have failed so far
 * @param lastFailure what the last attempt failed with, if one did
 * @param refetch whether the attempt begins with the shop's current data
 * @param placedAt when the order was placed, UTC
 * @param realiseSince since when the order's status means "realise now", UTC
 * @param receivedAt when the order came into the register, UTC
 * @param pending how its ZMO differs from the order
 * @param rate of a foreign currency, which was noted with the last intent to write its ZMO (W2)
 * @param justIssued whether the bridge wrote its ZMO a moment ago, for an order that was to be realised before, and has written nothing since (S9)
 * @param released ids of the warehouse documents that the register has noted of its ZMO (D1)
 * @param releasing whether the last sale was about to make a warehouse document
 * @param accepted what a person has decided about its difference (L6)
 * @param evidence what the database said of this process's life when the order was read
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
        Duration unclearFor,
        Optional<Integer> zmoContractor,
        Optional<Integer> erpOrderId,
        String erpNumber,
        Optional<Integer> contractorId,
        String contractorCode,
        int failures,
        Optional<LastFailure> lastFailure,
        boolean refetch,
        Optional<LocalDateTime> placedAt,
        Optional<LocalDateTime> realiseSince,
        Optional<LocalDateTime> receivedAt,
        Pending pending,
        Optional<CurrencyRate> rate,
        boolean justIssued,
        Set<Integer> released,
        boolean releasing,
        Optional<AcceptedDifference> accepted,
        LifeEvidence evidence) {

    /** The contractor of a ZMO that carries its buyer's data itself (K3): no contractor. */
    public static final int ONE_OFF = 0;

    /**
     * What the step failed with.
     *
     * @param cause its code
     * @param words in the register's words
     * @param at UTC
     * @param passedHold the hold that a person has let pass since the step failed first; empty for none
     */
    public record LastFailure(String cause, String words, Optional<LocalDateTime> at, String passedHold) {
        /** Whether the ERP reported an error. */
        public boolean isErpError() {
            return cause.equals(Cause.ERP_FAILED.name()) || cause.equals(Cause.ERP_FAILS_ON_ORDER.name());
        }
    }

    /** What is to be done to a ZMO that exists: S4, E1. */
    public enum Change {
        EDIT,
        WITHDRAW
    }

    /**
     * What the register notes of a change.
     *
     * @param due noted by a poll, and not taken up yet
     * @param begun whether the order's card is newer than the ZMO
     * @param madeFrom what the ZMO was made from, if the order had a card then
     */
    public record Pending(Optional<Change> due, boolean begun, Optional<CardStore.Stored> madeFrom) {
        private static Pending of(Map<String, Object> row) {
            String madeFrom = text(row, "made_from");
            return new Pending(
                    Optional.ofNullable((String) row.get("change_due")).map(Change::valueOf),
                    row.get("made_from") != null,
                    madeFrom.isEmpty() ? Optional.empty() : Optional.of(CardStore.read(madeFrom)));
        }
    }

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
                unclearFor(row),
                number(row, "zmo_contractor_id"),
                number(row, "erp_order_id"),
                text(row, "erp_number"),
                number(row, "contractor_id"),
                text(row, "contractor_code"),
                number(row, "failures").orElse(0),
                Optional.ofNullable((String) row.get("failed_cause"))
                        .map(cause -> new LastFailure(
                                cause,
                                text(row, "failed_words"),
                                Times.utc(row.get("failed_at")),
                                text(row, "passed_hold"))),
                flag(row.get("refetch")),
                Times.utc(row.get("placed_at")),
                Times.utc(row.get("realise_since")),
                Times.utc(row.get("received_at")),
                Pending.of(row),
                rate(row),
                flag(row.get("just_issued")),
                released(text(row, "released")),
                text(row, "sells").equals("WZ"),
                accepted(row),
                LifeEvidence.of(row));
    }

    /** What a person has decided about the difference of the order of a row (L6). */
    public static Optional<AcceptedDifference> accepted(Map<String, Object> row) {
        return Optional.ofNullable((String) row.get("difference_as"))
                .map(as -> new AcceptedDifference(
                        DifferenceRules.As.valueOf(as),
                        (BigDecimal) row.get("difference_amount"),
                        (BigDecimal) row.get("difference_sum"),
                        text(row, "difference_actor"),
                        text(row, "difference_reason")));
    }

    private static Optional<CurrencyRate> rate(Map<String, Object> row) {
        return row.get("currency_rate") instanceof BigDecimal rate
                ? CurrencyRate.of(
                        text(row, "rate_currency"),
                        rate,
                        LocalDate.parse(text(row, "rate_date")),
                        text(row, "rate_source"))
                : Optional.empty();
    }

    private static Duration unclearFor(Map<String, Object> row) {
        boolean unclear = ImportState.valueOf(text(row, "import_state")).unclear();
        long millis = row.get("unclear_millis") instanceof Number left ? left.longValue() : 0;
        return unclear && millis > 0 ? Duration.ofMillis(millis) : Duration.ZERO;
    }

    /** @param ids {@code 7,9} */
    private static Set<Integer> released(String ids) {
        return Arrays.stream(ids.split(","))
                .filter(id -> !id.isEmpty())
                .map(Integer::valueOf)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether the last attempt at this step had ended with an error of the ERP before that moment, UTC. */
    public boolean hadErpErrorBefore(LocalDateTime moment) {
        return lastFailure
                .filter(LastFailure::isErpError)
                .flatMap(LastFailure::at)
                .filter(at -> at.isBefore(moment))
                .isPresent();
    }

    /** Whether texts go without what an ERP may be unable to store: it has reported an error at this step before. */
    public boolean isToBePlain() {
        return lastFailure.filter(LastFailure::isErpError).isPresent();
    }

    /** Whether a card could be built; without one there is nothing to import. */
    public boolean hasCard() {
        return stored.isPresent();
    }

    /** The people whom the order is about; none without a card. */
    public List<OrderCard.Party> parties() {
        return Stream.concat(stored.stream(), pending.madeFrom().stream())
                .map(CardStore.Stored::card)
                .flatMap(card -> Stream.of(card.contractor(), card.recipient()))
                .toList();
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

    /** The login of that account; blank when it has none, empty when the shop was not asked for it (K3). */
    public Optional<String> login() {
        return stored.flatMap(s -> Optional.ofNullable(s.login()));
    }

    /** Whether there is nothing left to import: the ZMO exists and has its name, or the order is closed. */
    public boolean isImported() {
        return state.equals("CLOSED") || importState.hasZmo() && importState != ImportState.RENAMING;
    }

    /**
     * Whether the shop must be asked for the order before it is imported: for its current data, which every further attempt begins
     * with (E7), for its children (S10), or for a card by today's rules at all.
     *
     * @param wanted whether a person wants the current data
     */
    public boolean needsFetch(boolean wanted) {
        return !hasCard()
                || importState == ImportState.NEW
                        && (refetch || wanted || failures > 0 || hasUnreadChildren() || isOfEarlierVersion());
    }

    /** A card that an earlier version made does not know today's rules (K1, V3, S10). */
    private boolean isOfEarlierVersion() {
        return card().source().equals(OrderCard.Source.UNKNOWN);
    }

    /** S10: the order is a parent whose children were not read with it. */
    private boolean hasUnreadChildren() {
        return !card().heldBefore(OrderCard.Stage.CHILDREN).isEmpty();
    }

    /** What is due for its ZMO, or was begun and must be ended; empty when nothing is. */
    public Optional<Change> changeDue() {
        boolean withdrawing = importState == ImportState.WITHDRAWING;
        if (state.equals("CLOSED")) { // E1
            return Optional.of(Change.WITHDRAW)
                    .filter(change -> withdrawing || pending.due().equals(Optional.of(change)));
        }
        if (!state.equals("ISSUED")) {
            return Optional.empty();
        }
        if (withdrawing) { // its kind of document changed, or it has come back (E2)
            return Optional.of(Change.WITHDRAW);
        }
        boolean changed = pending.due().isPresent() || pending.begun() || importState == ImportState.EDITING;
        return changed ? Optional.of(Change.EDIT) : Optional.empty();
    }

    /** The card that the ZMO was made from. */
    public Optional<OrderCard> madeFrom() {
        return (pending.begun() ? pending.madeFrom() : stored).map(CardStore.Stored::card);
    }

    /** Whether its ZMO carries the buyer's data itself (K3). */
    public boolean isOneOff() {
        return zmoContractor.equals(Optional.of(ONE_OFF));
    }

    /** The contractor of the ZMO; 0, which is no contractor, before one is known. */
    public int zmoContractorOrNone() {
        return zmoContractor.orElse(0);
    }

    /** @throws IllegalStateException before the ZMO exists */
    public int zmoId() {
        return erpOrderId.orElseThrow(() -> new IllegalStateException("Zamówienie nie ma ZMO"));
    }

    /** What statements are told of it. */
    public Object parameter(String name) {
        return switch (name) {
            case "importId" -> importId;
            case "importNo" -> importNo;
            case "zmoContractor" -> zmoContractorOrNone();
            case "orderState" -> state;
            case "wasCertain" -> !importState.unclear();
            default -> throw new IllegalArgumentException(name);
        };
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
