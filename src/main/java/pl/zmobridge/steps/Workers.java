package pl.zmobridge.steps;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.Variable;
import pl.zmobridge.order.CardOutcome;
import pl.zmobridge.order.ReceivedOrder;
import pl.zmobridge.register.CardChanges;
import pl.zmobridge.register.CardStore;
import pl.zmobridge.register.Claims;
import pl.zmobridge.register.Rows;
import pl.zmobridge.register.Work;

/**
 * Wakes the workers and keeps their books. A waked worker claims one order, does its step and wakes itself again, so work goes
 * on as long as there is any; a worker that finds nothing goes back to sleep.
 */
public final class Workers {
    private final Supplier<ProducerTemplate> template;
    private final Claims claims;
    private final boolean newestFirst;
    private final boolean realising;
    private volatile boolean polling;

    /**
     * @param newestFirst LIFO: a worker must not start before the poll knows the newest order
     * @param realising whether orders are realised at all (Z1)
     */
    public Workers(Supplier<ProducerTemplate> template, Claims claims, boolean newestFirst, boolean realising) {
        this.template = template;
        this.claims = claims;
        this.newestFirst = newestFirst;
        this.realising = realising;
    }

    public void wakeAll() {
        wakeImport();
        wakeRealise();
        wakeRedeliver();
    }

    public void pollBegins() {
        polling = true;
    }

    public void pollEnds() {
        polling = false;
    }

    public void wakeImport() {
        if (!(newestFirst && polling)) {
            wake("import");
        }
    }

    public void wakeRealise() {
        if (realising) {
            wake("realise");
        }
    }

    public void wakeRedeliver() {
        wake("redeliver");
    }

    public void wakeFeedback() {
        wake("feedback");
    }

    /** There was work, so there may be more: a colleague looks too. */
    public void wakeColleague(Exchange exchange) {
        wakeWorkerOf(exchange);
    }

    /** This order is done and its buyer free: the worker looks for another, and what the step made due can begin. */
    public void wakeNext(Exchange exchange, @Variable("step") String step) {
        wakeWorkerOf(exchange);
        if (step.equals("IMPORT")) {
            wakeRealise();
        }
        if (!step.equals("FEEDBACK")) {
            wakeFeedback();
        }
    }

    /** An order that a person works on has no worker. */
    private void wakeWorkerOf(Exchange exchange) {
        String from = exchange.getFromEndpoint().getEndpointBaseUri();
        if (from.startsWith("seda:")) {
            wake(from.replaceFirst("^seda:/*", ""));
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

    /** A bridge that stops finishes what is in flight and begins nothing new. */
    public boolean isOpen() {
        return !template.get().getCamelContext().isStopping();
    }

    private void wake(String worker) {
        if (isOpen()) {
            template.get().sendBody("seda:" + worker + "?discardWhenFull=true&waitForTaskToComplete=Never", "");
        }
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
