package pl.zmobridge.attempt;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.Variable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pl.zmobridge.failure.Failures;
import pl.zmobridge.register.RegisteredOrder;

/**
 * Wakes the workers and keeps their books. A waked worker claims one order of its shop, does its step and wakes itself again, so
 * work goes on as long as there is any; a worker that finds nothing goes back to sleep. Each shop has workers of its own: one
 * that waits for a slow system keeps no other waiting.
 */
public final class Workers {
    private static final Logger LOG = LoggerFactory.getLogger(Workers.class);
    private static final String IMPORT = "import";
    private static final String REALISE = "realise";
    private static final String FEEDBACK = "feedback";
    private static final String POLL = "poll";
    private static final String HINT = "hint";
    /** After a failure that the register could not note: its order is due at once, and would be all that the workers do. */
    private static final Duration REST = Duration.ofSeconds(15);

    private final Supplier<ProducerTemplate> template;
    private final Shops shops;
    private final Map<String, Pools> pools = new ConcurrentHashMap<>();
    private final Set<String> polling = ConcurrentHashMap.newKeySet();
    private final Progress progress = new Progress();
    private volatile boolean paused;

    /** Who calls the ERP, who calls the shop, and who polls. */
    private record Pools(WorkerPool erp, WorkerPool feedback, WorkerPool poll) {
        WorkerPool of(String worker) {
            return switch (worker) {
                case FEEDBACK -> feedback;
                case POLL, HINT -> poll;
                default -> erp;
            };
        }
    }

    /** @param threads gives each busy worker one */
    public Workers(Supplier<ProducerTemplate> template, Shops shops, Executor threads) {
        this.template = template;
        this.shops = shops;
        for (Shop shop : shops.all()) {
            Consumer<String> work = worker -> work(shop.id(), worker);
            pools.put(
                    shop.id(),
                    new Pools(
                            new WorkerPool(shop::ordersAtOnce, threads, work),
                            new WorkerPool(() -> 1, threads, work),
                            new WorkerPool(() -> 1, threads, work)));
        }
    }

    private void wakeAll(String shop) {
        wakeImport(shop);
        wakeRealise(shop);
        wake(shop, "redeliver");
    }

    void pollBegins(String shop) {
        polling.add(shop);
    }

    /** What the poll has brought can begin. After one that brought nothing, nobody looks in vain: what was due before is found every two seconds. */
    void pollEnds(String shop, boolean quiet) {
        polling.remove(shop);
        if (quiet) {
            wake(shop, "redeliver");
        } else {
            wakeAll(shop);
        }
    }

    /** The schedule says that a shop is due; one that is being polled is left out. */
    public void wakePoll(@Variable("shop") String shop) {
        if (!polling.contains(shop)) {
            wake(shop, POLL);
        }
    }

    /** The shop has said that something happened. */
    public void wakeHint(String shop) {
        wake(shop, HINT);
    }

    public void wakeImport(@Variable("shop") String shop) {
        // LIFO: a worker must not start before the poll knows the newest order
        if (!isLeftToPoll(shop)) {
            wake(shop, IMPORT);
        }
    }

    /** @param due rows of {@code sql/shops-with-work.sql}: {@code shop} and {@code worker} */
    public void wakeDue(@Body List<Map<String, Object>> due) {
        due.forEach(this::wakeDue);
    }

    private void wakeDue(Map<String, Object> due) {
        String shop = due.get("shop").toString();
        if (shops.find(shop).isPresent()) { // another bridge on this database may have shops of its own
            switch (due.get("worker").toString()) {
                case IMPORT -> wakeImport(shop);
                case REALISE -> wakeRealise(shop);
                default -> wake(shop, due.get("worker").toString());
            }
        }
    }

    /** Dead letters are due; without a shop those of all shops. */
    public void wakeRedeliver(@Variable("shop") String shop) {
        (shop == null ? shops.ids() : List.of(shop)).forEach(each -> wake(each, "redeliver"));
    }

    /** There was work, so there may be more: a colleague looks too, unless all are at work and will look again anyway. */
    public void wakeColleague(@Variable("attempt") Attempt attempt) {
        attempt.worker()
                .filter(worker -> pools.get(attempt.shop()).of(worker).hasRoom())
                .ifPresent(worker -> wake(attempt.shop(), worker));
    }

    /** This order is done and its buyer free: the worker looks for another, and what the step made due can begin. */
    public void wakeNext(@Variable("attempt") Attempt attempt) {
        String shop = attempt.shop();
        if (attempt.isFailureUnstored()) {
            attempt.worker().ifPresent(worker -> pools.get(shop).of(worker).rest(REST));
            return;
        }
        attempt.worker().ifPresent(worker -> wake(shop, worker));
        if (attempt.step() == Step.IMPORT
                && attempt.known().map(RegisteredOrder::realiseDue).orElse(true)) {
            wakeRealise(shop);
        }
        if (!attempt.isFeedback() && shops.of(shop).rules().feedback().isWanted(moment(attempt.step()))) {
            wake(shop, FEEDBACK);
        }
    }

    private static String moment(Step step) {
        return step == Step.IMPORT ? "IMPORTED" : "REALISED";
    }

    /** What health knows of their work. */
    public Progress progress() {
        return progress;
    }

    /** Whether imports wait for the end of a poll, which is watched by itself. */
    public boolean isLeftToPoll(String shop) {
        return shops.of(shop).rules().newestFirst() && polling.contains(shop);
    }

    /** Z1. */
    private boolean isRealising(String shop) {
        return shops.of(shop).rules().realising();
    }

    /** How many workers of a shop are at work, polls and feedback left out. */
    public int busy(String shop) {
        return pools.get(shop).erp().busy();
    }

    /** Whether no worker of any shop is at work, polls included. */
    public boolean isIdle() {
        return pools.values().stream()
                .allMatch(each -> each.erp().busy() == 0
                        && each.feedback().busy() == 0
                        && each.poll().busy() == 0);
    }

    /** Until {@link #goOn} nothing new is begun: the routes are about to be replaced. */
    public void pause() {
        paused = true;
    }

    public void goOn() {
        paused = false;
    }

    /** A bridge that stops finishes what is in flight and begins nothing new. */
    public boolean isOpen() {
        return !paused && !template.get().getCamelContext().isStopping();
    }

    /** Whether a poll asks for one more page; one that a person waits for ({@code request}) is not cut short. */
    public boolean mayGoOn(@Variable("request") Object request) {
        return request != null || isOpen();
    }

    private void wakeRealise(String shop) {
        if (isRealising(shop)) {
            wake(shop, REALISE);
        }
    }

    private void wake(String shop, String worker) {
        if (isOpen()) {
            pools.get(shop).of(worker).call(worker);
        }
    }

    private void work(String shop, String worker) {
        if (!isOpen()) {
            return;
        }
        Exchange done =
                switch (worker) {
                    case POLL -> poll(shop, "direct:poll-quietly");
                    case HINT -> poll(shop, "direct:look-hinted");
                    default -> attempt(shop, worker);
                };
        if (done.getException() != null && isOpen()) {
            LOG.warn("{}: a worker gave up: {}", shop, Failures.inLog(done.getException()));
        }
    }

    private Exchange poll(String shop, String route) {
        return template.get().send(route, exchange -> exchange.setVariable("shop", shop));
    }

    private Exchange attempt(String shop, String worker) {
        Attempt attempt = begin(shop, worker);
        progress.begins(attempt);
        try {
            return template.get().send("direct:work", exchange -> carrying(exchange, attempt));
        } finally {
            progress.ends(attempt);
            letGo(attempt);
        }
    }

    private static void carrying(Exchange exchange, Attempt attempt) {
        exchange.setVariable("shop", attempt.shop());
        exchange.setVariable("attempt", attempt);
    }

    /**
     * Releases the claim of an attempt whose route has ended without doing so: a hook that stopped the exchange, a statement that failed
     * between claim and work (I8, I11). Otherwise its lease would be renewed for ever.
     */
    public void letGo(Attempt attempt) {
        if (attempt.isHeld()) {
            template.get().send("direct:release", exchange -> carrying(exchange, attempt));
        }
    }

    private Attempt begin(String shop, String worker) {
        Attempt attempt =
                switch (worker) {
                    case IMPORT -> Attempt.ofWorker(shop, worker, Step.IMPORT, oldestOrNewest(shop));
                    case REALISE -> Attempt.ofWorker(shop, worker, Step.REALISE, Due.REALISATION);
                    case FEEDBACK -> Attempt.ofWorker(shop, worker, Step.FEEDBACK, Due.FEEDBACK);
                    default -> Attempt.ofDeadLetters(shop, worker, isRealising(shop));
                };
        return attempt.writingTo(shops.of(shop).target().connection().address());
    }

    private Due oldestOrNewest(String shop) {
        return shops.of(shop).rules().newestFirst() ? Due.NEWEST_IMPORT : Due.OLDEST_IMPORT;
    }
}
