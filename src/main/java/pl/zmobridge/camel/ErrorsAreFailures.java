package pl.zmobridge.camel;

import org.apache.camel.AsyncCallback;
import org.apache.camel.AsyncProcessor;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.NamedNode;
import org.apache.camel.Ordered;
import org.apache.camel.Processor;
import org.apache.camel.spi.InterceptStrategy;
import org.apache.camel.support.AsyncProcessorConverterHelper;
import org.apache.camel.support.processor.DelegateAsyncProcessor;

/**
 * An {@code Error} of a step (memory, linkage, a stack too deep) becomes the failure of its exchange, like any exception, so that whatever catches,
 * rolls back and lets go in the routes does it for an {@code Error} too (I11). Camel alone would log it and leave the exchange unfinished: its thread,
 * its worker's place, its claim and its lock would be gone for good.
 */
public final class ErrorsAreFailures implements InterceptStrategy, Ordered {

    /** Outside of whatever else is around a step. */
    @Override
    public int getOrder() {
        return HIGHEST;
    }

    @Override
    public Processor wrapProcessorInInterceptors(
            CamelContext camel, NamedNode definition, Processor target, Processor nextTarget) {
        AsyncProcessor step = AsyncProcessorConverterHelper.convert(target);
        return new DelegateAsyncProcessor(step) {
            @Override
            public boolean process(Exchange exchange, AsyncCallback callback) {
                Once goesOn = new Once(callback);
                try {
                    return super.process(exchange, goesOn);
                } catch (Error e) {
                    if (goesOn.isDone()) {
                        throw e;
                    }
                    exchange.setException(e);
                    goesOn.done(true);
                    return true;
                }
            }
        };
    }

    /** Knows whether the exchange has gone on already: it must not go on twice. */
    private static final class Once implements AsyncCallback {
        private final AsyncCallback callback;
        private volatile boolean done;

        Once(AsyncCallback callback) {
            this.callback = callback;
        }

        boolean isDone() {
            return done;
        }

        @Override
        public void done(boolean doneSync) {
            done = true;
            callback.done(doneSync);
        }
    }
}
