package pl.zmobridge.api.server;

import io.netty.channel.Channel;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.net.impl.ConnectionBase;
import java.time.Duration;

/**
 * How long one connection may keep the bridge waiting: for the head of a request, for its body, for the next request. While
 * the bridge itself works on an answer, nobody is in a hurry. All of it happens on the connection's own thread.
 */
final class Patience {
    private final Vertx vertx;
    private final ConnectionBase connection;
    private final Times times;
    private HttpServerResponse latest;
    private long timer = -1; // the first one that there is has the number 0
    private long unsent;

    /**
     * @param head from the first byte that could come to the last one of a request's head
     * @param body from then to its last byte
     * @param next from an answer to the end of the next request's head
     * @param unwanted how long a body that is not read is thrown away, so that its sender sees the answer
     */
    record Times(Duration head, Duration body, Duration next, Duration unwanted) {
        /** The next request may take longer than nginx keeps a connection to what is behind it. */
        static final Times USUAL = new Times(
                Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofSeconds(75), Duration.ofSeconds(2));
    }

    Patience(Vertx vertx, ConnectionBase connection, Times times) {
        this.vertx = vertx;
        this.connection = connection;
        this.times = times;
        allow(times.head(), this::cut);
    }

    /**
     * A request has begun.
     *
     * @return whether it is to be answered; the connection of one that is not is closed
     */
    boolean begins(HttpServerRequest request) {
        if (latest != null && isLast(latest)) {
            connection.close();
            return false;
        }
        latest = request.response();
        if (latest.writeQueueFull()) {
            cut(); // its peer asks on without reading the answers
            return false;
        }
        allow(times.body(), () -> {
            if (latest.ended()) {
                cut(); // one that was refused before it came to an address
            }
        });
        return true;
    }

    /** From now on the request's body is read. */
    void awaitBody(HttpServerRequest request) {
        allow(times.body(), () -> {
            if (!request.isEnded()) {
                cut();
            }
        });
    }

    /** The latest request has its answer. */
    void answered() {
        if (isLast(latest)) {
            allow(times.unwanted(), connection::close);
        } else {
            awaitNext();
        }
    }

    /** The connection is closed. */
    void end() {
        vertx.cancelTimer(timer);
    }

    private static boolean isLast(HttpServerResponse response) {
        return response.headers().contains("Connection", "close", true);
    }

    private void awaitNext() {
        unsent = unsent();
        allow(times.next(), this::cutUnlessRead);
    }

    /** A long answer may take longer to be read, as long as it is read. */
    private void cutUnlessRead() {
        if (unsent() > 0 && unsent() < unsent) {
            awaitNext();
        } else {
            cut();
        }
    }

    private long unsent() {
        Channel channel = connection.channel();
        return channel.isWritable() ? 0 : channel.bytesBeforeWritable();
    }

    /** At once, whatever is still to be sent. */
    private void cut() {
        connection.channel().close();
    }

    private void allow(Duration longest, Runnable then) {
        vertx.cancelTimer(timer);
        timer = vertx.setTimer(longest.toMillis(), id -> then.run());
    }
}
