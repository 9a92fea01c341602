package pl.zmobridge.api.server;

import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.net.impl.ConnectionBase;
import java.time.Duration;

/**
 * How long one connection may keep the bridge waiting: for the head of a request, for its body, for its peer to take the answer,
 * for the next request. While the bridge itself works on an answer, nobody is in a hurry. All of it happens on the connection's own thread.
 */
final class Patience {
    private final Vertx vertx;
    private final ConnectionBase connection;
    private final Times times;
    /** Half an hour, with the usual times: a large table takes a slow line a while. */
    private static final int MOST_LOOKS = 30;

    private HttpServerResponse latest;
    private long timer = -1; // the first one that there is has the number 0

    /**
     * @param head from the first byte that could come to the last one of a request's head
     * @param body from then to its last byte
     * @param next from an answer to the end of the next request's head
     * @param unwanted how long a body that is not read is thrown away, so that its sender sees the answer
     * @param unread how long nothing of an answer that waits may be taken
     */
    record Times(Duration head, Duration body, Duration next, Duration unwanted, Duration unread) {
        /** The next request may take longer than nginx keeps a connection to what is behind it. */
        static final Times USUAL = new Times(
                Duration.ofSeconds(10),
                Duration.ofSeconds(30),
                Duration.ofSeconds(75),
                Duration.ofSeconds(2),
                Duration.ofSeconds(60));
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

    /** The first byte of an answer is about to leave. */
    void answers() {
        untilTaken(times.unread(), MOST_LOOKS, this::answers); // nothing waits, so more of it is being made
    }

    /** The latest request has its answer. */
    void answered() {
        if (isLast(latest)) {
            allow(times.unwanted(), () -> {
                connection.close(); // once all of it is taken
                untilTaken(times.unread(), MOST_LOOKS, this::cut);
            });
        } else {
            untilTaken(times.next(), MOST_LOOKS, this::cut);
        }
    }

    /** The connection is closed. */
    void end() {
        vertx.cancelTimer(timer);
    }

    private static boolean isLast(HttpServerResponse response) {
        return response.headers().contains("Connection", "close", true);
    }

    /** A long answer may take longer to be read, as long as it is read. */
    private void untilTaken(Duration each, int looks, Runnable then) {
        long before = taken();
        allow(each, () -> {
            if (unsent() == 0) {
                then.run();
            } else if (looks > 0 && taken() > before) {
                untilTaken(each, looks - 1, then);
            } else {
                cut();
            }
        });
    }

    private long taken() {
        return latest.bytesWritten() - unsent();
    }

    private long unsent() {
        Channel channel = connection.channel();
        return channel.isWritable() ? 0 : channel.bytesBeforeWritable();
    }

    /** At once, whatever is still to be sent. */
    private void cut() {
        Channel channel = connection.channel();
        if (unsent() > 0) {
            channel.config().setOption(ChannelOption.SO_LINGER, 0); // or the system would keep what nobody takes
        }
        connection.channelHandlerContext().close(); // past Vert.x, which would wait until all of it is sent
    }

    private void allow(Duration longest, Runnable then) {
        vertx.cancelTimer(timer);
        timer = vertx.setTimer(longest.toMillis(), id -> then.run());
    }
}
