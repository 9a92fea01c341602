package pl.zmobridge.monitoring.health;

import java.util.List;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.ServiceStatus;

/** Ready: every route is started, but for those that nobody needs as the bridge is configured. */
public final class RoutesStarted extends Check {
    private static final int MOST_NAMES = 5;

    private final Supplier<CamelContext> camel;

    public RoutesStarted(Supplier<CamelContext> camel) {
        super("routes");
        this.camel = camel;
    }

    @Override
    String fault() {
        CamelContext running = camel.get();
        List<String> stopped = running.getRoutes().stream()
                .filter(route -> !Boolean.FALSE.equals(route.isAutoStartup()))
                .map(Route::getRouteId)
                .filter(id -> isStopped(running, id))
                .sorted()
                .toList();
        return stopped.isEmpty()
                ? ""
                : stopped.size() + " of " + running.getRoutes().size() + " routes are not started: "
                        + String.join(", ", stopped.subList(0, Math.min(MOST_NAMES, stopped.size())));
    }

    /** A route that is being replaced at this moment has no state. */
    private static boolean isStopped(CamelContext camel, String route) {
        ServiceStatus status = camel.getRouteController().getRouteStatus(route);
        return status != null && !status.isStarted();
    }
}
