package pl.zmobridge.attempt;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import pl.zmobridge.camel.SqlParameters;
import pl.zmobridge.failure.Failure;
import pl.zmobridge.order.CorrectionDoubt;
import pl.zmobridge.order.CorrectionProposal;
import pl.zmobridge.order.ReceivedOrder;
import pl.zmobridge.order.ShopOrder;
import pl.zmobridge.order.Texts;
import pl.zmobridge.register.SentCorrection;
import pl.zmobridge.symfonia.StoredCorrection;
import pl.zmobridge.symfonia.StoredSale;

/**
 * A correction of one sold order on its way from the proposal to the outcome (E6): what the routes carry in the variable {@code correction}.
 * It belongs to one exchange. Statements take their parameters from it by the names in {@link #parameter}.
 */
public final class Correction implements SqlParameters {
    private final Wish wish;

    // what the register knows
    private List<Integer> documents = List.of();
    private String documentNumbers = "";
    private Set<CorrectionDoubt> registered = Set.of();
    private List<String> noted = List.of();
    private Optional<SentCorrection> open = Optional.empty();
    private Set<Integer> known = Set.of();

    // what the shop says
    private boolean deleted;
    private Optional<ShopOrder> order = Optional.empty();
    private Optional<ReceivedOrder> received = Optional.empty();
    private CorrectionProposal.Why why = CorrectionProposal.Why.DELETED;

    // what the ERP says
    private Optional<StoredSale> sale = Optional.empty();
    private boolean saleAsked;
    private Optional<List<Integer>> sequence = Optional.empty();
    private boolean sequenceAsked;
    private final Deque<Integer> unread = new ArrayDeque<>();
    private boolean unseen;
    private final List<StoredCorrection> read = new ArrayList<>();

    // what comes of it
    private Optional<CorrectionProposal> proposal = Optional.empty();
    private Optional<SentCorrection> sent = Optional.empty();
    private Outcome outcome = Outcome.SENDING;
    private Optional<StoredCorrection> stored = Optional.empty();
    private List<String> differences = List.of();
    private Optional<Failure> failure = Optional.empty();

    /**
     * What a person wants.
     *
     * @param actor who; blank when nobody has a name
     * @param version of the proposal that was read; blank for none
     * @param keepDelivery whether the delivery of a returned order is paid all the same
     * @param byHand the number of a correction that was issued by hand; blank for none
     */
    public record Wish(String actor, String version, boolean keepDelivery, String byHand) {
        /** Nothing: what was sent without an answer is looked for. */
        public static final Wish NONE = new Wish("", "", false, "");
    }

    /** What has become of a correction; stands in the register. */
    public enum Outcome {
        /** It was sent, or is about to be. */
        SENDING,
        ISSUED,
        BY_HAND,
        REFUSED,
        /** It was sent, and the ERP has none. */
        NOT_WRITTEN,
        /** It was sent, and the ERP has corrections that nobody knows. */
        UNSETTLED
    }

    public Correction(Wish wish) {
        this.wish = wish;
    }

    public Wish wish() {
        return wish;
    }

    /** Takes the row of {@code correction-facts}. */
    void facts(
            List<Integer> sales,
            String numbers,
            List<String> corrections,
            Set<CorrectionDoubt> doubts,
            Optional<SentCorrection> pending) {
        documents = sales;
        documentNumbers = numbers;
        noted = corrections;
        registered = doubts;
        open = pending;
    }

    Set<CorrectionDoubt> registeredDoubts() {
        return registered;
    }

    /** The one document that is corrected; empty when there is none, or several. */
    Optional<Integer> document() {
        return documents.size() == 1 ? Optional.of(documents.get(0)) : Optional.empty();
    }

    /** The documents' numbers, for people. */
    public String documentNumber() {
        return sale.map(StoredSale::number).orElse(documentNumbers);
    }

    public Optional<Integer> documentId() {
        return document();
    }

    /** Whether a poll has seen that the shop deleted the order (E4). */
    void deleted(boolean is) {
        deleted = is;
    }

    /** Whether the shop did not show the order, though nobody knows that it was deleted. */
    boolean isUnread() {
        return received.isEmpty() && !deleted;
    }

    void shopSays(Optional<ShopOrder> now, ReceivedOrder read) {
        order = now;
        received = Optional.of(read);
        why = read.over().isPresent() ? CorrectionProposal.Why.RETURNED : CorrectionProposal.Why.CHANGED;
    }

    Optional<ShopOrder> order() {
        return order;
    }

    Optional<ReceivedOrder> received() {
        return received;
    }

    CorrectionProposal.Why why() {
        return why;
    }

    /** Whether the ERP has something to tell that was not asked yet. */
    public boolean isAsking() {
        return document().isPresent() && (!saleAsked || !sequenceAsked && sale.isPresent());
    }

    boolean asksForSale() {
        return !saleAsked;
    }

    void saleIs(Optional<StoredSale> now) {
        sale = now;
        saleAsked = true;
    }

    void sequenceIs(Optional<List<Integer>> now) {
        sequence = now;
        sequenceAsked = true;
        now.orElse(List.of()).stream().filter(id -> !known.contains(id)).forEach(unread::add);
    }

    Optional<StoredSale> sale() {
        return sale;
    }

    Optional<List<Integer>> sequence() {
        return sequence;
    }

    void proposes(CorrectionProposal now, SentCorrection asSent) {
        proposal = Optional.of(now);
        sent = Optional.of(asSent);
    }

    public CorrectionProposal proposal() {
        return proposal.orElseThrow();
    }

    /** The proposal's version: of the document, the order and everything that is proposed. */
    public String version() {
        return sent.orElseThrow().version();
    }

    /** The body that would be sent; blank when none would. */
    public String body() {
        return sent.orElseThrow().body();
    }

    /** The correction that was sent before and has no answer yet. */
    public Optional<Instant> pendingSince() {
        return open.map(SentCorrection::begunAt);
    }

    public boolean isByHand() {
        return !wish.byHand().isEmpty();
    }

    /** Whether what was issued by hand is in the register already. */
    public boolean isNoted() {
        return noted.stream().anyMatch(wish.byHand()::equalsIgnoreCase);
    }

    // ---- what was sent without an answer

    /** It goes on with what an earlier attempt has sent, and the ids of the corrections that the register knows. */
    void resumes(SentCorrection earlier, Set<Integer> others) {
        sent = Optional.of(earlier);
        known = others;
        documents = List.of(earlier.document());
        documentNumbers = earlier.documentNumber();
    }

    SentCorrection sent() {
        return sent.orElseThrow();
    }

    /** Whether the ERP must be asked once more before it is known what became of it. */
    public boolean isSearching() {
        return !sequenceAsked || stored.isEmpty() && !unread.isEmpty();
    }

    boolean asksForSequence() {
        return !sequenceAsked;
    }

    int nextUnread() {
        return unread.remove();
    }

    void found(Optional<StoredCorrection> one) {
        one.ifPresentOrElse(read::add, () -> unseen = true);
        one.filter(each -> each.isMarked(sent().marker())).ifPresent(this::issued);
    }

    /** Whether the ERP has a correction that nobody knows, or names one that it does not show. */
    boolean isAnyUnknown() {
        return unseen || !read.isEmpty();
    }

    // ---- the outcome

    void issued(StoredCorrection now) {
        stored = Optional.of(now);
        differences = now.differences(
                sent().body(), sent().difference().orElseThrow(), sent().after().orElseThrow());
        outcome = Outcome.ISSUED;
    }

    void ends(Outcome now) {
        outcome = now;
    }

    public Outcome outcome() {
        return outcome;
    }

    void failedWith(Failure why) {
        failure = Optional.of(why);
    }

    /** Why it was not written, or why nobody knows. */
    public Optional<Failure> failure() {
        return failure;
    }

    /** The statement, in {@code sql/}, that notes the outcome. */
    public String statement() {
        return switch (outcome) {
            case SENDING -> "correction-unclear";
            case BY_HAND -> "correction-insert";
            default -> "correction-ended";
        };
    }

    /** Whether the register still waits for what becomes of it. */
    public boolean isOpen() {
        return outcome == Outcome.SENDING;
    }

    /** Whether there is a correction now. */
    public boolean isDone() {
        return outcome == Outcome.ISSUED || outcome == Outcome.BY_HAND;
    }

    /** Whether the order's lines become others with it. */
    public boolean isOrderReplaced() {
        return isDone() && sent().order().isPresent();
    }

    List<String> differences() {
        return differences;
    }

    /** Its number, for people. */
    String number() {
        return stored.map(StoredCorrection::number)
                .filter(number -> !number.isEmpty())
                .orElseGet(() -> stored.map(each -> "id " + each.id()).orElse(wish.byHand()));
    }

    @Override
    public Object parameter(String name) {
        return switch (name) {
            case "correctionState" -> outcome.name();
            case "correctionId" -> stored.map(StoredCorrection::id).orElse(null);
            case "correctionNumber" -> isDone() ? number() : null;
            case "correctionDiffers" -> Texts.cut(String.join("\n", differences), 1000);
            case "correctionReason" -> Texts.cut("Korekta " + number(), 255);
            case "correctionActor" -> sent.map(SentCorrection::actor).orElse(wish.actor());
            default -> sent.isEmpty() ? NONE : sent.get().parameter(name, NONE);
        };
    }
}
