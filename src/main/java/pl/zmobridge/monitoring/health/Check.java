package pl.zmobridge.monitoring.health;

import java.util.Map;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.impl.health.AbstractHealthCheck;

/** A check of readiness, with a plain sentence when there is something to say. */
abstract class Check extends AbstractHealthCheck {
    Check(String id) {
        super("zmo-bridge", id);
    }

    /** What is wrong; empty when nothing is. */
    abstract String fault();

    @Override
    public boolean isLiveness() {
        return false;
    }

    @Override
    protected void doCall(HealthCheckResultBuilder answer, Map<String, Object> options) {
        String fault = fault();
        if (fault.isEmpty()) {
            answer.up();
        } else {
            answer.message(fault).down();
        }
    }
}
