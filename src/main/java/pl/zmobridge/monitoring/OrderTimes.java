package pl.zmobridge.monitoring;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.apache.camel.Variable;
import pl.zmobridge.attempt.Attempt;
import pl.zmobridge.attempt.ZmoWrite;
import pl.zmobridge.register.RegisteredOrder;

/** How long orders take: from the shop to the ZMO, and from paid to the sales document. Re-imports do not count. */
public final class OrderTimes {
    private static final Duration[] BUCKETS = {
        Duration.ofSeconds(15),
        Duration.ofMinutes(1),
        Duration.ofMinutes(2),
        Duration.ofMinutes(5),
        Duration.ofMinutes(15),
        Duration.ofHours(1),
        Duration.ofHours(6),
        Duration.ofDays(1)
    };

    private final MeterRegistry registry;
    private final InstantSource clock;
    private final Outages outages;

    /** @param outages hears that the ERP answers */
    public OrderTimes(MeterRegistry registry, InstantSource clock, Outages outages) {
        this.registry = registry;
        this.clock = clock;
        this.outages = outages;
    }

    /** The order's ZMO exists; an edit or a withdrawal is no import. */
    public void issued(@Variable("attempt") Attempt attempt) {
        outages.erpAnswers(attempt.shop());
        if (attempt.zmo().write() != ZmoWrite.ISSUE) {
            return;
        }
        RegisteredOrder registered = attempt.registered();
        record(
                "zmobridge.shop.to.zmo",
                "From the order in the shop to its ZMO",
                attempt.shop(),
                registered,
                registered.placedAt());
    }

    /** The order's sales document exists; its warehouse document alone is not all that it waits for. */
    public void realised(@Variable("attempt") Attempt attempt) {
        outages.erpAnswers(attempt.shop());
        if (attempt.isHalfSold()) {
            return;
        }
        RegisteredOrder registered = attempt.registered();
        record(
                "zmobridge.paid.to.document",
                "From a status that means \"realise now\" to the sales document",
                attempt.shop(),
                registered,
                registered.realiseSince());
    }

    private void record(
            String meter, String description, String shop, RegisteredOrder registered, Optional<LocalDateTime> since) {
        if (registered.importNo() > 1) {
            return;
        }
        since.map(time -> Duration.between(time.toInstant(ZoneOffset.UTC), clock.instant()))
                .filter(took -> !took.isNegative())
                .ifPresent(took -> Timer.builder(meter)
                        .description(description)
                        .tag("shop", shop)
                        .serviceLevelObjectives(BUCKETS)
                        .minimumExpectedValue(BUCKETS[0])
                        .maximumExpectedValue(BUCKETS[BUCKETS.length - 1])
                        .register(registry)
                        .record(took));
    }
}
