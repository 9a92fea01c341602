package pl.zmobridge.shoper;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import pl.zmobridge.failure.Cause;
import pl.zmobridge.order.ShopChanges;
import pl.zmobridge.order.ShopOrder;

/** Compares watched orders with the shop (Z2, Z4, Z10, H3, S2, E). */
public final class StatusWatch {
    private static final Duration ALONE_EVERY = Duration.ofSeconds(15);
    private static final String DELETED = "Zamówienie usunięto w sklepie";

    private final OrderReader reader = new OrderReader();

    private final Set<Long> realiseStatuses;
    private final DictionaryCache dictionaries;
    private final Sightings sightings;
    private final OrderIntake intake;
    private final InstantSource clock;
    private volatile long endedAfter;
    private volatile Instant endedAloneAt = Instant.EPOCH;

    /** @param realiseStatuses the statuses that mean "realise now"; empty when realisation is off (Z1) */
    public StatusWatch(
            Set<Long> realiseStatuses,
            DictionaryCache dictionaries,
            Sightings sightings,
            OrderIntake intake,
            InstantSource clock) {
        this.realiseStatuses = Set.copyOf(realiseStatuses);
        this.dictionaries = dictionaries;
        this.sightings = sightings;
        this.intake = intake;
        this.clock = clock;
    }

    /** The last ended order that was looked at; each poll looks at some more, in turn. */
    public long endedAfter() {
        return endedAfter;
    }

    /**
     * How many ended orders a poll may look at now. Where they cost a request of their own, polls in quick succession do without.
     *
     * @param free places on the page of watched orders
     */
    public int roomForEnded(int free) {
        boolean alone = free == ShoperApi.PAGE_SIZE;
        return alone && clock.instant().isBefore(endedAloneAt.plus(ALONE_EVERY)) ? 0 : free;
    }

    /** A poll looks at these ended orders; the next one goes on after them, or begins anew. */
    public void looksAtEnded(List<Watched> ended, int free) {
        if (roomForEnded(free) == 0) {
            return;
        }
        if (free == ShoperApi.PAGE_SIZE && !ended.isEmpty()) {
            endedAloneAt = clock.instant();
        }
        endedAfter = ended.size() < free ? 0 : ended.get(ended.size() - 1).orderId();
    }

    /** The orders about which there is something to do; an unchanged one costs nothing. */
    public List<StatusNews> news(List<Watched> orders, List<JsonNode> rows, Admission admission) {
        Map<Long, JsonNode> byId = byId(rows);
        return orders.stream()
                .map(order -> news(order, Optional.ofNullable(byId.get(order.orderId())), admission))
                .filter(StatusNews::isNews)
                .toList();
    }

    /** H3: whether the register has another name for the status of any of them: its name, or the one known here, is old. */
    boolean isAnyRenamed(List<Watched> orders, List<JsonNode> rows) {
        Map<Long, JsonNode> byId = byId(rows);
        return orders.stream().anyMatch(order -> Optional.ofNullable(byId.get(order.orderId()))
                .flatMap(this::status)
                .filter(order::isCalledOtherwise)
                .isPresent());
    }

    /** What is to be noted of those of them that are not in the register yet and stay out of it (S1, S8). */
    List<Waiting> noted(List<Watched> orders, List<JsonNode> rows, Admission admission) {
        Map<Long, JsonNode> byId = byId(rows);
        return orders.stream()
                .flatMap(order -> order
                        .waited()
                        .flatMap(waited -> Optional.ofNullable(byId.get(order.orderId()))
                                .map(row -> waited.noted(order.orderId(), row, verdict(waited, row, admission)))
                                .orElseGet(() -> waited.missing(order.orderId())))
                        .stream())
                .toList();
    }

    private Map<Long, JsonNode> byId(List<JsonNode> rows) {
        Map<Long, JsonNode> byId = new HashMap<>();
        rows.forEach(row -> byId.put(reader.orderId(row), row));
        return byId;
    }

    private ImportFilter.Verdict verdict(Waited waited, JsonNode row, Admission admission) {
        return admission.verdict(row, dictionaries.current(), waited.look());
    }

    /** S7: another date and another buyer under the same id; the date of an order does not change. */
    private Optional<StatusNews> another(Watched order, JsonNode row) {
        return order.known().filter(known -> known.isPlacedAnotherTime(row)).flatMap(known -> intake.row(row)
                .filter(now -> ShopChanges.isOfAnotherBuyer(known.buyer(), now))
                .map(now -> StatusNews.ofAnother(order, known.against(now))));
    }

    /**
     * What the order's status means right now (Z11): whether it is still to be realised, or closed.
     *
     * @param statusId the status the register knows
     */
    public StatusNews now(long orderId, long statusId, JsonNode row) {
        return current(Watched.toRealise(orderId, statusId), Optional.of(row), true);
    }

    /** What the shop has answered about an order that was missing on its page (E4). */
    public StatusNews now(Watched order, Presence presence) {
        if (presence instanceof Presence.Gone gone) {
            return deleted(order, gone.words());
        }
        return current(
                order, presence instanceof Presence.There there ? Optional.of(there.row()) : Optional.empty(), false);
    }

    /** New orders that are to be realised as soon as they have a ZMO (Z3): their status has just been read, too. */
    public void arrived(List<JsonNode> rows) {
        for (JsonNode row : rows) {
            if (status(row).filter(s -> realiseStatuses.contains(s.id())).isPresent()) {
                sightings.seen(reader.orderId(row));
            }
        }
    }

    private StatusNews news(Watched order, Optional<JsonNode> row, Admission admission) {
        if (order.waited().isPresent()) {
            Waited waited = order.waited().get();
            ImportFilter.Verdict verdict =
                    row.map(each -> verdict(waited, each, admission)).orElse(ImportFilter.Verdict.WAIT);
            boolean admitted = verdict == ImportFilter.Verdict.IMPORT;
            return new StatusNews(
                    order.orderId(),
                    0,
                    "",
                    false,
                    false,
                    false,
                    Optional.empty(),
                    false,
                    admitted ? row : Optional.empty(),
                    waited.isOver(verdict, order.expired()),
                    order,
                    Ending.NONE,
                    Optional.empty());
        }
        if (row.isEmpty() && !order.isClosed()) {
            return missing(order);
        }
        return row.filter(each -> order.imported())
                .flatMap(each -> another(order, each))
                .orElseGet(() -> current(order, row, false));
    }

    /** @param claimed whether an attempt of its own asks, so that nothing else goes on with it */
    private StatusNews current(Watched order, Optional<JsonNode> row, boolean claimed) {
        Optional<Dictionaries.Status> status = row.flatMap(this::status);
        // an order whose status the shop does not explain keeps the last one known
        long id = status.map(Dictionaries.Status::id).orElse(order.statusId());
        boolean live = !order.isEnded();
        boolean realise = order.imported() && realiseStatuses.contains(id);
        boolean gone = isOf(status, StatusKind.NOT_COMPLETED);
        boolean doubtful = row.filter(order::isDoubtful).isPresent(); // S7: the sale asks once more
        if (order.imported() && (realise || order.realiseDue()) && status.isPresent() && !doubtful) {
            sightings.seen(order.orderId());
        }
        // the attempt that may have sold it has the word; after it the order is cancelled, or was sold (E6)
        boolean closes = live && gone && (claimed || !order.stand().selling());
        boolean changed = status.isPresent() && (id != order.statusId() || realise && !order.realiseDue());
        return new StatusNews(
                order.orderId(),
                id,
                status.map(Dictionaries.Status::name).orElse(""),
                changed,
                !changed && status.filter(order::isCalledOtherwise).isPresent(),
                realise || !order.imported() && realiseStatuses.contains(id),
                closes
                        ? status.map(Dictionaries.Status::name).map(StatusNews::reason)
                        : order.expired() && live && !realise && !order.realiseDue() && !gone
                                ? Optional.of("Minął czas obserwacji zamówienia")
                                : Optional.empty(),
                order.realiseWaits() && !closes,
                Optional.empty(),
                false,
                order,
                ending(order, row, status, closes),
                Optional.empty());
    }

    private Ending ending(Watched order, Optional<JsonNode> row, Optional<Dictionaries.Status> status, boolean closes) {
        Ending.Kind kind = closes ? Ending.Kind.CANCELLED : Ending.Kind.NONE;
        if (status.isEmpty()) {
            return new Ending(kind, "", Optional.empty(), Set.of(), Set.of());
        }
        boolean gone = isOf(status, StatusKind.NOT_COMPLETED);
        boolean alive = order.isClosed() && !gone;
        Set<Cause> begun = EnumSet.noneOf(Cause.class);
        Set<Cause> over = EnumSet.noneOf(Cause.class);
        // E6
        boolean afterSale = order.isRealised() && gone;
        // E3: with realisation off nobody waits for a sale
        boolean sent = order.imported()
                && isOf(status, StatusKind.CLOSED)
                && !realiseStatuses.isEmpty()
                && !order.realiseDue()
                && !realiseStatuses.contains(status.get().id());
        // what was corrected may live again; whether it was corrected, the register tells
        boolean again = order.isRealised() && !gone && isSettled(order, Cause.CANCELLED_AFTER_SALE);
        review(order, Cause.CANCELLED_AFTER_SALE, afterSale, begun, over);
        review(order, Cause.ALIVE_AFTER_CORRECTION, again, begun, over);
        review(order, Cause.SENT_UNPAID, sent, begun, over);
        return new Ending(
                alive ? Ending.Kind.ALIVE : kind,
                "",
                closes || order.isClosed() && !alive ? Optional.empty() : changed(order, row),
                begun,
                over);
    }

    /** A review is filed once, and goes when its reason goes; one that a person has acknowledged is not filed again. */
    private static void review(Watched order, Cause cause, boolean due, Set<Cause> begun, Set<Cause> over) {
        Optional<Boolean> open = Optional.ofNullable(order.stand().reviews().get(cause.name()));
        if (due && open.isEmpty()) {
            begun.add(cause);
        } else if (!due && open.orElse(false)) {
            over.add(cause);
        }
    }

    /** Whether a person has looked at such a review, or has settled it. */
    private static boolean isSettled(Watched order, Cause cause) {
        return Boolean.FALSE.equals(order.stand().reviews().get(cause.name()));
    }

    /** S2: the row, when it is not the one that the register has seen. */
    private Optional<ShopOrder> changed(Watched order, Optional<JsonNode> row) {
        boolean compared = order.stand().compared() && !order.stand().selling();
        return row.filter(known -> compared)
                .flatMap(intake::row)
                .filter(now -> !order.stand().digest().equals(Optional.of(ShopChanges.digest(now))));
    }

    private static StatusNews missing(Watched order) {
        return without(
                order, Optional.empty(), new Ending(Ending.Kind.MISSING, "", Optional.empty(), Set.of(), Set.of()));
    }

    private static StatusNews deleted(Watched order, String words) {
        Set<Cause> begun = order.isRealised() ? EnumSet.of(Cause.DELETED_AFTER_SALE) : Set.of();
        return without(
                order,
                order.isEnded() || order.stand().selling() ? Optional.empty() : Optional.of(DELETED),
                new Ending(Ending.Kind.DELETED, words, Optional.empty(), begun, Set.of()));
    }

    private static StatusNews without(Watched order, Optional<String> close, Ending ending) {
        return new StatusNews(
                order.orderId(),
                order.statusId(),
                "",
                false,
                false,
                false,
                close,
                false,
                Optional.empty(),
                false,
                order,
                ending,
                Optional.empty());
    }

    private static boolean isOf(Optional<Dictionaries.Status> status, StatusKind kind) {
        return status.filter(s -> s.kind() == kind).isPresent();
    }

    private Optional<Dictionaries.Status> status(JsonNode row) {
        return reader.statusIn(row).flatMap(dictionaries.current()::status);
    }
}
