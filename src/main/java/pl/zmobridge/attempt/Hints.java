package pl.zmobridge.attempt;

import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.apache.camel.Variable;
import pl.zmobridge.shoper.Poll;

/**
 * Hints of shops that something happened there. A hint has the shop asked at once; those that come meanwhile are looked at together, at most one look a second, and
 * less often the longer looks find nothing, unless a new order is announced: who sends many hints does not have the shop asked often. Polling goes on beside it and needs no hint.
 */
public final class Hints {
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final int MOST_ORDERS = 500;
    private static final int MOST_LOOKS = 4;

    private final Consumer<String> wake;
    private final LongSupplier nanoTime;
    private final Map<String, Pending> shops = new TreeMap<>();

    /**
     * What hints of a shop were about.
     *
     * @param orderIds empty when they named none
     * @param announced those of them that were placed
     */
    public record Batch(List<Long> orderIds, Set<Long> announced) {
        public Batch {
            orderIds = List.copyOf(orderIds);
            announced = Set.copyOf(announced);
        }
    }

    private static final class Pending {
        private final Set<Long> orders = new LinkedHashSet<>();
        private final Set<Long> announced = new HashSet<>();
        private boolean any;
        private boolean looking;
        private Duration pause = SHORTEST;
        private boolean fresh;
        private int looks;
        private long highest;
        private long looked;

        Pending(long now) {
            looked = now - LONGEST.toNanos();
        }
    }

    /** @param wake has the shop of that id looked at */
    public Hints(Consumer<String> wake, LongSupplier nanoTime) {
        this.wake = wake;
        this.nanoTime = nanoTime;
    }

    /**
     * Something happened in the shop.
     *
     * @param order to which order; empty when the hint names none
     * @param announced whether it was placed
     */
    public void came(String shop, OptionalLong order, boolean announced) {
        if (note(shop, order, announced)) {
            wake.accept(shop);
        }
    }

    private synchronized boolean note(String shop, OptionalLong order, boolean announced) {
        Pending pending = shops.computeIfAbsent(shop, id -> new Pending(nanoTime.getAsLong()));
        pending.any = true;
        if (pending.orders.size() < MOST_ORDERS) { // a poll looks at the others
            order.ifPresent(pending.orders::add);
            order.stream().filter(id -> announced).forEach(pending.announced::add);
            pending.fresh |= announced && order.stream().anyMatch(id -> id > pending.highest);
        }
        return isDue(pending);
    }

    private boolean isDue(Pending pending) {
        Duration pause = pending.fresh ? SHORTEST : pending.pause; // a new order does not wait for others' idle hints
        return pending.any && !pending.looking && nanoTime.getAsLong() - pending.looked >= pause.toNanos();
    }

    /** Shops whose hints have waited long enough are asked. */
    public void wakeDue() {
        due().forEach(wake);
    }

    private synchronized List<String> due() {
        return shops.entrySet().stream()
                .filter(shop -> isDue(shop.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** A look at the shop begins; what it is about. */
    public synchronized Batch take(@Variable("shop") String shop) {
        Pending pending = shops.computeIfAbsent(shop, id -> new Pending(nanoTime.getAsLong()));
        Batch batch = new Batch(List.copyOf(pending.orders), pending.announced);
        pending.orders.clear();
        batch.announced().forEach(id -> pending.highest = Math.max(pending.highest, id));
        pending.announced.clear();
        pending.fresh = false;
        pending.any = false;
        pending.looking = true;
        return batch;
    }

    /**
     * The look is over.
     *
     * @param poll what it was; null when there was none
     */
    public synchronized void looked(
            @Variable("shop") String shop, @Variable("hints") Batch batch, @Variable("poll") Poll poll) {
        Pending pending = shops.get(shop);
        pending.looking = false;
        if (poll == null || !poll.isOver()) {
            pending.any = true; // the shop or the database is away, or a poll was under way all the while
            pending.orders.addAll(batch.orderIds());
            pending.announced.addAll(batch.announced());
        }
        lookAgain(pending, batch, poll);
        Duration longer = pending.pause.multipliedBy(2);
        boolean found = poll != null && poll.hasFound();
        pending.pause = found ? SHORTEST : longer.compareTo(LONGEST) < 0 ? longer : LONGEST;
        pending.looked = nanoTime.getAsLong();
    }

    /** The shop may announce an order a moment before its list has it. */
    private static void lookAgain(Pending pending, Batch batch, Poll poll) {
        List<Long> unseen = poll == null || !poll.isOver()
                ? List.of()
                : batch.announced().stream()
                        .filter(id -> id > poll.newOrders().cursor())
                        .toList();
        pending.looks = unseen.isEmpty() ? 0 : pending.looks + 1;
        if (!unseen.isEmpty() && pending.looks < MOST_LOOKS) {
            pending.any = true;
            pending.fresh = true;
            pending.orders.addAll(unseen);
            pending.announced.addAll(unseen);
        }
    }
}
