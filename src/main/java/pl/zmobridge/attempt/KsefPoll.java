package pl.zmobridge.attempt;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pl.zmobridge.camel.SqlParameters;
import pl.zmobridge.failure.Failure;
import pl.zmobridge.ksef.KsefPage;

/** What KSeF has told since it was asked last, of one seller: the variable {@code ksef}. It belongs to one exchange. */
public final class KsefPoll implements SqlParameters {
    /** No question spans more time: KSeF answers none about more than three months. */
    static final Duration SPAN = Duration.ofDays(80);

    private final KsefAccount account;
    private final Duration quiet;
    private boolean asking;
    private LocalDateTime from;
    private int page;
    private Instant until = Instant.EPOCH;
    private boolean partial;
    private LocalDateTime nextFrom;
    private int nextPage;
    private Optional<LocalDateTime> completeAt = Optional.empty();
    private Optional<String> after = Optional.of("");
    private boolean looking = true;
    private boolean noting = true;
    private List<Map<String, Object>> told = List.of();
    private Map<String, Object> note = Map.of();
    private final Map<List<Object>, String> refused = new HashMap<>();
    private Optional<Failure> failure = Optional.empty();
    private long pauseSeconds;
    private int questions;
    private int accepted;
    private int missing;

    /** @param quiet nobody asks when a bridge began to so long ago */
    KsefPoll(KsefAccount account, Duration quiet) {
        this.account = account;
        this.quiet = quiet;
    }

    KsefAccount account() {
        return account;
    }

    /** By which the routes find its account. */
    public String shop() {
        return account.shops().get(0);
    }

    /** Whether there is something to ask, and a place for the question. */
    public boolean isAsking() {
        return asking;
    }

    void asks(boolean now) {
        asking = now;
    }

    void standsAt(LocalDateTime fromAt, int atPage) {
        from = fromAt.truncatedTo(ChronoUnit.MILLIS);
        page = atPage;
        nextFrom = from;
        nextPage = page;
    }

    Instant from() {
        return from.toInstant(ZoneOffset.UTC);
    }

    int page() {
        return page;
    }

    /** What the last answer said is stored. */
    private void moveOn() {
        from = nextFrom;
        page = nextPage;
    }

    /** The question: everything since {@link #from()}, within {@link #SPAN}. */
    Instant asksUntil(Instant now) {
        moveOn();
        Instant furthest = from().plus(SPAN);
        partial = furthest.isBefore(now);
        Instant soonest = from().plusSeconds(1); // a clock that is behind
        until = partial ? furthest : now.isBefore(soonest) ? soonest : now;
        questions++;
        return until;
    }

    /**
     * Where the next question begins: on the next page; at the last row, where KSeF gives no further page; or where its list is complete.
     *
     * @return false when the list cannot be gone on with
     */
    boolean answered(KsefPage told) {
        nextFrom = from;
        nextPage = 0;
        completeAt = Optional.empty();
        asking = true;
        if (told.truncated()) {
            nextFrom = told.lastStored().map(KsefPoll::utc).orElse(from);
            return nextFrom.isAfter(from);
        }
        if (told.more()) {
            nextPage = page + 1;
            return true;
        }
        completeAt = told.completeUntil()
                .map(complete -> complete.isBefore(until) ? complete : until)
                .map(KsefPoll::utc)
                .filter(complete -> complete.isAfter(from));
        nextFrom = completeAt.orElse(from);
        asking = partial && completeAt.isPresent();
        return true;
    }

    /** Whether invoices may be left that were not compared with documents, or documents that lack their number. */
    public boolean isComparing() {
        return after.isPresent() || looking;
    }

    /** Those that follow this one are compared next. */
    void compared(Optional<String> last) {
        after = last;
    }

    void looksOn(boolean now) {
        looking = now;
    }

    void tells(List<Map<String, Object>> events) {
        told = events;
    }

    /** The timeline's lines about them. */
    List<Map<String, Object>> events() {
        return told;
    }

    /** Whether the shop takes notes: not when it did not answer. */
    public boolean isNoting() {
        return noting;
    }

    void notesNoMore() {
        noting = false;
    }

    void notes(Map<String, Object> row) {
        note = row;
    }

    Map<String, Object> note() {
        return note;
    }

    /** The number that the shop did not take now, after those of the same order that a person is told of already. */
    String refused() {
        List<Object> order = List.of(note.get("shop"), note.get("shop_order_id"));
        String before = refused.getOrDefault(order, KsefDocuments.text(note, "refused"));
        String number = KsefDocuments.text(note, "ksef_number");
        String all = before.isEmpty() ? number : before + ", " + number;
        refused.put(order, all);
        return all;
    }

    void failed(Failure now, Duration pause) {
        failure = Optional.of(now);
        pauseSeconds = pause.toSeconds();
    }

    /** Why KSeF was not asked, or gave no answer. */
    public Optional<Failure> failure() {
        return failure;
    }

    /** Whether KSeF wants to be left alone for a while. */
    public boolean isPaused() {
        return pauseSeconds > 0;
    }

    void counts(int nowAccepted, int nowMissing) {
        accepted += nowAccepted;
        missing += nowMissing;
    }

    public int questions() {
        return questions;
    }

    /** How many invoices turned out to have their number. */
    public int accepted() {
        return accepted;
    }

    /** How many a person was told of, because they have none. */
    public int missing() {
        return missing;
    }

    static LocalDateTime utc(Instant time) {
        return LocalDateTime.ofInstant(time.truncatedTo(ChronoUnit.MILLIS), ZoneOffset.UTC);
    }

    @Override
    public Object parameter(String name) {
        return switch (name) {
            case "account" -> account.id();
            case "accountShops" -> account.shops();
            case "alarmMillis" -> account.alarm().toMillis();
            case "quietMillis" -> quiet.toMillis();
            case "askedFrom" -> from;
            case "askedPage" -> page;
            case "nextFrom" -> nextFrom;
            case "nextPage" -> nextPage;
            case "completeAt" -> completeAt.orElse(null);
            case "pauseSeconds" -> pauseSeconds;
            case "importId" -> note.getOrDefault("import_id", NONE);
            case "documentId" -> note.getOrDefault("document_id", NONE);
            case "note" -> "DONE";
            case "after" -> after.orElse("");
            default -> NONE;
        };
    }
}
