package pl.zmobridge.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import pl.zmobridge.sim.BadOrder;
import pl.zmobridge.sim.Fault;
import pl.zmobridge.sim.OrderBuilder;
import pl.zmobridge.sim.SampleOrders;
import pl.zmobridge.sim.ShoperSim;
import pl.zmobridge.sim.SimOrder;
import pl.zmobridge.sim.SymfoniaSim;

/**
 * What happens in the shop and in the warehouse, and when: orders arrive and are paid, one is cancelled, one has no product code
 * until somebody enters it, one has a sum that never fits, boots run out and are delivered, the ERP is away for a while, one of
 * its answers gets lost. The same at every run.
 */
final class Story {
    private static final long SEED = 2026;
    private static final long FIRST_ORDER = 1201;
    private static final int FEWEST_ORDERS = 12;
    private static final String BOOTS = "BUT-0042";

    /** Long enough to see the console turn red, in a story that is long enough. */
    private static final Duration LONGEST_OUTAGE = Duration.ofSeconds(40);

    private static final double OUTAGE_BEGINS = 0.45;

    private static final long IN_PROGRESS = 2;
    private static final long PAID = 3;
    private static final long CANCELLED = 8;
    private static final long CASH_ON_DELIVERY = 2;

    private final Duration length;
    private final int orders;
    private final Random random = new Random(SEED);
    private final SampleOrders samples = new SampleOrders(SEED);
    private final List<Act> acts = new ArrayList<>();

    /** @param at when, as a part of the story's length */
    private record Act(double at, Runnable what) {}

    Story(Duration length, int orders) {
        this.length = length;
        this.orders = Math.max(orders, FEWEST_ORDERS);
    }

    Duration length() {
        return length;
    }

    int orders() {
        return orders;
    }

    /** How many sales documents there are in the end: one order is cancelled, one can never be carried. */
    int sales() {
        return orders - 2;
    }

    /** The sum of one order fits its lines under no reading. */
    int hopeless() {
        return 1;
    }

    /** How long the ERP is away. */
    Duration outage() {
        Duration third = length.dividedBy(3);
        return third.compareTo(LONGEST_OUTAGE) < 0 ? third : LONGEST_OUTAGE;
    }

    /** The order that waits until boots are delivered. */
    long lateOrder() {
        return FIRST_ORDER + orders / 4;
    }

    Duration pace() {
        return Duration.ofSeconds(Math.max(1, Math.min(5, length.toSeconds() / 24)));
    }

    /** Returns when the last thing has happened in the shop; the bridge may still be at work then. */
    void play(ShoperSim shop, SymfoniaSim erp, Terminal terminal) throws InterruptedException {
        erp.setStock(BOOTS, "4");
        erp.faults()
                .add(Fault.answerLost()
                        .on("POST", "/api/OrdersIssue/New")
                        .skip(orders / 3)
                        .once());
        for (int i = 0; i < orders; i++) {
            order(i, shop);
        }
        incidents(shop, erp, terminal);
        ScheduledExecutorService time = Executors.newSingleThreadScheduledExecutor(Story::daemon);
        try {
            for (Act act : acts) {
                time.schedule(act.what(), Math.round(act.at() * length.toMillis()), TimeUnit.MILLISECONDS);
            }
            time.shutdown();
            time.awaitTermination(1, TimeUnit.DAYS);
        } finally {
            time.shutdownNow();
        }
    }

    private void order(int i, ShoperSim shop) {
        long id = FIRST_ORDER + i;
        double arrives = 0.85 * (i + random.nextDouble()) / orders;
        double goesOn = Math.min(arrives + 0.05 + 0.2 * random.nextDouble(), 0.95);
        SimOrder order;
        if (i == orders / 6) {
            order = samples.bad(BadOrder.BLANK_CODE);
            goesOn = 0.6;
        } else if (i == orders / 4) {
            order = new OrderBuilder().payment(18).line(BOOTS, "333.33", "5").build();
            goesOn = 0.3;
        } else if (i == orders / 3) {
            order = new OrderBuilder().line("MIOD-1L", "54.50", "2").build();
        } else if (i == orders / 2) {
            order = samples.bad(BadOrder.SUM_DOES_NOT_FIT);
        } else {
            order = samples.next();
        }
        acts.add(new Act(arrives, () -> shop.addOrder(order, id)));
        long now = order.header().path("status_id").asLong();
        long next = i == orders / 3 ? CANCELLED : isCashOnDelivery(order) ? IN_PROGRESS : PAID;
        if (now != PAID) {
            acts.add(new Act(goesOn, () -> goOn(shop, id, next)));
        }
    }

    private void incidents(ShoperSim shop, SymfoniaSim erp, Terminal terminal) {
        long codeless = FIRST_ORDER + orders / 6;
        acts.add(new Act(0.4, () -> {
            terminal.tell("shop", "somebody enters the missing product code of order " + codeless);
            shop.editLines(codeless, lines -> lines.get(1).put("code", "KUB-300"));
        }));
        acts.add(new Act(OUTAGE_BEGINS, () -> {
            terminal.tell(
                    "Symfonia",
                    "the WebAPI is switched off for " + outage().toSeconds() + " s: look at the console, it turns red");
            erp.down();
        }));
        acts.add(new Act(OUTAGE_BEGINS + (double) outage().toMillis() / length.toMillis(), () -> {
            terminal.tell("Symfonia", "the WebAPI is back");
            erp.up();
        }));
        acts.add(new Act(0.85, () -> {
            terminal.tell("warehouse", "500 pairs of " + BOOTS + " are delivered");
            erp.restock(BOOTS, "500");
        }));
    }

    private static void goOn(ShoperSim shop, long id, long status) {
        if (status == PAID) {
            shop.editOrder(id, Story::pay);
        }
        shop.setStatus(id, status);
    }

    private static void pay(ObjectNode order) {
        order.put("paid", order.path("sum").asText()).put("is_paid", true).put("is_underpayment", false);
    }

    private static boolean isCashOnDelivery(SimOrder order) {
        return order.header().path("payment_id").asLong() == CASH_ON_DELIVERY;
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "story");
        thread.setDaemon(true);
        return thread;
    }
}
