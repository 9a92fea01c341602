package pl.zmobridge.monitoring.health;

import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.impl.health.AbstractHealthCheck;

/** Never down: dead letters that nobody tries again are told as a warning (I3), for a restart of the bridge would not help. */
public final class LettersTried extends AbstractHealthCheck {
    private final Supplier<Map<String, Long>> forgotten;

    /** @param forgotten how many of each shop; shops without any are left out */
    public LettersTried(Supplier<Map<String, Long>> forgotten) {
        super("zmo-bridge", "letters");
        this.forgotten = forgotten;
    }

    @Override
    public boolean isLiveness() {
        return false;
    }

    @Override
    protected void doCall(HealthCheckResultBuilder answer, Map<String, Object> options) {
        Map<String, Long> letters = forgotten.get();
        if (!letters.isEmpty()) {
            answer.message("Warning: dead letters that should have been tried again an hour ago: "
                    + letters.entrySet().stream()
                            .map(each -> each.getKey() + " " + each.getValue())
                            .collect(Collectors.joining(", ")));
        }
        answer.up();
    }
}
