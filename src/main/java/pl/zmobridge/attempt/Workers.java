package pl.zmobridge.attempt;

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
import pl.zmobridge.order.CardOutcome;
import pl.zmobridge.order.ReceivedOrder;
import pl.zmobridge.register.CardChanges;
import pl.zmobridge.register.CardStore;
import pl.zmobridge.register.Claims;
import pl.zmobridge.register.Rows;
import pl.zmobridge.register.Work;

/**
 * Wakes the workers and keeps their books. A waked worker claims one order of its shop, does its step and wakes itself again, so
 * work goes on as long as there is any; a worker that finds nothing goes back to sleep. Each shop has workers of its own: one
 * that waits for a slow system keeps no other waiting.
 */
public final class Workers {
    private static final Logger LOG = LoggerFactory.getLogger(Workers.class);
    private static final String FEEDBACK = "feedback";
    private static final String POLL = "poll";

    private final Supplier<ProducerTemplate> template;
    private final Claims claims;
    private final Shops shops;
    private final Map<String, Crews> crews = new ConcurrentHashMap<>();
    private final Set<String> polling = ConcurrentHashMap.newKeySet();
    private volatile boolean paused;

    /** Who calls the ERP, who calls the shop, and who polls. */
    private record Crews(Crew erp, Crew feedback, Crew poll) {
        Crew of(String worker) {
            return switch (worker) {
                case FEEDBACK -> feedback;
                case POLL -> poll;
                default -> erp;
            };
        }
    }

    /** @param threads gives each busy worker one */
    public Workers(Supplier<ProducerTemplate> template, Claims claims, Shops shops, Executor threads) {
        this.template = template;
        this.claims = claims;
        this.shops = shops;
        for (Shop shop : shops.all()) {
            Consumer<String> work = worker -> work(shop.id(), worker);
            crews.put(
                    shop.id(),
                    new Crews(
                            new Crew(shop.rules().workers(), threads, work),
                            new Crew(1, threads, work),
                            new Crew(1, threads, work)));
        }
    }

    public void wakeAll(@Variable("shop") String shop) {
        wakeImport(shop);
        wakeRealise(shop);
        wake(shop, "redeliver");
    }

    public void pollBegins(@Variable("shop") String shop) {
        polling.add(shop);
    }

    public void pollEnds(@Variable("shop") String shop) {
        polling.remove(shop);
    }

    /** The schedule says that a shop is due; one that is being polled is left out. */
    public void wakePoll(@Variable("shop") String shop) {
        if (!polling.contains(shop)) {
            wake(shop, POLL);
        }
    }

    public void wakeImport(@Variable("shop") String shop) {
        // LIFO: a worker must not start before the poll knows the newest order
        if (!(shops.of(shop).rules().newestFirst() && polling.contains(shop))) {
            wake(shop, "import");
        }
    }

    /** @param body a row of {@code sql/shops-with-work.sql}: {@code shop} and {@code worker} */
    public void wakeDue(@Body Map<String, Object> body) {
        String shop = body.get("shop").toString();
        if (shops.find(shop).isPresent()) { // another bridge on this database may have shops of its own
            switch (body.get("worker").toString()) {
                case "import" -> wakeImport(shop);
                case "realise" -> wakeRealise(shop);
                default -> wake(shop, body.get("worker").toString());
            }
        }
    }

    /** Dead letters are due; without a shop those of all shops. */
    public void wakeRedeliver(@Variable("shop") String shop) {
        (shop == null ? shops.ids() : List.of(shop)).forEach(each -> wake(each, "redeliver"));
    }

    /** There was work, so there may be more: a colleague looks too, unless all are at work and will look again anyway. */
    public void wakeColleague(@Variable("shop") String shop, @Variable("worker") String worker) {
        if (worker != null && crews.get(shop).of(worker).hasRoom()) { // an order that a person works on has no worker
            wake(shop, worker);
        }
    }

    /** This order is done and its buyer free: the worker looks for another, and what the step made due can begin. */
    public void wakeNext(
            @Variable("shop") String shop,
            @Variable("worker") String worker,
            @Variable("step") String step,
            @Variable("work") Work work) {
        if (worker != null) {
            wake(shop, worker);
        }
        if (step.equals("IMPORT") && (work == null || work.realiseDue())) {
            wakeRealise(shop);
        }
        if (!step.equals("FEEDBACK") && shops.of(shop).rules().feedback().isWanted(moment(step))) {
            wake(shop, FEEDBACK);
        }
    }

    private static String moment(String step) {
        return step.equals("IMPORT") ? "IMPORTED" : "REALISED";
    }

    public boolean isNewestFirst(@Variable("shop") String shop) {
        return shops.of(shop).rules().newestFirst();
    }

    /** Z1. */
    public boolean isRealising(@Variable("shop") String shop) {
        return shops.of(shop).rules().realising();
    }

    /** How many workers of a shop are at work, polls and feedback left out. */
    public int busy(String shop) {
        return crews.get(shop).erp().busy();
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

    /** Whether a poll asks for one more page; one that a person waits for is not cut short. */
    public boolean mayGoOn(@Variable("worker") String worker) {
        return worker == null || isOpen();
    }

    private void wakeRealise(String shop) {
        if (isRealising(shop)) {
            wake(shop, "realise");
        }
    }

    private void wake(String shop, String worker) {
        if (isOpen()) {
            crews.get(shop).of(worker).call(worker);
        }
    }

    private void work(String shop, String worker) {
        if (!isOpen()) {
            return;
        }
        Exchange done = template.get().send("direct:" + worker + "-worker", exchange -> {
            exchange.setVariable("shop", shop);
            exchange.setVariable("worker", worker);
        });
        if (done.getException() != null && isOpen()) {
            LOG.warn("{}: a worker gave up: {}", shop, DeadLetters.words(done.getException()));
        }
    }

    public boolean needsFetch(@Variable("work") Work work, @Variable("refetch") String wanted) {
        return work.needsFetch(wanted != null);
    }

    /** Whether the claim still fits: the shop's current data may name another buyer than the one that was claimed. */
    public boolean isStillClaimed(@Variable("work") Work work, @Variable("buyerKey") String claimed) {
        return work.buyerKey().equals(claimed);
    }

    /** Parameters of {@code event-insert}: what changed in the shop since the register last knew the order; null for nothing. */
    public Map<String, Object> changes(
            Exchange exchange, @Variable("work") Work work, @Variable("received") ReceivedOrder received) {
        List<String> changes = received.outcome() instanceof CardOutcome.Built built
                ? CardChanges.between(work.stored().map(CardStore.Stored::card), built.card())
                : List.of();
        exchange.setVariable("changes", changes);
        return changes.isEmpty()
                ? null
                : Rows.event(work.orderId(), "CHANGED", "Zmiany w sklepie: " + String.join("; ", changes));
    }

    /** Takes the row of a due order: its claim, its buyer, its id become the exchange's. */
    public void take(Exchange exchange, @Body Map<String, Object> due) {
        exchange.setVariable("orderId", ((Number) due.get("shop_order_id")).longValue());
        exchange.setVariable("buyerKey", due.get("buyer_key"));
        exchange.setVariable("claim", claims.take());
    }

    public void forget(@Variable("claim") String claim) {
        claims.done(claim);
    }

    /** The route that does a step. */
    public String route(@Variable("step") String step) {
        return switch (step) {
            case "IMPORT" -> "direct:import-order";
            case "REALISE" -> "direct:realise-order";
            default -> "direct:feedback-order";
        };
    }

    /** Where the order stands; it and its import become the exchange's. */
    public void read(Exchange exchange, @Body Map<String, Object> row) {
        Work work = Work.of(row);
        exchange.setVariable("work", work);
        exchange.setVariable("importId", work.importId());
    }
}
