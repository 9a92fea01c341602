package pl.zmobridge.api.server;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.time.InstantSource;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpRouter;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServer;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServerConfiguration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pl.zmobridge.api.Doorkeeper;
import pl.zmobridge.settings.Settings;

/**
 * Camel's HTTP server with limits: a doorkeeper before every address, so many connections, so long a head and a body, and HTTP/1
 * only. It stops with its threads.
 */
public final class HttpDoor extends VertxPlatformHttpServer {
    private static final Logger LOG = LoggerFactory.getLogger(HttpDoor.class);
    private static final int LONGEST_LINE = 8 * 1024;
    private static final int LONGEST_HEAD = 16 * 1024;
    private static final int SECONDS_TO_START_OR_STOP = 10;

    private final Settings.Http http;
    private final Doorkeeper doorkeeper;
    private final Connections connections;
    private HttpServer server;

    public HttpDoor(Settings.Http http, Doorkeeper doorkeeper, InstantSource clock) {
        this(http, doorkeeper, Patience.Times.USUAL, clock);
    }

    HttpDoor(Settings.Http http, Doorkeeper doorkeeper, Patience.Times times, InstantSource clock) {
        super(configuration(http));
        this.http = http;
        this.doorkeeper = doorkeeper;
        this.connections = new Connections(http, times, clock);
    }

    private static VertxPlatformHttpServerConfiguration configuration(Settings.Http http) {
        VertxPlatformHttpServerConfiguration configuration = new VertxPlatformHttpServerConfiguration();
        configuration.setBindHost(http.host());
        configuration.setBindPort(http.port());
        configuration.setMaxBodySize((long) Doorkeeper.MOST_BODY);
        configuration.getBodyHandler().setHandleFileUploads(false); // they would be written to the disk
        return configuration;
    }

    @Override
    public HttpServer getServer() {
        return server;
    }

    @Override
    public int getPort() {
        return server == null ? http.port() : server.actualPort();
    }

    @Override
    protected void startServer() throws Exception {
        VertxPlatformHttpRouter router = VertxPlatformHttpRouter.lookup(
                getCamelContext(), VertxPlatformHttpRouter.getRouterNameFromPort(http.port()));
        router.route().order(Integer.MIN_VALUE).handler(this::watchItsEnd);
        Handler<HttpServerRequest> door = doorkeeper.before(router);
        router.route().order(Integer.MIN_VALUE).handler(this::watchItsBody);
        server = getVertx()
                .createHttpServer(options())
                .connectionHandler(connection -> connections.opened(getVertx(), connection))
                .invalidRequestHandler(this::refuseMalformed)
                .exceptionHandler(e -> LOG.debug("An HTTP connection broke", e))
                .requestHandler(request -> connections
                        .of(request.connection())
                        .filter(patience -> patience.begins(request))
                        .ifPresent(patience -> door.handle(request)));
        await(server.listen());
    }

    private void watchItsEnd(RoutingContext context) {
        HttpConnection connection = context.request().connection();
        context.addHeadersEndHandler(begun -> connections.of(connection).ifPresent(Patience::answers));
        context.addEndHandler(ended -> connections.of(connection).ifPresent(Patience::answered));
        context.next();
    }

    private void watchItsBody(RoutingContext context) {
        HttpServerRequest request = context.request();
        connections.of(request.connection()).ifPresent(patience -> patience.awaitBody(request));
        context.next();
    }

    private HttpServerOptions options() {
        return new HttpServerOptions()
                .setHost(http.host())
                .setPort(http.port())
                .setHttp2ClearTextEnabled(false)
                .setMaxInitialLineLength(LONGEST_LINE)
                .setMaxHeaderSize(LONGEST_HEAD);
    }

    private void refuseMalformed(HttpServerRequest request) {
        doorkeeper.noteMalformed(
                request, request.decoderResult().cause().getClass().getSimpleName());
        HttpServerRequest.DEFAULT_INVALID_REQUEST_HANDLER.handle(request);
    }

    @Override
    protected void stopServer() {
        if (server != null) {
            close(server.close());
            server = null;
        }
    }

    @Override
    protected void stopVertx() {
        if (getVertx() != null) {
            close(getVertx().close());
        }
    }

    private static void close(Future<Void> closing) {
        try {
            await(closing);
        } catch (Exception e) {
            LOG.warn("The HTTP server did not stop in time", e);
        }
    }

    private static void await(Future<?> future) throws Exception {
        try {
            future.toCompletionStage().toCompletableFuture().get(SECONDS_TO_START_OR_STOP, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        } catch (TimeoutException e) {
            throw new IllegalStateException("The HTTP server takes too long", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw e;
        }
    }
}
