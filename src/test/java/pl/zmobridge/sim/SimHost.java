package pl.zmobridge.sim;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** What both simulators share: their place on the network, faults, latency, and the log of requests. Safe for many threads. */
public abstract class SimHost implements AutoCloseable {
    SimHost() {}

    abstract SimServer server();

    public String url() {
        return server().url();
    }

    public int port() {
        return server().port();
    }

    @Override
    public void close() {
        server().close();
    }

    /** Refuses connections until {@link #up()}. What the system keeps stays; so do sessions. */
    public void down() {
        server().down();
    }

    public void up() {
        server().up();
    }

    public Faults faults() {
        return server().faults();
    }

    public void latency(Duration perCall) {
        server().latency(perCall);
    }

    /** How many requests are worked on now, slow writes whose clients have hung up included. */
    public int goingOn() {
        return server().goingOn();
    }

    /** The most requests that were there at once since this was last asked, those in the queue included. */
    public int takeMostInside() {
        return server().takeMostInside();
    }

    public List<SimRequest> requests() {
        return server().log().all();
    }

    public long requests(String method, String pathPrefix) {
        return requests(each -> each.method().equals(method) && each.path().startsWith(pathPrefix));
    }

    public long requests(Predicate<SimRequest> which) {
        return server().log().count(which);
    }

    public Map<String, Long> requestCounters() {
        return server().log().counters();
    }

    public void forgetRequests() {
        server().log().clear();
    }
}
