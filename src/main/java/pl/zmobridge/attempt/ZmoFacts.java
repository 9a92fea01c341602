package pl.zmobridge.attempt;

import static pl.zmobridge.camel.SqlParameters.NONE;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import pl.zmobridge.order.CurrencyRate;
import pl.zmobridge.order.PaymentForms.Match;
import pl.zmobridge.register.ImportState.Question;
import pl.zmobridge.symfonia.StoredZmo;
import pl.zmobridge.symfonia.Zmo;

/** What an attempt has learnt of an order's ZMO, and what that is made from. */
public final class ZmoFacts {
    private final Deque<Question> questions = new ArrayDeque<>();
    private Optional<Question> asked = Optional.empty();
    private ZmoWrite write = ZmoWrite.ISSUE;
    private boolean done;
    private Optional<StoredZmo> stored = Optional.empty();
    private Optional<Zmo> zmo = Optional.empty();
    private Optional<Zmo> listed = Optional.empty();
    private Optional<NotOurs> stranger = Optional.empty();
    private Optional<Match> payment = Optional.empty();
    private Optional<LocalDate> dueDate = Optional.empty();
    private Optional<CurrencyRate> rate = Optional.empty();
    private Optional<LocalDate> rateAskedFor = Optional.empty();
    private Optional<String> sent = Optional.empty();
    private final List<String> cuts = new ArrayList<>();
    private String erpNumber = "";
    private String life = "";

    void forget() {
        questions.clear();
        asked = Optional.empty();
        write = ZmoWrite.ISSUE;
        done = false;
        stored = Optional.empty();
        zmo = Optional.empty();
        listed = Optional.empty();
        stranger = Optional.empty();
        payment = Optional.empty();
        dueDate = Optional.empty();
        rate = Optional.empty();
        rateAskedFor = Optional.empty();
        sent = Optional.empty();
        cuts.clear();
        erpNumber = "";
        life = "";
    }

    /** A write of it counts for the life of this id. */
    void livesIn(String id) {
        life = id;
    }

    String life() {
        return life;
    }

    void asks(Collection<Question> wanted) {
        questions.addAll(wanted);
    }

    Question nextQuestion() {
        asked = Optional.of(questions.remove());
        return asked.get();
    }

    /** What the ERP was asked last; empty before. */
    Optional<Question> asked() {
        return asked;
    }

    /** Whether the last question was for a list. */
    boolean isFromList() {
        return asked.filter(Question.ZMO_BY_MARKER::equals).isPresent();
    }

    /** Whether the ERP must still be asked: for the ZMO in another way, or for more of one that is changed. */
    public boolean isAsking() {
        return (zmo.isEmpty() || write != ZmoWrite.ISSUE) && !questions.isEmpty();
    }

    /** This ZMO exists, as far as is known, and is to be changed. */
    void changing(ZmoWrite change, Zmo known) {
        write = change;
        found(Optional.of(known));
    }

    /** There is none to be withdrawn, or not any more. */
    void nothingToWithdraw() {
        questions.clear();
        write = ZmoWrite.WITHDRAW;
        zmo = Optional.empty();
    }

    /** What this attempt does to the ZMO. */
    public ZmoWrite write() {
        return write;
    }

    void stored(StoredZmo now) {
        stored = Optional.of(now);
    }

    /** Its positions and sums; empty unless the ERP was asked for them. */
    Optional<StoredZmo> asStored() {
        return stored;
    }

    StoredZmo stored() {
        return stored.orElseThrow(() -> new IllegalStateException("The ERP was not asked for the ZMO's positions"));
    }

    /** An earlier attempt has written it all the same. */
    void alreadyDone() {
        done = true;
    }

    /** Whether the ERP has neither the ZMO nor another document in its place, as far as it was asked. */
    boolean isToBeIssued() {
        return write == ZmoWrite.ISSUE && !isThere() && stranger.isEmpty();
    }

    /** Whether the ERP must be written to. */
    public boolean isToBeWritten() {
        return write == ZmoWrite.WITHDRAW ? isThere() : sent.isPresent() && !done;
    }

    void found(Optional<Zmo> answer) {
        zmo = answer;
        erpNumber = answer.map(Zmo::number).orElse("");
    }

    /** It stands in a list, which does not tell its positions: it is asked for by its id (S3). */
    void listed(Zmo zmo) {
        listed = Optional.of(zmo);
        questions.addFirst(Question.ZMO_BY_ID);
    }

    Optional<Zmo> listed() {
        return listed;
    }

    /** Something else has the number or the id (S6). */
    void stranger(NotOurs why) {
        stranger = Optional.of(why);
    }

    Optional<NotOurs> stranger() {
        return stranger;
    }

    void pays(Match match, LocalDate due) {
        payment = Optional.of(match);
        dueDate = Optional.of(due);
    }

    /** The rate of the order's currency that the document will have (W2). */
    void rated(CurrencyRate found) {
        rate = Optional.of(found);
    }

    /** That rate, once this attempt has found it; none for an order in the home currency. */
    Optional<CurrencyRate> rate() {
        return rate;
    }

    /** The bank is asked for the table of that day. */
    void asksForRateOf(LocalDate day) {
        rateAskedFor = Optional.of(day);
    }

    /** The day whose table the bank was asked for last; empty before. */
    Optional<LocalDate> rateAskedFor() {
        return rateAskedFor;
    }

    void sending(String body) {
        sent = Optional.of(body);
    }

    void named(String number) {
        erpNumber = number;
    }

    /** Whether the ERP has it, as far as it was asked. */
    public boolean isThere() {
        return zmo.isPresent();
    }

    public Optional<Zmo> zmo() {
        return zmo;
    }

    Match payment() {
        return payment.orElseThrow(() -> new IllegalStateException("The payment form is not chosen yet"));
    }

    /** The body of {@code OrdersIssue/New} or {@code Edit}, once it was made. */
    public Optional<String> sent() {
        return sent;
    }

    /** Sentences for people: each text that was changed to what the ERP holds, each remembered contractor that is another now. */
    List<String> cuts() {
        return cuts;
    }

    public String erpNumber() {
        return erpNumber;
    }

    Object parameter(String name) {
        return switch (name) {
            case "zmoId" -> zmo.orElseThrow().id();
            case "zmoNumber" -> zmo.orElseThrow().number();
            case "erpNumber" -> erpNumber;
            case "paymentFormId" -> payment().form().id();
            case "paymentRule" -> payment().rule().name();
            case "rateCurrency" -> rate.map(CurrencyRate::currency).orElse(null);
            case "currencyRate" -> rate.map(CurrencyRate::rate).orElse(null);
            case "rateDate" -> rate.map(CurrencyRate::date).orElse(null);
            case "rateSource" -> rate.map(CurrencyRate::source).orElse(null);
            case "lifeId" -> life;
            case "dueDate" -> dueDate.orElseThrow();
            default -> NONE;
        };
    }
}
