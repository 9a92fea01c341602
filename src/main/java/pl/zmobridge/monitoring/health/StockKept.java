package pl.zmobridge.monitoring.health;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.impl.health.AbstractHealthCheck;

/** Never down, for orders go on: a warning names the shops whose stock is left alone until a person says go on. */
public final class StockKept extends AbstractHealthCheck {
    private final List<String> shops;
    private final Predicate<String> isStopped;

    public StockKept(List<String> shops, Predicate<String> isStopped) {
        super("zmo-bridge", "stock");
        this.shops = shops;
        this.isStopped = isStopped;
    }

    @Override
    public boolean isLiveness() {
        return false;
    }

    @Override
    protected void doCall(HealthCheckResultBuilder answer, Map<String, Object> options) {
        String stopped = shops.stream().filter(isStopped).collect(Collectors.joining(", "));
        if (!stopped.isEmpty()) {
            answer.message(
                    "Warning: stock is left alone until a person says go on (POST /api/stock/resume): " + stopped);
        }
        answer.up();
    }
}
