package pl.zmobridge.attempt;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import pl.zmobridge.camel.SqlParameters;
import pl.zmobridge.order.CardOutcome;
import pl.zmobridge.order.OrderCard.Party;
import pl.zmobridge.order.ReceivedOrder;
import pl.zmobridge.register.RegisteredOrder;
import pl.zmobridge.symfonia.ErpUnavailable;

/**
 * One attempt at one order: what the routes carry in the variable {@code attempt}, from the claim to the outcome. It begins with
 * whose work is wanted, learns in the claim which order that is, and collects what the shop, the ERP and the register say of it.
 * It belongs to one exchange and is used by one thread at a time. Statements take their parameters from it by the names in {@link #parameter}.
 */
public final class Attempt implements SqlParameters {
    /** What has become of an attempt, as far as the register knows, and the operator's hook that hears of it. */
    enum End {
        NOTHING(""),
        IMPORTED("after-import"),
        SOLD("after-sale"),
        FAILED("after-failure");

        private final String hook;

        End(String hook) {
            this.hook = hook;
        }
    }

    private final String shop;
    private final Optional<String> worker;
    private final Due due;
    private final boolean currentData;
    private final boolean realising;

    private Step step;

    private Optional<RegisteredOrder> registered = Optional.empty();
    private Optional<ReceivedOrder> received = Optional.empty();
    private Map<String, String> changes = Map.of();
    private ImportDecision importing = new ImportDecision.Nothing();
    private String reason = "";
    private String note = "order-act-now";
    private End end = End.NOTHING;
    private boolean refreshed;
    final ClaimFacts claim;
    final FailureFacts failing = new FailureFacts();
    final WriteFacts write = new WriteFacts();
    final BuyerFacts buyer = new BuyerFacts();
    final ZmoFacts zmo = new ZmoFacts();
    final SaleFacts sale = new SaleFacts();
    final FeedbackFacts feedback = new FeedbackFacts();

    private Attempt(
            String shop,
            Step step,
            Due due,
            Optional<String> worker,
            Optional<Long> wanted,
            boolean currentData,
            boolean realising) {
        this.shop = Objects.requireNonNull(shop);
        this.step = step;
        this.due = due;
        this.worker = worker;
        this.claim = new ClaimFacts(wanted);
        this.currentData = currentData;
        this.realising = realising;
    }

    /**
     * A worker's: at the dead letter that has been due the longest. Its step is known once it is claimed.
     *
     * @param realising whether realisations are among them (Z1)
     */
    public static Attempt ofDeadLetters(String shop, String worker, boolean realising) {
        return new Attempt(shop, Step.IMPORT, Due.DEAD_LETTER, Optional.of(worker), Optional.empty(), false, realising);
    }

    /** A worker's: at whatever is due of a step. */
    public static Attempt ofWorker(String shop, String worker, Step step, Due due) {
        return new Attempt(shop, step, due, Optional.of(worker), Optional.empty(), false, true);
    }

    /**
     * A person's: at this very order.
     *
     * @param currentData whether it begins with the shop's current data (a replay, a re-import)
     */
    public static Attempt ofPerson(String shop, Step step, long order, boolean currentData) {
        return new Attempt(shop, step, Due.THIS_ORDER, Optional.empty(), Optional.of(order), currentData, true);
    }

    /** It looks for its order, now; since when it does. */
    public Instant looksSince(Instant now) {
        return claim.looksSince(now);
    }

    /** Whether its order was looked for in vain before. */
    public boolean isLookedForAgain() {
        return claim.isLookedForAgain();
    }

    /** @param address of the ERP that it may write to (S6) */
    public Attempt writingTo(String address) {
        write.goesTo(address);
        return this;
    }

    /** It begins with another statement than that a person acts: one that notes what the person has decided. */
    public Attempt noting(String statement) {
        note = statement;
        return this;
    }

    /** The statement, in {@code sql/}, that a person's attempt begins with. */
    public String note() {
        return note;
    }

    /** Whether its ERP was stopped when the order was claimed, as far as that was asked. */
    public boolean isErpStopped() {
        return write.isStopped();
    }

    /** The address of its ERP. */
    public String erp() {
        return write.erp();
    }

    /** It has an order; of a worker's dead letter also the step is known now. */
    void take(long order, String buyer, String token, Optional<Step> stepOfLetter) {
        claim.take(order, buyer, token);
        stepOfLetter.ifPresent(found -> step = found);
    }

    /**
     * Where the order stands, read anew; what an earlier try of this attempt has learnt of the ERP is forgotten.
     *
     * @throws ErpUnavailable when the write of another attempt may still be going on (I10)
     */
    void found(RegisteredOrder now) {
        registered = Optional.of(now);
        buyer.forget();
        zmo.forget();
        sale.forget();
        write.mustBeOver(now.unclearFor());
    }

    /** What the shop says of the order now. */
    public void received(ReceivedOrder now) {
        received = Optional.of(now);
    }

    void decided(ImportDecision now) {
        importing = now;
    }

    /** What this attempt at an import comes to. */
    public ImportDecision importing() {
        return importing;
    }

    /** The register holds what the shop says now, if that was asked for: the next try need not ask again. */
    void keepsRefreshed() {
        refreshed = received.isPresent();
    }

    boolean isRefreshed() {
        return refreshed;
    }

    /** Whether the shop has just said that the order is cancelled. */
    boolean isOver() {
        return received.flatMap(ReceivedOrder::over).isPresent();
    }

    /** D1: why the order gets no document, by what the shop has just said or by its card; empty when it gets one. */
    Optional<String> noDocument() {
        return received.map(ReceivedOrder::outcome).map(CardOutcome::noDocument).orElseGet(() -> registered
                .filter(RegisteredOrder::hasCard)
                .flatMap(known -> known.card().decision().noDocument()));
    }

    /** Whether it has a claim that nobody has released yet. */
    public boolean isHeld() {
        return claim.isHeld();
    }

    /** Everybody whom its failure may name. */
    List<Party> people() {
        return Stream.concat(registered.stream().flatMap(each -> each.parties().stream()), failing.strangers().stream())
                .toList();
    }

    void changed(Map<String, String> fields) {
        changes = fields;
    }

    /** What changed in the shop since the register last knew the order, for people. */
    public Map<String, String> changes() {
        return changes;
    }

    /** What is registered now of this attempt. */
    void ended(End now) {
        end = now;
    }

    /** The operator's hook that hears of what this attempt has done. */
    public String hook() {
        return end.hook;
    }

    public boolean hasHook() {
        return !hook().isEmpty();
    }

    /** Why something ends here: in the words that the timeline and closed dead letters keep. */
    public void ends(String why) {
        reason = why;
    }

    public String shop() {
        return shop;
    }

    public Step step() {
        return step;
    }

    public Due due() {
        return due;
    }

    /** The worker's name; empty when a person asks. */
    public Optional<String> worker() {
        return worker;
    }

    /** Whether a person asked for it. */
    public boolean isAskedByPerson() {
        return worker.isEmpty();
    }

    /** Whether a person has just wanted its order imported once more (Z7). */
    boolean isImportedAgain() {
        return isAskedByPerson() && registered().importNo() > 1;
    }

    /** What closes its order, and why. */
    public Closing closing(String why) {
        return new Closing(orderId(), why);
    }

    /** The statement, in {@code sql/}, that ends its claim. */
    public String release() {
        return claim.release();
    }

    /** Whether a dead letter of its step was open when the order was read, which closes with the step. */
    public boolean isRepeated() {
        return claim.isRepeated();
    }

    /** Whether there is an order to work on. */
    public boolean isClaimed() {
        return claim.isClaimed();
    }

    /** Whether it is at a dead letter that a worker found due. */
    public boolean isRetry() {
        return due == Due.DEAD_LETTER;
    }

    /** Whether texts go without what the ERP may be unable to store. */
    boolean isPlain() {
        return write.hasFailed() || registered().isToBePlain();
    }

    /** Whether a failure that may be short is sat out here: not while a write may still be going on (I10). */
    public boolean isTriedAgainHere() {
        return !isFeedback() && !write.isUnanswered();
    }

    /** The statement about feedback that goes with the dead letter of this attempt. */
    public String feedbackAfterFailure() {
        return isFeedback() ? "feedback-held" : "feedback-failed";
    }

    public boolean isFeedback() {
        return step == Step.FEEDBACK;
    }

    /** Whether a person looks at a review. */
    public boolean isReview() {
        return step == Step.REVIEW;
    }

    /** The order's id in the shop. */
    public long orderId() {
        return order().orElseThrow(() -> new IllegalStateException("Nothing is claimed, so there is no order"));
    }

    /** The order's id in the shop, once it is known which one it is. */
    public Optional<Long> order() {
        return claim.order();
    }

    public String buyerKey() {
        return claim.buyerKey();
    }

    public boolean wantsCurrentData() {
        return currentData;
    }

    /** Whether a person wants an order imported that the register does not have. */
    public boolean isOfUnknownOrder() {
        return step == Step.IMPORT && isAskedByPerson() && !currentData;
    }

    /** Where the order stands. */
    public RegisteredOrder registered() {
        return registered.orElseThrow(() -> new IllegalStateException("The register was not asked for the order"));
    }

    /** Where the order stood when it was last read; empty before. */
    public Optional<RegisteredOrder> known() {
        return registered;
    }

    public Optional<ReceivedOrder> received() {
        return received;
    }

    public Optional<Exception> failure() {
        return failing.thrown();
    }

    /** Whether it failed, and the register knows nothing of that. */
    boolean isFailureUnstored() {
        return end != End.FAILED
                && failure().filter(each -> !(each instanceof SpareFailure)).isPresent();
    }

    /** Whether it failed because a document of the ERP is not the order's (S6). */
    public boolean isMismatch() {
        return failing.isMismatch();
    }

    public String reason() {
        return reason;
    }

    public BuyerFacts buyer() {
        return buyer;
    }

    public ZmoFacts zmo() {
        return zmo;
    }

    public SaleFacts sale() {
        return sale;
    }

    /** Whether the order has its warehouse document now, and its sale is what is missing (D1). */
    public boolean isHalfSold() {
        return Realisation.of(registered()).goesOnAfter(sale.documents());
    }

    /** The number that the ZMO has in the ERP. */
    public String erpNumber() {
        return zmo.erpNumber();
    }

    @Override
    public Object parameter(String name) {
        return switch (name) {
            case "orderId", "wantedOrder", "buyerKey", "claim" -> claim.parameter(name);
            case "step" -> step.name();
            case "erp", "writeLease", "leftAlone", "hasIntended" -> write.parameter(name);
            case "reason" -> reason;
            case "realising" -> realising;
            case "importId", "importNo", "zmoContractor", "orderState", "wasCertain" ->
                registered().parameter(name);
            case "changeFirst" -> sale.decision().isChangeFirst();
            case "goesOn" ->
                zmo.write() != ZmoWrite.WITHDRAW && !registered().state().equals("CLOSED");
            case "notRealised" -> sale.decision().isNotRealised();
            case "sells" -> Realisation.of(registered()).next().name();
            case "zmoCalled" -> sale.zmoCalled();
            case "halfSold" -> isHalfSold();
            case "contractorCode", "contractorId", "cardUpdated" -> buyer.parameter(name);
            case "feedbackImport", "moment", "failedStatus" -> feedback.parameter(name);
            default -> zmo.parameter(name);
        };
    }

    @Override
    public String toString() {
        return "Attempt[" + shop + " " + step + " "
                + order().map(String::valueOf).orElse("-") + "]"; // I6
    }
}
