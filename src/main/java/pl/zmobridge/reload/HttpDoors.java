package pl.zmobridge.reload;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import io.vertx.ext.web.impl.RoutingContextDecorator;
import io.vertx.ext.web.impl.RoutingContextInternal;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
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
    private static final String IN = "zmo-bridge.in";
    private static final int BEFORE_ALL_ROUTES = -1_000;

    /** Who may go in. */
    enum State {
        OPEN,
        READING_ONLY,
        SHUT
    }

    private record Waiting(RoutingContext visitor, Context thread) {}

    private final Optional<Router> router;
    private final BodyHandler luggage = BodyHandler.create(false);
    private final List<Waiting> waiting = new ArrayList<>();
    private State state = State.OPEN;
    private int inside;

    /** Puts the doors before the server of a running Camel; one without a server has none. */
    HttpDoors(CamelContext camel) {
        router = camel.getRegistry().findByType(VertxPlatformHttpRouter.class).stream()
                .findFirst()
                .map(Router.class::cast);
        router.ifPresent(server ->
                server.route().order(BEFORE_ALL_ROUTES).handler(this::arrive).handler(this::stay));
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
            visitor.put(IN, true).next();
        } else if (goesIn(visitor)) {
            visitor.addEndHandler(ended -> leave());
            visitor.put(IN, true).next();
        } else {
            luggage.handle(visitor); // who waits must have been heard: a request ends while nobody listens
        }
    }

    private void stay(RoutingContext visitor) {
        if (visitor.get(IN, false)) {
            visitor.next();
        } else {
            park(visitor);
        }
    }

    private synchronized boolean goesIn(RoutingContext visitor) {
        boolean may = state == State.OPEN
                || state == State.READING_ONLY && visitor.request().method() == HttpMethod.GET;
        if (may) {
            inside++;
        }
        return may;
    }

    private synchronized void park(RoutingContext visitor) {
        Waiting each = new Waiting(visitor, Vertx.currentContext());
        if (state == State.OPEN) {
            arriveAgain(each); // they have opened meanwhile
        } else {
            waiting.add(each);
        }
    }

    private synchronized void leave() {
        inside--;
    }

    /** As if it came only now: by the routes of now, not by those that it first came for. */
    private void arriveAgain(Waiting each) {
        if (!each.visitor().response().closed()) {
            router.orElseThrow().handleContext(new Heard(each.visitor()));
        }
    }

    /** A visitor whose body has been read. Camel resumes every request before it reads it, which a read one does not stand. */
    private static final class Heard extends RoutingContextDecorator {
        private final HttpServerRequest request;

        Heard(RoutingContext visitor) {
            super(visitor.currentRoute(), (RoutingContextInternal) visitor);
            request = (HttpServerRequest) Proxy.newProxyInstance(
                    Heard.class.getClassLoader(),
                    new Class<?>[] {HttpServerRequest.class},
                    (proxy, method, arguments) ->
                            method.getName().equals("resume") ? proxy : call(visitor.request(), method, arguments));
        }

        private static Object call(HttpServerRequest request, Method method, Object... arguments) throws Throwable {
            try {
                return method.invoke(request, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }

        @Override
        public HttpServerRequest request() {
            return request;
        }
    }
}
