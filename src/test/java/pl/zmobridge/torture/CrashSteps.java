package pl.zmobridge.torture;

import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.AsyncCallback;
import org.apache.camel.AsyncProcessor;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.NamedNode;
import org.apache.camel.Processor;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.Main;
import org.apache.camel.main.MainListenerSupport;
import org.apache.camel.spi.InterceptStrategy;
import org.apache.camel.support.AsyncProcessorConverterHelper;
import org.apache.camel.support.processor.DelegateAsyncProcessor;

/** Runs something right before or right after a step of the routes, at its n-th pass. A step that failed has no "after". */
final class CrashSteps implements InterceptStrategy {
    private final CrashPoint point;
    private final Runnable crash;
    private final AtomicInteger passes = new AtomicInteger();

    CrashSteps(CrashPoint point, Runnable crash) {
        this.point = point;
        this.crash = crash;
    }

    /** For {@link pl.zmobridge.app.Bridge#start(pl.zmobridge.settings.Settings, java.util.function.Consumer)}. */
    void plantIn(Main main) {
        main.addMainListener(new MainListenerSupport() {
            @Override
            public void beforeConfigure(BaseMainSupport starting) {
                starting.getCamelContext().getCamelContextExtension().addInterceptStrategy(CrashSteps.this);
            }
        });
    }

    @Override
    public Processor wrapProcessorInInterceptors(
            CamelContext context, NamedNode definition, Processor target, Processor nextTarget) {
        if (!point.step().equals(definition.getId())) {
            return target;
        }
        AsyncProcessor step = AsyncProcessorConverterHelper.convert(target);
        return new DelegateAsyncProcessor(step) {
            @Override
            public boolean process(Exchange exchange, AsyncCallback callback) {
                if (point.when() == CrashPoint.When.BEFORE) {
                    pass();
                    return super.process(exchange, callback);
                }
                return super.process(exchange, doneSync -> {
                    if (exchange.getException() == null) {
                        pass();
                    }
                    callback.done(doneSync);
                });
            }
        };
    }

    private void pass() {
        if (passes.incrementAndGet() == point.pass()) {
            crash.run();
        }
    }
}
