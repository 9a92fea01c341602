package pl.zmobridge.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.apache.camel.AsyncCallback;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.NamedNode;
import org.apache.camel.Processor;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.Main;
import org.apache.camel.main.MainListenerSupport;
import org.apache.camel.model.ProcessorDefinition;
import org.apache.camel.model.ProcessorDefinitionHelper;
import org.apache.camel.spi.InterceptStrategy;
import org.apache.camel.support.AsyncProcessorConverterHelper;
import org.apache.camel.support.processor.DelegateAsyncProcessor;
import org.junit.jupiter.api.Test;
import pl.zmobridge.sim.OrderBuilder;
import pl.zmobridge.support.Rig;

/** Whoever reads the routes to find an order must not have to read many. */
class WayOfAnOrderTest {
    private static final int MOST_ROUTES = 20;
    private static final int PAID = 3;

    @Test
    void aNewPaidOrderPassesFewRoutesFromThePollToTheDocument() throws Exception {
        Routes passed = new Routes();
        try (Rig rig = new Rig().start(passed::plantIn)) {
            sold(rig, "first"); // logs in and fetches dictionaries
            passed.forget();
            sold(rig, "second");
        }
        System.out.println("a paid order passes " + passed.names.size() + " routes: " + passed.names);

        assertThat(passed.names).hasSizeBetween(5, MOST_ROUTES);
    }

    private static void sold(Rig rig, String buyer) throws Exception {
        long id = rig.shop.addOrder(new OrderBuilder()
                .with("email", buyer + "@example.com")
                .status(PAID)
                .line("KUB-300", "0.99", "1"));
        rig.poll();
        rig.awaitState("REALISED", id);
    }

    /** The routes that exchanges of a shop pass; what only answers requests or looks for work carries no order. */
    private static final class Routes implements InterceptStrategy {
        private final Set<String> names = new ConcurrentSkipListSet<>();

        void forget() {
            names.clear();
        }

        void plantIn(Main main) {
            main.addMainListener(new MainListenerSupport() {
                @Override
                public void beforeConfigure(BaseMainSupport starting) {
                    starting.getCamelContext().getCamelContextExtension().addInterceptStrategy(Routes.this);
                }
            });
        }

        @Override
        public Processor wrapProcessorInInterceptors(
                CamelContext context, NamedNode definition, Processor target, Processor nextTarget) {
            String route =
                    definition instanceof ProcessorDefinition<?> step ? ProcessorDefinitionHelper.getRouteId(step) : "";
            return new DelegateAsyncProcessor(AsyncProcessorConverterHelper.convert(target)) {
                @Override
                public boolean process(Exchange exchange, AsyncCallback callback) {
                    boolean asked = exchange.getVariable("request") != null;
                    if (exchange.getVariable("shop") != null && !asked) {
                        names.add(route);
                    }
                    return super.process(exchange, callback);
                }
            };
        }
    }
}
