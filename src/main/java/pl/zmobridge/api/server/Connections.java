package pl.zmobridge.api.server;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pl.zmobridge.api.OnceAMinute;
import pl.zmobridge.settings.Settings;

/** The open connections. One for which there is no place is closed at once; a minute has one line about it. */
final class Connections {
    private static final Logger LOG = LoggerFactory.getLogger(Connections.class);

    private final Settings.Http http;
    private final Patience.Times times;
    private final Places places;
    private final OnceAMinute refused;
    private final Map<HttpConnection, Patience> open = new ConcurrentHashMap<>();

    Connections(Settings.Http http, Patience.Times times, InstantSource clock) {
        this.http = http;
        this.times = times;
        this.places = new Places(http.connections(), http.connectionsPerAddress());
        this.refused = new OnceAMinute(clock);
    }

    /** A connection has come. */
    void opened(Vertx vertx, HttpConnection connection) {
        String ip = connection.remoteAddress().hostAddress();
        if (!places.take(ip)) {
            refused.happened(number -> LOG.warn(
                    "{} HTTP connections closed since the last such line, the latest from {}: http.connections-per-address"
                            + " is {}, http.connections is {}",
                    number,
                    ip,
                    http.connectionsPerAddress(),
                    http.connections()));
            connection.close();
            return;
        }
        ConnectionBase base = (ConnectionBase) connection;
        connection.exceptionHandler(e -> LOG.debug("An HTTP connection broke", e)); // its peer's matter
        Patience patience = new Patience(vertx, base, times);
        open.put(connection, patience);
        base.closeFuture().onComplete(closed -> {
            open.remove(connection);
            patience.end();
            places.letGo(ip);
        });
    }

    /** Empty for one that is closed. */
    Optional<Patience> of(HttpConnection connection) {
        return Optional.ofNullable(open.get(connection));
    }
}
