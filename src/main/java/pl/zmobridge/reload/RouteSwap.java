package pl.zmobridge.reload;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.apache.camel.CamelContext;
import org.apache.camel.Consumer;
import org.apache.camel.Route;
import org.apache.camel.component.direct.DirectConsumer;
import org.apache.camel.support.service.ServiceHelper;
import org.apache.camel.support.task.Tasks;
import org.apache.camel.support.task.budget.Budgets;
import org.apache.camel.support.task.budget.IterationBoundedBudget;

/**
 * Replaces all routes of {@code routes/} in a running bridge as one step; those of the jar run on. First nothing new begins and what is in flight ends; then the old set goes
 * and the new one comes; only then anything begins again. Camel's own reloading stops routes before it knows whether their
 * successors can be built, and does not put them back; so it is not used.
 */
public final class RouteSwap {
    private static final Duration GLANCE = Duration.ofMillis(10);

    /**
     * The part of the bridge that begins work by itself.
     *
     * @param pause from then on nothing is begun; what was begun goes on
     * @param isIdle whether nothing of it is under way
     * @param forgetEndpoints what remembers an endpoint of a route that is gone forgets it
     */
    public record Work(Runnable pause, Runnable goOn, BooleanSupplier isIdle, Runnable forgetEndpoints) {}

    private final CamelContext camel;
    private final RouteLoader loader;
    private final Work work;
    private final Gate gate;
    private final Duration patience;

    /**
     * @param gate where requests wait meanwhile
     * @param patience how long work in flight is waited for
     */
    RouteSwap(CamelContext camel, RouteLoader loader, Work work, Gate gate, Duration patience) {
        this.camel = camel;
        this.loader = loader;
        this.work = work;
        this.gate = gate;
        this.patience = patience;
    }

    /**
     * Replaces the routes. When the new ones cannot be started, the old ones are back when this throws.
     *
     * @return false when work in flight did not end in time; then everything goes on as it was
     * @throws BrokenOff when the old routes could not be put back either: nothing runs
     */
    boolean replace(RouteFiles old, RouteFiles next) throws Exception {
        List<Consumer> entries = entries();
        boolean brokenOff = false;
        try {
            work.pause().run();
            gate.shut();
            if (!becomesQuiet(entries)) {
                return false;
            }
            putInPlace(old, next);
            return true;
        } catch (BrokenOff e) {
            brokenOff = true; // there are no routes to go on with
            throw e;
        } finally {
            if (!brokenOff) {
                work.goOn().run();
                gate.open();
            }
        }
    }

    /** Begins nothing new and waits; unless all work has ended then, what was to begin it goes on. */
    private boolean becomesQuiet(List<Consumer> entries) throws InterruptedException {
        boolean quiet = false;
        try {
            ServiceHelper.suspendServices(entries);
            quiet = isQuietInTime();
            return quiet;
        } finally {
            if (!quiet) {
                ServiceHelper.resumeServices(entries);
            }
        }
    }

    /** After {@link BrokenOff}: puts routes where there are none. */
    void putBack(RouteFiles files) throws Exception {
        work.pause().run();
        gate.shut();
        begin(files);
        work.goOn().run();
        gate.open();
    }

    private void putInPlace(RouteFiles old, RouteFiles next) throws Exception {
        try {
            begin(next);
        } catch (Exception | Error failure) { // I11: an operator's class that cannot be linked
            try {
                begin(old);
            } catch (Exception | Error again) {
                throw new BrokenOff(again);
            }
            throw failure;
        }
    }

    /** All routes are built before the first one begins. */
    private void begin(RouteFiles files) throws Exception {
        camel.setAutoStartup(false);
        try {
            loader.unload(camel);
            work.forgetEndpoints().run();
            loader.load(camel, files);
        } finally {
            camel.setAutoStartup(true);
        }
        camel.getRouteController().startAllRoutes();
    }

    /** Where work comes from by itself: schedules, timers, queues; an address that an operator's route answers is busy meanwhile (503). */
    private List<Consumer> entries() {
        List<Consumer> entries = new ArrayList<>();
        for (Route route : camel.getRoutes()) {
            Consumer consumer = route.getConsumer();
            if (!(consumer instanceof DirectConsumer) && !loader.isEngine(route.getRouteId())) {
                entries.add(consumer);
            }
        }
        return entries;
    }

    private boolean isQuiet() {
        return gate.isEmpty()
                && work.isIdle().getAsBoolean()
                && camel.getRoutes().stream()
                        .map(Route::getRouteId)
                        .filter(route -> !loader.isEngine(route))
                        .allMatch(route -> camel.getInflightRepository().size(route) == 0);
    }

    /** Camel tells nobody that its routes have ended their work, so it is looked at; by counting, whatever becomes of the clock. */
    private boolean isQuietInTime() throws InterruptedException {
        IterationBoundedBudget looks = Budgets.iterationBudget()
                .withMaxIterations(Math.max(1, (int) patience.dividedBy(GLANCE)))
                .withInterval(GLANCE)
                .build();
        boolean quiet = Tasks.foregroundTask()
                .withName("routes-are-quiet")
                .withBudget(looks)
                .build()
                .run(camel, this::isQuiet);
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        return quiet;
    }

    /** Neither the new routes nor the old ones run. */
    static final class BrokenOff extends Exception {
        BrokenOff(Throwable cause) {
            super(cause.getMessage(), cause);
        }
    }
}
