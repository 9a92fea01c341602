package pl.zmobridge.monitoring;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.apache.camel.Body;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Header;
import org.apache.camel.Variable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pl.zmobridge.failure.FailedSystem;
import pl.zmobridge.failure.Failures;
import pl.zmobridge.shoper.Poll;
import pl.zmobridge.shoper.Restored;
import pl.zmobridge.shoper.StatusNews;

/** Whether shops are polled, for the log, metrics and health. What another bridge on the same database polls is polled. */
public final class PollWatch {
    private static final Logger ORDERS = LoggerFactory.getLogger("pl.zmobridge.orders");
    private static final Logger LOG = LoggerFactory.getLogger("pl.zmobridge.polls");

    private final MeterRegistry registry;
    private final InstantSource clock;
    private final Instant started;
    private final Map<String, Instant> succeeded = new ConcurrentHashMap<>();
    private final Map<String, Instant> carriedOut = new ConcurrentHashMap<>();
    private final Function<String, Optional<Instant>> byAnyNode;
    private final Outages outages;

    /** @param byAnyNode when any bridge of a cluster began the last poll of a shop */
    public PollWatch(
            MeterRegistry registry,
            InstantSource clock,
            Function<String, Optional<Instant>> byAnyNode,
            Outages outages) {
        this.outages = outages;
        this.byAnyNode = byAnyNode;
        this.registry = registry;
        this.clock = clock;
        this.started = clock.instant();
    }

    /** Registers the meters of a shop, so that they are there before its first poll. */
    void add(WatchedShop shop) {
        polls(shop.id());
        failures(shop.id());
        requests(shop.id());
        orders(shop.id());
    }

    /** The poll succeeded: what it did is counted and, when there were new orders, logged. */
    public void succeeded(@Variable("shop") String shop, @Body Poll.Summary poll) {
        outages.pollSucceeded(shop, poll);
        if (!poll.hint()) { // a look for hints takes the place of no poll
            carriedOut(shop);
            polls(shop).record(Duration.ofMillis(poll.millis()));
        }
        requests(shop).increment(poll.requests());
        orders(shop).increment(poll.received());
    }

    /** Another bridge was polling this shop at that moment. */
    public void leftToAnother(@Variable("shop") String shop) {
        outages.pollLeftToAnother(shop);
        carriedOut(shop);
    }

    private void carriedOut(String shop) {
        Instant now = clock.instant();
        succeeded.put(shop, now);
        carriedOut.put(shop, now);
    }

    /** The poll failed, which is counted and logged; when the shop is what failed, the bridge has done its part. */
    public void failed(@Variable("shop") String shop, @ExchangeProperty("CamelExceptionCaught") Exception failure) {
        outages.pollFailed(shop, failure);
        failures(shop).increment();
        if (Failures.of(failure).system() == FailedSystem.SHOP) {
            carriedOut.put(shop, clock.instant());
        }
    }

    /** What is new of one order could not be stored, which is counted and logged; the poll goes on, and the next one tries again. */
    public void newsNotStored(
            @Variable("shop") String shop,
            @Variable("poll") Poll poll,
            @Variable("news") StatusNews news,
            @ExchangeProperty("CamelExceptionCaught") Exception failure) {
        poll.watchedOrders().unfinished();
        ORDERS.warn(
                "{}: what is new of order {} could not be stored: {}", shop, news.orderId(), Failures.inLog(failure));
        failures(shop).increment();
    }

    /** S7: the shop was restored; said once for each restore. */
    public void restored(@Variable("poll") Poll poll, @Header("CamelSqlUpdateCount") int noted) {
        if (noted > 0) {
            LOG.error(poll.restore().map(Restored::inEnglish).orElse(""));
        }
    }

    /** Since when no poll of the shop has succeeded; at first, since the bridge's start. */
    public Duration age(String shop) {
        return Duration.between(last(succeeded, shop), clock.instant());
    }

    /** Whether three polls should have been since the last that succeeded. */
    boolean isLate(WatchedShop shop) {
        return shop.polls().isLate(last(succeeded, shop.id()));
    }

    /** Whether three polls should have been since the last that was carried out, be it that the shop did not answer. */
    public boolean isStuck(WatchedShop shop) {
        return shop.polls().isLate(last(carriedOut, shop.id()));
    }

    /** A cluster's other nodes poll too; but while this one knows that the shop is away, theirs count for nothing. */
    private Instant last(Map<String, Instant> polls, String shop) {
        Instant own = polls.getOrDefault(shop, started);
        return outages.isAway(FailedSystem.SHOP, shop)
                ? own
                : byAnyNode.apply(shop).filter(own::isBefore).orElse(own);
    }

    private Timer polls(String shop) {
        return Timer.builder("zmobridge.poll")
                .description("Polls that succeeded: how long they took")
                .tag("shop", shop)
                .register(registry);
    }

    private Counter failures(String shop) {
        return counter("zmobridge.polls.failed", "Polls that failed", shop);
    }

    private Counter requests(String shop) {
        return counter("zmobridge.poll.requests", "Requests that polls have sent to the shop", shop);
    }

    private Counter orders(String shop) {
        return counter("zmobridge.poll.orders", "New orders that polls have brought into the register", shop);
    }

    private Counter counter(String name, String description, String shop) {
        return Counter.builder(name).description(description).tag("shop", shop).register(registry);
    }
}
