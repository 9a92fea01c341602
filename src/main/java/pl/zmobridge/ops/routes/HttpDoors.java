package pl.zmobridge.ops.routes;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.camel.CamelContext;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpRouter;

/**
 * The doors of the HTTP server. While they are shut, requests wait outside; nobody is told that a page is not there because its
 * route is just being replaced. Monitoring goes in at any time.
 */
final class HttpDoors {
    private static final String ALWAYS = "/observe";
    private static final int BEFORE_ALL_ROUTES = -1_000;

    /** Who may go in. */
    enum State {
        OPEN,
        READING_ONLY,
        SHUT
    }

    private record Waiting(HttpServerRequest request, Context thread) {}

    private final Optional<Router> router;
    private final List<Waiting> waiting = new ArrayList<>();
    private State state = State.OPEN;
    private int inside;

    /** Puts the doors before the server of a running Camel; one without a server has none. */
    HttpDoors(CamelContext camel) {
        router = camel.getRegistry().findByType(VertxPlatformHttpRouter.class).stream()
                .findFirst()
                .map(Router.class::cast);
        router.ifPresent(server -> server.route().order(BEFORE_ALL_ROUTES).handler(this::arrive));
    }

    synchronized void become(State next) {
        state = next;
        List<Waiting> again = List.copyOf(waiting);
        waiting.clear();
        again.forEach(each -> each.thread().runOnContext(nothing -> arriveAgain(each)));
    }

    /** Whether nobody is inside. */
    synchronized boolean isEmpty() {
        return inside == 0;
    }

    private void arrive(RoutingContext visitor) {
        if (visitor.normalizedPath().startsWith(ALWAYS)) {
            visitor.next();
        } else if (goesIn(visitor)) {
            visitor.addEndHandler(ended -> leave());
            visitor.next();
        }
    }

    private synchronized boolean goesIn(RoutingContext visitor) {
        HttpServerRequest request = visitor.request();
        if (state == State.OPEN || state == State.READING_ONLY && request.method() == HttpMethod.GET) {
            inside++;
            return true;
        }
        request.pause();
        waiting.add(new Waiting(request, Vertx.currentContext()));
        return false;
    }

    private synchronized void leave() {
        inside--;
    }

    /** As if it came only now: by the routes of now, not by those that it first came for. */
    private void arriveAgain(Waiting visitor) {
        if (!visitor.request().response().closed()) {
            router.orElseThrow().handle(visitor.request());
            visitor.request().resume();
        }
    }
}
