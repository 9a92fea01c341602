package pl.zmobridge.monitoring;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.apache.camel.Exchange;
import org.apache.camel.NamedNode;
import org.apache.camel.Processor;
import org.apache.camel.Route;
import org.apache.camel.spi.Policy;
import org.apache.camel.support.processor.DelegateProcessor;
import pl.zmobridge.failure.FailedSystem;

/**
 * A {@code policy} around the one endpoint of a system: how long each call takes and how it ends.
 *
 * <p>Calls are told apart by the letters of their path ({@code orders/1201} is {@code orders}), and only so many of them.
 */
public final class CallTimer implements Policy {
    private static final int MOST_KINDS = 40;
    private static final Pattern NUMBER = Pattern.compile("/\\d[^/]*");
    private static final Pattern NO_LETTER = Pattern.compile("[^A-Za-z/-]");

    private final MeterRegistry registry;
    private final String meter;
    private final FailedSystem system;
    private final Set<String> kinds = ConcurrentHashMap.newKeySet();

    /**
     * @param meter the timer's name
     * @param system the shop or the ERP
     */
    public CallTimer(MeterRegistry registry, String meter, FailedSystem system) {
        this.registry = registry;
        this.meter = meter;
        this.system = system;
    }

    @Override
    public void beforeWrap(Route route, NamedNode definition) {
        // nothing to prepare
    }

    @Override
    public Processor wrap(Route route, Processor call) {
        return new DelegateProcessor(call) {
            @Override
            public void process(Exchange exchange) {
                String kind = kind(exchange.getMessage().getHeader(Exchange.HTTP_PATH, "", String.class));
                long begun = System.nanoTime();
                try {
                    processNext(exchange);
                } catch (Exception e) {
                    exchange.setException(e);
                }
                record(exchange, kind, Duration.ofNanos(System.nanoTime() - begun));
            }
        };
    }

    private void record(Exchange exchange, String kind, Duration took) {
        Timer.builder(meter)
                .description("Calls to the " + system + ": how long they took, by kind and outcome")
                .tag("shop", exchange.getVariable("shop", "", String.class))
                .tag("call", kind)
                .tag("outcome", outcome(exchange))
                .register(registry)
                .record(took);
    }

    /** {@code unanswered}, {@code ok}, {@code refused} for 4xx, {@code throttled} for 429, {@code failed} for everything else. */
    private static String outcome(Exchange exchange) {
        if (exchange.getException() != null) {
            return "unanswered";
        }
        int status = exchange.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE, 0, Integer.class);
        if (status == 429) {
            return "throttled";
        }
        return switch (status / 100) {
            case 2 -> "ok";
            case 4 -> "refused";
            default -> "failed";
        };
    }

    private String kind(String path) {
        String letters = NO_LETTER.matcher(NUMBER.matcher(path).replaceAll("")).replaceAll("");
        if (kinds.size() < MOST_KINDS) {
            kinds.add(letters);
        }
        return kinds.contains(letters) ? letters : "other";
    }
}
