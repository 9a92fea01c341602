package pl.zmobridge.sim;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * The HTTP side of a simulator: listens on 127.0.0.1, writes the request log, applies latency and faults, and can be down,
 * which refuses connections and later listens on the same port again. The Date header is always the machine's time: the JDK's
 * server insists on it.
 */
final class SimServer implements AutoCloseable {

    /** What a simulator adds to the transport. */
    interface Peer {
        SimAnswer answer(SimRequest request);

        /** As {@link #answer}, but {@code pause} runs when the request has been admitted and before it does anything. */
        default SimAnswer answerAfter(Runnable pause, SimRequest request) {
            pause.run();
            return answer(request);
        }

        /** Requests under {@code /sim/}: never logged, never struck by a fault. */
        SimAnswer control(SimRequest request);

        void expireSessions();
    }

    private static final int BACKLOG = 1024;
    private static final int BIND_ATTEMPTS = 100;

    static {
        // headers and body leave in two writes; without this every keep-alive answer waits for a delayed ACK
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final Peer peer;
    private final Clock clock;
    private final Faults faults = new Faults();
    private final RequestLog log = new RequestLog();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final ExecutorService threads;
    private volatile Duration latency = Duration.ZERO;
    private volatile Semaphore places = new Semaphore(Integer.MAX_VALUE);
    private final AtomicInteger atOnce = new AtomicInteger();
    private final AtomicInteger mostAtOnce = new AtomicInteger();
    private final AtomicInteger inside = new AtomicInteger();
    private final AtomicInteger mostInside = new AtomicInteger();
    private HttpServer http;
    private Socket held;
    private int port;

    SimServer(String name, Clock clock, Peer peer) {
        this.peer = peer;
        this.clock = clock;
        this.threads = Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        });
    }

    synchronized void start(int wantedPort) {
        port = wantedPort;
        up();
    }

    synchronized void up() {
        if (http != null) {
            return;
        }
        try {
            letPortGo();
            http = bind();
        } catch (IOException cannotListen) {
            throw new UncheckedIOException(cannotListen);
        }
        port = http.getAddress().getPort();
        http.setExecutor(threads);
        http.createContext("/", this::exchange);
        http.start();
    }

    private HttpServer bind() throws IOException {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        for (int attempt = 1; ; attempt++) {
            try {
                return HttpServer.create(address, BACKLOG);
            } catch (BindException busy) {
                if (attempt == BIND_ATTEMPTS) {
                    throw busy;
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
            }
        }
    }

    /** Refuses connections and cuts the open ones; work that has begun goes on unseen. The port stays its own: no other server may answer there. */
    synchronized void down() {
        if (http != null) {
            http.stop(0);
            http = null;
            held = held();
        }
    }

    /** A socket that is bound and does not listen refuses connections. */
    private Socket held() {
        Socket socket = new Socket();
        try {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return socket;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private synchronized void letPortGo() throws IOException {
        if (held != null) {
            held.close();
            held = null;
        }
    }

    void downFor(Duration howLong) {
        threads.execute(() -> {
            down();
            if (!waited(howLong)) {
                up();
            }
        });
    }

    @Override
    public void close() {
        closed.countDown();
        down();
        try {
            letPortGo();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.shutdownNow();
    }

    synchronized int port() {
        return port;
    }

    String url() {
        return "http://127.0.0.1:" + port();
    }

    Faults faults() {
        return faults;
    }

    RequestLog log() {
        return log;
    }

    void latency(Duration perCall) {
        latency = perCall;
    }

    /** How many requests are worked on at once; the others queue. */
    void concurrency(int atOnce) {
        places = new Semaphore(atOnce);
    }

    /** The most requests that have been worked on at once. */
    int mostAtOnce() {
        return mostAtOnce.get();
    }

    /** The most that have been there at once, those in the queue included; from now on counted anew. */
    int takeMostInside() {
        return mostInside.getAndSet(0);
    }

    /** How many requests are worked on now. */
    int goingOn() {
        return atOnce.get();
    }

    private void exchange(HttpExchange exchange) throws IOException {
        try (exchange) {
            SimRequest request = read(exchange);
            if (request.path().startsWith("/sim/")) {
                send(exchange, controlled(request));
                return;
            }
            log.add(request);
            Fault fault = faults.strike(request).orElse(null);
            if (fault == null) {
                send(exchange, worked(request));
            } else {
                struck(exchange, request, fault);
            }
        }
    }

    private interface Work {
        SimAnswer answer(SimRequest request);
    }

    private SimAnswer controlled(SimRequest request) {
        try {
            return peer.control(request);
        } catch (RuntimeException mistake) {
            return SimAnswer.json(400, Json.object().put("error", String.valueOf(mistake.getMessage())));
        }
    }

    private SimAnswer worked(SimRequest request) {
        return worked(request, peer::answer);
    }

    private SimAnswer worked(SimRequest request, Work work) {
        Semaphore place = places;
        mostInside.accumulateAndGet(inside.incrementAndGet(), Math::max);
        place.acquireUninterruptibly();
        mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
        try {
            waited(latency);
            return work.answer(request);
        } catch (RuntimeException bug) {
            return SimAnswer.json(500, Json.object().put("Message", "Simulator: " + bug));
        } finally {
            atOnce.decrementAndGet();
            inside.decrementAndGet();
            place.release();
        }
    }

    private void struck(HttpExchange exchange, SimRequest request, Fault fault) throws IOException {
        switch (fault.kind()) {
            case LATENCY -> {
                waited(fault.delay());
                send(exchange, worked(request));
            }
            case SESSIONS_EXPIRED -> {
                peer.expireSessions();
                send(exchange, worked(request));
            }
            case ANSWER_LOST -> worked(request);
            case ERROR_AFTER_WORK -> {
                worked(request);
                send(exchange, errorJson());
            }
            case SLOW_WRITE ->
                send(exchange, worked(request, slow -> peer.answerAfter(() -> waited(fault.delay()), slow)));
            case TRUNCATED -> sendHalf(exchange, worked(request));
            case DROPPED -> {}
            case HANG -> waited(fault.delay());
            case ERROR_500_JSON -> send(exchange, errorJson());
            case ERROR_500_HTML -> send(exchange, SimAnswer.html(500, "Internal Server Error"));
            case ERROR_502_HTML -> send(exchange, SimAnswer.html(502, "Bad Gateway"));
            case ERROR_503 -> send(exchange, SimAnswer.html(503, "Service Temporarily Unavailable"));
            case NOT_FOUND_HTML -> send(exchange, SimAnswer.html(404, "Not Found"));
            case OK_HTML -> send(exchange, SimAnswer.html(200, "Przerwa techniczna"));
            case TOO_MANY_REQUESTS -> send(exchange, tooMany(fault));
        }
    }

    private static SimAnswer errorJson() {
        return SimAnswer.json(
                500,
                Json.object()
                        .put("Message", "Wystąpił błąd.")
                        .put("ExceptionMessage", "Odwołanie do obiektu nie zostało ustawione na wystąpienie obiektu."));
    }

    private static SimAnswer tooMany(Fault fault) {
        return SimAnswer.json(429, Json.object().put("error", "too_many_requests"))
                .with("Retry-After", String.valueOf(fault.retryAfter()));
    }

    /** Waits unless the simulator closes first; true when it did. */
    private boolean waited(Duration howLong) {
        if (howLong.isZero()) {
            return false;
        }
        try {
            return closed.await(howLong.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private SimRequest read(HttpExchange exchange) throws IOException {
        Map<String, String> headers = new HashMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), String.join(",", values)));
        String query = exchange.getRequestURI().getRawQuery();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        return new SimRequest(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getPath(),
                query == null ? "" : query,
                Map.copyOf(headers),
                body,
                clock.instant());
    }

    private void send(HttpExchange exchange, SimAnswer answer) throws IOException {
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        try (OutputStream out = begin(exchange, answer, body.length)) {
            out.write(body);
        }
    }

    private void sendHalf(HttpExchange exchange, SimAnswer answer) throws IOException {
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        OutputStream out = begin(exchange, answer, body.length + 1L);
        out.write(body, 0, body.length / 2);
        out.flush();
    }

    private OutputStream begin(HttpExchange exchange, SimAnswer answer, long length) throws IOException {
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.getResponseHeaders().set("Content-Type", answer.contentType());
        exchange.sendResponseHeaders(answer.status(), length == 0 ? -1 : length);
        return exchange.getResponseBody();
    }
}
