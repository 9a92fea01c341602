package pl.zmobridge.bench;

import java.time.Duration;
import pl.zmobridge.sim.ShoperSim;
import pl.zmobridge.sim.SymfoniaSim;

/** A fresh shop and a fresh ERP. Their latencies are waited for by the request's own thread, so requests never queue for one. */
record Arena(ShoperSim shop, SymfoniaSim erp) implements AutoCloseable {
    static final Latency NONE = new Latency(Duration.ZERO, Duration.ZERO);

    /** @param shop how long the shop takes for a request, besides what it does; likewise the ERP */
    record Latency(Duration shop, Duration erp) {
        static Latency millis(long shop, long erp) {
            return new Latency(Duration.ofMillis(shop), Duration.ofMillis(erp));
        }
    }

    static Arena open() {
        return new Arena(new ShoperSim().start(), new SymfoniaSim().start());
    }

    void latency(Latency latency) {
        shop.latency(latency.shop());
        erp.latency(latency.erp());
    }

    void awaitFirstPoll(OwnProcess process) {
        process.await("the first poll", 2, () -> shop.requests("GET", "/webapi/rest/orders") > 0);
    }

    @Override
    public void close() {
        shop.close();
        erp.close();
    }
}
