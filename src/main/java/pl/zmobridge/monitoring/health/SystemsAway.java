package pl.zmobridge.monitoring.health;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.impl.health.AbstractHealthCheck;
import pl.zmobridge.logs.LogZone;
import pl.zmobridge.monitoring.WatchedShop;

/**
 * Never down: a shop or an ERP that does not answer, or an ERP that nothing is written to until a person says go on (S6), is told as a
 * warning, for a restart of the bridge would not help.
 */
public final class SystemsAway extends AbstractHealthCheck {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm xxx");

    private final Supplier<List<WatchedShop>> shops;
    private final Predicate<WatchedShop> isErpStopped;
    private final InstantSource clock;

    public SystemsAway(Supplier<List<WatchedShop>> shops, Predicate<WatchedShop> isErpStopped, InstantSource clock) {
        super("zmo-bridge", "systems");
        this.shops = shops;
        this.isErpStopped = isErpStopped;
        this.clock = clock;
    }

    @Override
    public boolean isLiveness() {
        return false;
    }

    @Override
    protected void doCall(HealthCheckResultBuilder answer, Map<String, Object> options) {
        List<String> warnings = new ArrayList<>();
        for (WatchedShop shop : shops.get()) {
            shop.away().get().forEach((system, since) -> warnings.add(away(shop, system, since)));
            if (isErpStopped.test(shop)) {
                warnings.add(shop.id() + ": nothing is written to the ERP until a person says go on");
            }
        }
        if (!warnings.isEmpty()) {
            answer.message("Warning: " + String.join("; ", warnings));
        }
        answer.up();
    }

    private String away(WatchedShop shop, String system, Instant since) {
        String last = Optional.ofNullable(shop.answered().get().get(system))
                .map(SystemsAway::clock)
                .map(time -> "answered last at " + time)
                .orElse("has not answered since the start");
        return shop.id() + ": the " + system + " has not answered for "
                + Duration.between(since, clock.instant()).toMinutes() + " min, " + last;
    }

    private static String clock(Instant time) {
        return TIME.format(time.atZone(LogZone.current()));
    }
}
