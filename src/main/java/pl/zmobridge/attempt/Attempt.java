package pl.zmobridge.attempt;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import pl.zmobridge.camel.SqlParameters;
import pl.zmobridge.order.ReceivedOrder;
import pl.zmobridge.register.RegisteredOrder;

/**
 * One attempt at one order: what the routes carry in the variable {@code attempt}, from the claim to the outcome. It begins with
 * whose work is wanted, learns in the claim which order that is, and collects what the shop, the ERP and the register say of it.
 * It belongs to one exchange and is used by one thread at a time. Statements take their parameters from it by the names in {@link #parameter}.
 */
public final class Attempt implements SqlParameters {
    /** What has become of an attempt, as far as the register knows. */
    enum End {
        NOTHING,
        IMPORTED,
        SOLD,
        FAILED
    }

    /** Which order is claimed: the next one of a kind, or the one that a person names. */
    public enum Due {
        OLDEST_IMPORT("due-import-FIFO"),
        NEWEST_IMPORT("due-import-LIFO"),
        REALISATION("due-realise"),
        FEEDBACK("due-feedback"),
        DEAD_LETTER("due-dead-letter"),
        THIS_ORDER("due-this-order");

        private final String statement;

        Due(String statement) {
            this.statement = statement;
        }

        /** The name of the file in {@code sql/} that finds it. */
        public String statement() {
            return statement;
        }
    }

    private final String shop;
    private final Optional<String> worker;
    private final Due due;
    private final Optional<Long> wanted;
    private final boolean currentData;
    private final boolean realising;

    private Step step;
    private Optional<Long> order = Optional.empty();
    private String buyerKey = "";
    private String claim = "";
    private Optional<Instant> firstLook = Optional.empty();

    private Optional<RegisteredOrder> registered = Optional.empty();
    private Optional<ReceivedOrder> received = Optional.empty();
    private Optional<Exception> failure = Optional.empty();
    private Map<String, Object> letter = Map.of();
    private Map<String, String> changes = Map.of();
    private Optional<RuntimeException> refusal = Optional.empty();
    private ImportDecision importing = new ImportDecision.Nothing();
    private String reason = "";
    private End end = End.NOTHING;
    private boolean refreshed;
    private boolean held;
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
        this.wanted = wanted;
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

    /** When its order was first looked for; now, if it was not yet. */
    public Instant looksSince(Instant now) {
        if (firstLook.isEmpty()) {
            firstLook = Optional.of(now);
        }
        return firstLook.get();
    }

    /** It has an order, and nobody else has that order's buyer. */
    void take(long claimedOrder, String claimedBuyer, String token, Optional<Step> stepOfLetter) {
        order = Optional.of(claimedOrder);
        buyerKey = claimedBuyer;
        claim = token;
        held = true;
        stepOfLetter.ifPresent(found -> step = found);
    }

    /** The claim did not come about: its transaction failed. */
    void unclaimed() {
        order = Optional.empty();
        claim = "";
        held = false;
    }

    /** Where the order stands, read anew; what an earlier try of this attempt has learnt of the ERP is forgotten. */
    void found(RegisteredOrder now) {
        registered = Optional.of(now);
        zmo.forget();
        sale.forget();
    }

    /** What the shop says of the order now. */
    public void received(ReceivedOrder now) {
        received = Optional.of(now);
    }

    void refused(RuntimeException now) {
        refusal = Optional.of(now);
    }

    RuntimeException refusal() {
        return refusal.orElseThrow(() -> new IllegalStateException("Nothing was refused"));
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

    void letGo() {
        held = false;
    }

    /** Whether it has a claim that nobody has released yet. */
    public boolean isHeld() {
        return held;
    }

    void failed(Exception now) {
        failure = Optional.of(now);
    }

    void changed(Map<String, String> fields) {
        changes = fields;
    }

    /** What changed in the shop since the register last knew the order, for people. */
    public Map<String, String> changes() {
        return changes;
    }

    /** What the failure became in the register. */
    void became(Map<String, Object> deadLetter) {
        letter = deadLetter;
    }

    Map<String, Object> letter() {
        return letter;
    }

    /** What is registered now of this attempt. */
    void ended(End now) {
        end = now;
    }

    /** The operator's hook that hears of what this attempt has done. */
    public String hook() {
        return switch (end) {
            case FAILED -> "after-failure";
            case IMPORTED -> "after-import";
            case SOLD -> "after-sale";
            case NOTHING -> "";
        };
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

    /** What closes its order, and why. */
    public Closing closing(String why) {
        return new Closing(orderId(), why);
    }

    /** Whether there is an order to work on. */
    public boolean isClaimed() {
        return order.isPresent();
    }

    /** Whether it is at a dead letter that a worker found due. */
    public boolean isRetry() {
        return due == Due.DEAD_LETTER;
    }

    public boolean isFeedback() {
        return step == Step.FEEDBACK;
    }

    /** The order's id in the shop. */
    public long orderId() {
        return order.or(() -> wanted)
                .orElseThrow(() -> new IllegalStateException("Nothing is claimed, so there is no order"));
    }

    /** The order's id in the shop, once it is known which one it is. */
    public Optional<Long> order() {
        return order.or(() -> wanted);
    }

    public String buyerKey() {
        return buyerKey;
    }

    public String claim() {
        return claim;
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
        return failure;
    }

    public String reason() {
        return reason;
    }

    public ZmoFacts zmo() {
        return zmo;
    }

    public SaleFacts sale() {
        return sale;
    }

    /** The number that the ZMO has in the ERP. */
    public String erpNumber() {
        return zmo.erpNumber();
    }

    @Override
    public Object parameter(String name) {
        return switch (name) {
            case "orderId" -> order().<Object>map(id -> id).orElse(NONE);
            case "wantedOrder" -> wanted.isPresent() ? wanted.get() : NONE;
            case "step" -> step.name();
            case "buyerKey" -> buyerKey;
            case "claim" -> claim;
            case "reason" -> reason;
            case "realising" -> realising;
            case "importId" -> registered().importId();
            case "importNo" -> registered().importNo();
            case "zmoContractor" -> registered().zmoContractorOrNone();
            case "feedbackImport", "moment" -> feedback.parameter(name);
            default -> zmo.parameter(name);
        };
    }

    @Override
    public String toString() {
        return "Attempt[" + shop + " " + step + " " + order.map(String::valueOf).orElse("-") + "]"; // I6
    }
}
