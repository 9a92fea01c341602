package pl.zmobridge.app;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Route;
import org.apache.camel.component.direct.DirectEndpoint;
import org.apache.camel.model.errorhandler.NoErrorHandlerDefinition;
import pl.zmobridge.attempt.Call;
import pl.zmobridge.check.Wires;
import pl.zmobridge.ksef.KsefFailure;
import pl.zmobridge.nbp.NbpAway;
import pl.zmobridge.reload.BadRoutes;
import pl.zmobridge.reload.RouteFiles;
import pl.zmobridge.reload.RouteLoader;
import pl.zmobridge.settings.Settings;
import pl.zmobridge.shoper.ShopFailure;
import pl.zmobridge.symfonia.ErpRefused;
import pl.zmobridge.symfonia.ErpUnavailable;
import pl.zmobridge.symfonia.SymfoniaApi;
import pl.zmobridge.symfonia.SymfoniaSession;
import pl.zmobridge.wire.Request;

/**
 * The ways to shops and ERPs for a check: the routes that begin with {@code direct:shop-call} and {@code direct:erp-call}, and those
 * that they send messages to, in a Camel in which nothing else runs. What is wrong with other routes does not stop them.
 */
public final class RouteWires implements Wires {

    /** A way and the endpoints with which it begins. */
    private enum Way {
        SHOP("direct:shop-call"),
        ERP("direct:erp-call", "direct:erp-session"),
        NBP("direct:nbp-call"),
        KSEF("direct:ksef-call");

        private final List<String> begins;

        Way(String... begins) {
            this.begins = List.of(begins);
        }

        private String first() {
            return begins.get(0);
        }
    }

    private final List<Bridge> bridges = new ArrayList<>();
    private final Map<Way, Bridge> ways = new HashMap<>();
    private final Map<Way, String> closed = new HashMap<>();

    private RouteWires() {}

    /** A way that cannot be built says so when it is asked for. */
    public static Wires open(Settings settings) throws InterruptedException {
        RouteWires wires = new RouteWires();
        try {
            wires.build(settings, RouteFiles.read(settings.home()));
        } catch (BadRoutes bad) {
            List.of(Way.values()).forEach(wires::missing);
        }
        return wires;
    }

    private void build(Settings settings, RouteFiles files) throws InterruptedException {
        List<Way> wanted = new ArrayList<>(List.of(Way.values()));
        for (Way way : Way.values()) {
            if (files.passedFrom(List.of(way.first())).texts().isEmpty()) {
                missing(way);
                wanted.remove(way);
            }
        }
        if (!open(settings, files, wanted)) {
            for (Way way : wanted) { // what is wrong with one leaves the others
                if (!open(settings, files, List.of(way))) {
                    closed.put(way, "the routes that begin with " + way.first() + " cannot be built");
                }
            }
        }
    }

    private void missing(Way way) {
        closed.put(way, "no route begins with " + way.first());
    }

    private boolean open(Settings settings, RouteFiles files, List<Way> wanted) throws InterruptedException {
        RouteFiles passed = files.passedFrom(
                wanted.stream().flatMap(way -> way.begins.stream()).toList());
        Bridge bridge = Bridge.idle(settings, "zmo-bridge-check-" + wanted);
        try {
            bridge.main.addInitialProperty("shop-call.retries", "0");
            bridge.main.init();
            CamelContext camel = bridge.main.getCamelContext();
            camel.getCamelContextExtension().setErrorHandlerFactory(new NoErrorHandlerDefinition()); // as in Bridge
            new RouteLoader(templates -> {}).load(camel, passed);
            bridge.main.start();
            for (Route route : List.copyOf(camel.getRoutes())) {
                if (route.getEndpoint() instanceof DirectEndpoint) {
                    camel.getRouteController().startRoute(route.getRouteId());
                }
            }
        } catch (InterruptedException e) {
            bridge.close();
            throw e;
        } catch (Exception e) {
            bridge.close();
            return false; // why, is said by the check of all routes
        }
        bridges.add(bridge);
        wanted.forEach(way -> ways.put(way, bridge));
        return true;
    }

    @Override
    public <T> T shop(String shop, Request<T> request) throws IOException, InterruptedException {
        return ask(Way.SHOP, shop, request);
    }

    @Override
    public <T> T erp(String shop, Request<T> request) throws IOException, InterruptedException {
        return ask(Way.ERP, shop, request);
    }

    @Override
    public <T> T nbp(String shop, Request<T> request) throws IOException, InterruptedException {
        return ask(Way.NBP, shop, request);
    }

    @Override
    public <T> T ksef(String shop, Request<T> request) throws IOException, InterruptedException {
        return ask(Way.KSEF, shop, request);
    }

    @Override
    public void openSession(String shop) throws IOException, InterruptedException {
        try {
            session(shop).token();
        } catch (RuntimeException e) {
            throw meaning(e);
        }
    }

    @Override
    public boolean endSession(String shop) throws IOException, InterruptedException {
        SymfoniaSession session = session(shop);
        if (!session.isOpen()) {
            return false;
        }
        String token = session.token();
        try {
            erp(shop, SymfoniaApi.closeSession());
        } finally {
            session.expired(token);
        }
        return true;
    }

    @Override
    public void close() {
        bridges.forEach(Bridge::close);
    }

    private SymfoniaSession session(String shop) {
        return way(Way.ERP).beans.shops.of(shop).target().connection().session();
    }

    private Bridge way(Way way) {
        Bridge bridge = ways.get(way);
        if (bridge == null) {
            throw new NotAsked(closed.get(way));
        }
        return bridge;
    }

    @SuppressWarnings("unchecked") // the answer is what the request's reader made of it
    private <T> T ask(Way way, String shop, Request<T> request) throws IOException, InterruptedException {
        Exchange answered = way(way).template().request(way.first(), exchange -> {
            exchange.setVariable("shop", shop);
            exchange.getMessage().setBody(Call.once(request));
        });
        if (answered.getException() != null) {
            throw meaning(answered.getException());
        }
        return (T) answered.getMessage().getBody();
    }

    /** What lies under the wrapping of routes; whatever is no answer of another system is a fault of the routes. */
    private static NotAsked meaning(Exception failure) throws IOException, InterruptedException {
        Throwable innermost = failure;
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof ShopFailure
                    || each instanceof ErpRefused
                    || each instanceof ErpUnavailable
                    || each instanceof KsefFailure
                    || each instanceof NbpAway) {
                throw (RuntimeException) each;
            }
            if (each instanceof IOException silence) {
                throw silence;
            }
            if (each instanceof InterruptedException interrupted) {
                throw interrupted;
            }
            innermost = each;
        }
        return new NotAsked(String.valueOf(innermost.getMessage()));
    }
}
