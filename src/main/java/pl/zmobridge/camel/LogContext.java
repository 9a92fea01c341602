package pl.zmobridge.camel;

import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import org.apache.camel.AsyncCallback;
import org.apache.camel.AsyncProcessor;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.NamedNode;
import org.apache.camel.Processor;
import org.apache.camel.spi.InterceptStrategy;
import org.apache.camel.support.AsyncProcessorConverterHelper;
import org.apache.camel.support.processor.DelegateAsyncProcessor;
import org.slf4j.MDC;

/**
 * Puts the shop and the order's number into every line that is logged while a step of a route works on an order, be it ours or
 * a library's. They come from the exchange's variable {@code shop}, and from whatever has the parameter {@code orderId}: the body or a
 * variable, such as the attempt; so routes that an operator adds have them too. A thread keeps nothing when the step is over.
 */
public final class LogContext implements InterceptStrategy {
    public static final String SHOP = "shop";
    public static final String ORDER = "order";

    private final BiFunction<String, Long, Optional<String>> numbers;

    /** @param numbers the number (N1) of a shop's order, by the shop and the order's id in it; empty for a shop that is none */
    public LogContext(BiFunction<String, Long, Optional<String>> numbers) {
        this.numbers = numbers;
    }

    @Override
    public Processor wrapProcessorInInterceptors(
            CamelContext context, NamedNode definition, Processor target, Processor nextTarget) {
        AsyncProcessor step = AsyncProcessorConverterHelper.convert(target);
        return new DelegateAsyncProcessor(step) {
            @Override
            public boolean process(Exchange exchange, AsyncCallback callback) {
                String shopBefore = MDC.get(SHOP);
                String orderBefore = MDC.get(ORDER);
                String shop = exchange.getVariable("shop", String.class);
                String order = order(shop, exchange);
                if (Objects.equals(shop, shopBefore) && Objects.equals(order, orderBefore)) {
                    return super.process(exchange, callback);
                }
                put(SHOP, shop);
                put(ORDER, order);
                try {
                    return super.process(exchange, callback);
                } finally {
                    put(SHOP, shopBefore);
                    put(ORDER, orderBefore);
                }
            }
        };
    }

    private String order(String shop, Exchange exchange) {
        if (shop == null) {
            return null;
        }
        for (Object variable : exchange.getVariables().values()) {
            if (orderId(variable) instanceof Number id) {
                return number(shop, id);
            }
        }
        return orderId(exchange.getMessage().getBody()) instanceof Number id ? number(shop, id) : null;
    }

    private String number(String shop, Number id) {
        return numbers.apply(shop, id.longValue()).orElse(null);
    }

    /** A request may name no order, or nonsense in its place: that is for whoever carries it out to say, not for the log. */
    private static Object orderId(Object holder) {
        try {
            return holder instanceof SqlParameters parameters ? parameters.parameter("orderId") : SqlParameters.NONE;
        } catch (RuntimeException e) {
            return SqlParameters.NONE;
        }
    }

    private static void put(String key, String value) {
        if (value == null) {
            MDC.remove(key);
        } else {
            MDC.put(key, value);
        }
    }
}
