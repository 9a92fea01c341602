package pl.zmobridge.monitoring.health;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.impl.health.AbstractHealthCheck;
import pl.zmobridge.monitoring.WatchedShop;

/** Never down: a shop or an ERP that does not answer is told as a warning, for a restart of the bridge would not help. */
public final class SystemsAway extends AbstractHealthCheck {
    private final Supplier<List<WatchedShop>> shops;
    private final InstantSource clock;

    public SystemsAway(Supplier<List<WatchedShop>> shops, InstantSource clock) {
        super("zmo-bridge", "systems");
        this.shops = shops;
        this.clock = clock;
    }

    @Override
    public boolean isLiveness() {
        return false;
    }

    @Override
    protected void doCall(HealthCheckResultBuilder answer, Map<String, Object> options) {
        List<String> warnings = shops.get().stream()
                .flatMap(shop -> shop.away().get().entrySet().stream()
                        .map(away -> shop.id() + ": the " + away.getKey() + " has not answered for "
                                + Duration.between(away.getValue(), clock.instant())
                                        .toMinutes() + " min"))
                .toList();
        if (!warnings.isEmpty()) {
            answer.message("Warning: " + String.join("; ", warnings));
        }
        answer.up();
    }
}
