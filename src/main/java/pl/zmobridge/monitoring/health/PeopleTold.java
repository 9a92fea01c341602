package pl.zmobridge.monitoring.health;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.impl.health.AbstractHealthCheck;

/** Never down: that messages cannot be sent is told as a warning, for orders go on, and a restart would not help. */
public final class PeopleTold extends AbstractHealthCheck {
    private final Supplier<Map<String, Optional<Instant>>> channels;
    private final InstantSource clock;

    /** @param channels since when each of those that are configured has failed */
    public PeopleTold(Supplier<Map<String, Optional<Instant>>> channels, InstantSource clock) {
        super("zmo-bridge", "notifications");
        this.channels = channels;
        this.clock = clock;
    }

    @Override
    public boolean isLiveness() {
        return false;
    }

    @Override
    protected void doCall(HealthCheckResultBuilder answer, Map<String, Object> options) {
        List<String> warnings = new ArrayList<>();
        channels.get()
                .forEach((channel, failing) -> failing.ifPresent(since -> warnings.add(channel
                        + " has not been sent for "
                        + Duration.between(since, clock.instant()).toMinutes() + " min")));
        if (!warnings.isEmpty()) {
            answer.message("Warning: people cannot be told: " + String.join("; ", warnings));
        }
        answer.up();
    }
}
