package pl.zmobridge.api.server;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.slf4j.LoggerFactory;
import pl.zmobridge.api.Access;
import pl.zmobridge.api.Doorkeeper;
import pl.zmobridge.people.People;
import pl.zmobridge.people.RememberedSessions;
import pl.zmobridge.settings.Settings;
import pl.zmobridge.support.RawHttp;

/** The bridge's HTTP server with addresses of a test's own behind it, and no bridge. */
final class DoorRig implements AutoCloseable {
    static final String SECRET = "tajne-zamówienie-Kowalskiego";
    static final String AUTHORIZATION = "Authorization: Basic "
            + Base64.getEncoder().encodeToString("admin:hasło".getBytes(StandardCharsets.UTF_8)) + "\r\n";
    static final Patience.Times USUAL = Patience.Times.USUAL;
    static final Patience.Times SHORT = new Patience.Times(
            Duration.ofMillis(400),
            Duration.ofMillis(400),
            Duration.ofMillis(400),
            Duration.ofMillis(400),
            Duration.ofMillis(400));

    /** More than the sender's buffer holds, so that a reader who does not read is felt. */
    static final int TABLE_BYTES = 30_000_000;

    final int port;
    final AtomicInteger read = new AtomicInteger();
    final AtomicInteger lists = new AtomicInteger();
    final AtomicInteger made = new AtomicInteger();
    final CountDownLatch slow = new CountDownLatch(1);
    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    static Access access(Settings.Http http) {
        People people = new People(Path.of("no-such-home"), http, new RememberedSessions(), InstantSource.system());
        people.begin();
        return new Access(people);
    }

    DoorRig(Optional<String> password, Patience.Times times, int connections) throws Exception {
        InstantSource clock = InstantSource.system();
        Settings.Http http = new Settings.Http("127.0.0.1", 0, "admin", password, 200, connections);
        Doorkeeper doorkeeper = new Doorkeeper(access(http), clock);
        log.start();
        root().addAppender(log);
        HttpDoor door = new HttpDoor(http, doorkeeper, times, clock);
        camel.addService(door);
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("platform-http:/api/secret")
                        .process(exchange -> read.incrementAndGet())
                        .setBody(exchange -> SECRET);
                from("platform-http:/api/large").setBody(exchange -> "x".repeat(200_000));
                from("platform-http:/api/orders.csv")
                        .process(exchange -> read.incrementAndGet())
                        .setBody(exchange -> new Table());
                from("platform-http:/api/dead-letters")
                        .process(exchange -> lists.incrementAndGet())
                        .setBody(exchange -> new byte[TABLE_BYTES]);
                from("platform-http:/api/page").setBody(exchange -> new byte[TABLE_BYTES]);
                from("platform-http:/api/slow")
                        .process(exchange -> slow.await())
                        .setBody(exchange -> "done");
            }
        });
        camel.start();
        port = door.getPort();
    }

    /** Is made as it is taken. */
    private final class Table extends InputStream {
        private int left = TABLE_BYTES;

        @Override
        public int read() {
            throw new UnsupportedOperationException();
        }

        @Override
        public int read(byte[] bytes, int from, int length) {
            int some = Math.min(length, left);
            left -= some;
            made.addAndGet(some);
            return some == 0 ? -1 : some;
        }
    }

    RawHttp connect() throws IOException {
        return new RawHttp(port);
    }

    /** Of somebody who does not read. */
    RawHttp connectWithoutBuffer() throws IOException {
        return new RawHttp(port, 16 * 1024);
    }

    /** Whether a plain request with the password is answered. */
    boolean isAlive() throws IOException {
        try (RawHttp http = connect()) {
            return RawHttp.status(http.send("GET /api/secret HTTP/1.1\r\nHost: localhost\r\n" + AUTHORIZATION + "\r\n")
                            .answer())
                    == 200;
        }
    }

    /** Log lines that people see. */
    List<String> logged() {
        synchronized (log) {
            return log.list.stream()
                    .filter(event -> event.getLevel().isGreaterOrEqual(Level.WARN))
                    .map(event -> event.getLoggerName() + ": " + event.getFormattedMessage() + " "
                            + (event.getThrowableProxy() == null
                                    ? ""
                                    : event.getThrowableProxy().getMessage()))
                    .toList();
        }
    }

    private static Logger root() {
        return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }

    @Override
    public void close() {
        slow.countDown();
        camel.stop();
        root().detachAppender(log);
    }
}
